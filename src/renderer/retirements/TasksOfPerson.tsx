import type { CadreId } from '../../shared/cadres/cadres'
import type { CadreFile } from '../../shared/cadres/cadres.contract'
import { retirementMonths, retirementOf, SOON_MONTHS } from '../../shared/cadres/retirement.rules'
import { RETIREMENT_RULE } from '../../shared/care-rules/care-rules'
import { addMonths, daysOf } from '../../shared/dates/add-months'
import { monthsOf, type PartialDate } from '../../shared/dates/partial-date'
import { todayDay } from '../../shared/dates/today'
import { retirementTasks } from '../../shared/retirements/retirements'
import { useCall } from '../api/query'
import { useOwnDue } from '../care-rules/DueOfPerson'
import { OwnMatters } from '../care-rules/OwnMatters'
import { Card } from '../ui/Card'
import { ErrorNote } from '../ui/states'
import { MonthWords } from './MonthWords'
import './retirements.css'
import { TaskField } from './TaskField'

/** The farthest step that a rule may name. */
const MONTHS_BEFORE = 36

/** What is to be done before somebody retires. Whose month is far away has no card; whose month cannot be told, why. */
export function TasksOfPerson({ id }: { readonly id: CadreId }) {
  const file = useCall('cadres', 'get', { id })
  if (!file.data || (file.data.cadre.status !== '在职' && file.data.cadre.status !== '挂职')) return null
  const reached = retirementOf(file.data.cadre, file.data.decided ?? undefined)
  const months = retirementMonths(reached)
  if (reached.kind !== 'unknown' && months) return <Tasks file={file.data} first={months.first} />
  return (
    <Card title="退休准备">
      <p className="ret-unknown">到龄年月推算不出：{reached.kind === 'unknown' ? reached.reason : ''}</p>
    </Card>
  )
}

function Tasks({ file: { cadre, decided }, first }: { readonly file: CadreFile; readonly first: PartialDate }) {
  const { id, name } = cadre
  const day = daysOf(first).earliest
  const tasks = useCall('retirements', 'person', { cadreId: id })
  const near = useOwnDue(id)
  const steps = useCall('careRules', 'due', {
    states: [],
    unitId: null,
    cadreId: id,
    ruleId: RETIREMENT_RULE,
    dimension: null,
    from: addMonths(day, -MONTHS_BEFORE),
    until: day,
    offset: 0,
    limit: 50,
  })
  if (tasks.isError) return <ErrorNote error={tasks.error} onRetry={() => void tasks.refetch()} />
  if (!tasks.data || !steps.data) return null
  const left = monthsOf(first).earliest - monthsOf(todayDay()).latest
  const isNear = left <= SOON_MONTHS || near.data?.rows.some(({ ruleId }) => ruleId === RETIREMENT_RULE)
  if (!isNear && tasks.data.tasks.length === 0) return null
  const rows = steps.data.rows.toSorted((a, b) => (a.dueOn < b.dueOn ? -1 : 1))
  return (
    <Card title="退休准备" note={left < 0 ? `已过 ${-left} 个月` : left === 0 ? '本月到龄' : `还有 ${left} 个月`}>
      <p className="ret-unknown">
        到龄年月 <MonthWords reached={retirementOf(cadre, decided ?? undefined)} />
      </p>
      <OwnMatters cadreId={id} rows={rows} />
      <div className="ret-own">
        {retirementTasks.map(task => (
          <TaskField
            key={task}
            person={{ id, name }}
            task={task}
            settled={tasks.data.tasks.find(each => each.task === task)}
          />
        ))}
      </div>
    </Card>
  )
}
