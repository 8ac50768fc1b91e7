import { useLocation } from 'wouter'
import type { CadreId } from '../../../shared/cadres/cadres'
import { useMay } from '../../api/session'

interface PersonLinesProps {
  readonly rows: readonly {
    readonly cadreId: CadreId
    readonly name: string
    readonly post: string
    readonly lastOn: string | null
    /** What else is said of them, before the day. */
    readonly duty?: string
  }[]
  /** The tab of the file to which a name leads. */
  readonly tab?: string
}

/** People with the last time, of a talk or of care; for those who read files each leads to theirs. */
export function PersonLines({ rows, tab = 'talks' }: PersonLinesProps) {
  const readsFiles = useMay()('cadres.read')
  const [, go] = useLocation()
  return (
    <ul className="itv-quiet">
      {rows.map(({ cadreId, name, post, lastOn, duty = '' }) => (
        <li key={cadreId}>
          {readsFiles ? (
            <button type="button" onClick={() => go(`/cadres/${cadreId}/${tab}`)}>
              {name}
            </button>
          ) : (
            <b>{name}</b>
          )}
          <span>{post}</span>
          <small>
            {duty !== '' && `${duty}　`}
            {lastOn === null ? '没有记录' : `上次 ${lastOn.replaceAll('-', '.')}`}
          </small>
        </li>
      ))}
    </ul>
  )
}
