import { Select } from 'antd'
import { useState } from 'react'
import { showDate } from '../../shared/dates/partial-date'
import { todayDay } from '../../shared/dates/today'
import { Handing, refKey } from '../../shared/medals/medals'
import type { MedalRow } from '../../shared/medals/medals.contract'
import { mayHand } from '../../shared/medals/medals.rules'
import { api } from '../api/client'
import { FormDialog } from '../ui/FormDialog'
import { TextField } from '../ui/TextField'
import { typedDay } from './medals.words'

interface HandDialogProps {
  readonly year: number
  readonly rows: readonly MedalRow[]
  readonly onDone: () => void
  readonly onClose: () => void
}
type To = Handing['to']
interface Line {
  readonly medalNo: string
  readonly to: To
  readonly receiver: string
}
const own: Line = { medalNo: '', to: '本人', receiver: '' }

/** One ceremony, or one visit at home: the day and who handed them over for all, number and receiver for each. */
export function HandDialog({ year, rows, onDone, onClose }: HandDialogProps) {
  const [day, setDay] = useState(() => showDate(todayDay()))
  const [by, setBy] = useState('')
  const [lines, setLines] = useState<Readonly<Record<string, Line>>>({})
  const on = typedDay(day)
  const lineOf = (key: string): Line => lines[key] ?? own
  const set = (key: string, part: Partial<Line>): void => setLines({ ...lines, [key]: { ...lineOf(key), ...part } })
  const people = rows.map(({ ref }) => ({ ref, ...lineOf(refKey(ref)), on, by }))
  const wrong = people.flatMap(each => {
    const handing = Handing.safeParse(each)
    if (!handing.success) return ['有的地方太长']
    const verdict = mayHand(handing.data, year, todayDay())
    return verdict.allowed ? [] : [verdict.reason]
  })
  const refusal = !on ? '日期写作 2026.06.28' : by.trim() === '' ? '写明由谁颁发' : wrong[0]
  return (
    <FormDialog
      title={`登记颁发：${rows.length} 枚`}
      act="登记"
      refusal={refusal}
      width={760}
      onAct={async () => {
        if (!on) return
        await api.medals.hand({ year, people: people.map(each => ({ ...each, on })) })
        onDone()
      }}
      onClose={onClose}
    >
      <div className="dd-pair">
        <TextField label="颁发日期" value={day} onChange={setDay} nfkc />
        <TextField label="由谁颁发" value={by} onChange={setBy} maxChars={60} placeholder="单位或者姓名" />
      </div>
      <p className="dd-aside">登记以后记入荣誉册和本人时间线。没有编号的留空。</p>
      <ol className="med-hand">
        {rows.map(({ ref, name, unitName }) => {
          const key = refKey(ref)
          const line = lineOf(key)
          return (
            <li key={key}>
              <span>
                <b>{name}</b>
                <small>{unitName}</small>
              </span>
              <TextField
                label={`${name}的编号`}
                hideLabel
                value={line.medalNo}
                onChange={medalNo => set(key, { medalNo })}
                placeholder="编号"
                nfkc
              />
              <Select<To>
                aria-label={`${name}由谁领`}
                value={line.to}
                onChange={to => set(key, { to, receiver: '' })}
                options={(['本人', '家属'] as const).map(value => ({ value, label: value }))}
              />
              <TextField
                label={`代领${name}的家属`}
                hideLabel
                value={line.receiver}
                onChange={receiver => set(key, { receiver })}
                placeholder={line.to === '家属' ? '姓名和关系' : ''}
                disabled={line.to === '本人'}
              />
            </li>
          )
        })}
      </ol>
    </FormDialog>
  )
}
