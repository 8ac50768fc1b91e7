import { Select } from 'antd'
import { type FocusEvent, type KeyboardEvent, useRef, useState } from 'react'
import { mayEnter } from '../../shared/care-batches/batch.rules'
import { type BatchId, type Visit, VisitResult } from '../../shared/care-batches/care-batches'
import { fenOf, yuan } from '../../shared/care-standards/care-standards.rules'
import { Day } from '../../shared/dates/add-months'
import { parsePartialDate, showDate } from '../../shared/dates/partial-date'
import { today } from '../../shared/dates/today'
import { AppError } from '../../shared/result'
import { api } from '../api/client'
import { TextField } from '../ui/TextField'

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

/** What the row says as the outcome that is kept, or what is wrong with it. */
function outcomeOf(typed: Typed) {
  // A day that was typed says that somebody went.
  const result = typed.result === '待走访' && typed.on.trim() !== '' ? '已走访' : typed.result
  const went = result === '已走访'
  const visitedOn = typed.on.trim() === '' ? null : Day.safeParse(parsePartialDate(typed.on)).data
  const givenFen = !went || typed.money.trim() === '' ? 0 : fenOf(typed.money)
  if (givenFen === undefined) return '金额写作 500'
  if (visitedOn === undefined) return '日期写作 2027.02.01'
  const outcome = {
    result,
    visitedOn: went ? visitedOn : null,
    visitedBy: went ? typed.by : '',
    givenFen,
    givenGoods: went ? typed.goods : '',
    voucher: went ? typed.voucher : '',
    remark: typed.remark,
  }
  const verdict = mayEnter(outcome, Day.parse(today()))
  return verdict.allowed ? outcome : verdict.reason
}

/** What is typed in a row, over the revision that it began from; null after somebody else changed the row. */
interface Edited {
  readonly typed: Typed
  readonly base: number | null
}

/** What was kept last of a row, and the revision that it made. */
interface Kept {
  readonly typed: Typed
  readonly revision: number
}

/** The typing of one row and its keeping. What is typed stays on screen until the store shows it. */
function useRow(id: BatchId, visit: Visit) {
  const [edited, setEdited] = useState<Edited | null>(null)
  const [said, setSaid] = useState('')
  // Leaving a field, leaving the row and Enter come one after another before anything is drawn anew.
  const latest = useRef<Edited | null>(null)
  const saving = useRef<Typed | null>(null)
  const kept = useRef<Kept | null>(null)
  const [done, setDone] = useState<Kept | null>(null)
  const put = (next: Edited | null): void => {
    latest.current = next
    setEdited(next)
  }
  const isShown = edited !== null && (done?.typed !== edited.typed || visit.revision < done.revision)
  const typed = isShown ? edited.typed : typedOf(visit)
  const set = (part: Partial<Typed>): void => {
    const before = latest.current
    const isKept = before !== null && kept.current?.typed === before.typed
    const own = Math.max(visit.revision, kept.current?.revision ?? 0)
    setSaid('')
    put({
      typed: { ...(before === null || (isKept && !isShown) ? typedOf(visit) : before.typed), ...part },
      base: before === null || isKept ? own : before.base,
    })
  }
  /** @param over also over what somebody else has entered meanwhile */
  async function keep(over: boolean): Promise<void> {
    const now = latest.current
    if (now === null || saving.current === now.typed || kept.current?.typed === now.typed) return
    if (now.base === null && !over) return
    const outcome = outcomeOf(now.typed)
    if (typeof outcome === 'string') return setSaid(outcome)
    saving.current = now.typed
    try {
      const revision = now.base ?? visit.revision
      const entered = await api.careBatches.enter({ id, cadreId: visit.cadreId, revision, outcome })
      kept.current = { typed: now.typed, revision: entered.revision }
      setDone(kept.current)
      setSaid('已存')
    } catch (error) {
      if (error instanceof AppError && error.code === 'conflict') {
        put({ typed: latest.current?.typed ?? now.typed, base: null })
        setSaid('这一行刚被别人改过，再按回车就以这里的为准')
      } else setSaid(error instanceof Error ? error.message : '没有存下')
    } finally {
      saving.current = null
    }
  }
  return { typed, set, keep, said }
}

interface ResultRowProps {
  readonly id: BatchId
  readonly visit: Visit
  readonly edits: boolean
}

/** What came of one visit. Enter keeps it and goes on to the next person; leaving the row keeps it too. */
export function ResultRow({ id, visit, edits }: ResultRowProps) {
  const { typed, set, keep, said } = useRow(id, visit)
  const onKeyDown = (event: KeyboardEvent<HTMLLIElement>): void => {
    if (event.key !== 'Enter' || event.nativeEvent.isComposing || !(event.target instanceof HTMLInputElement)) return
    if (event.target.type !== 'text') return
    event.preventDefault()
    goDown(event.target)
    void keep(true)
  }
  const onBlur = (event: FocusEvent<HTMLLIElement>): void => {
    if (!event.currentTarget.contains(event.relatedTarget)) void keep(false)
  }
  const { name } = visit
  const off = !edits
  return (
    <li onKeyDown={onKeyDown} onBlur={onBlur}>
      <span>
        <b>{name}</b>
        <small>{visit.unitName}</small>
      </span>
      <Select
        aria-label={`${name}的结果`}
        value={typed.result}
        disabled={off}
        onChange={result => {
          // Whoever waits again was not visited on any day.
          const on = result === '待走访' ? '' : result === '已走访' && typed.on === '' ? showDate(today()) : typed.on
          set({ result, on })
          if (result !== '未走访') void keep(false)
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
