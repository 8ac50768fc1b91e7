import { api } from '../../api/client'
import { Button } from '../../ui/Button'
import { Icon } from '../../ui/icons'
import { useReveal } from '../reveal'
import { Sheets } from './Sheets'

/** 任免表: read only, exactly as it will stand on paper. What is masked is shown after a reason. */
export function FormTab() {
  const { cadre, hidden, ask } = useReveal()
  const asksFamily = hidden.includes('family')
  return (
    <>
      <p className="cdr-sheet-acts">
        {asksFamily && <span>家庭成员已遮住，打印前先显示。</span>}
        <Button
          size="small"
          icon={<Icon name="print" size={16} />}
          reason={asksFamily ? '先显示家庭成员' : undefined}
          onClick={() => void api.shell.print({})}
        >
          打印
        </Button>
      </p>
      <Sheets cadre={cadre} onShowFamily={asksFamily ? () => void ask('family') : undefined} />
    </>
  )
}
