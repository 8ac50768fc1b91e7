import { useLocation } from 'wouter'
import { figureTitles, policyFigures, profileTitles } from '../../shared/policy/policy.rules'
import { useCall } from '../api/query'
import { Button } from '../ui/Button'
import { Card } from '../ui/Card'
import { StateMark } from '../ui/marks'
import { ErrorNote, Loading } from '../ui/states'
import './policy.css'
import { againstDefault, againstTitles, valueWords } from './policy.words'

/** On the 安全保密管理员's workbench: where the unit's policy differs from its profile, looser figures first. */
export function PolicyCard({ title }: { title: string }) {
  const policy = useCall('policy', 'get', {})
  const [, go] = useLocation()
  const current = policy.data
  const differing = current
    ? policyFigures
        .map(name => ({ name, against: againstDefault(current, name) }))
        .filter(({ against }) => against !== 'same')
        .toSorted((a, b) => Number(b.against === 'looser') - Number(a.against === 'looser'))
    : []
  return (
    <Card
      title={title}
      note={current && `密级类别：${profileTitles[current.profile]}`}
      more={
        <Button kind="link" size="small" onClick={() => go('/policy')}>
          全部项目
        </Button>
      }
    >
      {policy.isPending && <Loading />}
      {policy.isError && <ErrorNote error={policy.error} onRetry={() => void policy.refetch()} />}
      {current && (
        <>
          <dl className="pol-list">
            {differing.map(({ name, against }) => (
              <div key={name}>
                <dt>{figureTitles[name].title}</dt>
                <dd>{valueWords(name, current[name])}</dd>
                <dd>
                  {against === 'looser' ? (
                    <StateMark state="late">{againstTitles[against]}</StateMark>
                  ) : (
                    <StateMark state="done">{againstTitles[against]}</StateMark>
                  )}
                </dd>
              </div>
            ))}
          </dl>
          <p className="pol-rest pol-quiet">
            {differing.length === 0
              ? `${policyFigures.length} 项都同类别默认。`
              : `其余 ${policyFigures.length - differing.length} 项同类别默认。`}
          </p>
        </>
      )}
    </Card>
  )
}
