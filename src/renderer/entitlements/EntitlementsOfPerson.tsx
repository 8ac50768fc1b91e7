import { Segmented } from 'antd'
import { useState } from 'react'
import type { CadreId } from '../../shared/cadres/cadres'
import { showDate } from '../../shared/dates/partial-date'
import { today } from '../../shared/dates/today'
import { leftOf, type Take } from '../../shared/entitlements/entitlements'
import {
  annualLeaveDays,
  annualLeaveIn,
  changeYearBasis,
  leaveBasis,
  leaveForfeit,
} from '../../shared/entitlements/leave.rules'
import { yuanWords } from '../../shared/money/fen'
import { api } from '../api/client'
import { useCall } from '../api/query'
import { useMay } from '../api/session'
import { BasisWord } from '../ui/BasisWord'
import { Button } from '../ui/Button'
import { Card } from '../ui/Card'
import { ReasonDialog } from '../ui/ReasonDialog'
import { AUDITED_REASON } from '../ui/reason.words'
import { EmptyState, ErrorNote, Loading } from '../ui/states'
import './entitlements.css'
import { spanWords } from './entitlements.words'
import { YearForm } from './YearForm'

/** 年休假, 体检 and 疗休养 of one person, a year at a time. */
export function EntitlementsOfPerson({ cadreId, onBack }: { cadreId: CadreId; onBack?: () => void }) {
  const thisYear = Number(today().slice(0, 4))
  const [year, setYear] = useState(thisYear)
  const found = useCall('entitlements', 'person', { cadreId, year })
  const edits = useMay()('care.edit')
  const [removing, setRemoving] = useState<Take>()
  const data = found.data
  return (
    <div className="dd-tab">
      <div className="dd-filter">
        {onBack && (
          <Button kind="link" onClick={onBack}>
            返回名单
          </Button>
        )}
        {data && (
          <b>
            {data.row.name}　{data.row.unitName}
          </b>
        )}
        <Segmented
          aria-label="年度"
          value={year}
          onChange={setYear}
          options={[thisYear - 1, thisYear, thisYear + 1].map(value => ({ value, label: `${value} 年` }))}
        />
      </div>
      {found.isPending && <Loading />}
      {found.isError && <ErrorNote error={found.error} onRetry={() => void found.refetch()} />}
      {data && (
        <>
          <LeaveCard data={data} year={year} />
          <Card title="休假和疗休养" note={`${data.takes.length} 次`}>
            {data.takes.length === 0 && <EmptyState title="还没有登记" hint="在“休假体检”里录入。" />}
            <ul>
              {data.takes.map(take => (
                <li key={take.id} className="dd-row">
                  <b>{take.kind}</b>
                  <span>
                    {showDate(take.from)} 至 {showDate(take.to)}
                  </span>
                  <span>
                    {take.days} 天{take.costFen !== null && `，${yuanWords(take.costFen)} 元`}
                    <small>
                      {take.overReason === ''
                        ? take.typed
                          ? '天数是填写的'
                          : '按放假安排数的工作日'
                        : `超出标准仍登记：${take.overReason}`}
                    </small>
                  </span>
                  <span className="dd-row-acts">
                    {edits && (
                      <Button size="small" onClick={() => setRemoving(take)}>
                        去掉…
                      </Button>
                    )}
                  </span>
                </li>
              ))}
            </ul>
          </Card>
          {edits && <YearForm key={`${year} ${data.revision}`} cadreId={cadreId} year={year} data={data} />}
        </>
      )}
      <ReasonDialog
        open={removing !== undefined}
        title="去掉这次登记"
        consequence={`这次的天数退回。${AUDITED_REASON}`}
        confirmText="去掉"
        danger
        onConfirm={async reason => {
          if (removing) await api.entitlements.remove({ id: removing.id, reason })
        }}
        onClose={() => setRemoving(undefined)}
      />
    </div>
  )
}

type Person = Awaited<ReturnType<typeof api.entitlements.person>>

/** How the days of the year come about, with their bases; a year in which a tier is reached shows both figures. */
function LeaveCard({ data: { row, facts }, year }: { data: Person; year: number }) {
  const leave = annualLeaveIn(year, row.workStart)
  const years = leave ? (leave.early.after === 15 ? 20 : leave.early.after === 10 ? 10 : 1) : 0
  const forfeits = leave ? leaveForfeit(facts, years) : []
  const changing = leave && (leave.early.changesOn !== null || leave.late.changesOn !== null)
  const both = leave && leave.early.after !== leave.late.after
  return (
    <Card title={`${year} 年年休假`}>
      <dl className="ent-facts">
        <div>
          <dt>应休</dt>
          <dd>
            {spanWords(row.entitled)} 天
            {facts.overrideDays === null ? <BasisWord basis={leaveBasis} /> : `（写定：${facts.overrideReason}）`}
          </dd>
        </div>
        <div>
          <dt>已休</dt>
          <dd>{row.taken} 天</dd>
        </div>
        <div>
          <dt>剩余</dt>
          <dd>
            {spanWords(leftOf(row))} 天{row.carried > 0 && `，含上年结转 ${row.carried} 天`}
          </dd>
        </div>
        <div>
          <dt>体检</dt>
          <dd>
            {row.checkOn === null
              ? '没有登记'
              : `${showDate(row.checkOn)} ${facts.checkPlace}${facts.checkFen === null ? '' : `，${yuanWords(facts.checkFen)} 元`}`}
          </dd>
        </div>
        <div>
          <dt>疗休养</dt>
          <dd>{row.retreatDays} 天</dd>
        </div>
      </dl>
      {changing && facts.overrideDays === null && (
        <p className="ent-note">
          {year} 年内工龄跨档
          {leave.early.changesOn !== null &&
            leave.early.changesOn === leave.late.changesOn &&
            `（${showDate(leave.early.changesOn)}）`}
          ：按新档全额 {leave.early.after} 天，按月日折算 {leave.late.prorated} 天。
          <BasisWord basis={changeYearBasis} />
        </p>
      )}
      {both && <p className="ent-note">参加工作时间不到日，按最早和最晚各算一次。</p>}
      {forfeits.map(({ why, basis }) => (
        <p key={why} className="ent-note">
          {why}，当年可能不享受年休假（{annualLeaveDays(years)} 天），由单位核定。
          <BasisWord basis={basis} />
        </p>
      ))}
    </Card>
  )
}
