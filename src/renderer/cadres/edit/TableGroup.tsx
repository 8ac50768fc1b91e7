import { fieldLabels } from '../../../shared/cadres/field-labels'
import { Button } from '../../ui/Button'
import { Icon } from '../../ui/icons'
import { useReveal } from '../reveal'
import type { RowsFieldName } from './edit.rows'
import { RowsEditor } from './RowsEditor'
import type { Edit } from './useEdit'

interface TableGroupProps {
  field: RowsFieldName
  edit: Edit
  /** Whether the table needs a name of its own beside the group's. */
  titled: boolean
}

/** A table of the file; one that is masked says how to show it. */
export function TableGroup({ field, edit, titled }: TableGroupProps) {
  const { ask } = useReveal()
  if (edit.isLocked(field))
    return (
      <p className="cdr-rows-locked">
        已遮住。写明理由显示以后才能修改。
        <Button size="small" icon={<Icon name="eye" size={16} />} onClick={() => void ask('family')}>
          显示家庭成员
        </Button>
      </p>
    )
  const raw = edit.rawOf(field)
  const rows = typeof raw === 'string' ? [] : raw
  return (
    <>
      {titled && <h3 className="cdr-rows-title">{fieldLabels[field]}</h3>}
      <div data-field={field}>
        <RowsEditor field={field} rows={rows} onChange={next => edit.put(field, next)} error={edit.wrongOf(field)} />
      </div>
    </>
  )
}
