import { Select } from 'antd'
import { type ReactNode, useCallback, useState } from 'react'
import type { BoardUnit } from '../../shared/grassroots/facilities'
import { payFrom, payHeads } from '../../shared/grassroots/pasted.rules'
import type { PayFacts } from '../../shared/grassroots/pay'
import { comparePay } from '../../shared/grassroots/pay.rules'
import { payPaper } from '../../shared/grassroots/tables.rules'
import { yuanWords } from '../../shared/money/fen'
import { api } from '../api/client'
import { useCall } from '../api/query'
import { useMay } from '../api/session'
import { Button } from '../ui/Button'
import { StateMark } from '../ui/marks'
import { ErrorNote, Loading } from '../ui/states'
import { TextField } from '../ui/TextField'
import { nameOf, pastYears, thisYear } from './grassroots.words'
import { LeaveButton } from './LeaveButton'
import { PasteDialog } from './PasteDialog'
import { PayCompare } from './PayCompare'
import { PayForm } from './PayForm'
import { PayTrend } from './PayTrend'
import { revisionOf } from './pay.words'
import { VacancyCard } from './VacancyCard'

/** 提高基层待遇: what streets and towns earn on average beside the offices, level by level, and their vacant posts. */
export function PayPane({ units, choose }: { units: readonly BoardUnit[]; choose: ReactNode }) {
  const edits = useMay()('care.edit')
  const figures = useCall('grassroots', 'pay', {})
  const vacancies = useCall('grassroots', 'vacancies', {})
  const newest = figures.data?.[0]?.year
  const [asked, setYear] = useState<number>()
  const [level, setLevel] = useState<string>()
  const [adding, setAdding] = useState(false)
  const [pasting, setPasting] = useState(false)
  const year = asked ?? newest ?? thisYear()
  const [data, posts] = [figures.data, vacancies.data]
  const paper = useCallback(
    (around: Parameters<typeof payPaper>[3]) => payPaper(units, data ?? [], year, around),
    [units, data, year],
  )
  if (figures.isPending) return <Loading />
  if (figures.isError) return <ErrorNote error={figures.error} onRetry={() => void figures.refetch()} />
  const levels = comparePay(figures.data, year)
  const inverted = levels.filter(each => each.inverted).length
  const shown = levels.some(each => each.level === level) ? level : levels[0]?.level
  return (
    <>
      <div className="dd-filter">
        {choose}
        <Select aria-label="年度" value={year} onChange={setYear} options={pastYears(thisYear())} />
        {inverted > 0 && <StateMark state="late">{inverted} 个层级收入倒挂</StateMark>}
        {levels.length > 0 && inverted === 0 && <StateMark state="done">没有层级收入倒挂</StateMark>}
        <span className="grs-acts">
          {edits && <Button onClick={() => setAdding(true)}>登记</Button>}
          {edits && <Button onClick={() => setPasting(true)}>从表格粘贴</Button>}
          <LeaveButton
            name={`${year}年基层收入对比`}
            count={`${levels.length} 个层级`}
            table={{ of: 'pay', year }}
            paper={paper}
          />
        </span>
      </div>
      <div className="grs-pair">
        <PayCompare
          levels={levels}
          figures={figures.data}
          units={units}
          year={year}
          chosen={shown}
          onChoose={setLevel}
        />
        <div className="grs-side">
          {shown !== undefined && <PayTrend figures={figures.data} level={shown} />}
          {vacancies.isError && <ErrorNote error={vacancies.error} onRetry={() => void vacancies.refetch()} />}
          {posts && <VacancyCard units={units} vacancies={posts} />}
        </div>
      </div>
      {adding && <PayForm units={units} figures={figures.data} year={year} onClose={() => setAdding(false)} />}
      {pasting && <PastePay units={units} figures={figures.data} onClose={() => setPasting(false)} />}
    </>
  )
}

interface PastePayProps {
  readonly units: readonly BoardUnit[]
  readonly figures: Parameters<typeof revisionOf>[0]
  readonly onClose: () => void
}

function PastePay({ units, figures, onClose }: PastePayProps) {
  const [rows, setRows] = useState<readonly PayFacts[]>([])
  const [reason, setReason] = useState('')
  const known = rows.filter(row => revisionOf(figures, row) > 0).length
  return (
    <PasteDialog<PayFacts>
      title="从表格粘贴"
      heads={payHeads}
      hint="全区（县）一个数的，单位写“街镇”或者“机关”。收入是一年的人均数，不写个人。"
      read={text => payFrom(text, units)}
      cellsOf={row => [
        String(row.year),
        row.unitId === null ? `全部${row.side}` : nameOf(units, row.unitId),
        row.level,
        yuanWords(row.averageFen),
        String(row.people),
      ]}
      more={
        known === 0
          ? undefined
          : {
              refusal: reason.trim() === '' ? '先写更正的理由' : undefined,
              field: (
                <TextField
                  label={`有 ${known} 个数原来就有，更正的理由`}
                  value={reason}
                  onChange={setReason}
                  maxChars={200}
                />
              ),
            }
      }
      onRows={setRows}
      onTake={taken =>
        api.grassroots.putPay({
          rows: taken.map(row => ({ ...row, revision: revisionOf(figures, row) })),
          reason: reason.trim(),
        })
      }
      onClose={onClose}
    />
  )
}
