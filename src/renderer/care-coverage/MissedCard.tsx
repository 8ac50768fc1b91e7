import { Select } from 'antd'
import { useState } from 'react'
import type { CareMissed, CareWhom } from '../../shared/care-coverage/care-coverage.contract'
import { CareDimension } from '../../shared/care-measures/measures.data'
import { leadershipLevelCodes } from '../../shared/codes/leadership-level'
import { useRows } from '../api/query'
import { useMay } from '../api/session'
import { PersonLines } from '../interviews/coverage/PersonLines'
import { Button } from '../ui/Button'
import { Card } from '../ui/Card'
import { Icon } from '../ui/icons'
import { EmptyState, ErrorNote, Loading } from '../ui/states'
import { MissedDialog } from './MissedDialog'

const PAGE = 20
const levels = leadershipLevelCodes.entries.map(({ name }) => ({ value: name, label: name }))
const sides = CareDimension.options.map(value => ({ value, label: `没有${value}关爱` }))

interface MissedCardProps {
  readonly list: 'quiet' | 'frontline'
  readonly whom: CareWhom
  readonly months: number
  readonly unitId: string | null
}

/** For whom nothing was done for long, or who carries a duty at the front line without: the way to them, and no judgement. */
export function MissedCard({ list, whom, months, unitId }: MissedCardProps) {
  const may = useMay()
  const [level, setLevel] = useState<string | null>(null)
  const [dimension, setDimension] = useState<CareDimension | null>(null)
  const [leaving, setLeaving] = useState(false)
  const of: CareMissed =
    list === 'frontline' ? { list, months, unitId } : { list, whom, months, unitId, level, dimension }
  const people = useRows('careCoverage', 'missed', { of }, PAGE)
  return (
    <Card
      title={list === 'frontline' ? '在一线而没有关爱' : '久未关爱'}
      note={people.total === undefined ? undefined : `近 ${months} 个月，${people.total} 人`}
      more={
        may('cadres.export') &&
        (people.total ?? 0) > 0 && (
          <Button size="small" icon={<Icon name="print" size={14} />} onClick={() => setLeaving(true)}>
            打印和导出
          </Button>
        )
      }
    >
      {list === 'frontline' ? (
        <p className="ccv-hint">
          名册里驻村援派挂职、急难任务的，和标签里有“一线”的；没有关爱记录，本年也没有登记休过年休假。
        </p>
      ) : (
        <div className="ccv-narrow">
          <Select
            aria-label="职务层次"
            size="small"
            value={level}
            onChange={next => setLevel(next ?? null)}
            options={levels}
            allowClear
            placeholder="全部职务层次"
          />
          <Select
            aria-label="哪个方面"
            size="small"
            value={dimension}
            onChange={next => setDimension(next ?? null)}
            options={sides}
            allowClear
            placeholder="不分方面"
          />
        </div>
      )}
      {people.isPending && <Loading />}
      {people.error && <ErrorNote error={people.error} onRetry={people.retry} />}
      {people.total === 0 && (
        <EmptyState title="没有这样的干部" hint={`近 ${months} 个月都有关爱记录；更久没有的会列在这里。`} />
      )}
      <PersonLines rows={people.rows} tab="care" />
      {people.more && (
        <div className="dd-more">
          <Button onClick={people.more}>再看一些</Button>
        </div>
      )}
      {leaving && people.total !== undefined && <MissedDialog of={of} onClose={() => setLeaving(false)} />}
    </Card>
  )
}
