import { Segmented, Select } from 'antd'
import { useState } from 'react'
import type { AccountId } from '../../../shared/accounts/accounts'
import { PromiseKind, type PromiseState, type TrackedPromise } from '../../../shared/promises/promises'
import { useCall, useRows } from '../../api/query'
import { useMay, useSession } from '../../api/session'
import { Button } from '../../ui/Button'
import { Card } from '../../ui/Card'
import { StateMark } from '../../ui/marks'
import { EmptyState, ErrorNote, Loading } from '../../ui/states'
import { Chips } from '../Chips'
import { promiseMark } from '../interviews.marks'
import { UnitFilter } from '../UnitFilter'
import { FiguresPane } from './FiguresPane'
import { HandoverDialog } from './HandoverDialog'
import { PromiseDialog } from './PromiseDialog'
import './promises.css'

const PAGE = 60
const open: PromiseState[] = ['open']
const closed: PromiseState[] = ['done', 'withdrawn']
type View = 'rows' | 'figures'

/** What was promised and asked for: overdue first, each opened for its progress and result; and the figures without names. */
export function PromisesTab() {
  const may = useMay()
  const [view, setView] = useState<View>('rows')
  const [handing, setHanding] = useState(false)
  const [unitId, setUnitId] = useState<string | null>(null)
  return (
    <div className="dd-tab">
      {may('interviews.oversee') && (
        <div className="dd-filter">
          <Segmented<View>
            value={view}
            onChange={setView}
            options={[
              { value: 'rows', label: '台账' },
              { value: 'figures', label: '统计' },
            ]}
          />
          <UnitFilter value={unitId} onChange={setUnitId} />
          {may('interviews.plan') && <Button onClick={() => setHanding(true)}>移交</Button>}
        </div>
      )}
      {view === 'rows' ? <Rows key={unitId} unitId={unitId} /> : <FiguresPane unitId={unitId} />}
      {handing && <HandoverDialog onClose={() => setHanding(false)} />}
    </div>
  )
}

function Rows({ unitId }: { unitId: string | null }) {
  const { account } = useSession()
  const oversees = useMay()('interviews.oversee')
  const [mine, setMine] = useState(!oversees)
  const [late, setLate] = useState(false)
  const [ended, setEnded] = useState(false)
  const [kinds, setKinds] = useState<readonly PromiseKind[]>([])
  const [ownerId, setOwnerId] = useState<AccountId | null>(null)
  const [opened, setOpened] = useState<TrackedPromise>()
  const talkers = useCall('interviews', 'talkers', {})
  const filter = {
    states: ended ? closed : open,
    kinds: [...kinds],
    ownerId: mine ? account.id : ownerId,
    cadreId: null,
    interviewId: null,
    unitId,
    late: late && !ended,
  }
  const promises = useRows('promises', 'list', { filter }, PAGE)
  const current = opened && (promises.rows.find(({ id }) => id === opened.id) ?? opened)
  return (
    <>
      <div className="dd-filter">
        <Chips
          label="种类"
          options={PromiseKind.options.map(value => ({ value, label: value }))}
          chosen={kinds}
          onChange={setKinds}
        />
        <span className="dd-chips" role="group" aria-label="范围">
          <button type="button" aria-pressed={mine} onClick={() => setMine(!mine)}>
            我负责的
          </button>
          <button type="button" aria-pressed={late} onClick={() => setLate(!late)} disabled={ended}>
            只看逾期
          </button>
          <button type="button" aria-pressed={ended} onClick={() => setEnded(!ended)}>
            已了结的
          </button>
        </span>
        {oversees && !mine && (
          <Select
            aria-label="责任人"
            className="itv-owner"
            value={ownerId}
            onChange={next => setOwnerId(next ?? null)}
            allowClear
            placeholder="全部责任人"
            showSearch={{ optionFilterProp: 'label' }}
            options={talkers.data?.map(({ id, name }) => ({ value: id, label: name })) ?? []}
          />
        )}
        {promises.total !== undefined && <span className="dd-aside">共 {promises.total} 件</span>}
      </div>
      <Card className="dd-list">
        {promises.isPending && <Loading />}
        {promises.error && <ErrorNote error={promises.error} onRetry={promises.retry} />}
        {promises.total === 0 && (
          <EmptyState title="没有这样的事" hint="谈话中答应和要求的事，在记录时登记，到期列在这里。" />
        )}
        <ul>
          {promises.rows.map(row => (
            <Row key={row.id} row={row} onOpen={() => setOpened(row)} />
          ))}
        </ul>
        {promises.more && (
          <div className="dd-more">
            <Button onClick={promises.more}>再看一些</Button>
          </div>
        )}
      </Card>
      {current && <PromiseDialog promise={current} onClose={() => setOpened(undefined)} />}
    </>
  )
}

function Row({ row, onOpen }: { row: TrackedPromise; onOpen: () => void }) {
  const { mark, words } = promiseMark(row)
  return (
    <li className="dd-row">
      <button type="button" onClick={onOpen}>
        <b>{row.text}</b>
        <span>
          {row.kind}，{row.theme}
        </span>
      </button>
      <span>
        {row.cadreName}
        <small>{row.cadrePost}</small>
      </span>
      <span>
        责任人 {row.ownerName}
        {row.helper !== '' && <small>协办 {row.helper}</small>}
      </span>
      <StateMark state={mark}>{words}</StateMark>
    </li>
  )
}
