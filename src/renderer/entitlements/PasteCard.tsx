import { useState } from 'react'
import { CadreId } from '../../shared/cadres/cadres'
import { showDate } from '../../shared/dates/partial-date'
import { MOST_AT_ONCE, type NewCheck, type NewTake } from '../../shared/entitlements/entitlements'
import { type PastedError, type PastedRow, readPasted } from '../../shared/entitlements/pasted.rules'
import { api } from '../api/client'
import { Button } from '../ui/Button'
import { Card } from '../ui/Card'
import { ErrorNote } from '../ui/states'
import { TextField } from '../ui/TextField'
import { isOverridable, OverDialog } from './OverDialog'

interface Matched extends PastedRow {
  readonly cadreId: CadreId | null
  readonly about: string
  readonly days: number | null
  readonly why: string
}

/** Rows from a spreadsheet: looked at first, with what is wrong line by line, and kept all or none. */
export function PasteCard({ year, unitId }: { year: number; unitId: string | null }) {
  const [text, setText] = useState('')
  const [found, setFound] = useState<readonly Matched[]>()
  const [wrong, setWrong] = useState<readonly PastedError[]>([])
  const [error, setError] = useState<unknown>(null)
  const [said, setSaid] = useState('')
  const [over, setOver] = useState('')
  const good = found?.filter(({ why }) => why === '') ?? []

  async function look(): Promise<void> {
    setError(null)
    setSaid('')
    const { rows, errors } = readPasted(text)
    setWrong(errors)
    setFound(undefined)
    if (rows.length > MOST_AT_ONCE)
      return setSaid(`一次最多粘贴 ${MOST_AT_ONCE} 行，这里有 ${rows.length} 行，请分几次`)
    try {
      const asked = rows.map(({ line, name, kind, from, to }) => ({ line, name, kind, from, to }))
      const matched = await api.entitlements.match({ unitId, rows: asked })
      setFound(rows.flatMap((row, at) => (matched[at] ? [{ ...row, ...matched[at] }] : [])))
    } catch (failure) {
      setError(failure)
    }
  }
  async function add(override: string): Promise<void> {
    const takes: NewTake[] = good.flatMap(({ cadreId, kind, from, to, place, costFen }) =>
      kind === '体检' || cadreId === null ? [] : [{ cadreId, year, kind, from, to, days: null, place, costFen }],
    )
    const checks: NewCheck[] = good.flatMap(({ cadreId, kind, from, place, costFen }) =>
      kind !== '体检' || cadreId === null ? [] : [{ cadreId, on: from, place, costFen }],
    )
    const { warnings } = await api.entitlements.add({ takes, checks, override })
    setSaid([`已登记 ${good.length} 条`, ...warnings].join('；'))
    setFound(undefined)
    setText('')
  }
  async function keep(): Promise<void> {
    setError(null)
    try {
      await add('')
    } catch (failure) {
      if (isOverridable(failure)) setOver(failure.message)
      else setError(failure)
    }
  }

  return (
    <Card title="从表格粘贴" note={`计入 ${year} 年；一行一次，列为：姓名、类别、开始、结束、地点、费用`}>
      <div className="ent-check">
        <TextField
          label="粘贴的表格"
          hideLabel
          value={text}
          onChange={setText}
          multiline
          rows={5}
          placeholder={'姓名\t年休假\t2026.08.03\t2026.08.07'}
        />
        {found && (
          <ul className="ent-pasted" aria-label="核对结果">
            {wrong.map(({ line, text: raw, why }) => (
              <li key={line} data-wrong>
                第 {line} 行　{raw}　<b>{why}</b>
              </li>
            ))}
            {found.map(({ line, name, about, kind, from, to, days, why }) => (
              <li key={line} data-wrong={why !== '' || undefined}>
                第 {line} 行　{name}　{about}　{kind}　{showDate(from)}
                {to !== from && `至 ${showDate(to)}`}
                {days !== null && `，${days} 个工作日`} <b>{why}</b>
              </li>
            ))}
          </ul>
        )}
        {over !== '' && <OverDialog words={over} onKeep={add} onClose={() => setOver('')} />}
        {error !== null && <ErrorNote error={error} />}
        <div className="dd-form-end">
          <span role="status">{said}</span>
          <Button reason={text.trim() === '' ? '先粘贴表格' : undefined} onClick={() => void look()}>
            核对
          </Button>
          <Button kind="primary" reason={good.length === 0 ? '先核对' : undefined} onClick={() => void keep()}>
            登记 {good.length} 条
          </Button>
        </div>
      </div>
    </Card>
  )
}
