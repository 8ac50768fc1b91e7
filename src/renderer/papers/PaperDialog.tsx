import { App, Modal } from 'antd'
import { type ReactNode, useState } from 'react'
import { ResultView } from '../exports/ResultView'
import type { Finished } from '../exports/way'

interface PaperDialogProps {
  readonly title: string
  /** The pages, left. */
  readonly proof: ReactNode
  /** How they leave, right. */
  readonly renderOut: (onFinished: (finished: Finished) => void) => ReactNode
  readonly onClose: () => void
}

/** A paper before it leaves: its pages in sight, then onto a printer or into a file, then what the register says. */
export function PaperDialog({ title, proof, renderOut, onClose }: PaperDialogProps) {
  const { message } = App.useApp()
  const [finished, setFinished] = useState<Finished>()
  return (
    <Modal
      open
      title={title}
      onCancel={onClose}
      footer={null}
      width={finished ? 520 : 'calc(100vw - 40px)'}
      centered
      mask={{ closable: false }}
      className={finished ? 'exp-dialog' : 'exp-dialog pap-dialog'}
    >
      {finished ? (
        <ResultView finished={finished} onSay={words => void message.warning(words)} onClose={onClose} />
      ) : (
        <div className="pap-body">
          <div className="pap-left">{proof}</div>
          <div className="pap-right">{renderOut(setFinished)}</div>
        </div>
      )}
    </Modal>
  )
}
