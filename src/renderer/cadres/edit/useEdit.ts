import { useState } from 'react'
import type { Cadre } from '../../../shared/cadres/cadres'
import { type CadreFile, SensitiveField } from '../../../shared/cadres/cadres.contract'
import type { CadreField } from '../../../shared/cadres/field-labels'
import { withValue } from '../../../shared/cadres/field-value'
import { AppError } from '../../../shared/result'
import { api } from '../../api/client'
import { useDraft } from '../../api/drafts'
import { useReveal } from '../reveal'
import { editedOf, type Raw, rawOf, sameRaw } from './edit.values'

interface EditDraft {
  /** The revision that the person began on; 0 while nothing is touched. */
  revision: number
  raw: Record<string, Raw>
  reason: string
}

export interface Edit {
  rawOf(field: CadreField): Raw
  /** What the field holds in the file, where it was changed here. */
  beforeOf(field: CadreField): Raw | undefined
  put(field: CadreField, raw: Raw): void
  /** Puts in what some fields of another state of the file hold. */
  putAll(after: Cadre, fields: readonly CadreField[]): void
  wrongOf(field: CadreField): string | undefined
  /** The file as it would be with what is typed in these fields; undefined while something in them is wrong. */
  cadreWith(fields: readonly CadreField[]): Cadre | undefined
  /** Sensitive and not shown yet: it cannot be edited blind. */
  isLocked(field: CadreField): boolean
  readonly changed: readonly CadreField[]
  readonly reason: string
  setReason(reason: string): void
  /** The file was changed by somebody else since. */
  readonly stale: boolean
  goOn(): void
  readonly restoredAt: string | null
  readonly busy: boolean
  readonly error: unknown
  /** How many fields were saved; undefined when nothing was. */
  save(): Promise<number | undefined>
  discard(): Promise<void>
}

/** The unfinished changes of one file. Only what differs from the file is kept, checked and sent. */
export function useEdit(file: CadreFile): Edit {
  const { cadre, hidden, keep } = useReveal()
  const draft = useDraft<EditDraft>(`cadres.edit:${file.cadre.id}`, { revision: 0, raw: {}, reason: '' })
  const [refused, setRefused] = useState<{ field: string; message: string } | null>(null)
  const [busy, setBusy] = useState(false)
  const [error, setError] = useState<unknown>(null)
  const { value } = draft
  const changed = (Object.keys(value.raw) as CadreField[]).filter(
    field => !sameRaw(value.raw[field] ?? '', rawOf(cadre, field)),
  )
  const stale = changed.length > 0 && value.revision !== 0 && value.revision !== file.revision
  const isChanged = (field: CadreField): boolean => changed.includes(field)

  const wrongOf = (field: CadreField): string | undefined => {
    if (refused?.field === field) return refused.message
    const edited = isChanged(field) ? editedOf(field, value.raw[field] ?? '') : undefined
    return edited && 'wrong' in edited ? edited.wrong : undefined
  }

  const save = async (): Promise<number | undefined> => {
    if (busy || stale || changed.length === 0 || changed.some(field => wrongOf(field) !== undefined)) return undefined
    const changes = changed.map(field => {
      const edited = editedOf(field, value.raw[field] ?? '')
      return { field, value: 'value' in edited ? edited.value : null }
    })
    setBusy(true)
    setError(null)
    try {
      const revision = value.revision || file.revision
      const saved = await api.cadres.change({ id: file.cadre.id, revision, changes, reason: value.reason.trim() })
      const sensitive = changes.filter(({ field }) => SensitiveField.options.includes(field as SensitiveField))
      keep(
        saved,
        sensitive.map(change => [
          change.field as SensitiveField,
          typeof change.value === 'string' ? change.value : JSON.stringify(change.value),
        ]),
      )
      await draft.discard()
      return changed.length
    } catch (failure) {
      const field =
        failure instanceof AppError && failure.code === 'invalid-input'
          ? (failure.details as { field?: string } | undefined)?.field
          : undefined
      if (field !== undefined && failure instanceof AppError) setRefused({ field, message: failure.message })
      else setError(failure)
      return undefined
    } finally {
      setBusy(false)
    }
  }

  return {
    rawOf: field => value.raw[field] ?? rawOf(cadre, field),
    beforeOf: field => (isChanged(field) ? rawOf(cadre, field) : undefined),
    put: (field, raw) => {
      if (refused?.field === field) setRefused(null)
      draft.set({ ...value, revision: value.revision || file.revision, raw: { ...value.raw, [field]: raw } })
    },
    putAll: (after, fields) => {
      const raw = Object.fromEntries(fields.map(field => [field, rawOf(after, field)]))
      draft.set({ ...value, revision: value.revision || file.revision, raw: { ...value.raw, ...raw } })
    },
    cadreWith: fields =>
      fields.some(field => wrongOf(field) !== undefined)
        ? undefined
        : fields.filter(isChanged).reduce((now, field) => {
            const edited = editedOf(field, value.raw[field] ?? '')
            return 'value' in edited ? withValue(now, field, edited.value) : now
          }, cadre),
    wrongOf,
    isLocked: field => hidden.includes(field as SensitiveField) && value.raw[field] === undefined,
    changed,
    reason: value.reason,
    setReason: reason => draft.set({ ...value, reason }),
    stale,
    goOn: () => draft.set({ ...value, revision: file.revision }),
    restoredAt: changed.length > 0 ? draft.restoredAt : null,
    busy,
    error,
    save,
    discard: draft.discard,
  }
}
