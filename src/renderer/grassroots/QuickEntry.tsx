import { Select } from 'antd'
import { type FormEvent, useRef, useState } from 'react'
import { todayDay } from '../../shared/dates/today'
import { BurdenFacts, BurdenKind } from '../../shared/grassroots/burdens'
import { mayEnterBurden } from '../../shared/grassroots/burdens.rules'
import type { BoardUnit } from '../../shared/grassroots/facilities'
import { typedDay } from '../../shared/grassroots/pasted.rules'
import { api } from '../api/client'
import { Button } from '../ui/Button'
import { ErrorNote } from '../ui/states'
import { TextField } from '../ui/TextField'
import { UnitsPick } from './UnitsPick'

interface Fields {
  readonly kind: BurdenKind
  readonly on: string
  readonly title: string
  readonly sender: string
  readonly unitIds: readonly BoardUnit['id'][]
}

/** What is typed of one paper or meeting, with why it cannot be entered as it stands. */
export function useBurden(start: Fields) {
  const [fields, setFields] = useState<Fields>(start)
  const put = (change: Partial<Fields>): void => setFields(now => ({ ...now, ...change }))
  const on = typedDay(fields.on)
  const facts = BurdenFacts.safeParse({ ...fields, on })
  const verdict = on ? mayEnterBurden({ on }, todayDay()) : undefined
  const refusal = !on
    ? '日期写作 2026-11-30'
    : verdict && !verdict.allowed
      ? verdict.reason
      : fields.title.trim() === ''
        ? '先写标题'
        : fields.sender.trim() === ''
          ? '先写发出部门'
          : fields.unitIds.length === 0
            ? '先选发到哪些单位'
            : facts.success
              ? undefined
              : '有的地方太长'
  return { fields, put, facts: facts.data, refusal }
}

interface BurdenFieldsProps {
  readonly fields: Fields
  readonly put: (change: Partial<Fields>) => void
  readonly units: readonly BoardUnit[]
}

export const BurdenFields = ({ fields, put, units }: BurdenFieldsProps) => (
  <>
    <div className="dd-field">
      <span className="dd-label">类别</span>
      <Select<BurdenKind>
        aria-label="类别"
        value={fields.kind}
        onChange={kind => put({ kind })}
        options={BurdenKind.options.map(value => ({ value, label: value }))}
      />
    </div>
    <TextField label="日期" value={fields.on} onChange={on => put({ on })} nfkc />
    <TextField label="标题" value={fields.title} onChange={title => put({ title })} maxChars={100} />
    <TextField label="发出部门" value={fields.sender} onChange={sender => put({ sender })} maxChars={40} />
    <UnitsPick units={units} value={fields.unitIds} onChange={unitIds => put({ unitIds })} />
  </>
)

interface QuickEntryProps {
  readonly units: readonly BoardUnit[]
  readonly onTold: (words: string) => void
}

/** One after the other by keyboard: Enter in the title enters a row and waits for the next title; the rest stays. */
export function QuickEntry({ units, onTold }: QuickEntryProps) {
  const { fields, put, facts, refusal } = useBurden({
    kind: '发文',
    on: todayDay(),
    title: '',
    sender: '',
    unitIds: [],
  })
  const [error, setError] = useState<unknown>(null)
  const form = useRef<HTMLFormElement>(null)
  async function add(event: FormEvent): Promise<void> {
    event.preventDefault()
    if (refusal !== undefined || !facts) return
    setError(null)
    try {
      const { known } = await api.grassroots.addBurdens({ rows: [facts] })
      onTold(known > 0 ? `“${facts.title}”原来就有，没有重复登记` : `已登记“${facts.title}”`)
      put({ title: '' })
      for (const input of form.current?.querySelectorAll('input') ?? [])
        if (input.labels?.[0]?.textContent === '标题') input.focus()
    } catch (failure) {
      setError(failure)
    }
  }
  return (
    <form ref={form} className="grs-entry" aria-label="快速登记" onSubmit={event => void add(event)}>
      <BurdenFields fields={fields} put={put} units={units} />
      <Button submit reason={refusal}>
        登记
      </Button>
      {error !== null && <ErrorNote error={error} />}
    </form>
  )
}
