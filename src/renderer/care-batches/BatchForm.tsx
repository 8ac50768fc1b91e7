import { Select } from 'antd'
import { type FormEvent, useState } from 'react'
import { type Batch, type BatchOccasion, batchOccasions } from '../../shared/care-batches/care-batches'
import { MoneySource } from '../../shared/care-records/care-records'
import { fenOf, yuan } from '../../shared/care-standards/care-standards.rules'
import { Day } from '../../shared/dates/add-months'
import { parsePartialDate, showDate } from '../../shared/dates/partial-date'
import { today } from '../../shared/dates/today'
import { api } from '../api/client'
import { Button } from '../ui/Button'
import { Card } from '../ui/Card'
import { ErrorNote } from '../ui/states'
import { TextField } from '../ui/TextField'

interface BatchFormProps {
  /** The one that is changed; none for a new one. */
  readonly batch?: Batch
  readonly onKept: (batch: Batch) => void
  readonly onClose: () => void
}
const dayOf = (text: string): Day | undefined => Day.safeParse(parsePartialDate(text)).data

/** What a batch is: its name, occasion, budget and days. */
export function BatchForm({ batch, onKept, onClose }: BatchFormProps) {
  const [title, setTitle] = useState(batch?.title ?? '')
  const [occasion, setOccasion] = useState<BatchOccasion>(batch?.occasion ?? '元旦春节')
  const [budget, setBudget] = useState(batch && batch.budgetFen !== null ? yuan(batch.budgetFen) : '')
  const [source, setSource] = useState(batch?.source ?? null)
  const [approvedBy, setApprovedBy] = useState(batch?.approvedBy ?? '')
  const [from, setFrom] = useState<string>(showDate(batch?.from ?? today()))
  const [to, setTo] = useState<string>(showDate(batch?.to ?? today()))
  const [error, setError] = useState<unknown>(null)
  const budgetFen = budget.trim() === '' ? null : fenOf(budget)
  const [first, last] = [dayOf(from), dayOf(to)]
  const refusal =
    title.trim() === ''
      ? '先写名称'
      : budgetFen === undefined
        ? '预算写作 20000 或 20000.50'
        : !first || !last
          ? '日期写作 2027.01.20'
          : undefined
  async function submit(event: FormEvent): Promise<void> {
    event.preventDefault()
    if (refusal !== undefined || !first || !last || budgetFen === undefined) return
    const facts = { title, occasion, budgetFen, source, approvedBy, from: first, to: last }
    try {
      onKept(
        batch
          ? await api.careBatches.change({ id: batch.id, revision: batch.revision, facts })
          : await api.careBatches.add(facts),
      )
      onClose()
    } catch (failure) {
      setError(failure)
    }
  }
  return (
    <Card title={batch ? '修改走访慰问' : '新建走访慰问'}>
      <form className="bat-form" onSubmit={event => void submit(event)}>
        <div className="bat-fields">
          <TextField
            label="名称"
            value={title}
            onChange={setTitle}
            maxChars={60}
            placeholder="2027年春节走访慰问"
            autoFocus
          />
          <label className="dd-field">
            <span className="dd-label">事由</span>
            <Select
              value={occasion}
              onChange={setOccasion}
              options={batchOccasions.map(value => ({ value, label: value }))}
            />
          </label>
          <TextField label="预算（元）" value={budget} onChange={setBudget} nfkc hint="没有定的留空" />
          <label className="dd-field">
            <span className="dd-label">资金来源</span>
            <Select
              aria-label="资金来源"
              value={source}
              onChange={next => setSource(next ?? null)}
              allowClear
              placeholder="发慰问金的要选"
              options={MoneySource.options.map(value => ({ value, label: value }))}
            />
          </label>
          <TextField label="批准" value={approvedBy} onChange={setApprovedBy} maxChars={60} placeholder="谁批准的" />
          <TextField label="开始" value={from} onChange={setFrom} nfkc />
          <TextField label="结束" value={to} onChange={setTo} nfkc />
        </div>
        {error !== null && <ErrorNote error={error} />}
        <div className="dd-form-end">
          <Button onClick={onClose}>取消</Button>
          <Button kind="primary" submit reason={refusal}>
            {batch ? '保存' : '新建'}
          </Button>
        </div>
      </form>
    </Card>
  )
}
