import { Checkbox } from 'antd'
import { useState } from 'react'
import type { CadreId } from '../../shared/cadres/cadres'
import { Day } from '../../shared/dates/add-months'
import { parsePartialDate, showDate } from '../../shared/dates/partial-date'
import { today } from '../../shared/dates/today'
import { type EntitlementRow, MOST_AT_ONCE } from '../../shared/entitlements/entitlements'
import { api } from '../api/client'
import { Button } from '../ui/Button'
import { Card } from '../ui/Card'
import { ErrorNote } from '../ui/states'
import { TextField } from '../ui/TextField'

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
  const [error, setError] = useState<unknown>(null)
  const [said, setSaid] = useState('')
  const day = Day.safeParse(parsePartialDate(on)).data
  const chosen = rows
    .filter(({ cadreId, checkOn }) => checkOn === null && !left.has(cadreId))
    .map(({ cadreId }) => cadreId)
  const refusal = !day
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
  async function keep(): Promise<void> {
    if (!day) return
    setError(null)
    try {
      const { noted } = await api.entitlements.check({ cadreIds: chosen, on: day, place })
      setSaid(`已登记 ${noted} 人`)
    } catch (failure) {
      setError(failure)
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
