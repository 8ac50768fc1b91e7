import type { CareWhom } from '../../shared/care-coverage/care-coverage.contract'
import { useCall } from '../api/query'
import { Card } from '../ui/Card'
import { ErrorNote, Loading } from '../ui/states'

interface FiguresCardProps {
  readonly whom: CareWhom
  readonly months: number
  readonly unitId: string | null
}

/** How many were missed: numbers that everyone who oversees may see, without a name. */
export function FiguresCard(asked: FiguresCardProps) {
  const figures = useCall('careCoverage', 'figures', { ...asked })
  const told = figures.data && [
    [`近 ${asked.months} 个月没有关爱`, figures.data.quiet],
    ['其中从来没有记录', figures.data.never],
    ...(asked.whom === '在职'
      ? ([
          ['在一线的', figures.data.frontline],
          ['在一线而没有关爱', figures.data.frontlineMissed],
        ] as const)
      : []),
  ]
  return (
    <Card title="没有关爱到的" note="按关爱记录算">
      {figures.isPending && <Loading />}
      {figures.isError && <ErrorNote error={figures.error} onRetry={() => void figures.refetch()} />}
      {told && (
        <dl className="ccv-figures">
          {told.map(([title, count]) => (
            <div key={title}>
              <dt>{title}</dt>
              <dd>{count} 人</dd>
            </div>
          ))}
        </dl>
      )}
    </Card>
  )
}
