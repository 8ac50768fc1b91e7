import { Checkbox } from 'antd'
import { useState } from 'react'
import type { CadreId } from '../../shared/cadres/cadres'
import { Day } from '../../shared/dates/add-months'
import { parsePartialDate, showDate } from '../../shared/dates/partial-date'
import { today } from '../../shared/dates/today'
import { type EntitlementRow, MOST_AT_ONCE } from '../../shared/entitlements/entitlements'
import { fenOf } from '../../shared/money/fen'
import { api } from '../api/client'
import { Button } from '../ui/Button'
import { Card } from '../ui/Card'
import { ErrorNote } from '../ui/states'
import { TextField } from '../ui/TextField'
import { isOverridable, OverDialog } from './OverDialog'

interface CheckCardProps {
  readonly year: number
  readonly rows: readonly EntitlementRow[]
  readonly total: number
  /** Shows further people; none when all are shown. */
  readonly more: (() => void) | undefined
}

/**
 * The day of a health check for many at once. Where it was is kept, what it found is not. Whoever has a day already is shown
 * and left as it is: that is corrected on the person's own page, with a reason.
 */
export function CheckCard({ year, rows, total, more }: CheckCardProps) {
  const [left, setLeft] = useState<ReadonlySet<CadreId>>(new Set())
  const [on, setOn] = useState<string>(showDate(today()))
  const [place, setPlace] = useState('')
  const [cost, setCost] = useState('')
  const [over, setOver] = useState('')
  const [error, setError] = useState<unknown>(null)
  const [said, setSaid] = useState('')
  const day = Day.safeParse(parsePartialDate(on)).data
  const chosen = rows
    .filter(({ cadreId, checkOn }) => checkOn === null && !left.has(cadreId))
    .map(({ cadreId }) => cadreId)
  const costFen = fenOf(cost)
  const refusal =
    costFen === undefined
      ? '费用写数字，如 800'
      : !day
        ? '先写体检日期'
        : day > today()
          ? '体检日期还没有到'
          : Number(day.slice(0, 4)) !== year
            ? `日期不在 ${year} 年，先换年度`
            : chosen.length === 0
              ? '没有选人'
              : chosen.length > MOST_AT_ONCE
                ? `一次最多 ${MOST_AT_ONCE} 人`
                : undefined
  async function check(override: string): Promise<void> {
    if (!day || costFen === undefined) return
    const { noted, warnings } = await api.entitlements.check({ cadreIds: chosen, on: day, place, costFen, override })
    const [first] = warnings
    setSaid(`已登记 ${noted} 人${first === undefined ? '' : `；${warnings.length} 人费用超出标准：${first}`}`)
  }
  async function keep(): Promise<void> {
    setError(null)
    try {
      await check('')
    } catch (failure) {
      if (isOverridable(failure)) setOver(failure.message)
      else setError(failure)
    }
  }
  return (
    <Card title="体检" note="只登记日期和地点，不登记结果">
      <div className="ent-check">
        <div className="dd-pair">
          <TextField
            label="体检日期"
            value={on}
            onChange={setOn}
            nfkc
            error={day ? undefined : '日期写作 2026.05.06'}
          />
          <TextField label="体检地点" value={place} onChange={setPlace} maxChars={60} />
          <TextField label="每人费用（元）" value={cost} onChange={setCost} nfkc hint="可以不填；按本单位标准核对" />
        </div>
        <ul className="ent-check-people">
          {rows.map(({ cadreId, name, unitName, checkOn }) => (
            <li key={cadreId}>
              <Checkbox
                checked={checkOn === null && !left.has(cadreId)}
                disabled={checkOn !== null}
                onChange={({ target }) => {
                  const next = new Set(left)
                  if (target.checked) next.delete(cadreId)
                  else next.add(cadreId)
                  setLeft(next)
                }}
              >
                {name} <small>{checkOn === null ? unitName : `${showDate(checkOn)} 已体检`}</small>
              </Checkbox>
            </li>
          ))}
        </ul>
        {more && (
          <div className="dd-more">
            <span className="dd-aside">
              共 {total} 人，这里是前 {rows.length} 人
            </span>
            <Button onClick={more}>再看一些</Button>
          </div>
        )}
        {over !== '' && <OverDialog words={over} onKeep={check} onClose={() => setOver('')} />}
        {error !== null && <ErrorNote error={error} />}
        <div className="dd-form-end">
          <span role="status">{said}</span>
          <Button kind="primary" reason={refusal} onClick={() => void keep()}>
            登记 {chosen.length} 人
          </Button>
        </div>
      </div>
    </Card>
  )
}
