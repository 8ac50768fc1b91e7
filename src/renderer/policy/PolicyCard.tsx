import { useLocation } from 'wouter'
import {
  figureTitles,
  policyFigures,
  policySwitches,
  profileTitles,
  switchTitles,
  switchWords,
} from '../../shared/policy/policy.rules'
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
  const allowed = policySwitches.filter(name => current?.[name] === true)
  const same = policyFigures.length + policySwitches.length - differing.length - allowed.length
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
            {allowed.map(name => (
              <div key={name}>
                <dt>{switchTitles[name].title}</dt>
                <dd>{switchWords(true)}</dd>
                <dd>
                  <StateMark state="late">{againstTitles.looser}</StateMark>
                </dd>
              </div>
            ))}
          </dl>
          <p className="pol-rest pol-quiet">
            {differing.length + allowed.length === 0 ? `${same} 项都同类别默认。` : `其余 ${same} 项同类别默认。`}
          </p>
        </>
      )}
    </Card>
  )
}
