import { Segmented } from 'antd'
import { useState } from 'react'
import { useLocation, useRoute } from 'wouter'
import { showDate } from '../../shared/dates/partial-date'
import { HardshipId, type HardshipLine } from '../../shared/hardships/hardships'
import type { UnitId } from '../../shared/units/units'
import { useRows } from '../api/query'
import { useMay } from '../api/session'
import { UnitFilter } from '../interviews/UnitFilter'
import { Button } from '../ui/Button'
import { Card } from '../ui/Card'
import { Icon } from '../ui/icons'
import { StateMark } from '../ui/marks'
import { EmptyState, ErrorNote, Loading } from '../ui/states'
import { HardshipForm } from './HardshipForm'
import { HardshipPage } from './HardshipPage'
import { reviewMark } from './hardships.words'
import './hardships.css'

const PAGE = 60
type View = 'open' | 'closed'

/** 困难帮扶: whose household is being helped, whoever is to be reviewed first. */
export function HardshipsTab() {
  const [, params] = useRoute('/care/hardships/:id')
  const id = HardshipId.safeParse(params?.id)
  return id.success ? <HardshipPage key={id.data} id={id.data} /> : <List />
}

function List() {
  const edits = useMay()('care.edit')
  const [, go] = useLocation()
  const [view, setView] = useState<View>('open')
  const [due, setDue] = useState(false)
  const [unitId, setUnitId] = useState<string | null>(null)
  const [adding, setAdding] = useState(false)
  const filter = { view, cadreId: null, unitId: unitId as UnitId | null, due: due && view === 'open' }
  const list = useRows('hardships', 'list', { filter }, PAGE)
  return (
    <div className="dd-tab">
      <div className="dd-filter">
        <Segmented<View>
          aria-label="退出没有"
          value={view}
          onChange={setView}
          options={[
            { value: 'open', label: '在帮' },
            { value: 'closed', label: '已退出' },
          ]}
        />
        <span className="dd-chips">
          <button type="button" aria-pressed={due} onClick={() => setDue(!due)} disabled={view === 'closed'}>
            只看该复核的
          </button>
        </span>
        <UnitFilter value={unitId} onChange={setUnitId} />
        {list.total !== undefined && <span className="dd-aside">共 {list.total} 户</span>}
        {edits && (
          <Button icon={<Icon name="plus" size={16} />} onClick={() => setAdding(true)}>
            登记
          </Button>
        )}
      </div>
      <Card className="dd-list">
        {list.isPending && <Loading />}
        {list.error && <ErrorNote error={list.error} onRetry={list.retry} />}
        {list.total === 0 && (
          <EmptyState
            title={view === 'open' ? '没有在帮的' : '没有退出的'}
            hint="困难原因、证明、等级和救助登记在这里，每年复核一次。等级由单位定，收支遮住，看时写理由。"
          />
        )}
        <ul>
          {list.rows.map(line => (
            <Row key={line.id} line={line} onOpen={() => go(`/care/hardships/${line.id}`)} />
          ))}
        </ul>
        {list.more && (
          <div className="dd-more">
            <Button onClick={list.more}>再看一些</Button>
          </div>
        )}
      </Card>
      {adding && (
        <HardshipForm
          hardship={null}
          household={null}
          onSaved={({ id }) => go(`/care/hardships/${id}`)}
          onClose={() => setAdding(false)}
        />
      )}
    </div>
  )
}

function Row({ line, onOpen }: { line: HardshipLine; onOpen: () => void }) {
  const { mark, words } = reviewMark(line)
  return (
    <li className="dd-row">
      <button type="button" onClick={onOpen}>
        <b>{line.cadreName}</b>
        <span>{line.cadrePost}</span>
      </button>
      <span>
        {line.cause}
        <small>{showDate(line.openedOn)} 登记</small>
      </span>
      <span>{line.level || '未定等级'}</span>
      <StateMark state={mark}>{words}</StateMark>
    </li>
  )
}
