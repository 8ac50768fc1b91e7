import { Modal, TreeSelect } from 'antd'
import { useMemo, useState } from 'react'
import type { Unit, UnitId } from '../../shared/units/units'
import { mayMove } from '../../shared/units/units.rules'
import { api } from '../api/client'
import { Button } from '../ui/Button'
import { ErrorNote } from '../ui/states'

interface Choice {
  readonly value: UnitId
  readonly title: string
  readonly disabled: boolean
  readonly children: Choice[]
}

/** The tree to choose a parent from: what the rule refuses is grey, so a refusal is seen before it is met. */
function choicesOf(units: readonly Unit[], moved: Unit): Choice[] {
  const nodes = new Map<UnitId, Choice>(
    units.map(({ id, name }) => [
      id,
      {
        value: id,
        title: name,
        disabled: id === moved.parentId || !mayMove(units, moved.id, id).allowed,
        children: [],
      },
    ]),
  )
  const tops: Choice[] = []
  for (const { id, parentId } of units) {
    const node = nodes.get(id)
    if (node) ((parentId === null ? undefined : nodes.get(parentId)?.children) ?? tops).push(node)
  }
  return tops
}

/** Puts a unit, with everything below it, under another parent: last among its new sisters. */
export function MoveDialog({ unit, units, onClose }: { unit: Unit; units: readonly Unit[]; onClose: () => void }) {
  const [parentId, setParentId] = useState<UnitId>()
  const [busy, setBusy] = useState(false)
  const [error, setError] = useState<unknown>(null)
  const choices = useMemo(() => choicesOf(units, unit), [units, unit])
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
      <TreeSelect
        className="unit-move"
        aria-label="新的上级"
        autoFocus
        showSearch={{ treeNodeFilterProp: 'title' }}
        placeholder="选择新的上级"
        treeData={choices}
        treeDefaultExpandAll
        value={parentId}
        onChange={setParentId}
      />
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
