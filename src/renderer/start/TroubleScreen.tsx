import { lazy, Suspense, useState } from 'react'
import { api } from '../api/client'
import { session } from '../session/session.store'
import { Button } from '../ui/Button'
import { ErrorNote } from '../ui/states'
import { Plaque, StartFrame } from './StartFrame'
import { type TroubleStep, troubleOf } from './troubles'

const RestorePage = lazy(() => import('./RestorePage').then(module => ({ default: module.RestorePage })))
const SalvagePage = lazy(() => import('./SalvagePage').then(module => ({ default: module.SalvagePage })))
const alsoTexts = { restore: '从备份恢复', salvage: '抢救数据' } as const

interface TroubleScreenProps {
  /** A store's trouble, or whatever a call threw. */
  trouble: unknown
  /** Takes the place of the step's usual way. */
  steps?: Partial<Record<TroubleStep, () => void>>
  /** Back to the form that the failure came from. */
  onBack?: () => void
}

/** One thing went wrong: its name, what is safe, and one next step. */
export function TroubleScreen({ trouble, steps, onBack }: TroubleScreenProps) {
  const { title, what, kept, step, stepText, also = [] } = troubleOf(trouble)
  const [doing, setDoing] = useState<'restore' | 'salvage' | null>(null)
  const [busy, setBusy] = useState(false)
  const [error, setError] = useState<unknown>(null)

  const usual: Record<TroubleStep, () => Promise<unknown>> = {
    retry: () => session.getState().refresh(),
    restore: async () => setDoing('restore'),
    recover: () => session.getState().refresh(),
    quit: () => api.shell.quit({}),
    'accept-clock': () => session.getState().refresh(),
  }
  const act = async (): Promise<void> => {
    const own = steps?.[step]
    if (own) return own()
    setBusy(true)
    setError(null)
    try {
      await usual[step]()
    } catch (failure) {
      setError(failure)
    } finally {
      setBusy(false)
    }
  }

  if (doing !== null) {
    const View = doing === 'restore' ? RestorePage : SalvagePage
    return (
      <Suspense>
        <View
          unit="担当"
          byCode={false}
          onClose={() => {
            setDoing(null)
            onBack?.()
          }}
        />
      </Suspense>
    )
  }
  return (
    <StartFrame side={<Plaque text="担当" />}>
      <div role="alert">
        <h1>{title}</h1>
        <p className="start-lead">{what}</p>
        <p className="start-kept">{kept}</p>
      </div>
      {error !== null && <ErrorNote error={error} />}
      <div className="start-actions">
        <Button kind="primary" busy={busy} onClick={() => void act()}>
          {stepText}
        </Button>
        {also.map(way => (
          <Button key={way} onClick={() => setDoing(way)}>
            {alsoTexts[way]}
          </Button>
        ))}
        {onBack && <Button onClick={onBack}>返回登录</Button>}
        <Button kind="link" onClick={() => session.getState().show('choosing')}>
          换一个数据库
        </Button>
      </div>
    </StartFrame>
  )
}
