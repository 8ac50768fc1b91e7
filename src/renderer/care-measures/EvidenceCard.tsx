import { type FormEvent, useRef, useState } from 'react'
import { type BoardRow, type Evidence, EvidenceFacts } from '../../shared/care-measures/care-measures'
import { mayEvidence } from '../../shared/care-measures/care-measures.rules'
import { Day } from '../../shared/dates/add-months'
import { todayDay } from '../../shared/dates/today'
import { UnitId } from '../../shared/units/units'
import { api } from '../api/client'
import { useRows } from '../api/query'
import { useMay } from '../api/session'
import { UnitFilter } from '../interviews/UnitFilter'
import { Button } from '../ui/Button'
import { Card } from '../ui/Card'
import { FormDialog } from '../ui/FormDialog'
import { ReasonDialog } from '../ui/ReasonDialog'
import { EmptyState, ErrorNote, Loading } from '../ui/states'
import { TextField } from '../ui/TextField'
import { wholeNumber } from '../ui/wholeNumber'
import { dayDots, thisYear } from './care-measures.words'

const PAGE = 60

/** What was done for a measure in a year, each with its day and how many people it reached. */
export function EvidenceCard({ row, year }: { row: BoardRow; year: number }) {
  const edits = useMay()('care.edit')
  const list = useRows('careMeasures', 'evidence', { key: row.key, year }, PAGE)
  const [changing, setChanging] = useState<Evidence>()
  const [removing, setRemoving] = useState<Evidence>()
  const counted = row.counted.filter(({ count }) => count > 0)
  return (
    <Card
      title="落实情况"
      note={list.total === undefined ? undefined : `${year} 年 ${list.total} 条，到 ${row.evidence.people} 人次`}
    >
      {edits && row.title !== '' && <AddLine key={year} row={row} year={year} />}
      {counted.map(({ title, count, countOf }) => (
        <p key={title} className="cms-counted">
          {title} {count} {countOf}，由应用自动计入，不用再登记
        </p>
      ))}
      {list.isPending && <Loading />}
      {list.error && <ErrorNote error={list.error} onRetry={list.retry} />}
      {list.total === 0 && (
        <EmptyState
          title="还没有登记"
          hint={
            row.title === ''
              ? '先由本单位命名，再定计划、登记落实情况。'
              : '做了什么、到了多少人，一次一行，不写个人姓名。'
          }
        />
      )}
      <ul>
        {list.rows.map(each => (
          <li key={each.id} className="cms-evidence">
            <span>{dayDots(each.on)}</span>
            <span className="cms-what">
              <b>{each.what}</b>
              <small>
                {[each.unitName, each.people > 0 ? `${each.people} 人` : '', `登记 ${each.byName}`]
                  .filter(part => part !== '')
                  .join('，')}
              </small>
            </span>
            {edits && (
              <span className="dd-row-acts">
                <Button size="small" kind="link" onClick={() => setChanging(each)}>
                  更正
                </Button>
                <Button size="small" kind="link" onClick={() => setRemoving(each)}>
                  去掉
                </Button>
              </span>
            )}
          </li>
        ))}
      </ul>
      {list.more && (
        <div className="dd-more">
          <Button onClick={list.more}>再看一些</Button>
        </div>
      )}
      {changing && <ChangeForm evidence={changing} onClose={() => setChanging(undefined)} />}
      <ReasonDialog
        open={removing !== undefined}
        title="去掉这一条"
        consequence="不再计入落实数。去掉的理由留在审计日志里，内容不留。"
        confirmText="去掉"
        danger
        onConfirm={async reason => {
          if (removing) await api.careMeasures.removeEvidence({ id: removing.id, revision: removing.revision, reason })
        }}
        onClose={() => setRemoving(undefined)}
      />
    </Card>
  )
}

/** What is typed of a piece of evidence, with why it cannot be entered as it stands. */
function useFields(start: { on: string; what: string; people: string; unitId: string | null }) {
  const [fields, setFields] = useState(start)
  const put = (change: Partial<typeof start>): void => setFields(now => ({ ...now, ...change }))
  const people = wholeNumber(fields.people)
  const day = Day.safeParse(fields.on)
  const verdict = day.success ? mayEvidence({ on: day.data }, todayDay()) : undefined
  const facts = EvidenceFacts.safeParse({
    on: fields.on,
    what: fields.what,
    people: people === undefined ? Number.NaN : (people ?? 0),
    unitId: fields.unitId === null ? null : UnitId.parse(fields.unitId),
  })
  const refusal = !day.success
    ? '日期写作 2026-11-30'
    : verdict && !verdict.allowed
      ? verdict.reason
      : fields.what.trim() === ''
        ? '先写做了什么'
        : people === undefined
          ? '人数写一个整数'
          : facts.success
            ? undefined
            : '有的地方太长'
  return { fields, put, refusal, facts: facts.data }
}

function AddLine({ row, year }: { row: BoardRow; year: number }) {
  const { fields, put, refusal, facts } = useFields({
    on: year < thisYear() ? `${year}-12-31` : todayDay(),
    what: '',
    people: '',
    unitId: null,
  })
  const [error, setError] = useState<unknown>(null)
  const form = useRef<HTMLFormElement>(null)
  async function add(event: FormEvent): Promise<void> {
    event.preventDefault()
    if (refusal !== undefined || !facts) return
    setError(null)
    try {
      await api.careMeasures.addEvidence({ key: row.key, ...facts })
      put({ what: '', people: '' })
      form.current?.querySelectorAll('input')[1]?.focus()
    } catch (failure) {
      setError(failure)
    }
  }
  return (
    <form ref={form} className="cms-add" aria-label="登记落实情况" onSubmit={event => void add(event)}>
      <TextField label="日期" value={fields.on} onChange={on => put({ on })} nfkc />
      <TextField label="做了什么" value={fields.what} onChange={what => put({ what })} maxChars={400} />
      <TextField label="人数" value={fields.people} onChange={people => put({ people })} nfkc />
      <div className="dd-field">
        <span className="dd-label">单位</span>
        <UnitFilter placeholder="不限单位" value={fields.unitId} onChange={unitId => put({ unitId })} />
      </div>
      <Button submit reason={refusal}>
        登记
      </Button>
      {error !== null && <ErrorNote error={error} />}
    </form>
  )
}

function ChangeForm({ evidence, onClose }: { evidence: Evidence; onClose: () => void }) {
  const { fields, put, refusal, facts } = useFields({
    on: evidence.on,
    what: evidence.what,
    people: String(evidence.people),
    unitId: evidence.unitId,
  })
  const [reason, setReason] = useState('')
  return (
    <FormDialog
      title="更正落实情况"
      act="更正"
      refusal={refusal ?? (reason.trim() === '' ? '先写更正的理由' : undefined)}
      onAct={async () => {
        const { id, revision } = evidence
        if (facts) await api.careMeasures.changeEvidence({ id, revision, facts, reason: reason.trim() })
      }}
      onClose={onClose}
    >
      <div className="dd-pair">
        <TextField label="日期" value={fields.on} onChange={on => put({ on })} nfkc />
        <TextField label="人数" value={fields.people} onChange={people => put({ people })} nfkc />
      </div>
      <TextField
        label="做了什么"
        value={fields.what}
        onChange={what => put({ what })}
        maxChars={400}
        multiline
        rows={3}
      />
      <div className="dd-field">
        <span className="dd-label">单位</span>
        <UnitFilter placeholder="不限单位" value={fields.unitId} onChange={unitId => put({ unitId })} />
      </div>
      <TextField label="更正的理由" value={reason} onChange={setReason} maxChars={200} />
    </FormDialog>
  )
}
