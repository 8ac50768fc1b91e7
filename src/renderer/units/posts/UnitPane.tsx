import { useState } from 'react'
import type { Unit } from '../../../shared/units/units'
import { useCall } from '../../api/query'
import { useMay } from '../../api/session'
import { Button } from '../../ui/Button'
import { ErrorNote, Loading } from '../../ui/states'
import { UnitButtons } from '../UnitButtons'
import { pathOf } from '../units.tree'
import type { UnitActs } from '../useUnitActs'
import { FactsDialog } from './FactsDialog'
import './posts.css'
import { PostsCard } from './PostsCard'
import { TeamCard } from './TeamCard'

/** One unit beside the tree: what it is, its posts with who holds them, and its team. For those who read files. */
export function UnitPane({ unit, units, acts }: { unit: Unit; units: readonly Unit[]; acts: UnitActs }) {
  const found = useCall('posts', 'unit', { unitId: unit.id })
  const arranges = useMay()('cadres.edit')
  const [describing, setDescribing] = useState(false)
  const above = pathOf(units, unit.id).slice(0, -1)
  const { data } = found
  const facts = data?.facts
  const words = facts && [
    ...[facts.kind, facts.nature, facts.level].filter(text => text !== ''),
    ...(facts.approvedStaff === null ? [] : [`编制 ${facts.approvedStaff}`]),
    ...(facts.code === '' ? [] : [`编码 ${facts.code}`]),
  ]
  return (
    <section className="unit-pane" aria-label={unit.name}>
      <header className="unit-pane-head">
        <div>
          {above.length > 0 && <p className="unit-hint">{above.map(({ name }) => name).join(' › ')}</p>}
          <h2>{unit.name}</h2>
          <p className="unit-facts">
            {words && (words.length > 0 ? words.join(' · ') : '机构类型、级别和编制还没有登记')}
            {acts.edits && facts && (
              <Button kind="link" size="small" onClick={() => setDescribing(true)}>
                登记
              </Button>
            )}
          </p>
        </div>
        {acts.edits && <UnitButtons unit={unit} acts={acts} />}
      </header>
      {found.isPending && <Loading />}
      {found.isError && <ErrorNote error={found.error} onRetry={() => void found.refetch()} />}
      {data && (
        <>
          <PostsCard unit={unit} held={data} edits={acts.edits} />
          <TeamCard unit={unit} team={data.team} arranges={arranges} />
        </>
      )}
      {describing && facts && <FactsDialog unit={unit} facts={facts} onClose={() => setDescribing(false)} />}
    </section>
  )
}
