import { Modal } from 'antd'
import { type CSSProperties, useMemo, useState } from 'react'
import { refused } from '../../shared/result'
import type { Unit, UnitId } from '../../shared/units/units'
import { mayMove } from '../../shared/units/units.rules'
import { api } from '../api/client'
import { Button } from '../ui/Button'
import { ErrorNote } from '../ui/states'
import { rowsOf } from './units.tree'

/** Puts a unit, with everything below it, under another parent: last among its new sisters. */
export function MoveDialog({ unit, units, onClose }: { unit: Unit; units: readonly Unit[]; onClose: () => void }) {
  const [parentId, setParentId] = useState<UnitId>()
  const [busy, setBusy] = useState(false)
  const [error, setError] = useState<unknown>(null)
  const rows = useMemo(() => rowsOf(units, 'all-open'), [units])
  const verdict = parentId === undefined ? undefined : mayMove(units, unit.id, parentId)
  const refusal = parentId === undefined ? '先选择新的上级' : verdict && !verdict.allowed ? verdict.reason : undefined
  const move = async (): Promise<void> => {
    if (parentId === undefined) return
    setBusy(true)
    try {
      await api.units.move({
        id: unit.id,
        parentId,
        position: units.filter(other => other.parentId === parentId).length,
      })
      onClose()
    } catch (failure) {
      setError(failure)
      setBusy(false)
    }
  }
  return (
    <Modal
      open
      title={`换上级：${unit.name}`}
      onCancel={onClose}
      footer={null}
      width={480}
      centered
      mask={{ closable: false }}
    >
      <p className="unit-hint">连同它的全部下级一起移动。按单位划定的查看范围随之变化，可以再移回来。</p>
      <div className="unit-move" role="radiogroup" aria-label="新的上级">
        {rows.map(({ unit: other, level }) => {
          const answer = other.id === unit.parentId ? refused('现在的上级') : mayMove(units, unit.id, other.id)
          return (
            <label key={other.id} style={{ '--level': level } as CSSProperties}>
              <input
                type="radio"
                name="parent"
                checked={other.id === parentId}
                disabled={!answer.allowed}
                onChange={() => setParentId(other.id)}
              />
              {other.name}
              {!answer.allowed && <span className="unit-hint">{answer.reason}</span>}
            </label>
          )
        })}
      </div>
      {error !== null && <ErrorNote error={error} />}
      <div className="dd-dialog-end">
        <Button onClick={onClose}>不移动</Button>
        <Button kind="primary" busy={busy} reason={refusal} onClick={() => void move()}>
          移动
        </Button>
      </div>
    </Modal>
  )
}
