import { type FormEvent, lazy, Suspense, useEffect, useRef, useState } from 'react'
import { AppError } from '../../shared/result'
import { api } from '../api/client'
import { session } from '../session/session.store'
import { Button } from '../ui/Button'
import { describeError } from '../ui/errorWords'
import { PasswordField, type PasswordHandle } from '../ui/PasswordField'
import { TextField } from '../ui/TextField'
import { Plaque, StartFrame } from './StartFrame'
import { TroubleScreen } from './TroubleScreen'
import { isTrouble } from './troubles'
import { useCountdown } from './useCountdown'

const RestorePage = lazy(() => import('./RestorePage').then(module => ({ default: module.RestorePage })))
const RecoverPage = lazy(() => import('./RecoverPage').then(module => ({ default: module.RecoverPage })))

const waitSecondsOf = (error: unknown): number => {
  const { waitSeconds } = ((error instanceof AppError ? error.details : undefined) as { waitSeconds?: unknown }) ?? {}
  return typeof waitSeconds === 'number' ? waitSeconds : 0
}

const inWords = (seconds: number): string =>
  seconds < 60 ? `${seconds} 秒` : `${Math.floor(seconds / 60)} 分 ${String(seconds % 60).padStart(2, '0')} 秒`

/** Login and password. The login of whoever was here before is not remembered: it would tell who uses this computer. */
export function UnlockPage({ unit, machineKnown }: { unit: string; machineKnown: boolean }) {
  const [login, setLogin] = useState('')
  const [wrong, setWrong] = useState<string | null>(null)
  const [trouble, setTrouble] = useState<unknown>(null)
  const [recovering, setRecovering] = useState(false)
  const [restoring, setRestoring] = useState(false)
  const [busy, setBusy] = useState(false)
  const wait = useCountdown()
  const password = useRef<PasswordHandle>(null)
  const mounted = useRef(true)
  useEffect(() => {
    mounted.current = true
    return () => {
      mounted.current = false
    }
  }, [])

  const signIn = async (acceptClock: boolean): Promise<void> => {
    setBusy(true)
    setWrong(null)
    setTrouble(null)
    try {
      const signedIn = await api.session.signIn({
        login: login.trim(),
        password: password.current?.getValue() ?? '',
        acceptClock,
      })
      password.current?.clear()
      session.getState().signedIn(signedIn)
    } catch (error) {
      if (!mounted.current) return
      if (isTrouble(error)) setTrouble(error)
      else {
        wait.start(waitSecondsOf(error))
        setWrong(describeError(error).what)
        password.current?.clear()
        password.current?.focus()
      }
    } finally {
      if (mounted.current) setBusy(false)
    }
  }
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    if (busy || wait.left > 0) return
    if (login.trim() === '') setWrong('请填写登录名')
    else if ((password.current?.getValue() ?? '') === '') {
      setWrong('请填写密码')
      password.current?.focus()
    } else void signIn(false)
  }

  if (recovering) {
    return (
      <Suspense>
        <RecoverPage unit={unit} onClose={() => setRecovering(false)} />
      </Suspense>
    )
  }
  if (restoring) {
    return (
      <Suspense>
        <RestorePage unit={unit} byCode={!machineKnown} onClose={() => setRestoring(false)} />
      </Suspense>
    )
  }
  if (!machineKnown && trouble === null) {
    return (
      <TroubleScreen trouble={new AppError('machine-unknown', '')} steps={{ recover: () => setRecovering(true) }} />
    )
  }
  return (
    <>
      {trouble !== null && (
        <TroubleScreen
          trouble={trouble}
          steps={{
            'accept-clock': () => void signIn(true),
            recover: () => setRecovering(true),
            retry: () => void signIn(false),
          }}
          onBack={() => setTrouble(null)}
        />
      )}
      {/* The form stays while a trouble is shown, so that what was typed need not be typed again. */}
      <div className="start-hold" hidden={trouble !== null}>
        <StartFrame side={<Plaque text={unit} />}>
          <form className="start-form" onSubmit={submit} aria-label="登录">
            <h1>登录</h1>
            <TextField label="登录名" value={login} onChange={setLogin} autoFocus />
            <PasswordField label="密码" ref={password} />
            <p className="start-wrong" role="alert">
              {wrong}
            </p>
            <Button kind="primary" size="large" submit busy={busy} disabled={wait.left > 0}>
              {wait.left > 0 ? `${inWords(wait.left)}后可再试` : busy ? '正在打开' : '登录'}
            </Button>
          </form>
          <p className="start-links">
            <Button kind="link" onClick={() => setRecovering(true)}>
              用恢复码重设密码
            </Button>
            <Button kind="link" onClick={() => setRestoring(true)}>
              从备份恢复
            </Button>
            <Button kind="link" onClick={() => session.getState().show('choosing')}>
              换一个数据库
            </Button>
          </p>
        </StartFrame>
      </div>
    </>
  )
}
