import { Radio, Select } from 'antd'
import { useState } from 'react'
import { todayDay } from '../../shared/dates/today'
import { useCall } from '../api/query'
import { unitOptions } from '../cadres/units.options'
import { askExport, everybody, type Offer, offerOfUnit } from '../exports/ask'
import { FormDialog } from '../ui/FormDialog'

type By = 'all' | 'unit' | 'query'

/** Whom a package is about, where no list is in sight: everybody in the scope, a unit, or whom a saved question finds. */
export function WhomDialog({ onClose }: { onClose: () => void }) {
  const [by, setBy] = useState<By>('all')
  const [unitId, setUnitId] = useState<string | null>(null)
  const [queryId, setQueryId] = useState<string | null>(null)
  const units = useCall('units', 'tree', {})
  const queries = useCall('queries', 'list', {})
  const offered = (): Offer | undefined => {
    if (by === 'all') return everybody
    if (by === 'unit') {
      const unit = units.data?.find(({ id }) => id === unitId)
      return unit && offerOfUnit(unit)
    }
    const query = queries.data?.find(({ id }) => id === queryId)
    if (!query) return undefined
    const { tree, on, name } = query
    const sort = { by: 'unit', descending: false } as const
    const question = { tree, on: on ?? todayDay(new Date()) }
    return { label: name, whom: { by: 'query', question, which: 'matching', sort } }
  }
  const refusal =
    by === 'unit' && unitId === null ? '请选定单位' : by === 'query' && queryId === null ? '请选定常用查询' : undefined
  return (
    <FormDialog
      title="制作数据包"
      act="下一步"
      refusal={refusal}
      onAct={async () => {
        const offer = offered()
        if (offer) askExport(offer, 'exchange')
      }}
      onClose={onClose}
    >
      <p className="exc-quiet">先选人员。在干部名册或组合查询里选好人，再按“导出”，也能做成数据包。</p>
      <Radio.Group className="exc-radios" value={by} onChange={event => setBy(event.target.value as By)}>
        <Radio value="all">管辖范围内的全部干部</Radio>
        <Radio value="unit">一个单位和它的下级</Radio>
        {by === 'unit' && (
          <Select
            aria-label="单位"
            placeholder="选定单位"
            value={unitId}
            onChange={value => setUnitId(value)}
            options={unitOptions(units.data ?? [])}
            showSearch={{ optionFilterProp: 'label' }}
          />
        )}
        <Radio value="query">一个常用查询查到的人</Radio>
        {by === 'query' && (
          <Select
            aria-label="常用查询"
            placeholder="选定常用查询"
            value={queryId}
            onChange={value => setQueryId(value)}
            options={(queries.data ?? []).map(({ id, name }) => ({ value: id, label: name }))}
          />
        )}
      </Radio.Group>
    </FormDialog>
  )
}
