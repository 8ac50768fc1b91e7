import { App, Modal } from 'antd'
import { useState } from 'react'
import { formatExtensions } from '../../shared/attachments/recognise.rules'
import { safeName } from '../../shared/exports/file-names.rules'
import type { Scan } from '../../shared/scans/scans.contract'
import { compareMarks, type SecrecyMark } from '../../shared/secrecy/secrecy.rules'
import { api } from '../api/client'
import { useLeaveRefusal } from '../api/it-policy'
import { useJob } from '../api/useJob'
import '../exports/exports.css'
import { MarkField } from '../exports/MarkField'
import { ResultView } from '../exports/ResultView'
import type { Finished } from '../exports/way'
import { LeaveLock } from '../papers/LeaveLock'
import { Button } from '../ui/Button'
import { ErrorNote } from '../ui/states'
import { TextField } from '../ui/TextField'
import type { ScanSource } from './sources'

interface ScanSaveProps {
  scans: ScanSource
  scan: Scan
  atLeast: SecrecyMark
  onClose: () => void
}

/** A scan leaves as it came in, under a number of the register. */
export function ScanSave({ scans, scan, atLeast, onClose }: ScanSaveProps) {
  const { message } = App.useApp()
  const job = useJob()
  const locked = useLeaveRefusal('plain')
  const [finished, setFinished] = useState<Finished>()
  const [reason, setReason] = useState('')
  const [recipient, setRecipient] = useState('')
  const [raised, setMark] = useState(atLeast)
  const [error, setError] = useState<unknown>(null)
  const mark = compareMarks(raised, atLeast) < 0 ? atLeast : raised

  const save = async (): Promise<void> => {
    setError(null)
    const { id, title, format } = scan
    const place = await api.shell.chooseSaveFile({
      suggestedName: [...safeName(title)].slice(0, 80).join(''),
      extension: formatExtensions[format][0],
    })
    if (!place) return
    const target = place.token
    const order = { id, reason: reason.trim(), recipient: recipient.trim(), mark, target }
    const done = await job.run('另存扫描件', options => scans.save(order, options))
    if (done) setFinished({ entry: done.entry, place: place.place, saved: { token: target, name: '' }, notes: [] })
  }
  return (
    <Modal
      open
      title={finished ? '扫描件' : `另存：${scan.title}`}
      onCancel={onClose}
      footer={null}
      width={520}
      centered
      mask={{ closable: false }}
      className="exp-dialog"
    >
      {finished ? (
        <ResultView finished={finished} onSay={words => void message.warning(words)} onClose={onClose} />
      ) : (
        <form
          className="exp-form"
          onSubmit={event => {
            event.preventDefault()
            void save().catch(setError)
          }}
        >
          <div className="exp-why">
            <TextField label="理由" value={reason} onChange={setReason} maxChars={200} required />
            <TextField label="去向" value={recipient} onChange={setRecipient} maxChars={60} />
            <MarkField atLeast={atLeast} value={mark} onChange={setMark} />
          </div>
          <LeaveLock refusal={locked} />
          {(error ?? job.error) !== null && <ErrorNote error={error ?? job.error} />}
          <div className="dd-dialog-end">
            <Button onClick={onClose}>取消</Button>
            <Button
              kind="primary"
              submit
              busy={job.running !== null}
              reason={locked ?? (reason.trim() === '' ? '先写明理由' : undefined)}
            >
              选择位置并另存
            </Button>
          </div>
        </form>
      )}
    </Modal>
  )
}
