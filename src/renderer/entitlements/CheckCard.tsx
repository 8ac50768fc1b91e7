import { Checkbox } from 'antd'
import { useState } from 'react'
import type { CadreId } from '../../shared/cadres/cadres'
import { Day } from '../../shared/dates/add-months'
import { parsePartialDate, showDate } from '../../shared/dates/partial-date'
import { today } from '../../shared/dates/today'
import type { EntitlementRow } from '../../shared/entitlements/entitlements'
import { api } from '../api/client'
import { Button } from '../ui/Button'
import { Card } from '../ui/Card'
import { ErrorNote } from '../ui/states'
import { TextField } from '../ui/TextField'

/** The day of a health check for many at once. Where it was is kept, what it found is not. */
export function CheckCard({ rows, total }: { rows: readonly EntitlementRow[]; total: number }) {
  const [left, setLeft] = useState<ReadonlySet<CadreId>>(new Set())
  const [on, setOn] = useState<string>(showDate(today()))
  const [place, setPlace] = useState('')
  const [error, setError] = useState<unknown>(null)
  const [said, setSaid] = useState('')
  const day = Day.safeParse(parsePartialDate(on)).data
  const chosen = rows.filter(({ cadreId }) => !left.has(cadreId)).map(({ cadreId }) => cadreId)
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
                checked={!left.has(cadreId)}
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
        {total > rows.length && (
          <p className="dd-aside">
            共 {total} 人，这里是前 {rows.length} 人；按单位缩小范围再登记其余的人。
          </p>
        )}
        {error !== null && <ErrorNote error={error} />}
        <div className="dd-form-end">
          <span role="status">{said}</span>
          <Button
            kind="primary"
            reason={!day ? '先写体检日期' : chosen.length === 0 ? '没有选人' : undefined}
            onClick={() => void keep()}
          >
            登记 {chosen.length} 人
          </Button>
        </div>
      </div>
    </Card>
  )
}
