import { type KeyboardEvent, useState } from 'react'
import type { EntitlementRow, NewTake, TakeKind } from '../../shared/entitlements/entitlements'
import { leftOf } from '../../shared/entitlements/entitlements'
import { api } from '../api/client'
import { TextField } from '../ui/TextField'
import { spanWords, type Typed, takeOf } from './entitlements.words'
import { isOverridable, OverDialog } from './OverDialog'

const empty: Typed = { from: '', to: '', days: '', cost: '' }

/** To the first field of the next person, so that a column is typed without the mouse. */
function goDown(from: HTMLElement): void {
  from.closest('li')?.nextElementSibling?.querySelector('input')?.focus()
}

/** One person of the grid: dates are typed, Enter keeps them. */
export function GridRow({ row, year, kind }: { row: EntitlementRow; year: number; kind: TakeKind }) {
  const [typed, setTyped] = useState(empty)
  const [said, setSaid] = useState('')
  /** What a confirmed standard speaks against, while its reason is asked for. */
  const [over, setOver] = useState<{ readonly words: string; readonly take: NewTake }>()
  async function add(take: NewTake, override: string): Promise<void> {
    const { warnings } = await api.entitlements.add({ takes: [take], override })
    setTyped(empty)
    setSaid(['已存', ...warnings].join('；'))
  }
  async function keep(field: HTMLElement): Promise<void> {
    if (typed.from.trim() === '') return goDown(field)
    const take = takeOf(row, year, kind, typed)
    if (typeof take === 'string') return setSaid(take)
    try {
      await add(take, '')
      goDown(field)
    } catch (error) {
      if (isOverridable(error)) setOver({ words: error.message, take })
      else setSaid(error instanceof Error ? error.message : '没有存下')
    }
  }
  const onKeyDown = (event: KeyboardEvent<HTMLDivElement>): void => {
    if (event.key !== 'Enter' || event.nativeEvent.isComposing || !(event.target instanceof HTMLInputElement)) return
    event.preventDefault()
    void keep(event.target)
  }
  const set = (part: Partial<Typed>) => {
    setTyped({ ...typed, ...part })
    setSaid('')
  }
  return (
    <li className="dd-row ent-grid">
      <span>
        <b>{row.name}</b>
        <small>{row.unitName}</small>
      </span>
      <span>
        {kind === '年休假' ? `已休 ${row.taken} 天，剩 ${spanWords(leftOf(row))} 天` : `已疗休养 ${row.retreatDays} 天`}
      </span>
      {/* The fields are the controls; what is caught here is Enter in any of them. */}
      <div className="ent-fields" role="group" aria-label={`${row.name}的${kind}`} onKeyDown={onKeyDown}>
        <TextField
          label={`${row.name}开始`}
          hideLabel
          value={typed.from}
          onChange={from => set({ from })}
          placeholder="开始"
          nfkc
        />
        <TextField
          label={`${row.name}结束`}
          hideLabel
          value={typed.to}
          onChange={to => set({ to })}
          placeholder="结束"
          nfkc
        />
        <TextField
          label={`${row.name}天数`}
          hideLabel
          value={typed.days}
          onChange={days => set({ days })}
          placeholder="天数"
          nfkc
        />
        {kind === '疗休养' && (
          <TextField
            label={`${row.name}费用`}
            hideLabel
            value={typed.cost}
            onChange={cost => set({ cost })}
            placeholder="费用（元）"
            nfkc
          />
        )}
      </div>
      <span role="status">{said}</span>
      {over && (
        <OverDialog words={over.words} onKeep={reason => add(over.take, reason)} onClose={() => setOver(undefined)} />
      )}
    </li>
  )
}
