import { Modal } from 'antd'
import { useId, useState } from 'react'
import type { CadreId } from '../../shared/cadres/cadres'
import { parsePartialDate } from '../../shared/dates/partial-date'
import { api } from '../api/client'
import { SameName } from '../duplicates/SameName'
import { Button } from '../ui/Button'
import { ErrorNote } from '../ui/states'
import { TextField } from '../ui/TextField'
import { useCadresStore } from './cadres.store'
import { wrongDate } from './edit/edit.values'
import { UnitSelect } from './UnitSelect'

interface AddDialogProps {
  onAdded: (id: CadreId) => void
  /** Opens a file that is there already. */
  onOpen: (id: CadreId) => void
  onClose: () => void
}

/** Name, birth and unit are enough to begin a file; the rest is filled in on the form. */
export function AddDialog({ onAdded, onOpen, onClose }: AddDialogProps) {
  const chosen = useCadresStore(state => state.filter.unitId)
  const [name, setName] = useState('')
  const [birth, setBirth] = useState('')
  const [unitId, setUnitId] = useState<string | null>(chosen)
  const [busy, setBusy] = useState(false)
  const [error, setError] = useState<unknown>(null)
  const id = useId()
  const problem = wrongDate(birth)
  const refusal = name.trim() === '' ? '先写姓名' : problem
  const add = async (): Promise<void> => {
    if (refusal !== undefined || busy) return
    setBusy(true)
    try {
      const { cadre } = await api.cadres.add({ name: name.trim(), birth: parsePartialDate(birth) ?? null, unitId })
      onAdded(cadre.id)
    } catch (failure) {
      setError(failure)
      setBusy(false)
    }
  }
  return (
    <Modal open title="新增干部" onCancel={onClose} footer={null} width={440} centered mask={{ closable: false }}>
      <form
        className="cad-add"
        onSubmit={event => {
          event.preventDefault()
          void add()
        }}
      >
        <TextField label="姓名" value={name} onChange={setName} maxChars={36} autoFocus required />
        <TextField
          label="出生年月"
          value={birth}
          onChange={setBirth}
          nfkc
          error={problem}
          hint="写作 1984.03，知道多少写多少"
        />
        <div className="dd-field">
          <label className="dd-label" htmlFor={id}>
            所在单位
          </label>
          <UnitSelect id={id} value={unitId} onChange={setUnitId} />
        </div>
        {problem === undefined && <SameName name={name} birth={parsePartialDate(birth) ?? null} onOpen={onOpen} />}
        {error !== null && <ErrorNote error={error} />}
        <div className="dd-dialog-end">
          <Button onClick={onClose}>取消</Button>
          <Button kind="primary" submit busy={busy} reason={refusal}>
            新增并填写
          </Button>
        </div>
      </form>
    </Modal>
  )
}
