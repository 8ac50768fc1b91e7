import { useState } from 'react'
import { showDate } from '../../shared/dates/partial-date'
import { balanceOf } from '../../shared/medals/ledger.rules'
import type { Award, Lot } from '../../shared/medals/medals'
import type { MedalRow } from '../../shared/medals/medals.contract'
import { api } from '../api/client'
import { useCall } from '../api/query'
import { useMay } from '../api/session'
import { Button } from '../ui/Button'
import { Card } from '../ui/Card'
import { StateMark } from '../ui/marks'
import { ReasonDialog } from '../ui/ReasonDialog'
import { AUDITED_REASON } from '../ui/reason.words'
import { EmptyState, ErrorNote, Loading } from '../ui/states'
import { LotDialog, TakeBackDialog } from './LedgerDialogs'

/** 台账: what came, where each medal is, and whether the sums agree. */
export function LedgerPane({ year, rows }: { year: number; rows: readonly MedalRow[] }) {
  const edits = useMay()('honours.edit')
  const found = useCall('medals', 'ledger', {})
  const [booking, setBooking] = useState(false)
  const [striking, setStriking] = useState<Lot>()
  const [taking, setTaking] = useState<Award>()
  if (found.isPending) return <Loading />
  if (found.isError) return <ErrorNote error={found.error} onRetry={() => void found.refetch()} />
  const { lots, awards, whole: isWhole } = found.data
  const within = ({ on }: { on: string }): boolean => on.startsWith(`${year}-`)
  const waiting = rows.filter(({ column, award }) => column === 'given' && award === null).length
  const lotsHere = lots.filter(within)
  const awardsHere = awards.filter(award => within(award) || (award.back && within(award.back)))
  return (
    <>
      {isWhole && <Sums year={year} lots={lots} awards={awards} waiting={waiting} />}
      {isWhole && (
        <Card
          title="收存"
          note={`${lotsHere.length} 笔`}
          more={
            edits && (
              <Button size="small" onClick={() => setBooking(true)}>
                登记收存
              </Button>
            )
          }
        >
          {lotsHere.length === 0 && <EmptyState title="这一年没有收存" hint="领取、退回、报损和盘点登记在这里。" />}
          <ul>
            {lotsHere.map(lot => (
              <li key={lot.id} className="dd-row" data-struck={lot.struckFor !== ''}>
                <span>
                  <b>
                    {lot.kind} {lot.count} 枚
                  </b>
                  <small>{lot.note}</small>
                </span>
                <span>{showDate(lot.on)}</span>
                <span>
                  {lot.byName}
                  {lot.struckFor !== '' && <small>已划去：{lot.struckFor}</small>}
                </span>
                <span className="dd-row-acts">
                  {edits && lot.struckFor === '' && (
                    <Button size="small" onClick={() => setStriking(lot)}>
                      划去…
                    </Button>
                  )}
                </span>
              </li>
            ))}
          </ul>
        </Card>
      )}
      <Card title="颁发" note={`${awardsHere.length} 枚`}>
        {awardsHere.length === 0 && <EmptyState title="这一年没有颁发" hint="在名单的“已授”里选人，登记颁发。" />}
        <ul>
          {awardsHere.map(award => (
            <li key={award.id} className="dd-row">
              <span>
                <b>{award.name}</b>
                <small>{award.unitName}</small>
              </span>
              <span>
                {award.medalNo === '' ? '没有编号' : award.medalNo}
                <small>{award.year} 年授予</small>
              </span>
              <span>
                {showDate(award.on)} {award.by} 颁发
                <small>{award.to === '本人' ? '本人领取' : `家属代领：${award.receiver}`}</small>
              </span>
              <span className="dd-row-acts">
                {award.back ? (
                  <StateMark state="soon">
                    {showDate(award.back.on)} 收回（{award.back.how}）
                  </StateMark>
                ) : (
                  <>
                    {award.unsettled && <StateMark state="late">荣誉已撤销，没有收回</StateMark>}
                    {edits && (
                      <Button size="small" onClick={() => setTaking(award)}>
                        收回…
                      </Button>
                    )}
                  </>
                )}
              </span>
            </li>
          ))}
        </ul>
      </Card>
      {booking && <LotDialog onClose={() => setBooking(false)} />}
      {taking && <TakeBackDialog award={taking} onClose={() => setTaking(undefined)} />}
      <ReasonDialog
        open={striking !== undefined}
        title="划去这一笔收存"
        consequence={`划去的留着能看，不再计数。${AUDITED_REASON}`}
        confirmText="划去"
        danger
        onConfirm={async reason => {
          if (striking) await api.medals.strikeLot({ id: striking.id, reason })
        }}
        onClose={() => setStriking(undefined)}
      />
    </>
  )
}

interface SumsProps {
  readonly year: number
  readonly lots: readonly Lot[]
  readonly awards: readonly Award[]
  readonly waiting: number
}

function Sums({ year, lots, awards, waiting }: SumsProps) {
  const { counted, ...sums } = balanceOf(lots, awards, year)
  const told = [
    ['上年结存', sums.opening],
    ['领取', sums.received],
    ['收回', sums.cameBack],
    ['颁发', sums.handed],
    ['退回', sums.sentBack],
    ['报损', sums.lost],
    ['结存', sums.kept],
    ['待颁发', waiting],
  ] as const
  return (
    <Card title={`${year} 年纪念章`} note="上年结存 + 领取 + 收回 − 颁发 − 退回 − 报损 = 结存">
      <dl className="med-sums">
        {told.map(([label, count]) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>{count} 枚</dd>
          </div>
        ))}
        <div>
          <dt>盘点</dt>
          <dd>
            {counted === null ? (
              '没有盘点'
            ) : (
              <StateMark state={counted.count === counted.booked ? 'done' : 'late'}>
                {showDate(counted.on)} 实有 {counted.count}
                {counted.count === counted.booked ? '，账实相符' : `，账面 ${counted.booked}`}
              </StateMark>
            )}
          </dd>
        </div>
      </dl>
      {waiting > sums.kept && <p className="med-warn">待颁发的比结存多 {waiting - sums.kept} 枚</p>}
    </Card>
  )
}
