import { useLocation } from 'wouter'
import type { CadreFile } from '../../../shared/cadres/cadres.contract'
import { useCall } from '../../api/query'
import { Button } from '../../ui/Button'
import { Icon } from '../../ui/icons'
import { instantWords } from '../cadres.words'
import { useRestore } from './useRestore'

/** On the page of a file in the trash: since when, by whom and why, and the way out. */
export function TrashedStrip({ file, edits }: { file: CadreFile; edits: boolean }) {
  const { cadre, mergedInto } = file
  const history = useCall('cadres', 'history', { id: cadre.id })
  const [, go] = useLocation()
  const restore = useRestore()
  const last = history.data?.[0]
  return (
    <p className="cdr-strip">
      <Icon name="trash" size={16} />
      <b>{mergedInto === null ? '已在回收站' : '已并入另一份档案'}</b>
      <span>
        {last && `${instantWords(last.at)} ${last.byName}${last.reason === '' ? '' : `：${last.reason}`}。`}
        只供查看，不在名册、查找和统计中。
      </span>
      {mergedInto !== null && (
        <Button size="small" onClick={() => go(`/cadres/${mergedInto}`)}>
          打开保留的那份
        </Button>
      )}
      {edits && (
        <Button
          size="small"
          onClick={() => restore([{ ...cadre, mergedInto: mergedInto === null ? null : { id: mergedInto } }])}
        >
          恢复
        </Button>
      )}
    </p>
  )
}
