import { App } from 'antd'
import { useState } from 'react'
import { type Account, proposalTitles } from '../../shared/accounts/accounts'
import { api } from '../api/client'
import { Button } from '../ui/Button'
import { ReasonDialog } from '../ui/ReasonDialog'
import { Aside } from './Aside'
import { type RoleScope, roleScopeProblems, scopeOf } from './accounts.form'
import { outcomeWords, roleWords, scopeWords } from './accounts.words'
import { RoleScopeFields } from './RoleScopeFields'
import type { AccountsView } from './useAccounts'

const same = (a: readonly string[] | null, b: readonly string[] | null): boolean =>
  a === null || b === null ? a === b : a.length === b.length && a.every(value => b.includes(value))

/** Asks for other roles or another scope of an account that exists. */
export function ChangeForm({ account, view, onClose }: { account: Account; view: AccountsView; onClose: () => void }) {
  const before: RoleScope = { roles: account.roles, whole: account.scope === null, units: account.scope ?? [] }
  const [form, setForm] = useState(before)
  const [asking, setAsking] = useState(false)
  const { message } = App.useApp()
  const problems = roleScopeProblems(form)
  const change = { kind: 'change', accountId: account.id, roles: form.roles, scope: scopeOf(form) } as const
  const verdict = view.mayAsk(change)
  const untouched = same(form.roles, account.roles) && same(change.scope, scopeOf(before))
  const refusal = untouched
    ? '角色和范围都没有改动'
    : (Object.values(problems)[0] ?? (verdict.allowed ? undefined : verdict.reason))
  return (
    <Aside title={`申请调整：${account.name}`} onClose={onClose}>
      <form
        className="acc-form"
        onSubmit={event => {
          event.preventDefault()
          if (refusal === undefined) setAsking(true)
        }}
      >
        <p className="acc-hint">
          现为{roleWords(account.roles)}，{scopeWords(account.roles, account.scope, view.units)}
        </p>
        <RoleScopeFields value={form} units={view.units} problems={problems} onChange={setForm} />
        {refusal !== undefined && !untouched && <p className="acc-why">{refusal}</p>}
        <div className="acc-acts">
          <Button kind="primary" submit reason={refusal}>
            提交申请
          </Button>
          <Button onClick={onClose}>不调整了</Button>
        </div>
      </form>
      <ReasonDialog
        open={asking}
        title={`申请${proposalTitles.change}：${account.name}`}
        consequence={`提交后由安全保密管理员审批。同意以后：${outcomeWords.change}`}
        confirmText="提交申请"
        onConfirm={async reason => {
          await api.accounts.propose({ change, reason })
          void message.info('申请已提交，等待安全保密管理员审批')
          onClose()
        }}
        onClose={() => setAsking(false)}
      />
    </Aside>
  )
}
