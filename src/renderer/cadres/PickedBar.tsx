import { Button } from '../ui/Button'
import { Icon } from '../ui/icons'
import { useCadresStore } from './cadres.store'

interface PickedBarProps {
  edits: boolean
  trashed: boolean
  onExport: (() => void) | undefined
  onPrint: (() => void) | undefined
  onCopy: () => void
  onTrash: () => void
  onRestore: () => void
}

/** As many as one act takes. */
const MOST_AT_ONCE = 500

/** What can be done with those who are picked. */
export function PickedBar({ edits, trashed, onExport, onPrint, onCopy, onTrash, onRestore }: PickedBarProps) {
  const { picked, clearPicked } = useCadresStore()
  const tooMany = picked.size > MOST_AT_ONCE ? `一次最多 ${MOST_AT_ONCE} 人` : undefined
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
      {edits && !trashed && (
        <Button size="small" icon={<Icon name="trash" size={16} />} reason={tooMany} onClick={onTrash}>
          移入回收站
        </Button>
      )}
      {edits && trashed && (
        <Button size="small" reason={tooMany} onClick={onRestore}>
          恢复
        </Button>
      )}
      <Button size="small" kind="link" onClick={clearPicked}>
        取消选择
      </Button>
    </div>
  )
}
