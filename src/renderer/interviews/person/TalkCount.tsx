import type { CadreFile } from '../../../shared/cadres/cadres.contract'
import { useCall } from '../../api/query'

/** How many talks were held with the person, beside the title of the tab. */
export function TalkCount({ file }: { file: CadreFile }) {
  const held = useCall('interviews', 'list', {
    filter: {
      mine: false,
      from: null,
      to: null,
      states: ['closed', 'final'],
      kinds: [],
      cadreId: file.cadre.id,
      roundId: null,
    },
    offset: 0,
    limit: 1,
  })
  const count = held.data?.total ?? 0
  return count > 0 ? <small>{count}</small> : null
}
