import { Segmented } from 'antd'
import { useState } from 'react'
import { UnitFilter } from '../interviews/UnitFilter'
import { BatchesCard } from './BatchesCard'
import { FiledList } from './FiledList'
import { UnfiledList } from './UnfiledList'
import './honours.css'

type Side = 'file' | 'register'

/** 档案比对: what stands in the file alone or in the register alone. Nothing goes over by itself: an officer chooses. */
export function FilesTab() {
  const [side, setSide] = useState<Side>('file')
  const [unitId, setUnitId] = useState<string | null>(null)
  return (
    <div className="dd-tab">
      <div className="dd-filter">
        <Segmented<Side>
          aria-label="哪一边"
          value={side}
          onChange={setSide}
          options={[
            { value: 'file', label: '档案里有、册里没有' },
            { value: 'register', label: '册里有、档案里没有' },
          ]}
        />
        <UnitFilter value={unitId} onChange={setUnitId} />
        <span className="dd-aside">日期相同、名称相合的算同一项。要不要写过去，由人逐项定。</span>
      </div>
      {side === 'file' ? (
        <FiledList key={unitId ?? ''} unitId={unitId} cadreId={null} />
      ) : (
        <UnfiledList key={unitId ?? ''} unitId={unitId} cadreId={null} />
      )}
      <BatchesCard />
    </div>
  )
}
