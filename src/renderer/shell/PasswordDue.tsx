import { api } from '../api/client'
import { useSession } from '../api/session'
import { ChangePasswordForm } from '../session/ChangePasswordForm'
import { Plaque, StartFrame } from '../start/StartFrame'
import { Button } from '../ui/Button'

/** The workspace waits until the password is one's own and in time. */
export function PasswordDue({ due }: { due: 'initial' | 'expired' }) {
  const { unit } = useSession()
  return (
    <StartFrame side={<Plaque text={unit} />}>
      <h1>{due === 'initial' ? '先换成自己的密码' : '密码到期，请换一个'}</h1>
      <p className="start-lead">
        {due === 'initial'
          ? '现在的密码是管理员给的，只用来登录这一次。换好后即可开始工作。'
          : '按本单位的安全策略，密码用到了期限。换好后回到原来的页面。'}
      </p>
      <ChangePasswordForm
        autoFocus
        onDone={() => undefined}
        aside={
          <Button kind="link" onClick={() => void api.shell.lock({})}>
            先不换，锁定
          </Button>
        }
      />
    </StartFrame>
  )
}
