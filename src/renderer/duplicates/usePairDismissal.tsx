import { App } from 'antd'
import { type ReactNode, useState } from 'react'
import type { DuplicatePerson } from '../../shared/duplicates/duplicates'
import { api } from '../api/client'
import { describeError } from '../ui/errorWords'
import { ReasonDialog } from '../ui/ReasonDialog'

type Named = Pick<DuplicatePerson, 'id' | 'name'>
export interface NamedPair {
  readonly first: Named
  readonly second: Named
}

interface PairDismissal {
  dismiss(pair: NamedPair): void
  relist(pair: NamedPair): void
  /** To be put on the page. */
  readonly dialog: ReactNode
}

/** Saying that two files are of two people asks why; taking it back does not. */
export function usePairDismissal(onDone?: () => void): PairDismissal {
  const { message } = App.useApp()
  const [asked, setAsked] = useState<NamedPair | null>(null)
  const idsOf = ({ first, second }: NamedPair): Parameters<typeof api.duplicates.relist>[0]['ids'] => [
    first.id,
    second.id,
  ]
  return {
    dismiss: setAsked,
    relist: pair => {
      api.duplicates
        .relist({ ids: idsOf(pair) })
        .then(() => message.info('已重新列为可能重复'))
        .catch((error: unknown) => void message.warning(describeError(error).what))
    },
    dialog: (
      <ReasonDialog
        open={asked !== null}
        title={`不是同一人：${asked?.first.name ?? ''}`}
        consequence="认定以后不再列为可能重复。理由、谁在什么时候认定的都会记下；以后看起来更像同一人时会重新列出，也可以随时取消认定。"
        confirmText="认定不是同一人"
        onConfirm={async reason => {
          if (!asked) return
          await api.duplicates.dismiss({ ids: idsOf(asked), reason })
          void message.info('已认定不是同一人')
          onDone?.()
        }}
        onClose={() => setAsked(null)}
      />
    ),
  }
}
