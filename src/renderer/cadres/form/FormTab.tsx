import { useMay } from '../../api/session'
import { askForms } from '../../papers/ask'
import { Button } from '../../ui/Button'
import { Icon } from '../../ui/icons'
import { useReveal } from '../reveal'
import type { CadreTabProps } from '../tabs'
import { Sheets } from './Sheets'

/** 任免表: read only, exactly as it will stand on paper. What is masked is shown after a reason. */
export function FormTab({ file }: CadreTabProps) {
  const { cadre, hidden, ask } = useReveal()
  const prints = useMay()('cadres.export') && file.trashedAt === null
  return (
    <>
      {prints && (
        <p className="cdr-sheet-acts">
          <Button
            size="small"
            icon={<Icon name="print" size={16} />}
            onClick={() => askForms({ label: cadre.name, whom: { by: 'ids', ids: [cadre.id] } })}
          >
            打印或保存
          </Button>
        </p>
      )}
      <Sheets file={{ cadre, photo: file.photo }} hidden={hidden} onShow={field => void ask(field)} />
    </>
  )
}
