import { Modal } from 'antd'
import { useState } from 'react'
import type { AuditSeal } from '../../shared/audit/audit'
import { api } from '../api/client'
import { Button } from '../ui/Button'
import { Icon } from '../ui/icons'
import { ErrorNote } from '../ui/states'
import { TextField } from '../ui/TextField'
import { count } from './audit.words'
import { SealCode, SealSlip, usePrint } from './SealSlip'

const MAX_NOTE = 200

/** Asks for a note, seals, and shows the code that belongs on paper. */
export function SealDialog({ onClose }: { onClose: () => void }) {
  const [note, setNote] = useState('')
  const [seal, setSeal] = useState<AuditSeal | null>(null)
  const [busy, setBusy] = useState(false)
  const [error, setError] = useState<unknown>(null)
  const print = usePrint()
  const tooLong = [...note.trim()].length > MAX_NOTE ? `备注最多 ${MAX_NOTE} 个字` : undefined
  const run = async (): Promise<void> => {
    if (tooLong !== undefined || busy) return
    setBusy(true)
    setError(null)
    try {
      setSeal(await api.audit.seal({ note: note.trim() }))
    } catch (failure) {
      setError(failure)
    } finally {
      setBusy(false)
    }
  }
  return (
    <Modal
      open
      title={seal ? `已封存至第 ${count(seal.seq)} 行` : '封存审计日志'}
      footer={null}
      width={480}
      centered
      mask={{ closable: false }}
      keyboard={!busy}
      onCancel={onClose}
    >
      {seal ? (
        <div className="aud-dialog">
          <SealCode code={seal.code} />
          <p className="aud-hint">请打印封存单，签名后与数据库分开存放。封存码以后也能在“封存记录”中查看。</p>
          <div className="dd-dialog-end">
            <Button onClick={onClose}>关闭</Button>
            <Button kind="primary" icon={<Icon name="print" size={16} />} onClick={() => void print()}>
              打印封存单
            </Button>
          </div>
          <SealSlip seal={seal} />
        </div>
      ) : (
        <form
          className="aud-dialog"
          noValidate
          onSubmit={event => {
            event.preventDefault()
            void run()
          }}
        >
          <p className="aud-hint">
            给到此为止的日志一个封存码。纸上的封存码可以查出日志以后是否被整体换过。日志照常继续记。
          </p>
          <TextField label="备注（可以不填）" value={note} onChange={setNote} maxChars={MAX_NOTE} autoFocus />
          {error !== null && <ErrorNote error={error} />}
          <div className="dd-dialog-end">
            <Button onClick={onClose} disabled={busy}>
              不封存
            </Button>
            <Button kind="primary" submit busy={busy} reason={tooLong}>
              封存
            </Button>
          </div>
        </form>
      )}
    </Modal>
  )
}
