import { InputNumber, Modal, Select } from 'antd'
import { useId, useState } from 'react'
import { UnitFacts, unitLevels, unitNatures } from '../../../shared/posts/posts'
import type { Unit } from '../../../shared/units/units'
import { api } from '../../api/client'
import { Button } from '../../ui/Button'
import { ErrorNote } from '../../ui/states'
import { TextField } from '../../ui/TextField'

/** What a unit is: kind, nature, level, code and approved staff. Everything may stay empty. */
export function FactsDialog({ unit, facts, onClose }: { unit: Unit; facts: UnitFacts; onClose: () => void }) {
  const [wanted, setWanted] = useState(facts)
  const [busy, setBusy] = useState(false)
  const [error, setError] = useState<unknown>(null)
  const [kind, staff] = [useId(), useId()]
  const put = (part: Partial<UnitFacts>): void => setWanted(before => ({ ...before, ...part }))
  const keep = async (): Promise<void> => {
    setBusy(true)
    try {
      await api.posts.describe(wanted)
      onClose()
    } catch (failure) {
      setError(failure)
      setBusy(false)
    }
  }
  return (
    <Modal
      open
      title={`单位信息：${unit.name}`}
      onCancel={onClose}
      footer={null}
      width={440}
      centered
      mask={{ closable: false }}
    >
      <form
        className="post-form"
        onSubmit={event => {
          event.preventDefault()
          if (!busy) void keep()
        }}
      >
        <div className="dd-field">
          <label className="dd-label" htmlFor={kind}>
            机构类型
          </label>
          <Select
            id={kind}
            value={wanted.kind}
            onChange={chosen => put({ kind: chosen })}
            options={UnitFacts.shape.kind.options.map(value => ({ value, label: value || '未填' }))}
          />
        </div>
        <TextField
          label="单位性质"
          value={wanted.nature}
          onChange={nature => put({ nature })}
          maxChars={40}
          suggestions={unitNatures}
        />
        <TextField
          label="机构级别"
          value={wanted.level}
          onChange={level => put({ level })}
          maxChars={40}
          suggestions={unitLevels}
        />
        <TextField label="机构编码" value={wanted.code} onChange={code => put({ code })} maxChars={40} nfkc />
        <div className="dd-field">
          <label className="dd-label" htmlFor={staff}>
            核定编制数
          </label>
          <InputNumber
            id={staff}
            min={0}
            max={99_999}
            precision={0}
            value={wanted.approvedStaff}
            onChange={approvedStaff => put({ approvedStaff })}
          />
        </div>
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
