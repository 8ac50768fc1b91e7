import { App } from 'antd'
import { useState } from 'react'
import { ChangePasswordForm } from '../../session/ChangePasswordForm'
import { Card } from '../../ui/Card'
import { Page } from '../../ui/Page'
import { AboutCard } from './AboutCard'
import { ItPolicyCard } from './ItPolicyCard'
import { LookCard } from './LookCard'
import { UpdateCard } from './UpdateCard'
import './settings.css'

/** What belongs to this computer and to one's own account. What belongs to the unit is in 安全策略. */
export function SettingsPage() {
  const { message } = App.useApp()
  const [round, setRound] = useState(0)
  return (
    <Page title="设置" note="外观和字号只影响这台计算机">
      <div className="settings">
        <div>
          <LookCard />
          <ItPolicyCard />
          <UpdateCard />
          <AboutCard />
        </div>
        <Card title="修改密码" className="settings-password">
          <ChangePasswordForm
            key={round}
            onDone={() => {
              setRound(round + 1)
              void message.info('密码已修改，下次登录用新密码')
            }}
          />
        </Card>
      </div>
    </Page>
  )
}
