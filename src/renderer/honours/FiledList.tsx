import { Checkbox, Select } from 'antd'
import { useState } from 'react'
import type { CadreId } from '../../shared/cadres/cadres'
import { showDate } from '../../shared/dates/partial-date'
import { type HonourKind, type HonourLevel, honourKinds, honourLevels } from '../../shared/honours/honours.data'
import type { FiledReward } from '../../shared/honours/honours-file.contract'
import { api } from '../api/client'
import { useRows } from '../api/query'
import { useMay } from '../api/session'
import { Button } from '../ui/Button'
import { Card } from '../ui/Card'
import { EmptyState, ErrorNote, Loading } from '../ui/states'

const PAGE = 60
const MOST = 500
const kinds = honourKinds.map(value => ({ value, label: value }))
const levels = honourLevels.map(value => ({ value, label: `${value}级` }))
interface Choice {
  readonly kind: HonourKind
  readonly level: HonourLevel
}
const keyOf = ({ cadreId, row }: FiledReward): string => [cadreId, row.on, row.name, row.authority].join('\n')

interface ListProps {
  readonly unitId: string | null
  readonly cadreId: CadreId | null
}

/** Rows of files that the register lacks. Kind and level are guessed from the words; the officer sees and sets them. */
export function FiledList({ unitId, cadreId }: ListProps) {
  const edits = useMay()('honours.edit')
  const list = useRows('honours', 'inFile', { unitId, cadreId }, PAGE)
  const [picked, setPicked] = useState<ReadonlyMap<string, FiledReward>>(new Map())
  const [choices, setChoices] = useState<ReadonlyMap<string, Choice>>(new Map())
  const [busy, setBusy] = useState(false)
  const [error, setError] = useState<unknown>(null)
  const choiceOf = (row: FiledReward): Choice => choices.get(keyOf(row)) ?? { kind: row.kind, level: row.level }
  const takeable = list.rows.filter(({ row }) => row.on !== null)
  const pick = (rows: readonly FiledReward[], on: boolean): void => {
    const next = new Map(picked)
    for (const row of rows) {
      if (on) next.set(keyOf(row), row)
      else next.delete(keyOf(row))
    }
    setPicked(next)
  }
  async function adopt(): Promise<void> {
    setBusy(true)
    setError(null)
    try {
      const items = [...picked.values()].flatMap(each =>
        each.row.on === null
          ? []
          : [{ cadreId: each.cadreId, row: { ...each.row, on: each.row.on }, ...choiceOf(each) }],
      )
      await api.honours.adopt({ items })
      setPicked(new Map())
    } catch (failure) {
      setError(failure)
    } finally {
      setBusy(false)
    }
  }
  const refusal = picked.size === 0 ? '先勾选要登记的' : picked.size > MOST ? `一次最多 ${MOST} 项` : undefined
  return (
    <Card title="档案里有、册里没有" note={list.total === undefined ? undefined : `${list.total} 项`}>
      {edits && (list.total ?? 0) > 0 && (
        <div className="hon-bar">
          <Checkbox
            checked={takeable.length > 0 && takeable.every(row => picked.has(keyOf(row)))}
            onChange={({ target }) => pick(takeable, target.checked)}
          >
            选中列出的
          </Checkbox>
          <Button kind="primary" size="small" busy={busy} reason={refusal} onClick={() => void adopt()}>
            登记进荣誉册{picked.size > 0 ? `（${picked.size} 项）` : ''}
          </Button>
          <span className="dd-aside">种类和层级按名称预填，看过再登记</span>
        </div>
      )}
      {error !== null && <ErrorNote error={error} />}
      {list.isPending && <Loading />}
      {list.error && <ErrorNote error={list.error} onRetry={list.retry} />}
      {list.total === 0 && <EmptyState title="没有要补登的" hint="档案里的奖励都在荣誉册里。" />}
      {list.rows.map(each => {
        const key = keyOf(each)
        const choice = choiceOf(each)
        const set = (more: Partial<Choice>): void => setChoices(new Map(choices).set(key, { ...choice, ...more }))
        const label = `${each.cadreName}　${each.row.name}`
        return (
          <div key={key} className="hon-pick">
            <Checkbox
              aria-label={label}
              checked={picked.has(key)}
              disabled={!edits || each.row.on === null}
              onChange={({ target }) => pick([each], target.checked)}
            />
            <span>
              {each.cadreName}
              <small>{each.cadrePost || each.unitName}</small>
            </span>
            <span>
              {each.row.name}
              <small>
                {each.row.on === null ? '没有日期，先在档案里写上' : showDate(each.row.on)}　{each.row.authority}
              </small>
            </span>
            <Select
              aria-label={`${label}的种类`}
              value={choice.kind}
              onChange={kind => set({ kind })}
              options={kinds}
            />
            <Select
              aria-label={`${label}的层级`}
              value={choice.level}
              onChange={level => set({ level })}
              options={levels}
            />
          </div>
        )
      })}
      {list.more && (
        <div className="dd-more">
          <Button onClick={list.more}>再看一些</Button>
        </div>
      )}
    </Card>
  )
}
