import { type FormEvent, useRef, useState } from 'react'
import { profiles } from '../../shared/policy/policy.rules'
import { api } from '../api/client'
import { session } from '../session/session.store'
import { Button } from '../ui/Button'
import { ErrorNote } from '../ui/states'
import { TextField } from '../ui/TextField'
import { type PairHandle, PasswordPair } from './PasswordPair'
import { foldGroup, RecoverySheet } from './RecoverySheet'
import { Plaque, StartFrame } from './StartFrame'
import { TroubleScreen } from './TroubleScreen'
import { isTrouble } from './troubles'

const CODE_CHARS = 40

/** The locked store does not tell its policy, so the loosest bound is checked here and the unit's own by the core. */
const loosest = {
  passwordLength: profiles.internal.passwordLength.loosest,
  passwordKinds: profiles.internal.passwordKinds.loosest,
}

/** The sealed code gives one account a new password. */
export function RecoverPage({ unit, onClose }: { unit: string; onClose: () => void }) {
  const [code, setCode] = useState('')
  const [login, setLogin] = useState('')
  const [fresh, setFresh] = useState<string | null>(null)
  const [error, setError] = useState<unknown>(null)
  const [missing, setMissing] = useState<{ code?: string; login?: string }>({})
  const [busy, setBusy] = useState(false)
  const pair = useRef<PairHandle>(null)
  const length = [...foldGroup(code)].length

  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault()
    if (busy) return
    const gaps = {
      ...(length === CODE_CHARS ? {} : { code: `恢复码共 ${CODE_CHARS} 个字符，现在是 ${length} 个` }),
      ...(login.trim() === '' ? { login: '请填写要重设密码的登录名' } : {}),
    }
    setMissing(gaps)
    const password = pair.current?.take() ?? null
    if (password === null || Object.keys(gaps).length > 0) return
    setBusy(true)
    setError(null)
    try {
      const answer = await api.session.recover({ recoveryCode: code, login: login.trim(), password })
      pair.current?.clear()
      setFresh(answer.recoveryCode)
    } catch (failure) {
      setError(failure)
    } finally {
      setBusy(false)
    }
  }
  const finish = (): void => {
    void session.getState().refresh()
    onClose()
  }

  /** Until the new code is said to be written down, and when that cannot be kept, the old one counts as well. */
  const settle = async (recoveryCode: string): Promise<void> => {
    await api.session.settleRecovery({ recoveryCode }).catch(() => undefined)
    finish()
  }

  if (fresh !== null) {
    return (
      <StartFrame side={<Plaque text={unit} />} wide>
        <h1>密码已重设，换用新的恢复码</h1>
        <p className="start-lead">写下并核对以后，旧的恢复码就作废，请销毁旧纸。</p>
        <RecoverySheet code={fresh} unit={unit} doneText="核对，去登录" onDone={() => void settle(fresh)} />
      </StartFrame>
    )
  }
  if (isTrouble(error))
    return <TroubleScreen trouble={error} onBack={() => setError(null)} steps={{ retry: () => setError(null) }} />
  return (
    <StartFrame side={<Plaque text={unit} />}>
      <form className="start-form" onSubmit={event => void submit(event)} aria-label="用恢复码重设密码">
        <h1>用恢复码重设密码</h1>
        <p className="start-lead">取出封存的恢复码。办完后旧码作废，会给出一张新的。</p>
        <TextField
          label="恢复码"
          value={code}
          onChange={setCode}
          error={missing.code}
          hint={`10 组，每组 4 个字符，大小写和横线都可不管${length > 0 ? `，已输入 ${length} 个` : ''}`}
          multiline
          rows={2}
          nfkc
          autoFocus
        />
        <TextField label="登录名" value={login} onChange={setLogin} error={missing.login} />
        <PasswordPair ref={pair} label="新密码" rule={loosest} personWords={[login, unit]} />
        {error !== null && <ErrorNote error={error} />}
        <div className="start-actions">
          <Button kind="primary" submit busy={busy}>
            重设密码
          </Button>
          <Button onClick={onClose}>返回登录</Button>
        </div>
      </form>
    </StartFrame>
  )
}
