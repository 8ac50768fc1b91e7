import { useEffect, useRef, useState } from 'react'
import type { CadreId } from '../../shared/cadres/cadres'
import type { Batch, Visit } from '../../shared/care-batches/care-batches'
import { MOST_VISITS } from '../../shared/care-batches/care-batches'
import { fenOf, yuan } from '../../shared/care-standards/care-standards.rules'
import { api } from '../api/client'
import { useDraft } from '../api/drafts'
import { useMay } from '../api/session'
import '../interviews/interviews.css'
import { PeopleSelect } from '../interviews/PeopleSelect'
import { PeopleSources } from '../interviews/plan/PeopleSources'
import '../interviews/plan/plan.css'
import { Button } from '../ui/Button'
import { Card } from '../ui/Card'
import { Icon } from '../ui/icons'
import { EmptyState, ErrorNote } from '../ui/states'
import { TextField } from '../ui/TextField'
import { RegisterSource } from './RegisterSource'

interface Person {
  readonly id: CadreId
  readonly name: string
}
interface Line extends Person {
  readonly about: string
  readonly visitor: string
  readonly money: string
  readonly goods: string
}
const lineOf = ({ cadreId, name, unitName, visitor, plannedFen, goods }: Visit): Line => ({
  id: cadreId,
  name,
  about: unitName,
  visitor,
  money: plannedFen === 0 ? '' : yuan(plannedFen),
  goods,
})

/** What is typed and not saved: the lines, null while nobody touched them, and the plan that they began from. */
interface Typed {
  readonly lines: readonly Line[] | null
  readonly base: string
}
const untouched: Typed = { lines: null, base: '' }
/** What is planned, without what came of it. */
const planOf = (visits: readonly Visit[]): string =>
  JSON.stringify(visits.map(({ cadreId, visitor, plannedFen, goods }) => [cadreId, visitor, plannedFen, goods]))

/** Whom, in which order, by whom and with what. What is on screen counts when it is saved. */
export function PlanPane({ batch, visits }: { batch: Batch; visits: readonly Visit[] }) {
  const edits = useMay()('care.edit') && batch.state === '进行中'
  const draft = useDraft(`careBatches.plan:${batch.id}`, untouched)
  const typed = edits ? draft.value : untouched
  const settled = new Set(visits.flatMap(({ cadreId, result }) => (result === '待走访' ? [] : [cadreId])))
  const lines = typed.lines ?? visits.map(lineOf)
  // People are looked for meanwhile: they join what is on screen when they are found.
  const latest = useRef(lines)
  useEffect(() => {
    latest.current = lines
  })
  const setLines = (next: readonly Line[]): void => {
    latest.current = next
    draft.set({ lines: next, base: typed.lines === null ? planOf(visits) : typed.base })
  }
  const overtaken = typed.lines !== null && typed.base !== planOf(visits)
  const [picked, setPicked] = useState<readonly Person[]>([])
  const [error, setError] = useState<unknown>(null)
  const [all, setAll] = useState({ visitor: '', money: '', goods: '' })
  const set = (id: CadreId, part: Partial<Line>) =>
    setLines(lines.map(line => (line.id === id ? { ...line, ...part } : line)))
  const take = (people: readonly Person[]): void => {
    const before = latest.current
    const known = new Set(before.map(({ id }) => id))
    const found = [...new Map(people.map(person => [person.id, person])).values()]
    const fresh = found.filter(({ id }) => !known.has(id))
    if (fresh.length > 0) setLines([...before, ...fresh.map(({ id, name }) => ({ id, name, about: '', ...all }))])
  }
  function up(at: number): void {
    const next = [...lines]
    const [line] = next.splice(at, 1)
    if (line) next.splice(at - 1, 0, line)
    setLines(next)
  }
  const fenIn = (text: string): number | undefined => (text.trim() === '' ? 0 : fenOf(text))
  const wrong = lines.find(({ money }) => fenIn(money) === undefined)
  const refusal = wrong
    ? `${wrong.name}的金额写作 500`
    : lines.length > MOST_VISITS
      ? `一次最多 ${MOST_VISITS} 人`
      : undefined
  async function keep(): Promise<void> {
    setError(null)
    try {
      await api.careBatches.plan({
        id: batch.id,
        revision: batch.revision,
        visits: lines.map(({ id, visitor, money, goods }) => ({
          cadreId: id,
          visitor,
          plannedFen: fenIn(money) ?? 0,
          goods,
        })),
      })
      await draft.discard()
    } catch (failure) {
      setError(failure)
    }
  }
  return (
    <Card title="走访名单" note={`${lines.length} 人`}>
      {edits && (
        <div className="bat-form">
          <div className="bat-fields">
            <TextField
              label="走访人（新列入的人）"
              value={all.visitor}
              onChange={visitor => setAll({ ...all, visitor })}
            />
            <TextField label="慰问金（元）" value={all.money} onChange={money => setAll({ ...all, money })} nfkc />
            <TextField label="慰问品" value={all.goods} onChange={goods => setAll({ ...all, goods })} />
            <div className="bat-even">
              <Button
                reason={lines.length === 0 ? '名单是空的' : undefined}
                onClick={() =>
                  setLines(
                    lines.map(line => ({
                      ...line,
                      visitor: all.visitor || line.visitor,
                      money: all.money || line.money,
                      goods: all.goods || line.goods,
                    })),
                  )
                }
              >
                填到每个人
              </Button>
            </div>
          </div>
          <PeopleSources onFound={take} most={MOST_VISITS} />
          <RegisterSource onFound={take} />
          <PeopleSelect
            label="逐个选人"
            value={picked}
            onChange={people => {
              setPicked([])
              take(people)
            }}
          />
        </div>
      )}
      {lines.length === 0 && <EmptyState title="名单是空的" hint="从常用查询、关爱名册列入，或者逐个选人。" />}
      <ol className="bat-lines">
        {lines.map((line, at) => (
          <li key={line.id}>
            <span>{at + 1}</span>
            <span>
              <b>{line.name}</b>
              <small>{line.about}</small>
            </span>
            <TextField
              label={`${line.name}的走访人`}
              hideLabel
              value={line.visitor}
              onChange={visitor => set(line.id, { visitor })}
              placeholder="走访人"
              disabled={!edits}
            />
            <TextField
              label={`${line.name}的慰问金`}
              hideLabel
              value={line.money}
              onChange={money => set(line.id, { money })}
              placeholder="慰问金（元）"
              nfkc
              disabled={!edits}
            />
            <TextField
              label={`${line.name}的慰问品`}
              hideLabel
              value={line.goods}
              onChange={goods => set(line.id, { goods })}
              placeholder="慰问品"
              disabled={!edits}
            />
            {edits && (
              <span className="dd-row-acts">
                <button type="button" disabled={at === 0} aria-label={`${line.name}上移`} onClick={() => up(at)}>
                  ↑
                </button>
                <button
                  type="button"
                  disabled={settled.has(line.id)}
                  aria-label={`去掉${line.name}`}
                  onClick={() => setLines(lines.filter(({ id }) => id !== line.id))}
                >
                  <Icon name="close" size={14} />
                </button>
              </span>
            )}
          </li>
        ))}
      </ol>
      {error !== null && <ErrorNote error={error} />}
      {edits && (
        <div className="bat-form dd-form-end">
          <span role="status" className="dd-aside">
            {overtaken
              ? '您改动期间，名单被别人改过；保存就以您这份为准'
              : typed.lines === null
                ? ''
                : '有没有保存的改动'}
          </span>
          {typed.lines !== null && <Button onClick={() => void draft.discard()}>放弃改动</Button>}
          <Button kind="primary" reason={refusal} onClick={() => void keep()}>
            保存名单
          </Button>
        </div>
      )}
    </Card>
  )
}
