import { useState } from 'react'
import { fenOf } from '../../shared/care-standards/care-standards.rules'
import { showDate } from '../../shared/dates/partial-date'
import { todayDay } from '../../shared/dates/today'
import type { MemberId } from '../../shared/medals/medals'
import { api } from '../api/client'
import { FormDialog } from '../ui/FormDialog'
import { TextField } from '../ui/TextField'
import { typedDay } from './medals.words'

interface MemberVisitDialogProps {
  readonly people: readonly { readonly id: MemberId; readonly name: string }[]
  readonly onDone: () => void
  readonly onClose: () => void
}

/** A visit to old members without a file. It stands here, since the records of care belong to files. */
export function MemberVisitDialog({ people, onDone, onClose }: MemberVisitDialogProps) {
  const [typed, setTyped] = useState({ on: showDate(todayDay()), visitors: '', money: '', goods: '', note: '' })
  const set = (part: Partial<typeof typed>): void => setTyped({ ...typed, ...part })
  const on = typedDay(typed.on)
  const moneyFen = typed.money.trim() === '' ? 0 : fenOf(typed.money)
  const refusal =
    on === undefined
      ? '日期写作 2027.06.25'
      : on > todayDay()
        ? '走访日期还没有到'
        : typed.visitors.trim() === ''
          ? '先写走访人'
          : moneyFen === undefined
            ? '慰问金写作 500 或 500.00'
            : undefined
  return (
    <FormDialog
      title={`登记走访：${people.length} 人`}
      act="登记"
      refusal={refusal}
      onAct={async () => {
        if (on === undefined || moneyFen === undefined) return
        const { visitors, goods, note } = typed
        await api.medals.addVisits({
          people: people.map(({ id }) => id),
          facts: { on, visitors, moneyFen, goods, note },
        })
        onDone()
      }}
      onClose={onClose}
    >
      <p className="dd-aside">
        {people.map(({ name }) => name).join('、')}
        没有干部档案，走访登记在这里，名册里显示今年走访过。有档案的列入七一走访。
      </p>
      <div className="dd-pair">
        <TextField label="走访日期" value={typed.on} onChange={value => set({ on: value })} nfkc />
        <TextField
          label="走访人"
          value={typed.visitors}
          onChange={visitors => set({ visitors })}
          maxChars={120}
          autoFocus
        />
        <TextField label="慰问金（元，每人）" value={typed.money} onChange={money => set({ money })} nfkc />
        <TextField label="慰问品（每人）" value={typed.goods} onChange={goods => set({ goods })} maxChars={120} />
      </div>
      <TextField label="备注" value={typed.note} onChange={note => set({ note })} maxChars={200} />
    </FormDialog>
  )
}
