import type { SensitiveField } from '../../../shared/cadres/cadres.contract'
import { fieldLabels } from '../../../shared/cadres/field-labels'
import { Button } from '../../ui/Button'
import { Icon } from '../../ui/icons'
import { TextField } from '../../ui/TextField'
import { useReveal } from '../reveal'
import { ChoiceField } from './ChoiceField'
import type { EditField } from './edit.fields'
import type { Edit } from './useEdit'

/** One field of the form. What was changed says what it was; what is masked says how to show it. */
export function FieldInput({ spec, edit }: { spec: EditField; edit: Edit }) {
  const { field, kind, max, rows, suggestions, hint, span = 1 } = spec
  const label = fieldLabels[field]
  const raw = edit.rawOf(field)
  const value = typeof raw === 'string' ? raw : ''
  const before = edit.beforeOf(field)
  const was =
    typeof before === 'string' && kind !== 'unit' && kind !== 'long' ? `原为 ${before || '（空）'}` : undefined
  const error = edit.wrongOf(field)
  const put = (text: string): void => edit.put(field, text)
  return (
    <div className="cdr-field" data-field={field} data-span={span} data-changed={before !== undefined || undefined}>
      {edit.isLocked(field) ? (
        <Locked field={field as SensitiveField} label={label} mask={value} />
      ) : kind === 'choice' || kind === 'unit' ? (
        <ChoiceField
          label={label}
          value={value}
          onChange={put}
          options={kind === 'unit' ? undefined : (spec.options ?? [])}
          always={field === 'status'}
          below={error ?? was ?? hint}
          wrong={error !== undefined}
        />
      ) : (
        <TextField
          label={label}
          value={value}
          onChange={put}
          error={error}
          hint={was ?? hint}
          {...(max !== undefined && { maxChars: max })}
          nfkc={kind === 'date' || field === 'idNumber' || field === 'phone'}
          multiline={kind === 'long'}
          {...(rows !== undefined && { rows })}
          {...(kind === 'date' && { placeholder: '1984.03' })}
          suggestions={suggestions}
        />
      )}
    </div>
  )
}

function Locked({ field, label, mask }: { field: SensitiveField; label: string; mask: string }) {
  const { ask } = useReveal()
  return (
    <div className="dd-field">
      <span className="dd-label">{label}</span>
      <span className="cdr-locked">
        {mask}
        <Button kind="link" size="small" icon={<Icon name="eye" size={16} />} onClick={() => void ask(field)}>
          显示后修改
        </Button>
      </span>
    </div>
  )
}
