import { Segmented } from 'antd'
import { useState } from 'react'
import { useLocation, useRoute } from 'wouter'
import { CadreId } from '../../shared/cadres/cadres'
import { today } from '../../shared/dates/today'
import type { TakeKind } from '../../shared/entitlements/entitlements'
import { useCall, useRows } from '../api/query'
import { useMay } from '../api/session'
import { UnitFilter } from '../interviews/UnitFilter'
import { BasisWord } from '../ui/BasisWord'
import { Button } from '../ui/Button'
import { Card } from '../ui/Card'
import { EmptyState, ErrorNote, Loading } from '../ui/states'
import { CheckCard } from './CheckCard'
import './entitlements.css'
import { EntitlementsOfPerson } from './EntitlementsOfPerson'
import { FiguresCard } from './FiguresCard'
import { GridRow } from './GridRow'
import { PasteCard } from './PasteCard'
import { PersonRow } from './PersonRow'

const PAGE = 60
const shows = {
  all: '全部',
  nothing: '一天没休',
  frontline: '一线未休',
  unchecked: '没有体检',
  resting: '已疗休养',
} as const
type Show = keyof typeof shows
const modes = {
  look: '查看',
  leave: '录年休假',
  retreat: '录疗休养',
  check: '录体检',
  paste: '粘贴',
  figures: '分单位',
} as const
type Mode = keyof typeof modes

/** 休假体检: who is due what this year, who has taken it and who has not. */
export function EntitlementsTab() {
  const [, params] = useRoute('/care/entitlements/:id')
  const [, go] = useLocation()
  const one = CadreId.safeParse(params?.id)
  return one.success ? (
    <EntitlementsOfPerson cadreId={one.data} onBack={() => go('/care/entitlements')} />
  ) : (
    <EntitlementsBoard />
  )
}

function EntitlementsBoard() {
  const edits = useMay()('care.edit')
  const thisYear = Number(today().slice(0, 4))
  const [year, setYear] = useState(thisYear)
  const [unitId, setUnitId] = useState<string | null>(null)
  const [show, setShow] = useState<Show>('all')
  const [mode, setMode] = useState<Mode>('look')
  const counts = useCall('entitlements', 'board', { year, unitId, show, offset: 0, limit: 1 })
  const list = useRows('entitlements', 'board', { year, unitId, show }, PAGE)
  const kind: TakeKind | undefined = mode === 'leave' ? '年休假' : mode === 'retreat' ? '疗休养' : undefined
  const offered = (Object.keys(modes) as Mode[]).filter(each => edits || each === 'look' || each === 'figures')
  return (
    <div className="dd-tab">
      <div className="dd-filter">
        <Segmented
          aria-label="年度"
          value={year}
          onChange={setYear}
          options={[thisYear - 1, thisYear, thisYear + 1].map(value => ({ value, label: `${value} 年` }))}
        />
        <UnitFilter value={unitId} onChange={setUnitId} />
        <span className="dd-chips">
          {(Object.keys(shows) as Show[]).map(each => (
            <button key={each} type="button" aria-pressed={each === show} onClick={() => setShow(each)}>
              {shows[each]} {counts.data?.counts[each] ?? ''}
            </button>
          ))}
        </span>
      </div>
      <div className="dd-filter">
        <Segmented<Mode>
          value={mode}
          onChange={setMode}
          options={offered.map(value => ({ value, label: modes[value] }))}
        />
        {counts.data && (counts.data.places.places !== null || kind === '疗休养') && (
          <span className="dd-aside">
            {year} 年疗休养
            {counts.data.places.places === null ? '没有录入名额' : `名额 ${counts.data.places.places} 人`}，已用{' '}
            {counts.data.places.used} 人{counts.data.places.basis && <BasisWord basis={counts.data.places.basis} />}
          </span>
        )}
        {kind && (
          <span className="dd-aside">开始、结束写作 8.3，回车存下并到下一人；天数留空就按放假安排数工作日。</span>
        )}
      </div>
      {mode === 'paste' && <PasteCard year={year} unitId={unitId} />}
      {mode === 'figures' && <FiguresCard year={year} unitId={unitId} />}
      {mode === 'check' && <CheckCard year={year} rows={list.rows} total={list.total ?? 0} more={list.more} />}
      {mode !== 'figures' && mode !== 'check' && (
        <Card className="dd-list">
          {list.isPending && <Loading />}
          {list.error && <ErrorNote error={list.error} onRetry={list.retry} />}
          {list.total === 0 && <EmptyState title="没有这样的人" hint="换一个单位或者范围再看。" />}
          <ul>
            {list.rows.map(row =>
              kind ? (
                <GridRow key={`${row.cadreId} ${kind} ${year}`} row={row} year={year} kind={kind} />
              ) : (
                <PersonRow key={row.cadreId} row={row} />
              ),
            )}
          </ul>
          {list.more && (
            <div className="dd-more">
              <Button onClick={list.more}>再看一些</Button>
            </div>
          )}
        </Card>
      )}
    </div>
  )
}
