import { Modal, Segmented } from 'antd'
import { type FormEvent, useState } from 'react'
import { useLocation } from 'wouter'
import type { CadreId } from '../../../shared/cadres/cadres'
import { Day } from '../../../shared/dates/add-months'
import { todayDay } from '../../../shared/dates/today'
import { type Measure, type MeasureFacts, type MeasureKind, measureKinds } from '../../../shared/measures/measures'
import { mayDecide } from '../../../shared/measures/measures.rules'
import { api } from '../../api/client'
import { Button } from '../../ui/Button'
import { ErrorNote } from '../../ui/states'
import { TextField } from '../../ui/TextField'
import { PeopleSelect } from '../PeopleSelect'

interface AddMeasureProps {
  /** What is corrected; a new one without it. */
  readonly measure?: Measure
  readonly onClose: () => void
}

/** A decision or a letter is entered, or what was entered wrongly is corrected. Nobody is asked who reported something. */
export function AddMeasure({ measure, onClose }: AddMeasureProps) {
  const [, go] = useLocation()
  const [kind, setKind] = useState<MeasureKind>(measure?.kind ?? '诫勉')
  const [people, setPeople] = useState<readonly { id: CadreId; name: string }[]>(
    measure ? [{ id: measure.cadreId, name: measure.cadreName }] : [],
  )
  const [on, setOn] = useState<string>(measure?.on ?? todayDay())
  const [documentNumber, setNumber] = useState(measure?.documentNumber ?? '')
  const [authority, setAuthority] = useState(measure?.authority ?? '')
  const [matter, setMatter] = useState(measure?.matter ?? '')
  const [questions, setQuestions] = useState(measure?.questions ?? '')
  const [months, setMonths] = useState(measure?.months ? String(measure.months) : '')
  const [reason, setReason] = useState('')
  const [error, setError] = useState<unknown>(null)
  const [busy, setBusy] = useState(false)

  const [person] = people
  const day = Day.safeParse(on)
  const count = months.trim() === '' ? null : Number(months)
  const facts: MeasureFacts | undefined =
    person && day.success
      ? {
          kind,
          cadreId: person.id,
          on: day.data,
          documentNumber: documentNumber.trim(),
          authority: authority.trim(),
          matter: matter.trim(),
          questions: kind === '函询' ? questions.trim() : '',
          months: kind === '诫勉' ? count : null,
        }
      : undefined
  const verdict = facts && mayDecide(facts, todayDay())
  const refusal =
    people.length > 1
      ? '一件登记一个人'
      : !person
        ? '先选对象'
        : !day.success
          ? '日期写作 2026-11-30'
          : matter.trim() === ''
            ? '先写事由'
            : count !== null && !(Number.isInteger(count) && count >= 1 && count <= 60)
              ? '影响期写月数，1 到 60'
              : measure && reason.trim() === ''
                ? '先写更正的理由'
                : verdict && !verdict.allowed
                  ? verdict.reason
                  : undefined

  async function submit(event: FormEvent): Promise<void> {
    event.preventDefault()
    if (busy || refusal !== undefined || !facts) return
    setBusy(true)
    setError(null)
    try {
      const { kind: _kind, cadreId: _cadre, ...changed } = facts
      const { id } = measure
        ? await api.measures.change({
            id: measure.id,
            revision: measure.revision,
            facts: changed,
            reason: reason.trim(),
          })
        : await api.measures.add(facts)
      onClose()
      if (!measure) go(`/interviews/measures/${id}`)
    } catch (failure) {
      setError(failure)
      setBusy(false)
    }
  }
  return (
    <Modal
      open
      title={measure ? `更正${kind}` : '登记提醒、函询、诫勉'}
      onCancel={onClose}
      footer={null}
      width={620}
      centered
      mask={{ closable: false }}
    >
      <form className="itv-plan" onSubmit={event => void submit(event)}>
        {!measure && (
          <>
            <Segmented<MeasureKind>
              aria-label="种类"
              block
              options={[...measureKinds]}
              value={kind}
              onChange={setKind}
            />
            <PeopleSelect value={people} onChange={setPeople} />
          </>
        )}
        <div className="itv-plan-grid">
          <TextField label={kind === '函询' ? '发函日期' : '决定日期'} value={on} onChange={setOn} nfkc />
          <TextField label="文号" value={documentNumber} onChange={setNumber} maxChars={60} />
          <TextField label="批准机关或批准人" value={authority} onChange={setAuthority} maxChars={60} />
          {kind === '诫勉' && (
            <TextField
              label="影响期（月）"
              hint="决定没有写明的不填，按 6 个月"
              value={months}
              onChange={setMonths}
              nfkc
            />
          )}
        </div>
        <TextField
          label="事由"
          hint="不写是谁反映的。诫勉的事由记入干部档案"
          value={matter}
          onChange={setMatter}
          maxChars={400}
          multiline
          rows={2}
        />
        {kind === '函询' && (
          <TextField
            label="需要说明的问题"
            value={questions}
            onChange={setQuestions}
            maxChars={4000}
            multiline
            rows={4}
          />
        )}
        {measure && <TextField label="更正的理由" value={reason} onChange={setReason} maxChars={200} />}
        {error !== null && <ErrorNote error={error} />}
        <div className="dd-dialog-end">
          <Button onClick={onClose} disabled={busy}>
            取消
          </Button>
          <Button kind="primary" submit busy={busy} reason={refusal}>
            {measure ? '更正' : '登记'}
          </Button>
        </div>
      </form>
    </Modal>
  )
}
