import { Modal, Select } from 'antd'
import { type FormEvent, useState } from 'react'
import type { Interview } from '../../../shared/interviews/interviews'
import { SecrecyMark, secrecyLevels } from '../../../shared/secrecy/secrecy.rules'
import { api } from '../../api/client'
import { Button } from '../../ui/Button'
import { ErrorNote } from '../../ui/states'
import { Field } from './Field'
import './plan.css'
import { useAccountOptions } from './useAccountOptions'

/** Who may read it beside those who hold it, and how secret it is: talkers and recorder decide. */
export function ReadersDialog({ talk, onClose }: { talk: Interview; onClose: () => void }) {
  const { header } = talk
  const names = useAccountOptions()
  const [readers, setReaders] = useState(talk.readers.map(({ id }) => id))
  const [mark, setMark] = useState<string>(header.mark)
  const [busy, setBusy] = useState(false)
  const [error, setError] = useState<unknown>(null)
  const locked = header.state === 'closed' || header.state === 'final'
  async function save(event: FormEvent): Promise<void> {
    event.preventDefault()
    if (busy) return
    setBusy(true)
    try {
      await api.interviews.setReaders({ id: header.id, readers, mark: SecrecyMark.parse(mark) })
      onClose()
    } catch (failure) {
      setError(failure)
      setBusy(false)
    }
  }
  return (
    <Modal open title="可阅范围和密级" onCancel={onClose} footer={null} width={480} centered mask={{ closable: false }}>
      <form className="itv-plan" onSubmit={event => void save(event)}>
        <Field label="谈话人、记录人以外，还有谁可阅">
          <Select
            mode="multiple"
            value={readers}
            onChange={setReaders}
            options={names}
            maxCount={20}
            showSearch={{ optionFilterProp: 'label' }}
          />
        </Field>
        <Field label={locked ? '密级（记录已锁定，不能再改）' : '密级'}>
          <Select
            value={mark}
            onChange={setMark}
            disabled={locked}
            options={[...new Set<string>([header.mark, ...secrecyLevels])].map(value => ({ value, label: value }))}
          />
        </Field>
        {error !== null && <ErrorNote error={error} />}
        <div className="dd-dialog-end">
          <Button onClick={onClose}>取消</Button>
          <Button kind="primary" submit busy={busy}>
            保存
          </Button>
        </div>
      </form>
    </Modal>
  )
}
