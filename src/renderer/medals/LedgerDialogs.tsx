import { Segmented, Select } from 'antd'
import { useState } from 'react'
import { showDate } from '../../shared/dates/partial-date'
import { todayDay } from '../../shared/dates/today'
import { type RevocationGround, revocationGrounds } from '../../shared/honours/honours.data'
import { mayBook } from '../../shared/medals/ledger.rules'
import { type Award, backHows, type Lot, LotFacts, lotKinds, TakingBack } from '../../shared/medals/medals'
import { mayTakeBack } from '../../shared/medals/medals.rules'
import { api } from '../api/client'
import { FormDialog } from '../ui/FormDialog'
import { TextField } from '../ui/TextField'
import { wholeNumber } from '../ui/wholeNumber'
import { typedDay } from './medals.words'

const lotHints: Record<Lot['kind'], string> = {
  领取: '从上级领来的数目',
  退回: '多出的退回上级的数目',
  报损: '损坏、遗失的数目，说明里写清经过',
  盘点: '清点时柜里实有的数目，和账面对照，不改账面',
}

/** What came into the drawer or left it, or was counted there. */
export function LotDialog({ onClose }: { onClose: () => void }) {
  const [kind, setKind] = useState<Lot['kind']>('领取')
  const [count, setCount] = useState('')
  const [day, setDay] = useState(() => showDate(todayDay()))
  const [note, setNote] = useState('')
  const facts = LotFacts.safeParse({ kind, count: wholeNumber(count), on: typedDay(day), note })
  const verdict = facts.success ? mayBook(facts.data, todayDay()) : undefined
  const refusal = !typedDay(day)
    ? '日期写作 2026.06.15'
    : !facts.success
      ? '数目写一个整数'
      : verdict && !verdict.allowed
        ? verdict.reason
        : undefined
  return (
    <FormDialog
      title="登记纪念章收存"
      act="登记"
      refusal={refusal}
      onAct={async () => {
        if (facts.success) await api.medals.addLot(facts.data)
      }}
      onClose={onClose}
    >
      <Segmented aria-label="事项" block value={kind} onChange={setKind} options={[...lotKinds]} />
      <p className="dd-aside">{lotHints[kind]}</p>
      <div className="dd-pair">
        <TextField label="数目（枚）" value={count} onChange={setCount} nfkc autoFocus />
        <TextField label="日期" value={day} onChange={setDay} nfkc />
      </div>
      <TextField label="说明" value={note} onChange={setNote} maxChars={120} placeholder="来源、去向、单据号" />
    </FormDialog>
  )
}

/** A medal that comes back: the honour was revoked, or it had been given by mistake. */
export function TakeBackDialog({ award, onClose }: { award: Award; onClose: () => void }) {
  const [how, setHow] = useState<TakingBack['how']>('误发')
  const [day, setDay] = useState(() => showDate(todayDay()))
  const [ground, setGround] = useState<RevocationGround | null>(null)
  const [documentNo, setDocument] = useState('')
  const [reason, setReason] = useState('')
  const taking = TakingBack.safeParse({ how, on: typedDay(day), ground: how === '撤销' ? ground : null, documentNo })
  const verdict = taking.success ? mayTakeBack(taking.data, award.on, todayDay()) : undefined
  const refusal = !typedDay(day)
    ? '日期写作 2026.06.15'
    : verdict && !verdict.allowed
      ? verdict.reason
      : reason.trim() === ''
        ? '先写明理由'
        : undefined
  return (
    <FormDialog
      title={`收回${award.name}的纪念章`}
      act="登记收回"
      refusal={refusal}
      onAct={async () => {
        if (!taking.success) return
        const { id, revision } = award
        await api.medals.takeBack({ id, revision, ...taking.data, reason: reason.trim() })
      }}
      onClose={onClose}
    >
      <Segmented aria-label="原因" block value={how} onChange={setHow} options={[...backHows]} />
      <p className="dd-aside">
        {how === '撤销' ? '荣誉册里的这一项改为已撤销，留作记录。' : '荣誉册里误登的这一项去掉，本人回到名单里。'}
        荣誉册里已经撤销的，不再改动。
      </p>
      {how === '撤销' && (
        <>
          <Select
            aria-label="撤销的情形"
            placeholder="撤销的情形"
            value={ground}
            onChange={setGround}
            options={revocationGrounds.map(value => ({ value, label: value }))}
          />
          <TextField label="撤销决定文号" value={documentNo} onChange={setDocument} maxChars={80} />
        </>
      )}
      <TextField label="收回日期" value={day} onChange={setDay} nfkc />
      <TextField label="理由" value={reason} onChange={setReason} maxChars={200} required />
    </FormDialog>
  )
}
