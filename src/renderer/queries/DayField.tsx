import { useState } from 'react'
import { parsePartialDate, showDate } from '../../shared/dates/partial-date'
import { today } from '../../shared/dates/today'
import { Question } from '../../shared/queries/queries'
import { useComposedText } from '../ui/composed'

const Reckoned = Question.shape.on
type On = Question['on']

const read = (text: string): On | undefined => {
  if (text.trim() === '') return null
  return Reckoned.safeParse(parsePartialDate(text)).data
}

/** 计算日期: the day on which ages and years are reckoned; empty is today. */
export function DayField({ on, onChange }: { on: On; onChange: (on: On) => void }) {
  const shown = on === null ? '' : showDate(on)
  const [typed, setTyped] = useState(shown)
  const isWrong = read(typed) === undefined
  const field = useComposedText({
    value: isWrong || read(typed) === on ? typed : shown,
    onChange: text => {
      setTyped(text)
      const next = read(text)
      if (next !== undefined && next !== on) onChange(next)
    },
    nfkc: true,
  })
  return (
    <label className="qry-day">
      计算日期
      <input
        {...field}
        className="dd-input"
        type="text"
        aria-label="计算日期"
        aria-invalid={isWrong || undefined}
        aria-description={
          isWrong ? '写作 2026.12.31，从 2001 年到 2100 年；不填就是今天' : '年龄和年限算到这一天，不填就是今天'
        }
        placeholder={`今天 ${showDate(today())}`}
        title={isWrong ? '写作 2026.12.31，从 2001 年到 2100 年；不填就是今天' : '年龄和年限算到这一天，不填就是今天'}
        spellCheck={false}
        autoComplete="off"
      />
    </label>
  )
}
