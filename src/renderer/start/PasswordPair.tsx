import { type Ref, useImperativeHandle, useRef, useState } from 'react'
import { PasswordField, type PasswordHandle } from '../ui/PasswordField'
import { type PasswordRule, type Strength, strengthOf } from './strength'
import './start.css'

export interface PairHandle {
  /** The password when it may be used and both fields agree; else null, and the fields say why. */
  take: () => string | null
  clear: () => void
}

interface PasswordPairProps {
  ref: Ref<PairHandle>
  label: string
  rule: PasswordRule
  /** Login, name and unit: no password may be built on them. */
  personWords: readonly string[]
  autoFocus?: boolean
}

/** A new password, judged while it is typed, and typed once more. */
export function PasswordPair({ ref, label, rule, personWords, autoFocus }: PasswordPairProps) {
  const first = useRef<PasswordHandle>(null)
  const again = useRef<PasswordHandle>(null)
  const [strength, setStrength] = useState<Strength>(() => strengthOf('', rule, personWords))
  const [firstWrong, setFirstWrong] = useState<string>()
  const [againWrong, setAgainWrong] = useState<string>()
  const words = personWords.filter(word => word.trim() !== '')

  useImperativeHandle(ref, () => ({
    take: () => {
      const value = first.current?.getValue() ?? ''
      const judged = strengthOf(value, rule, words)
      const agrees = value === (again.current?.getValue() ?? '')
      setStrength(judged)
      setFirstWrong(judged.level === 0 ? judged.word : undefined)
      setAgainWrong(judged.level > 0 && !agrees ? '两次输入的密码不一样' : undefined)
      if (judged.level === 0) first.current?.focus()
      else if (!agrees) {
        again.current?.clear()
        again.current?.focus()
      }
      return judged.level > 0 && agrees ? value : null
    },
    clear: () => {
      first.current?.clear()
      again.current?.clear()
    },
  }))

  return (
    <>
      <PasswordField
        label={label}
        ref={first}
        autoFocus={autoFocus}
        error={firstWrong}
        hint={<Meter strength={strength} />}
        onEdit={value => {
          setFirstWrong(undefined)
          setStrength(strengthOf(value, rule, words))
        }}
      />
      <PasswordField
        label="再输一次"
        ref={again}
        error={againWrong}
        onEdit={value => value !== '' && setAgainWrong(undefined)}
      />
    </>
  )
}

function Meter({ strength }: { strength: Strength }) {
  return (
    <span className="start-meter">
      <span className={`start-bars start-bars-${strength.level}`} aria-hidden="true">
        <i />
        <i />
        <i />
      </span>
      {strength.word}
    </span>
  )
}
