import { App } from 'antd'
import { useState } from 'react'
import { mayAdoptUnder } from '../../shared/it-policy/it-policy.rules'
import { type PolicyFigure, SecurityPolicy } from '../../shared/policy/policy'
import {
  mayAdopt,
  policyFigures,
  policySwitches,
  profileMeanings,
  profileTitles,
} from '../../shared/policy/policy.rules'
import { api } from '../api/client'
import { useItPolicy } from '../api/it-policy'
import { useCall } from '../api/query'
import { useMay } from '../api/session'
import { Button } from '../ui/Button'
import { Card } from '../ui/Card'
import { Page } from '../ui/Page'
import { ReasonDialog } from '../ui/ReasonDialog'
import { ErrorNote, Loading } from '../ui/states'
import { FigureRow } from './FigureRow'
import { SwitchRow } from './SwitchRow'
import './policy.css'
import { changesBetween } from './policy.words'

/** 安全策略: every figure beside its profile's default and the bound that the unit may not pass. */
export function PolicyPage() {
  const policy = useCall('policy', 'get', {})
  return (
    <Page title="安全策略">
      {policy.isPending && <Loading />}
      {policy.isError && <ErrorNote error={policy.error} onRetry={() => void policy.refetch()} />}
      {policy.data && <Figures key={JSON.stringify(policy.data)} current={policy.data} />}
    </Page>
  )
}

function Figures({ current }: { current: SecurityPolicy }) {
  const edits = useMay()('policy.change')
  const [wanted, setWanted] = useState<SecurityPolicy>(current)
  const [asking, setAsking] = useState(false)
  const { message } = App.useApp()
  const changes = changesBetween(current, wanted)
  const { inForce } = useItPolicy()
  const within = mayAdopt(current, wanted)
  const verdict = within.allowed ? mayAdoptUnder(inForce, current, wanted) : within
  const refusal = changes.length === 0 ? '还没有改动' : verdict.allowed ? undefined : verdict.reason
  const set = (name: PolicyFigure, value: number): void => setWanted({ ...wanted, [name]: value })
  return (
    <>
      <Card className="pol-card">
        <p className="pol-profile">
          <b>{profileTitles[current.profile]}</b>
          {profileMeanings[current.profile]}。类别在建立数据库时选定，不能在这里更改。
        </p>
        <div className="pol-scroll">
          <table className="pol-table">
            <thead>
              <tr>
                <th className="pol-first">项目</th>
                <th>现行</th>
                <th>类别默认</th>
                <th>最宽</th>
                <th className="pol-source">依据和状态</th>
              </tr>
            </thead>
            <tbody>
              {policyFigures.map(name => (
                <FigureRow
                  key={name}
                  name={name}
                  current={current}
                  wanted={wanted}
                  edits={edits}
                  onChange={value => set(name, value)}
                />
              ))}
              {policySwitches.map(name => (
                <SwitchRow
                  key={name}
                  name={name}
                  current={current}
                  wanted={wanted}
                  edits={edits}
                  onChange={on => setWanted({ ...wanted, [name]: on })}
                />
              ))}
            </tbody>
          </table>
        </div>
        <footer className="pol-foot">
          {edits ? (
            <>
              <span>
                {changes.length === 0
                  ? '可以比类别默认更严；放宽时不能超过“最宽”一列。'
                  : `改动 ${changes.length} 项，保存后立即生效。`}
              </span>
              {changes.length > 0 && <Button onClick={() => setWanted(current)}>放弃改动</Button>}
              <Button kind="primary" reason={refusal} onClick={() => setAsking(true)}>
                保存改动
              </Button>
            </>
          ) : (
            <span>由安全保密管理员调整。</span>
          )}
        </footer>
      </Card>
      <ReasonDialog
        open={asking}
        title="调整安全策略"
        consequence={
          <>
            <ul className="pol-changes">
              {changes.map(({ name, words }) => (
                <li key={name}>{words}</li>
              ))}
            </ul>
            对所有账户立即生效。以后可以再改回来，每次调整都记入审计日志。
          </>
        }
        confirmText="保存改动"
        onConfirm={async reason => {
          await api.policy.change({ policy: wanted, reason })
          void message.info('安全策略已调整')
        }}
        onClose={() => setAsking(false)}
      />
    </>
  )
}
