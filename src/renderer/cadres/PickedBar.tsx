import { type ReactNode, useState } from 'react'
import { MOST_AT_ONCE } from '../../shared/cadres/cadres.contract'
import { useMay } from '../api/session'
import { PlanPicked } from '../interviews/plan/PlanPicked'
import { Button } from '../ui/Button'
import { Icon } from '../ui/icons'
import { BatchDialog } from './batch/BatchDialog'
import { compareRefusal } from './compare/compare.route'
import type { ListState } from './list.state'

interface PickedBarProps {
  list: Pick<ListState, 'picked' | 'clearPicked'>
  onExport: (() => void) | undefined
  onPrint: (() => void) | undefined
  onCopy: () => void
  onCompare: () => void
  /** What this page alone can do with them. */
  children?: ReactNode
}

/** What can be done with those who are picked. */
export function PickedBar({ list, onExport, onPrint, onCopy, onCompare, children }: PickedBarProps) {
  const { picked, clearPicked } = list
  const may = useMay()
  const [changing, setChanging] = useState(false)
  return (
    <div className="cad-picked" role="group" aria-label="选中的人">
      <span role="status">已选 {picked.size} 人</span>
      <Button size="small" icon={<Icon name="copy" size={16} />} onClick={onCopy}>
        复制为表格
      </Button>
      {onExport && (
        <Button size="small" icon={<Icon name="export" size={16} />} onClick={onExport}>
          导出
        </Button>
      )}
      {onPrint && (
        <Button size="small" icon={<Icon name="print" size={16} />} onClick={onPrint}>
          打印任免表
        </Button>
      )}
      <Button
        size="small"
        icon={<Icon name="columns" size={16} />}
        reason={compareRefusal(picked.size)}
        onClick={onCompare}
      >
        比较
      </Button>
      {may('cadres.edit') && (
        <Button
          size="small"
          icon={<Icon name="edit" size={16} />}
          reason={picked.size > MOST_AT_ONCE ? `一次最多 ${MOST_AT_ONCE} 人` : undefined}
          onClick={() => setChanging(true)}
        >
          批量修改
        </Button>
      )}
      <PlanPicked picked={picked} />
      {children}
      <Button size="small" kind="link" onClick={clearPicked}>
        取消选择
      </Button>
      {changing && <BatchDialog ids={[...picked.keys()]} onClose={() => setChanging(false)} />}
    </div>
  )
}
