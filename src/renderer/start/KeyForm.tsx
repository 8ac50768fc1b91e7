import { type FormEvent, useRef, useState } from 'react'
import type { RestoreKey } from '../../shared/backups/backups'
import { Button } from '../ui/Button'
import { PasswordField, type PasswordHandle } from '../ui/PasswordField'
import { ErrorNote } from '../ui/states'
import { TextField } from '../ui/TextField'

interface KeyFormProps {
  readonly title: string
  readonly lead: string
  readonly act: string
  /** Opens with the printed code first, where no password can work. */
  readonly byCode: boolean
  /** A rejection is shown under the form, which stays filled in. */
  readonly onKey: (key: RestoreKey) => Promise<void>
  readonly onBack: () => void
}

/** An account of that time, or the printed recovery code. */
export function KeyForm({ title, lead, act, byCode: codeFirst, onKey, onBack }: KeyFormProps) {
  const [byCode, setByCode] = useState(codeFirst)
  const [login, setLogin] = useState('')
  const [code, setCode] = useState('')
  const [wrong, setWrong] = useState<string | undefined>(undefined)
  const [error, setError] = useState<unknown>(null)
  const [busy, setBusy] = useState(false)
  const password = useRef<PasswordHandle>(null)

  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault()
    if (busy) return
    const typed = password.current?.getValue() ?? ''
    const gap = byCode
      ? code.trim() === '' && '请填写恢复码'
      : (login.trim() === '' && '请填写登录名') || (typed === '' && '请填写密码')
    setWrong(gap || undefined)
    setError(null)
    if (gap) return
    setBusy(true)
    try {
      await onKey(byCode ? { kind: 'recovery', code } : { kind: 'account', login: login.trim(), password: typed })
      password.current?.clear()
    } catch (failure) {
      setError(failure)
    } finally {
      setBusy(false)
    }
  }
  return (
    <form className="start-form" onSubmit={event => void submit(event)} aria-label={title}>
      <h1>{title}</h1>
      <p className="start-lead">{lead}</p>
      {byCode ? (
        <TextField
          label="恢复码"
          hint="10 组，每组 4 个字符，大小写和横线都可不管"
          value={code}
          onChange={setCode}
          multiline
          rows={2}
          nfkc
          autoFocus
        />
      ) : (
        <>
          <TextField label="登录名" value={login} onChange={setLogin} autoFocus />
          <PasswordField label="密码" ref={password} />
        </>
      )}
      <p className="start-wrong" role="alert">
        {wrong}
      </p>
      {error !== null && <ErrorNote error={error} />}
      <div className="start-actions">
        <Button kind="primary" submit busy={busy}>
          {act}
        </Button>
        <Button onClick={onBack} disabled={busy}>
          返回
        </Button>
        <Button kind="link" onClick={() => setByCode(!byCode)} disabled={busy}>
          {byCode ? '改用登录名和密码' : '改用恢复码'}
        </Button>
      </div>
    </form>
  )
}
