import { type FormEvent, type ReactNode, useRef, useState } from 'react'
import { api } from '../api/client'
import { useSession } from '../api/session'
import { type PairHandle, PasswordPair } from '../start/PasswordPair'
import { Button } from '../ui/Button'
import { PasswordField, type PasswordHandle } from '../ui/PasswordField'
import { ErrorNote } from '../ui/states'
import { session } from './session.store'

interface ChangePasswordFormProps {
  onDone: () => void
  autoFocus?: boolean
  /** Beside the button: another way out. */
  aside?: ReactNode
}

/** One's own password, judged by the unit's own rule while it is typed. */
export function ChangePasswordForm({ onDone, autoFocus, aside }: ChangePasswordFormProps) {
  const { account, unit, passwordRules } = useSession()
  const current = useRef<PasswordHandle>(null)
  const pair = useRef<PairHandle>(null)
  const [missing, setMissing] = useState<string>()
  const [error, setError] = useState<unknown>(null)
  const [busy, setBusy] = useState(false)

  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault()
    if (busy) return
    const old = current.current?.getValue() ?? ''
    setMissing(old === '' ? '请先输入现在的密码' : undefined)
    const next = pair.current?.take() ?? null
    if (old === '' || next === null) return
    setBusy(true)
    setError(null)
    try {
      const changed = await api.session.changePassword({ current: old, next })
      current.current?.clear()
      pair.current?.clear()
      session.getState().signedIn(changed)
      onDone()
    } catch (failure) {
      setError(failure)
    } finally {
      setBusy(false)
    }
  }

  return (
    <form className="shell-password" onSubmit={event => void submit(event)} aria-label="修改密码">
      <PasswordField
        label="现在的密码"
        ref={current}
        error={missing}
        autoFocus={autoFocus}
        onEdit={() => setMissing(undefined)}
      />
      <PasswordPair ref={pair} label="新密码" rule={passwordRules} personWords={[account.login, account.name, unit]} />
      {error !== null && <ErrorNote error={error} />}
      <div className="shell-password-end">
        <Button kind="primary" submit busy={busy}>
          修改密码
        </Button>
        {aside}
      </div>
    </form>
  )
}
