import { Select } from 'antd'
import { type KeyboardEvent, useState } from 'react'
import { mayEnter } from '../../shared/care-batches/batch.rules'
import { type Batch, type Visit, VisitResult } from '../../shared/care-batches/care-batches'
import { fenOf, yuan } from '../../shared/care-standards/care-standards.rules'
import { Day } from '../../shared/dates/add-months'
import { parsePartialDate, showDate } from '../../shared/dates/partial-date'
import { today } from '../../shared/dates/today'
import { api } from '../api/client'
import { useMay } from '../api/session'
import { Card } from '../ui/Card'
import { EmptyState } from '../ui/states'
import { TextField } from '../ui/TextField'

/** 走访结果 on one page: Enter keeps a row and goes down the same column. */
export function ResultsPane({ batch, visits }: { batch: Batch; visits: readonly Visit[] }) {
  const edits = useMay()('care.edit') && batch.state === '进行中'
  return (
    <Card title="走访结果" note={edits ? '回车存下这一行，到下一人的同一栏' : undefined}>
      {visits.length === 0 && <EmptyState title="名单是空的" hint="先在“名单”里选人。" />}
      <ol className="bat-results">
        {visits.map(visit => (
          <ResultRow key={`${visit.cadreId} ${visit.revision}`} batch={batch} visit={visit} edits={edits} />
        ))}
      </ol>
    </Card>
  )
}

interface Typed {
  readonly result: Visit['result']
  readonly on: string
  readonly by: string
  readonly money: string
  readonly goods: string
  readonly voucher: string
  readonly remark: string
}
/** As it stands; for whoever waits, what was planned is offered. */
const typedOf = (visit: Visit): Typed => {
  const waits = visit.result === '待走访'
  const money = waits ? visit.plannedFen : visit.givenFen
  return {
    result: visit.result,
    on: visit.visitedOn === null ? '' : showDate(visit.visitedOn),
    by: waits ? visit.visitor : visit.visitedBy,
    money: money === 0 ? '' : yuan(money),
    goods: waits ? visit.goods : visit.givenGoods,
    voucher: visit.voucher,
    remark: visit.remark,
  }
}

/** To the same column of the next person. */
function goDown(field: HTMLInputElement): void {
  const row = field.closest('li')
  const at = row ? [...row.querySelectorAll('input[type="text"]')].indexOf(field) : -1
  const below = row?.nextElementSibling?.querySelectorAll<HTMLInputElement>('input[type="text"]')[at]
  below?.focus()
  below?.select()
}

function ResultRow({ batch, visit, edits }: { batch: Batch; visit: Visit; edits: boolean }) {
  const [typed, setTyped] = useState(() => typedOf(visit))
  const [said, setSaid] = useState('')
  const set = (part: Partial<Typed>) => setTyped({ ...typed, ...part })
  async function keep(next: Typed): Promise<void> {
    // A day that was typed says that somebody went.
    const result = next.result === '待走访' && next.on.trim() !== '' ? '已走访' : next.result
    const went = result === '已走访'
    const visitedOn = next.on.trim() === '' ? null : Day.safeParse(parsePartialDate(next.on)).data
    const givenFen = !went || next.money.trim() === '' ? 0 : fenOf(next.money)
    if (visitedOn === undefined || givenFen === undefined)
      return setSaid(givenFen === undefined ? '金额写作 500' : '日期写作 2027.02.01')
    const outcome = {
      result,
      visitedOn: went ? visitedOn : null,
      visitedBy: went ? next.by : '',
      givenFen,
      givenGoods: went ? next.goods : '',
      voucher: went ? next.voucher : '',
      remark: next.remark,
    }
    const verdict = mayEnter(outcome, Day.parse(today()))
    if (!verdict.allowed) return setSaid(verdict.reason)
    try {
      await api.careBatches.enter({ id: batch.id, cadreId: visit.cadreId, revision: visit.revision, outcome })
      setSaid('已存')
    } catch (error) {
      setSaid(error instanceof Error ? error.message : '没有存下')
    }
  }
  const onKeyDown = (event: KeyboardEvent<HTMLLIElement>): void => {
    if (event.key !== 'Enter' || event.nativeEvent.isComposing || !(event.target instanceof HTMLInputElement)) return
    if (event.target.type !== 'text') return
    event.preventDefault()
    const field = event.target
    goDown(field)
    void keep(typed)
  }
  const { name } = visit
  const off = !edits
  return (
    <li onKeyDown={onKeyDown}>
      <span>
        <b>{name}</b>
        <small>{visit.unitName}</small>
      </span>
      <Select
        aria-label={`${name}的结果`}
        value={typed.result}
        disabled={off}
        onChange={result => {
          const next = { ...typed, result, on: result === '已走访' && typed.on === '' ? showDate(today()) : typed.on }
          setTyped(next)
          if (result !== '未走访') void keep(next)
        }}
        options={VisitResult.options.map(value => ({ value, label: value }))}
      />
      <TextField
        label={`${name}的走访日期`}
        hideLabel
        value={typed.on}
        onChange={on => set({ on })}
        placeholder="走访日期"
        nfkc
        disabled={off}
      />
      <TextField
        label={`${name}由谁走访`}
        hideLabel
        value={typed.by}
        onChange={by => set({ by })}
        placeholder="走访人"
        disabled={off}
      />
      <TextField
        label={`${name}的实发金额`}
        hideLabel
        value={typed.money}
        onChange={money => set({ money })}
        placeholder="实发（元）"
        nfkc
        disabled={off}
      />
      <TextField
        label={`${name}收到的慰问品`}
        hideLabel
        value={typed.goods}
        onChange={goods => set({ goods })}
        placeholder="慰问品"
        disabled={off}
      />
      <TextField
        label={`${name}的凭证号`}
        hideLabel
        value={typed.voucher}
        onChange={voucher => set({ voucher })}
        placeholder="凭证号"
        disabled={off}
      />
      <TextField
        label={`${name}的备注`}
        hideLabel
        value={typed.remark}
        onChange={remark => set({ remark })}
        placeholder={typed.result === '未走访' ? '未走访的原因' : '备注'}
        disabled={off}
      />
      <span role="status" className="bat-said">
        {said}
      </span>
    </li>
  )
}
