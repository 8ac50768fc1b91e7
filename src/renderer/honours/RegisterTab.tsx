import { useDeferredValue, useState } from 'react'
import { useRoute } from 'wouter'
import { addDays } from '../../shared/dates/add-months'
import { showDate } from '../../shared/dates/partial-date'
import { todayDay } from '../../shared/dates/today'
import { type Honour, type HonourFilter, type HonourId, wholeRegister } from '../../shared/honours/honours'
import { holderTitles } from '../../shared/honours/honours.data'
import { ENDING_DAYS, endingRegister } from '../../shared/honours/validity'
import { useRows } from '../api/query'
import { useMay } from '../api/session'
import { Button } from '../ui/Button'
import { Card } from '../ui/Card'
import { Icon } from '../ui/icons'
import { EmptyState, ErrorNote, Loading } from '../ui/states'
import { FilterLine } from './FilterLine'
import { takeNext } from './filter'
import { HonourDetail } from './HonourDetail'
import { HonourForm } from './HonourForm'
import { HonoursLeave } from './HonoursLeave'
import { ImportDialog } from './ImportDialog'
import './honours.css'

const PAGE = 80
type Open = { readonly what: 'add' | 'leave' | 'import' } | { readonly what: 'detail'; readonly id: HonourId } | null

/** 荣誉册: what persons, teams and units were honoured with, the latest first. */
export function RegisterTab() {
  const [isEnding] = useRoute('/honours/register/ending')
  return <Register key={String(isEnding)} isEnding={isEnding} />
}

/** Where a notice leads, it begins with the titles whose time ends. */
function Register({ isEnding }: { readonly isEnding: boolean }) {
  const may = useMay()
  const [filter, setFilter] = useState<HonourFilter>(() => (isEnding ? endingRegister(todayDay()) : takeNext()))
  const [open, setOpen] = useState<Open>(null)
  const asked = useDeferredValue(filter)
  const list = useRows('honours', 'list', asked, PAGE)
  const isNarrowed = JSON.stringify(filter) !== JSON.stringify(wholeRegister)
  const close = (): void => setOpen(null)
  return (
    <div className="dd-tab">
      <FilterLine value={filter} onChange={setFilter}>
        <span className="hon-end">
          {list.total !== undefined && <span className="dd-aside">共 {list.total} 项</span>}
          {isNarrowed && (
            <Button kind="link" size="small" onClick={() => setFilter(wholeRegister)}>
              全部
            </Button>
          )}
          {may('cadres.export') && <Button onClick={() => setOpen({ what: 'leave' })}>导出</Button>}
          {may('honours.edit') && <Button onClick={() => setOpen({ what: 'import' })}>从 Excel 导入</Button>}
          {may('honours.edit') && (
            <Button kind="primary" icon={<Icon name="plus" size={16} />} onClick={() => setOpen({ what: 'add' })}>
              登记
            </Button>
          )}
        </span>
      </FilterLine>
      <Card className="dd-list">
        {list.isPending && <Loading />}
        {list.error && <ErrorNote error={list.error} onRetry={list.retry} />}
        {list.total === 0 && (
          <EmptyState
            title={isNarrowed ? '没有这样的荣誉' : '荣誉册还是空的'}
            hint={isNarrowed ? '放宽上面的条件再看。' : '个人、团队和单位获得的荣誉登记在这里。'}
          />
        )}
        <ul>
          {list.rows.map(honour => (
            <HonourRow key={honour.id} honour={honour} onOpen={() => setOpen({ what: 'detail', id: honour.id })} />
          ))}
        </ul>
        {list.more && (
          <div className="dd-more">
            <Button onClick={list.more}>再看一些</Button>
          </div>
        )}
      </Card>
      {open?.what === 'add' && (
        <HonourForm
          honour={null}
          onSaved={({ id }) => setOpen({ what: 'detail', id })}
          onClose={() => setOpen(now => (now?.what === 'add' ? null : now))}
        />
      )}
      {open?.what === 'detail' && <HonourDetail id={open.id} onClose={close} />}
      {open?.what === 'leave' && <HonoursLeave table={{ of: 'register', filter }} onClose={close} />}
      {open?.what === 'import' && <ImportDialog onClose={close} />}
    </div>
  )
}

function validityWords(until: Honour['validUntil']): string {
  const today = todayDay()
  if (until === null || until > addDays(today, ENDING_DAYS)) return ''
  return until < today ? '已过有效期' : `有效期至 ${showDate(until)}`
}
/** What else is to be known of a row at a glance. */
function marksOf({ revoked, verified, posthumous, validUntil }: Honour): readonly string[] {
  return [
    revoked ? '已撤销' : '',
    verified === null && !revoked ? '未核验' : '',
    posthumous ? '追授' : '',
    validityWords(validUntil),
  ].filter(words => words !== '')
}

/** One honour as a line that opens it. */
export function HonourRow({ honour, onOpen }: { readonly honour: Honour; readonly onOpen: () => void }) {
  const { holder, members, shownName, post, unitName } = honour
  return (
    <li className={honour.revoked ? 'dd-row hon-row hon-revoked' : 'dd-row hon-row'}>
      <button type="button" onClick={onOpen}>
        <b>{shownName}</b>
        <span>
          {holder === 'person' ? post || unitName : `${holderTitles[holder]}　${unitName}`}
          {members.length > 0 && `　${members.length} 名成员`}
        </span>
      </button>
      <span>
        {honour.name}
        <small>{honour.authority}</small>
      </span>
      <span>
        {honour.kind}　{honour.level}级<small>{honour.documentNo}</small>
      </span>
      <span>
        {showDate(honour.on)}
        <small>{marksOf(honour).join('　')}</small>
      </span>
    </li>
  )
}
