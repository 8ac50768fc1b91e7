import { useState } from 'react'
import { showDate } from '../../shared/dates/partial-date'
import { type Honour, type HonourFilter, wholeRegister } from '../../shared/honours/honours'
import { honourKinds } from '../../shared/honours/honours.data'
import { useRows } from '../api/query'
import { UnitFilter } from '../interviews/UnitFilter'
import { Button } from '../ui/Button'
import { Card } from '../ui/Card'
import { EmptyState, ErrorNote, Loading } from '../ui/states'

const PAGE = 80

/** 荣誉册: what persons, teams and units were honoured with, the latest first. */
export function RegisterTab() {
  const [filter, setFilter] = useState<HonourFilter>(wholeRegister)
  const list = useRows('honours', 'list', filter, PAGE)
  const set = (more: Partial<HonourFilter>): void => setFilter({ ...filter, ...more })
  return (
    <div className="dd-tab">
      <div className="dd-filter">
        <span className="dd-chips">
          {honourKinds.map(kind => (
            <button
              key={kind}
              type="button"
              aria-pressed={filter.kinds.includes(kind)}
              onClick={() => set({ kinds: filter.kinds.includes(kind) ? [] : [kind] })}
            >
              {kind}
            </button>
          ))}
        </span>
        <UnitFilter value={filter.unitId} onChange={unitId => set({ unitId })} />
      </div>
      <Card className="dd-list">
        {list.isPending && <Loading />}
        {list.error && <ErrorNote error={list.error} onRetry={list.retry} />}
        {list.total === 0 && <EmptyState title="荣誉册还是空的" hint="个人、团队和单位获得的荣誉登记在这里。" />}
        <ul>
          {list.rows.map(honour => (
            <Row key={honour.id} honour={honour} />
          ))}
        </ul>
        {list.more && (
          <div className="dd-more">
            <Button onClick={list.more}>再看一些，共 {list.total} 项</Button>
          </div>
        )}
      </Card>
    </div>
  )
}

const Row = ({ honour }: { readonly honour: Honour }) => (
  <li className="dd-row">
    <span>
      <b>{honour.shownName}</b>
      <small>{honour.post || honour.unitName}</small>
    </span>
    <span>
      {honour.name}
      <small>
        {honour.kind}　{honour.level}级　{honour.authority}
      </small>
    </span>
    <span>
      {showDate(honour.on)}
      <small>{honour.documentNo}</small>
    </span>
  </li>
)
