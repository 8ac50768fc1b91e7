import { editionOf } from '../../../shared/cadres/form/form-sheet'
import { showDate } from '../../../shared/dates/partial-date'
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
      {file.decided && editionOf(cadre.formVersion) === '4' && (
        <p className="dd-aside">
          到龄时间按组织认定的 {showDate(file.decided.month)} 印：{file.decided.reason}
        </p>
      )}
      <Sheets
        file={{ cadre, photo: file.photo, decided: file.decided }}
        hidden={hidden}
        onShow={field => void ask(field)}
      />
    </>
  )
}
