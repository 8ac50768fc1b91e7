import { useCallback, useState } from 'react'
import type { ExportEntry } from '../../shared/exports/exports'
import { type RegisterFilter, registerNotes, registerPaper } from '../../shared/exports/register.rules'
import type { Furniture } from '../../shared/papers/paper-page'
import { api } from '../api/client'
import { useSession } from '../api/session'
import { TableDialog } from '../papers/TableDialog'
import { count } from './exports.words'

interface RegisterDialogProps {
  filter: RegisterFilter
  /** The newest acts, which the preview shows. */
  entries: readonly ExportEntry[]
  total: number
  onClose: () => void
}

/** The register as it stands on the page, on paper or in a file: itself an act of the register. */
export function RegisterDialog({ filter, entries, total, onClose }: RegisterDialogProps) {
  const { unit } = useSession()
  const [now] = useState(() => new Date())
  const paper = useCallback(
    (furniture: Furniture) => registerPaper(entries, registerNotes({ unit, at: now, total, filter }), furniture),
    [entries, unit, now, total, filter],
  )
  return (
    <TableDialog
      ways={{
        name: '导出登记',
        count: `共 ${count(total)} 次`,
        hint: '按页面上的条件和次序列出，登记簿本身不含档案内容。这次导出也登记一行。',
        draft: 'exports.register',
        paper,
        partly: entries.length === total ? null : `预览只列最近 ${count(entries.length)} 次`,
        async save(order, options) {
          const { entry, lines } = await api.papers.saveRegister({ filter, ...order }, options)
          return { entry, notes: [`共 ${count(lines)} 次`] }
        },
        async print(order, options) {
          const { entry } = await api.papers.printRegister({ filter, ...order }, options)
          return { entry, notes: [] }
        },
      }}
      onClose={onClose}
    />
  )
}
