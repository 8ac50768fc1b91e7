import { App } from 'antd'
import { type ReactNode, useState } from 'react'
import type { CadreId } from '../../../shared/cadres/cadres'
import type { ToldFinding } from '../../../shared/checks/checks'
import { api } from '../../api/client'
import { describeError } from '../../ui/errorWords'
import { ReasonDialog } from '../../ui/ReasonDialog'

interface Dismissals {
  dismiss(id: CadreId, finding: ToldFinding): void
  reopen(id: CadreId, finding: ToldFinding): void
  /** To be put on the page. */
  readonly dialog: ReactNode
}

/** Putting a finding aside asks why; taking it back does not. */
export function useDismissal(): Dismissals {
  const { message } = App.useApp()
  const [asked, setAsked] = useState<{ readonly id: CadreId; readonly finding: ToldFinding } | null>(null)
  return {
    dismiss: (id, finding) => setAsked({ id, finding }),
    reopen: (id, { dismissal }) => {
      if (!dismissal) return
      api.checks.reopen({ id, dismissalId: dismissal.id }).catch((error: unknown) => {
        void message.warning(describeError(error).what)
      })
    },
    dialog: (
      <ReasonDialog
        open={asked !== null}
        title={`不再提示：${asked?.finding.title ?? ''}`}
        consequence="理由、谁在什么时候处理的都会记下。涉及的内容改动以后会重新提示，也可以随时恢复。"
        confirmText="不再提示"
        onConfirm={async reason => {
          if (asked) await api.checks.dismiss({ id: asked.id, fingerprints: [asked.finding.fingerprint], reason })
        }}
        onClose={() => setAsked(null)}
      />
    ),
  }
}
