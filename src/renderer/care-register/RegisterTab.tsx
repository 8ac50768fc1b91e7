import { useState } from 'react'
import { useLocation } from 'wouter'
import { type Entry, type RegisterKind, registerKinds } from '../../shared/care-register/care-register'
import { showDate } from '../../shared/dates/partial-date'
import { useRows } from '../api/query'
import { useMay } from '../api/session'
import { UnitFilter } from '../interviews/UnitFilter'
import { Button } from '../ui/Button'
import { Card } from '../ui/Card'
import { EmptyState, ErrorNote, Loading } from '../ui/states'
import './care-register.css'
import { EndDialog } from './EndDialog'
import { EntryDialog } from './EntryDialog'
import { LeaveRegister } from './LeaveRegister'
import { PhoneButton } from './PhoneButton'
import { UnlistedCard } from './UnlistedCard'

const PAGE = 80

/** 名册: who is looked after for longer than one day, list by list, with whoever is paired with them. */
export function RegisterTab() {
  const may = useMay()
  const edits = may('care.edit')
  const [kind, setKind] = useState<RegisterKind | null>(null)
  const [unitId, setUnitId] = useState<string | null>(null)
  const [ended, setEnded] = useState(false)
  const [open, setOpen] = useState<
    { readonly what: 'add' | 'leave' } | { readonly what: 'change' | 'end'; entry: Entry }
  >()
  const of = { kinds: kind === null ? [] : [kind], cadreId: null, unitId, ended }
  const list = useRows('careRegister', 'list', of, PAGE)
  return (
    <div className="dd-tab">
      <div className="dd-filter">
        <span className="dd-chips">
          {registerKinds.map(each => (
            <button
              key={each}
              type="button"
              aria-pressed={kind === each}
              onClick={() => setKind(kind === each ? null : each)}
            >
              {each} {list.last?.counts[each] ?? ''}
            </button>
          ))}
        </span>
        <UnitFilter value={unitId} onChange={setUnitId} />
        <label className="crg-check">
          <input type="checkbox" checked={ended} onChange={event => setEnded(event.target.checked)} />
          连同已移出的
        </label>
        <span className="crg-acts">
          {may('cadres.export') && <Button onClick={() => setOpen({ what: 'leave' })}>导出</Button>}
          {edits && (
            <Button kind="primary" onClick={() => setOpen({ what: 'add' })}>
              列入名册
            </Button>
          )}
        </span>
      </div>
      {edits && (kind === null || kind === '老干部') && <UnlistedCard unitId={unitId} />}
      <Card className="dd-list">
        {list.isPending && <Loading />}
        {list.error && <ErrorNote error={list.error} onRetry={list.retry} />}
        {list.total === 0 && (
          <EmptyState
            title={kind === null ? '名册还是空的' : `还没有人列入${kind}`}
            hint="列入以后，按规则定期提醒走访；谁列入、何时移出都有记录。"
          />
        )}
        <ul>
          {list.rows.map(entry => (
            <Row
              key={entry.id}
              entry={entry}
              edits={edits}
              onChange={() => setOpen({ what: 'change', entry })}
              onEnd={() => setOpen({ what: 'end', entry })}
            />
          ))}
        </ul>
        {list.more && (
          <div className="dd-more">
            <Button onClick={list.more}>再看一些，共 {list.total} 人</Button>
          </div>
        )}
      </Card>
      {open?.what === 'leave' && <LeaveRegister of={of} onClose={() => setOpen(undefined)} />}
      {open?.what === 'add' && <EntryDialog person={null} kind={kind} onClose={() => setOpen(undefined)} />}
      {open?.what === 'change' && (
        <EntryDialog
          person={{ id: open.entry.cadreId, name: open.entry.cadreName }}
          kind={null}
          entry={open.entry}
          onClose={() => setOpen(undefined)}
        />
      )}
      {open?.what === 'end' && <EndDialog entry={open.entry} onClose={() => setOpen(undefined)} />}
    </div>
  )
}

interface RowProps {
  readonly entry: Entry
  readonly edits: boolean
  readonly onChange: () => void
  readonly onEnd: () => void
}
function Row({ entry, edits, onChange, onEnd }: RowProps) {
  const [, go] = useLocation()
  return (
    <li className="dd-row" data-ended={entry.endedFor === null ? undefined : true}>
      <button type="button" onClick={() => go(`/cadres/${entry.cadreId}/care`)}>
        <b>{entry.cadreName}</b>
        <span>{entry.cadrePost || entry.unitName}</span>
      </button>
      <span>
        {entry.kind}
        <small>
          {showDate(entry.from)} 起{entry.situations.length > 0 && `　${entry.situations.join('、')}`}
          {entry.place !== '' && `　${entry.place}`}
        </small>
      </span>
      <span>
        {entry.visitorName === '' ? '还没有结对' : `结对：${entry.visitorName}`}
        <small>
          {entry.endedFor === null
            ? entry.lastOn
              ? `上次 ${showDate(entry.lastOn)}`
              : '还没有关爱记录'
            : `已移出：${entry.endedFor}`}
        </small>
      </span>
      <span className="dd-row-acts">
        {entry.hasPhone && <PhoneButton entry={entry} />}
        {edits && entry.endedFor === null && (
          <>
            <Button size="small" kind="link" onClick={onChange}>
              修改
            </Button>
            <Button size="small" kind="link" onClick={onEnd}>
              移出
            </Button>
          </>
        )}
      </span>
    </li>
  )
}
