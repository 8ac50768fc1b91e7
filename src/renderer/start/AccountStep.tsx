import { type Ref, useState } from 'react'
import { Button } from '../ui/Button'
import { TextField } from '../ui/TextField'
import { type PairHandle, PasswordPair } from './PasswordPair'
import type { PasswordRule } from './strength'
import { type AccountForm, duties, type FirstRole, type Gaps } from './wizard'

interface AccountStepProps {
  role: FirstRole
  unit: string
  account: AccountForm
  gaps: Gaps<keyof AccountForm>
  rule: PasswordRule
  /** A password for this account was already taken; it stays unless a new one is typed. */
  hasPassword: boolean
  pair: Ref<PairHandle>
  onChange: (account: AccountForm) => void
  onRetype: () => void
}

/** One of the first four accounts. Its holder sits down and types the password. */
export function AccountStep(props: AccountStepProps) {
  const { role, unit, account, gaps, rule, hasPassword, pair, onChange, onRetype } = props
  const [focusPassword, setFocusPassword] = useState(false)
  const set = (part: Partial<AccountForm>): void => onChange({ ...account, ...part })
  return (
    <>
      <p className="start-lead">{duties[role]}密码由本人输入。</p>
      <div className="wizard-grid">
        <TextField
          label="姓名"
          value={account.name}
          onChange={name => set({ name })}
          error={gaps.name}
          autoFocus={!hasPassword}
        />
        <TextField
          label="登录名"
          value={account.login}
          onChange={login => set({ login })}
          error={gaps.login}
          hint="文字、数字和 . _ -"
        />
        <TextField
          label="科室（可不填）"
          value={account.department}
          onChange={department => set({ department })}
          error={gaps.department}
        />
        <TextField
          label="工号（同名时填）"
          value={account.workNumber}
          onChange={workNumber => set({ workNumber })}
          error={gaps.workNumber}
          nfkc
        />
        {hasPassword ? (
          <p className="wizard-has-password">
            密码已输入
            <Button
              kind="link"
              onClick={() => {
                setFocusPassword(true)
                onRetype()
              }}
            >
              重新输入
            </Button>
          </p>
        ) : (
          <PasswordPair
            ref={pair}
            label="密码"
            rule={rule}
            personWords={[account.login, account.name, unit]}
            autoFocus={focusPassword}
          />
        )}
      </div>
    </>
  )
}
