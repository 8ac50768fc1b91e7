import { type FormEvent, useEffect, useRef, useState } from 'react'
import { roleTitles } from '../../shared/accounts/roles'
import { defaultPolicy } from '../../shared/policy/policy.rules'
import { api } from '../api/client'
import { session, useSessionState } from '../session/session.store'
import { Button } from '../ui/Button'
import { ErrorNote } from '../ui/states'
import { AccountStep } from './AccountStep'
import type { PairHandle } from './PasswordPair'
import { PlaceStep, unfit } from './PlaceStep'
import { RecoverySheet } from './RecoverySheet'
import { StartFrame } from './StartFrame'
import { UnitStep } from './UnitStep'
import {
  type AccountForm,
  emptyForm,
  type FirstRole,
  firstRoles,
  type Gaps,
  gapsOfAccount,
  gapsOfUnit,
  newStoreOf,
} from './wizard'

type Step = 'unit' | FirstRole | 'place' | 'code'
const steps: readonly Step[] = ['unit', ...firstRoles, 'place', 'code']

const titles: Record<Step, string> = {
  unit: '单位和密级类别',
  sysadmin: roleTitles.sysadmin,
  secadmin: roleTitles.secadmin,
  auditor: roleTitles.auditor,
  officer: '首位组织干事',
  place: '存放位置',
  code: '恢复码',
}

const isRole = (step: Step): step is FirstRole => (firstRoles as readonly Step[]).includes(step)

/** Sets up a store: the unit, the three administrators, the first officer, the place, the sealed code. */
export function CreateWizard() {
  const [form, setForm] = useState(emptyForm)
  const [step, setStep] = useState<Step>('unit')
  const [shown, setShown] = useState(false)
  const [retyping, setRetyping] = useState(false)
  const [code, setCode] = useState<string | null>(null)
  const [error, setError] = useState<unknown>(null)
  const [busy, setBusy] = useState(false)
  const passwords = useRef(new Map<FirstRole, string>())
  const [taken, setTaken] = useState<readonly FirstRole[]>([])
  const pair = useRef<PairHandle>(null)
  const store = useSessionState(state => state.store)

  useEffect(() => {
    session.getState().show('creating')
    const kept = passwords.current
    return () => kept.clear()
  }, [])

  const gapsOf = (at: Step): Gaps<'unit' | keyof AccountForm> =>
    at === 'unit' ? gapsOfUnit(form.unit) : isRole(at) ? gapsOfAccount(form, at) : {}
  const gaps = shown ? gapsOf(step) : {}
  const hasPassword = isRole(step) && taken.includes(step) && !retyping

  const goTo = (next: Step): void => {
    setShown(false)
    setRetyping(false)
    setError(null)
    setStep(next)
  }
  const near = (by: 1 | -1): Step => steps[steps.indexOf(step) + by] ?? step

  const create = async (): Promise<void> => {
    // The names may have been changed on the way back, so everything is looked at once more.
    const unready = steps.find(at => Object.keys(gapsOf(at)).length > 0 || (isRole(at) && !passwords.current.has(at)))
    if (unready !== undefined) {
      goTo(unready)
      setShown(true)
      return
    }
    setBusy(true)
    setError(null)
    try {
      const { recoveryCode } = await api.session.create(newStoreOf(form, passwords.current))
      passwords.current.clear()
      setCode(recoveryCode)
      setStep('code')
    } catch (failure) {
      setError(failure)
    } finally {
      setBusy(false)
    }
  }

  const submit = (event: FormEvent): void => {
    event.preventDefault()
    if (busy) return
    if (step === 'place') {
      if (unfit(store) === undefined) void create()
      return
    }
    setShown(true)
    if (isRole(step) && !hasPassword) {
      const password = pair.current?.take() ?? null
      if (password === null) return
      if (Object.keys(gapsOf(step)).length === 0) {
        passwords.current.set(step, password)
        setTaken([...taken, step])
      }
    }
    if (Object.keys(gapsOf(step)).length === 0) goTo(near(1))
  }

  const finish = (): void => {
    session.getState().show('store')
    void session.getState().refresh()
  }

  return (
    <StartFrame side={<StepList step={step} />} wide>
      <h1>{titles[step]}</h1>
      {step === 'code' && code !== null ? (
        <RecoverySheet code={code} unit={form.unit.trim()} doneText="核对，去登录" onDone={finish} />
      ) : (
        <form className="wizard-form" onSubmit={submit} aria-label={titles[step]} key={step}>
          {step === 'unit' && <UnitStep form={form} onChange={setForm} wrong={gaps.unit} />}
          {isRole(step) && (
            <AccountStep
              role={step}
              unit={form.unit}
              account={form.accounts[step]}
              gaps={gaps}
              rule={defaultPolicy(form.profile)}
              hasPassword={hasPassword}
              pair={pair}
              onChange={account => setForm({ ...form, accounts: { ...form.accounts, [step]: account } })}
              onRetype={() => setRetyping(true)}
            />
          )}
          {step === 'place' && <PlaceStep />}
          {error !== null && <ErrorNote error={error} />}
          <div className="wizard-end">
            <Button kind="link" disabled={busy} onClick={() => session.getState().show('choosing')}>
              放弃建立
            </Button>
            {step !== 'unit' && (
              <Button disabled={busy} onClick={() => goTo(near(-1))}>
                上一步
              </Button>
            )}
            <Button kind="primary" submit busy={busy} reason={step === 'place' ? unfit(store) : undefined}>
              {step !== 'place' ? '下一步' : busy ? '正在建立，约需几秒' : '建立数据库'}
            </Button>
          </div>
        </form>
      )}
    </StartFrame>
  )
}

function StepList({ step }: { step: Step }) {
  const at = steps.indexOf(step)
  return (
    <ol className="wizard-steps" aria-label="建立数据库的步骤">
      {steps.map((name, i) => (
        <li key={name} aria-current={i === at ? 'step' : undefined} className={i < at ? 'wizard-past' : undefined}>
          <span>{i + 1}</span>
          {titles[name]}
        </li>
      ))}
    </ol>
  )
}
