import { Select } from 'antd'
import { type ReactNode, useCallback, useState } from 'react'
import { unitsOver } from '../../shared/grassroots/burdens.rules'
import type { BoardUnit } from '../../shared/grassroots/facilities'
import { burdensPaper } from '../../shared/grassroots/tables.rules'
import type { UnitId } from '../../shared/units/units'
import { useCall } from '../api/query'
import { useMay } from '../api/session'
import { Button } from '../ui/Button'
import { StateMark } from '../ui/marks'
import { ErrorNote, Loading } from '../ui/states'
import { BurdenLedger } from './BurdenLedger'
import { BurdenMatrix } from './BurdenMatrix'
import { BurdenTrend } from './BurdenTrend'
import { CapsDialog } from './CapsDialog'
import { pastYears, thisYear } from './grassroots.words'
import { LeaveButton } from './LeaveButton'

/** 减轻基层负担: what was sent to each unit in a year against the caps, month by month, and the ledger itself. */
export function BurdensPane({ units, choose }: { units: readonly BoardUnit[]; choose: ReactNode }) {
  const may = useMay()
  const [year, setYear] = useState(thisYear)
  const [unitId, setUnitId] = useState<UnitId | null>(null)
  const [capping, setCapping] = useState(false)
  const board = useCall('grassroots', 'burdenBoard', { year })
  const data = board.data
  const paper = useCallback(
    (around: Parameters<typeof burdensPaper>[4]) =>
      burdensPaper(units, data?.units ?? [], data?.caps ?? [], year, around),
    [units, data, year],
  )
  const over = data ? unitsOver(data.units, data.caps, year) : 0
  return (
    <>
      <div className="dd-filter">
        {choose}
        <Select aria-label="年度" value={year} onChange={setYear} options={pastYears(thisYear())} />
        {data && over > 0 && <StateMark state="late">{over} 个单位超过限额</StateMark>}
        {data && over === 0 && data.caps.length > 0 && <StateMark state="done">没有单位超过限额</StateMark>}
        <span className="grs-acts">
          {may('care.configure') && <Button onClick={() => setCapping(true)}>限额</Button>}
          <LeaveButton name={`${year}年基层负担`} count={`${year} 年`} table={{ of: 'burdens', year }} paper={paper} />
        </span>
      </div>
      {board.isPending && <Loading />}
      {board.isError && <ErrorNote error={board.error} onRetry={() => void board.refetch()} />}
      {data && (
        <div className="grs-pair">
          <BurdenMatrix
            units={units}
            burdens={data.units}
            caps={data.caps}
            year={year}
            chosen={unitId}
            onChoose={setUnitId}
          />
          <BurdenTrend months={data.months} year={year} />
        </div>
      )}
      <BurdenLedger units={units} year={year} unitId={unitId} onAll={() => setUnitId(null)} />
      {capping && data && <CapsDialog caps={data.caps} year={year} onClose={() => setCapping(false)} />}
    </>
  )
}
