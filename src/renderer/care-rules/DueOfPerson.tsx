import type { CadreId } from '../../shared/cadres/cadres'
import { RETIREMENT_RULE } from '../../shared/care-rules/care-rules'
import { useCall } from '../api/query'
import { Card } from '../ui/Card'
import { ErrorNote } from '../ui/states'
import { OwnMatters } from './OwnMatters'

/** What the rules ask for with one person now. */
export const useOwnDue = (cadreId: CadreId) =>
  useCall('careRules', 'due', {
    states: ['late', 'due', 'soon'],
    unitId: null,
    cadreId,
    ruleId: null,
    dimension: null,
    from: null,
    until: null,
    offset: 0,
    limit: 50,
  })

/** The same in a card; without anything the card is not there. What comes before retirement has its own. */
export function DueOfPerson({ cadreId }: { readonly cadreId: CadreId }) {
  const due = useOwnDue(cadreId)
  if (due.isError) return <ErrorNote error={due.error} onRetry={() => void due.refetch()} />
  const rows = due.data?.rows.filter(({ ruleId }) => ruleId !== RETIREMENT_RULE) ?? []
  if (rows.length === 0) return null
  return (
    <Card title="应办" note="按规则列出，怎么办由人定">
      <OwnMatters cadreId={cadreId} rows={rows} />
    </Card>
  )
}
