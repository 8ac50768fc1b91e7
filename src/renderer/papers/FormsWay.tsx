import type { Way, WayProps } from '../exports/way'
import { Button } from '../ui/Button'
import { askForms } from './ask'

/** The forms have a window of their own, where they are seen before they leave. */
function FormsForm({ offer, onClose }: WayProps) {
  const open = (): void => {
    onClose()
    askForms(offer)
  }
  return (
    <div className="exp-fields">
      <p className="exp-hint">干部任免审批表按国家统一表样排版，先预览，再打印或存为 PDF、Word。</p>
      <div>
        <Button kind="primary" onClick={open}>
          打开预览
        </Button>
      </div>
    </div>
  )
}

export const formsWay: Way = {
  id: 'forms',
  title: '任免审批表',
  hint: '打印、PDF、Word',
  Form: FormsForm,
}
