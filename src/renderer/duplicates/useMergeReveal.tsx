import { type ReactNode, useState } from 'react'
import type { Cadre } from '../../shared/cadres/cadres'
import type { SensitiveField } from '../../shared/cadres/cadres.contract'
import { fieldLabels } from '../../shared/cadres/field-labels'
import { api } from '../api/client'
import { withValue } from '../cadres/reveal'
import { ReasonDialog } from '../ui/ReasonDialog'
import type { Comparison } from './differences'

interface MergeReveal {
  readonly shown: { readonly kept: Cadre; readonly other: Cadre; readonly fields: ReadonlySet<SensitiveField> }
  ask(field: SensitiveField): void
  /** To be put on the page. */
  readonly dialog: ReactNode
}

/** Shows what is masked in both files at once, after one reason. Leaving the page covers it again. */
export function useMergeReveal({ kept, other }: Pick<Comparison, 'kept' | 'other'>): MergeReveal {
  const [shown, setShown] = useState<MergeReveal['shown']>({ kept: kept.cadre, other: other.cadre, fields: new Set() })
  const [asked, setAsked] = useState<SensitiveField | null>(null)
  const put = async (field: SensitiveField, reason: string): Promise<void> => {
    const read = async (file: typeof kept, cadre: Cadre): Promise<Cadre> =>
      file.masked.includes(field)
        ? withValue(cadre, field, (await api.cadres.reveal({ id: file.cadre.id, field, reason })).value)
        : cadre
    const [mine, others] = [await read(kept, shown.kept), await read(other, shown.other)]
    setShown({ kept: mine, other: others, fields: new Set([...shown.fields, field]) })
  }
  return {
    shown,
    ask: setAsked,
    dialog: (
      <ReasonDialog
        open={asked !== null}
        title={`显示两份档案的${asked === null ? '' : fieldLabels[asked]}`}
        consequence="谁在什么时候、因为什么看过，都记入审计日志。离开这一页后自动遮住。"
        confirmText="显示"
        onConfirm={async reason => {
          if (asked !== null) await put(asked, reason)
        }}
        onClose={() => setAsked(null)}
      />
    ),
  }
}
