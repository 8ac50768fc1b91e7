import { Segmented } from 'antd'
import { useState } from 'react'
import { type Desk, type DeskItem, desks, deskTitles } from '../../shared/desks/desks'
import type { UnitId } from '../../shared/units/units'
import { useRows } from '../api/query'
import { useMay, useSession } from '../api/session'
import { UnitFilter } from '../interviews/UnitFilter'
import { Button } from '../ui/Button'
import { Card } from '../ui/Card'
import { StateMark } from '../ui/marks'
import { ErrorNote, Loading } from '../ui/states'
import { DeskDialog } from './DeskDialog'
import { DeskEntry } from './DeskEntry'
import { DeskTerms } from './DeskTerms'
import { concernWords, deskMark } from './desks.words'
import './desks.css'

const PAGE = 30
type View = 'open' | 'closed'

const nothing: Record<Desk, string> = {
  惑: '政策和工作上的疑问登记在这里，有人答复，有人回访。',
  困: '本人和家庭的困难登记在这里，到期列出还没有帮到的。',
  老: '离退休和年长同志的需要登记在这里，有人承办。',
}

/** 惑有人解、困有人帮、老有人管: what came in at each desk, the most urgent first, with a line to write down the next. */
export function DesksTab() {
  const may = useMay()
  const { account } = useSession()
  const [view, setView] = useState<View>('open')
  const [mine, setMine] = useState(false)
  const [late, setLate] = useState(false)
  const [unitId, setUnitId] = useState<string | null>(null)
  const [opened, setOpened] = useState<DeskItem>()
  const [terms, setTerms] = useState(false)
  const filter = {
    view,
    ownerId: mine ? account.id : null,
    cadreId: null,
    unitId: unitId as UnitId | null,
    late: late && view === 'open',
  }
  return (
    <div className="dd-tab">
      {may('care.edit') && <DeskEntry />}
      <div className="dd-filter">
        <Segmented<View>
          aria-label="办结没有"
          value={view}
          onChange={setView}
          options={[
            { value: 'open', label: '在办' },
            { value: 'closed', label: '已办结' },
          ]}
        />
        <span className="dd-chips" role="group" aria-label="范围">
          <button type="button" aria-pressed={mine} onClick={() => setMine(!mine)}>
            我承办的
          </button>
          <button type="button" aria-pressed={late} onClick={() => setLate(!late)} disabled={view === 'closed'}>
            只看逾期
          </button>
        </span>
        <UnitFilter value={unitId} onChange={setUnitId} />
        <Button kind="link" onClick={() => setTerms(true)}>
          办理期限
        </Button>
      </div>
      <div className="dsk-board">
        {desks.map(desk => (
          <Column key={desk} desk={desk} filter={filter} onOpen={setOpened} />
        ))}
      </div>
      {opened && <DeskDialog item={opened} onClose={() => setOpened(undefined)} />}
      {terms && <DeskTerms onClose={() => setTerms(false)} />}
    </div>
  )
}

interface ColumnProps {
  readonly desk: Desk
  readonly filter: {
    readonly view: View
    readonly ownerId: DeskItem['ownerId'] | null
    readonly cadreId: null
    readonly unitId: UnitId | null
    readonly late: boolean
  }
  readonly onOpen: (item: DeskItem) => void
}
function Column({ desk, filter, onOpen }: ColumnProps) {
  const items = useRows('desks', 'list', { filter: { ...filter, desks: [desk] } }, PAGE)
  return (
    <Card title={deskTitles[desk]} note={items.total === undefined ? undefined : `${items.total} 件`}>
      {items.isPending && <Loading />}
      {items.error && <ErrorNote error={items.error} onRetry={items.retry} />}
      {items.total === 0 && (
        <p className="dsk-none">{filter.view === 'open' && !filter.late ? nothing[desk] : '没有这样的事。'}</p>
      )}
      <ul className="dsk-items">
        {items.rows.map(item => {
          const { mark, words } = deskMark(item)
          return (
            <li key={item.id}>
              <button type="button" onClick={() => onOpen(item)}>
                <b>{item.text}</b>
                <span>{concernWords(item)}</span>
                <span className="dsk-item-end">
                  <StateMark state={mark}>{words}</StateMark>
                  <small>{item.ownerName}</small>
                </span>
              </button>
            </li>
          )
        })}
      </ul>
      {items.more && (
        <div className="dd-more">
          <Button onClick={items.more}>再看一些</Button>
        </div>
      )}
    </Card>
  )
}
