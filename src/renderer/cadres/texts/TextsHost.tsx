import type { CadreFile } from '../../../shared/cadres/cadres.contract'
import { valueOf } from '../../../shared/cadres/field-value'
import { pairOf } from '../../../shared/cadres/pairs/pairs'
import { api } from '../../api/client'
import { useReveal } from '../reveal'
import { TextsDialog } from './TextsDialog'

interface TextsHostProps {
  file: CadreFile
  /** The pair that the address names; anything else opens nothing. */
  name: string
  onSaved: (fields: number) => void
  onClose: () => void
}

/** The dialog over one tab of the file. What is chosen is saved as one step that can be undone. */
export function TextsHost({ file, name, onSaved, onClose }: TextsHostProps) {
  const { cadre } = useReveal()
  const pair = pairOf(name)
  if (!pair) return null
  return (
    <TextsDialog
      key={`${name}-${file.revision}`}
      cadre={cadre}
      pair={pair}
      saves
      onClose={onClose}
      onTake={async (after, fields, reason) => {
        const changes = fields
          .map(field => ({ field, value: valueOf(after, field) }))
          .filter(({ field, value }) => JSON.stringify(value) !== JSON.stringify(valueOf(cadre, field)))
        await api.cadres.change({ id: cadre.id, revision: file.revision, changes, reason })
        onSaved(changes.length)
      }}
    />
  )
}
