import { App } from 'antd'
import { useState } from 'react'
import { flushSync } from 'react-dom'
import { proposalTitles } from '../../shared/accounts/accounts'
import { api } from '../api/client'
import { useDraft } from '../api/drafts'
import { Button } from '../ui/Button'
import { ReasonDialog } from '../ui/ReasonDialog'
import { Loading } from '../ui/states'
import { TextField } from '../ui/TextField'
import { Aside } from './Aside'
import { emptyDraft, newAccountOf, type OpenDraft, openProblems } from './accounts.form'
import { outcomeWords } from './accounts.words'
import { RoleScopeFields } from './RoleScopeFields'
import type { AccountsView } from './useAccounts'

/** Asks for a new account. What is typed is kept in the store until it is handed in or thrown away. */
export function OpenForm({ view, onClose }: { view: AccountsView; onClose: () => void }) {
  const draft = useDraft<OpenDraft>('accounts.propose', emptyDraft)
  const [checked, setChecked] = useState(false)
  const [asking, setAsking] = useState(false)
  const { message } = App.useApp()
  const form = draft.value
  const problems = openProblems(form)
  const whole = Object.keys(problems).length === 0
  const change = { kind: 'open', account: newAccountOf(form) } as const
  const verdict = whole ? view.mayAsk(change) : undefined
  const refusal = verdict && !verdict.allowed ? verdict.reason : undefined
  const shown = checked ? problems : {}
  const set = (part: Partial<OpenDraft>): void => draft.set({ ...form, ...part })
  return (
    <Aside title={`申请${proposalTitles.open}`} onClose={onClose}>
      {!draft.ready ? (
        <Loading />
      ) : (
        <form
          className="acc-form"
          // The browser's own balloons speak its language and not ours.
          noValidate
          onSubmit={event => {
            event.preventDefault()
            flushSync(() => setChecked(true))
            if (!whole) event.currentTarget.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus()
            else if (refusal === undefined) setAsking(true)
          }}
        >
          {draft.restoredAt !== null && (
            <p className="acc-strip">
              接着上次没有提交的内容
              <Button kind="link" size="small" onClick={() => void draft.discard()}>
                清空重填
              </Button>
            </p>
          )}
          <div className="acc-pair">
            <TextField
              label="姓名"
              value={form.name}
              onChange={name => set({ name })}
              maxChars={40}
              error={shown.name}
              required
            />
            <TextField
              label="持有人"
              value={form.holder}
              onChange={holder => set({ holder })}
              maxChars={40}
              hint="工号，没有工号的写姓名"
              error={shown.holder}
              required
            />
            <TextField
              label="登录名"
              value={form.login}
              onChange={login => set({ login })}
              maxChars={32}
              nfkc
              error={shown.login}
              required
            />
            <TextField
              label="部门"
              value={form.department}
              onChange={department => set({ department })}
              maxChars={60}
            />
            <TextField
              label="电话"
              value={form.phone}
              onChange={phone => set({ phone })}
              maxChars={30}
              nfkc
              hint="重置密码前核实本人用"
            />
          </div>
          <RoleScopeFields value={form} units={view.units} problems={shown} onChange={set} />
          {refusal !== undefined && <p className="acc-why">{refusal}</p>}
          {checked && !whole && <p className="acc-why">还有 {Object.keys(problems).length} 处没有填好</p>}
          <div className="acc-acts">
            <Button kind="primary" submit reason={refusal}>
              提交申请
            </Button>
            <Button onClick={onClose}>先放着</Button>
          </div>
        </form>
      )}
      <ReasonDialog
        open={asking}
        title={`申请${proposalTitles.open}：${form.name.trim()}`}
        consequence={`提交后由安全保密管理员审批。同意以后：${outcomeWords.open}`}
        confirmText="提交申请"
        onConfirm={async reason => {
          await api.accounts.propose({ change, reason })
          await draft.discard()
          void message.info('申请已提交，等待安全保密管理员审批')
          onClose()
        }}
        onClose={() => setAsking(false)}
      />
    </Aside>
  )
}
