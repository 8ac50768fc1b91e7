import { Modal, Select } from 'antd'
import { useId, useState } from 'react'
import { ArchiveClass, type Attachment } from '../../../shared/attachments/attachments'
import { classTitle } from '../../../shared/attachments/attachments.rules'
import type { CadreId } from '../../../shared/cadres/cadres'
import { parsePartialDate, showDate } from '../../../shared/dates/partial-date'
import { markWith } from '../../../shared/secrecy/secrecy.rules'
import { api } from '../../api/client'
import { MarkField } from '../../exports/MarkField'
import { Button } from '../../ui/Button'
import { countChars } from '../../ui/composed'
import { ErrorNote } from '../../ui/states'
import { TextField } from '../../ui/TextField'
import { classNumeral } from './ClassList'

const most = { title: 100, number: 60, note: 300 }
const lowest = markWith('内部', null)

interface DescribeDialogProps {
  cadreId: CadreId
  attachment: Attachment
  onClose: () => void
}

/** 著录: what the material is, where it belongs and when it was made. */
export function DescribeDialog({ cadreId, attachment, onClose }: DescribeDialogProps) {
  const id = useId()
  const [category, setCategory] = useState(attachment.category)
  const [title, setTitle] = useState(attachment.title)
  const [made, setMade] = useState(attachment.documentOn ? showDate(attachment.documentOn) : '')
  const [number, setNumber] = useState(attachment.documentNumber)
  const [note, setNote] = useState(attachment.note)
  const [mark, setMark] = useState(attachment.mark)
  const [busy, setBusy] = useState(false)
  const [error, setError] = useState<unknown>(null)
  const documentOn = made.trim() === '' ? null : parsePartialDate(made)
  const tooLong =
    countChars(title.trim()) > most.title ||
    countChars(number.trim()) > most.number ||
    countChars(note.trim()) > most.note
  const refusal =
    title.trim() === ''
      ? '写明材料名称'
      : documentOn === undefined
        ? '形成时间写作 2019、2019.03 或 2019.03.15'
        : tooLong
          ? '有一项太长'
          : undefined

  const save = async (): Promise<void> => {
    if (refusal !== undefined || documentOn === undefined || busy) return
    setBusy(true)
    setError(null)
    try {
      const facts = {
        category,
        title: title.trim(),
        documentOn,
        documentNumber: number.trim(),
        note: note.trim(),
        mark,
      }
      await api.attachments.describe({ cadreId, id: attachment.id, facts })
      onClose()
    } catch (failure) {
      setError(failure)
    } finally {
      setBusy(false)
    }
  }
  return (
    <Modal open title="著录附件" onCancel={onClose} footer={null} width={560} centered mask={{ closable: false }}>
      <form
        className="att-describe"
        onSubmit={event => {
          event.preventDefault()
          void save()
        }}
      >
        <TextField label="材料名称" value={title} onChange={setTitle} maxChars={most.title} required autoFocus />
        <div className="dd-field">
          <label className="dd-label" htmlFor={id}>
            类别
          </label>
          <Select<ArchiveClass>
            id={id}
            value={category}
            onChange={setCategory}
            options={ArchiveClass.options.map(each => ({
              value: each,
              label: `${classNumeral(each)}　${classTitle(each)}`,
            }))}
            listHeight={340}
          />
        </div>
        <div className="att-pair">
          <TextField
            label="形成时间"
            value={made}
            onChange={setMade}
            placeholder="2019.03"
            nfkc
            error={documentOn === undefined ? '写作 2019、2019.03 或 2019.03.15' : undefined}
          />
          <TextField label="文号" value={number} onChange={setNumber} maxChars={most.number} />
        </div>
        <MarkField atLeast={lowest} value={mark} onChange={setMark} />
        <TextField label="说明" value={note} onChange={setNote} maxChars={most.note} />
        {error !== null && <ErrorNote error={error} />}
        <div className="dd-dialog-end">
          <Button onClick={onClose}>取消</Button>
          <Button kind="primary" submit busy={busy} reason={refusal}>
            保存
          </Button>
        </div>
      </form>
    </Modal>
  )
}
