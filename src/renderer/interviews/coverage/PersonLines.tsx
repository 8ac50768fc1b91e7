import { useLocation } from 'wouter'
import type { CadreId } from '../../../shared/cadres/cadres'
import { useMay } from '../../api/session'

interface PersonLinesProps {
  readonly rows: readonly {
    readonly cadreId: CadreId
    readonly name: string
    readonly post: string
    readonly lastOn: string | null
  }[]
}

/** People with their last talk; for those who read files each leads to theirs. */
export function PersonLines({ rows }: PersonLinesProps) {
  const readsFiles = useMay()('cadres.read')
  const [, go] = useLocation()
  return (
    <ul className="itv-quiet">
      {rows.map(({ cadreId, name, post, lastOn }) => (
        <li key={cadreId}>
          {readsFiles ? (
            <button type="button" onClick={() => go(`/cadres/${cadreId}/talks`)}>
              {name}
            </button>
          ) : (
            <b>{name}</b>
          )}
          <span>{post}</span>
          <small>{lastOn === null ? '没有记录' : `上次 ${lastOn.replaceAll('-', '.')}`}</small>
        </li>
      ))}
    </ul>
  )
}
