import { appendLine, shareEpochs } from '../store/audit'
import type { TryBook } from '../store/tries'
import { auditRecipients } from './audit-recipients'
import type { OpenStore } from './open-store'

/** Audits what happened at the gate since the last sign-in, and the sign-in itself, in one transaction. */
export function recordEntry(entered: OpenStore, tries: TryBook, facts: string[]): void {
  const failed = tries.takePending()
  entered.raw
    .transaction(() => {
      for (const failure of failed) {
        const slot = entered.vault.slots.find(({ loginHash: hash }) => hash === failure.loginHash)
        const line = entered.auditLine('session.signIn', 'failed', {
          ...(slot ? { subject: `accounts:${slot.id}` } : {}),
          details: `密码错误 ${failure.times} 次${failure.lockedOut ? '，账户锁定' : ''}，${new Date(failure.at).toISOString()}`,
        })
        appendLine(entered.raw, { ...line, account: null, roles: [] })
      }
      const detail = facts.length > 0 ? { details: facts.join('；') } : {}
      appendLine(entered.raw, entered.auditLine('session.signIn', 'done', detail))
      if (entered.caller.roles.includes('auditor'))
        shareEpochs(entered.raw, { id: entered.caller.id, privateKey: entered.privateKey }, auditRecipients(entered))
    })
    .immediate()
  tries.settlePending()
}
