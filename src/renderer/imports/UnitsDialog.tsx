import { Modal, Select } from 'antd'
import type { BatchId, FoundUnit, UnitChoice } from '../../shared/imports/imports'
import type { Unit } from '../../shared/units/units'
import { api } from '../api/client'
import { useCall } from '../api/query'
import { Button } from '../ui/Button'
import { EmptyState, ErrorNote, Loading } from '../ui/states'
import { PlaceSelect } from './PlaceSelect'
import { UnitSuggestions } from './UnitSuggestions'
import { useAct } from './useAct'

/** The units that the files name and where each belongs in the tree. */
export function UnitsDialog({ batchId, onClose }: { batchId: BatchId; onClose: () => void }) {
  const found = useCall('imports', 'units', { batchId })
  const units = useCall('units', 'tree', {})
  const act = useAct()
  const assign = (names: readonly FoundUnit[], to: (name: string) => UnitChoice): void =>
    act(api.imports.assignUnits({ batchId, assignments: names.map(({ name }) => ({ name, to: to(name) })) }))
  const open = found.data?.filter(({ name, to }) => name !== '' && to.kind === 'none') ?? []
  const [root] = units.data ?? []
  return (
    <Modal open title="单位对应" onCancel={onClose} footer={null} width={760} centered>
      <p className="imp-quiet">文件里的单位名称对应到单位树上的哪个单位；没有的可以新建，也可以先空着。</p>
      {units.data && <UnitSuggestions batchId={batchId} units={units.data} />}
      {(found.isPending || units.isPending) && <Loading />}
      {found.isError && <ErrorNote error={found.error} onRetry={() => void found.refetch()} />}
      {found.data?.length === 0 && <EmptyState title="这批文件没有写单位" />}
      {found.data && units.data && found.data.length > 0 && (
        <div className="imp-units">
          <table className="imp-table">
            <thead>
              <tr>
                <th>文件里的单位</th>
                <th>人数</th>
                <th>对应到</th>
              </tr>
            </thead>
            <tbody>
              {found.data.map(one => (
                <tr key={one.name}>
                  <td>{one.name || '（没有写单位）'}</td>
                  <td>{one.people}</td>
                  <td>
                    <UnitTarget found={one} units={units.data} onChange={to => assign([one], () => to)} />
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      <div className="dd-dialog-end">
        <span className="imp-everyone">
          <PlaceSelect
            batchId={batchId}
            which={{ everyone: true }}
            label="全部放到一个单位"
            placeholder="全部放到一个单位…"
          />
        </span>
        {root && open.length > 0 && (
          <Button
            onClick={() => assign(open, name => ({ kind: 'create', parentId: root.id, name: name.slice(0, 60) }))}
          >
            其余 {open.length} 个都新建在{root.name}下
          </Button>
        )}
        <Button kind="primary" onClick={onClose}>
          完成
        </Button>
      </div>
    </Modal>
  )
}

const valueOf = (to: UnitChoice): string =>
  to.kind === 'unit' ? to.unitId : to.kind === 'create' ? `create ${to.parentId}` : 'none'

function UnitTarget(props: { found: FoundUnit; units: readonly Unit[]; onChange: (to: UnitChoice) => void }) {
  const { found, units, onChange } = props
  return (
    <Select
      aria-label={`${found.name || '没有写单位的'}对应到`}
      value={valueOf(found.to)}
      style={{ width: '100%' }}
      showSearch={{ optionFilterProp: 'label' }}
      onChange={value => {
        const made = units.find(({ id }) => value === `create ${id}`)
        const unit = units.find(({ id }) => value === id)
        if (unit) onChange({ kind: 'unit', unitId: unit.id })
        else if (made) onChange({ kind: 'create', parentId: made.id, name: found.name.slice(0, 60) })
        else onChange({ kind: 'none' })
      }}
      options={[
        { value: 'none', label: '先空着（已有单位的不变）' },
        { label: '已有的单位', options: units.map(({ id, name }) => ({ value: id, label: name })) },
        ...(found.name === ''
          ? []
          : [
              {
                label: '新建',
                options: units.map(({ id, name }) => ({ value: `create ${id}`, label: `新建在“${name}”下` })),
              },
            ]),
      ]}
    />
  )
}
