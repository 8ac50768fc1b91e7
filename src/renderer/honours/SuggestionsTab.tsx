import { Select } from 'antd'
import { useState } from 'react'
import { todayDay } from '../../shared/dates/today'
import { UnitFilter } from '../interviews/UnitFilter'
import { Suggestions } from './Suggestions'
import './honours.css'

const kinds = ['三等功', '嘉奖'] as const

/** 奖励提示: whom the grades of a year suggest an honour for, each with its basis. Whether it is given is decided elsewhere. */
export function SuggestionsTab() {
  const last = Number(todayDay().slice(0, 4)) - 1
  const [year, setYear] = useState(last)
  const [kind, setKind] = useState<(typeof kinds)[number] | null>(null)
  const [unitId, setUnitId] = useState<string | null>(null)
  const [declined, setDeclined] = useState(false)
  return (
    <div className="dd-tab">
      <div className="dd-filter">
        <Select
          aria-label="考核年度"
          value={year}
          onChange={setYear}
          options={Array.from({ length: 6 }, (_, back) => ({ value: last - back, label: `${last - back} 年度考核` }))}
        />
        <span className="dd-chips" role="group" aria-label="种类">
          {kinds.map(each => (
            <button
              key={each}
              type="button"
              aria-pressed={kind === each}
              onClick={() => setKind(kind === each ? null : each)}
            >
              {each}
            </button>
          ))}
          <button type="button" aria-pressed={declined} onClick={() => setDeclined(!declined)}>
            不办的
          </button>
        </span>
        <UnitFilter value={unitId} onChange={setUnitId} />
        <span className="dd-aside">按年度考核提示，不是决定。正在影响期的写在旁边。</span>
      </div>
      <Suggestions year={year} unitId={unitId} cadreId={null} kinds={kind ? [kind] : []} declined={declined} />
    </div>
  )
}
