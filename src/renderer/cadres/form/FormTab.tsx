import type { SensitiveField } from '../../../shared/cadres/cadres.contract'
import { fieldLabels } from '../../../shared/cadres/field-labels'
import { api } from '../../api/client'
import { Button } from '../../ui/Button'
import { Icon } from '../../ui/icons'
import { useReveal } from '../reveal'
import type { CadreTabProps } from '../tabs'
import { Sheets } from './Sheets'

/** What the form prints and a file masks. */
const printed = ['family', 'form.health'] as const satisfies readonly SensitiveField[]

/** 任免表: read only, exactly as it will stand on paper. What is masked is shown after a reason. */
export function FormTab({ file }: CadreTabProps) {
  const { cadre, hidden, ask } = useReveal()
  const left = printed.filter(field => hidden.includes(field))
  return (
    <>
      <p className="cdr-sheet-acts">
        {left.map(field => (
          <Button key={field} size="small" kind="link" onClick={() => void ask(field)}>
            显示{fieldLabels[field]}
          </Button>
        ))}
        <Button
          size="small"
          icon={<Icon name="print" size={16} />}
          reason={
            left.length > 0 ? `${left.map(field => fieldLabels[field]).join('、')}还遮着，显示以后再打印` : undefined
          }
          onClick={() => void api.shell.print({})}
        >
          打印
        </Button>
      </p>
      <Sheets
        cadre={cadre}
        photo={file.photo}
        onShowFamily={hidden.includes('family') ? () => void ask('family') : undefined}
      />
    </>
  )
}
