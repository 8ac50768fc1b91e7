import { Segmented, Select } from 'antd'
import { useState } from 'react'
import { todayDay } from '../../shared/dates/today'
import { useCall } from '../api/query'
import { useMay } from '../api/session'
import { UnitFilter } from '../interviews/UnitFilter'
import { Button } from '../ui/Button'
import { ErrorNote, Loading } from '../ui/states'
import { LeaveButton } from './LeaveButton'
import { LedgerPane } from './LedgerPane'
import { ListPane } from './ListPane'
import { MemberDialog } from './MemberDialog'
import './medals.css'
import { yearOptions } from './medals.words'
import { PasteMembers } from './PasteMembers'
import { StepsPane } from './StepsPane'

type Pane = '名单' | '步骤' | '台账'

/** 在党50年: whom the medal of a year is for, what is decided, the work from May to July, and where each medal is. */
export function MedalsTab() {
  const edits = useMay()('honours.edit')
  const [year, setYear] = useState(() => Number(todayDay().slice(0, 4)))
  const [unitId, setUnitId] = useState<string | null>(null)
  const [pane, setPane] = useState<Pane>('名单')
  const [adding, setAdding] = useState<'one' | 'many'>()
  const list = useCall('medals', 'year', { year, unitId })
  return (
    <div className="dd-tab">
      <div className="dd-filter">
        <Select aria-label="授予年度" value={year} onChange={setYear} options={yearOptions()} />
        <UnitFilter value={unitId} onChange={setUnitId} />
        <Segmented<Pane> value={pane} onChange={setPane} options={['名单', '步骤', '台账']} />
        <span className="med-acts">
          {edits && <Button onClick={() => setAdding('one')}>登记老党员</Button>}
          {edits && <Button onClick={() => setAdding('many')}>从表格粘贴</Button>}
          {list.data && <LeaveButton pane={pane} year={year} unitId={unitId} rows={list.data.rows} />}
        </span>
      </div>
      {list.isPending && <Loading />}
      {list.isError && <ErrorNote error={list.error} onRetry={() => void list.refetch()} />}
      {list.data && pane === '名单' && (
        <ListPane key={`${year} ${unitId}`} year={year} rows={list.data.rows} counts={list.data.counts} />
      )}
      {list.data && pane === '步骤' && <StepsPane year={year} steps={list.data.steps} />}
      {list.data && pane === '台账' && <LedgerPane year={year} rows={list.data.rows} />}
      {adding === 'one' && <MemberDialog onClose={() => setAdding(undefined)} />}
      {adding === 'many' && <PasteMembers onClose={() => setAdding(undefined)} />}
    </div>
  )
}
