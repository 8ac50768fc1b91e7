import { Modal } from 'antd'
import { type FormEvent, useState } from 'react'
import { type SurveyForm, SurveyTotals, surveyAnswers } from '../../shared/care-surveys/care-surveys'
import { LEAST_ANSWERS, mayKeepTotals } from '../../shared/care-surveys/surveys.rules'
import { UnitId } from '../../shared/units/units'
import { api } from '../api/client'
import { useCall } from '../api/query'
import { UnitFilter } from '../interviews/UnitFilter'
import { Button } from '../ui/Button'
import { ErrorNote, Loading } from '../ui/states'
import { TextField } from '../ui/TextField'

interface TotalsDialogProps {
  readonly year: number
  readonly questions: SurveyForm['questions']
  readonly onClose: () => void
}

/** The sheets of one unit, counted: how many gave which answer to each question. Nobody's sheet is entered. */
export function TotalsDialog({ year, questions, onClose }: TotalsDialogProps) {
  const [unitId, setUnitId] = useState<string | null>(null)
  const unit = UnitId.safeParse(unitId)
  return (
    <Modal
      open
      title={`录入 ${year} 年答卷合计`}
      onCancel={onClose}
      footer={null}
      width={680}
      centered
      mask={{ closable: false }}
    >
      <div className="srv-form">
        <UnitFilter value={unitId} onChange={setUnitId} />
        {unit.success ? (
          <Entry key={unit.data} {...{ year, questions, onClose }} unitId={unit.data} />
        ) : (
          <p className="dd-aside">先选单位，再按题录入各有多少份。</p>
        )}
      </div>
    </Modal>
  )
}

function Entry(props: TotalsDialogProps & { readonly unitId: UnitId }) {
  const { year, unitId } = props
  const entry = useCall('careSurveys', 'entry', { year, unitId })
  if (entry.isError) return <ErrorNote error={entry.error} onRetry={() => void entry.refetch()} />
  return entry.data ? <TotalsForm key={entry.data.revision} {...props} {...entry.data} /> : <Loading />
}

const numberOf = (text: string): number => (text.trim() === '' ? 0 : Number(text))

interface TotalsFormProps extends TotalsDialogProps {
  readonly unitId: UnitId
  readonly totals: SurveyTotals | null
  readonly revision: number
}
function TotalsForm({ year, unitId, questions, totals, revision, onClose }: TotalsFormProps) {
  const [texts, setTexts] = useState(() =>
    questions.map(({ key }) => surveyAnswers.map((_, at) => (totals?.[key]?.[at] ?? '').toString())),
  )
  const [reason, setReason] = useState('')
  const [busy, setBusy] = useState(false)
  const [error, setError] = useState<unknown>(null)
  const made = SurveyTotals.safeParse(
    Object.fromEntries(questions.map(({ key }, row) => [key, (texts[row] ?? []).map(numberOf)])),
  )
  const verdict = made.success ? mayKeepTotals(made.data, { questions }) : undefined
  const refusal =
    verdict === undefined
      ? '份数写整数'
      : !verdict.allowed
        ? verdict.reason
        : revision > 0 && reason.trim() === ''
          ? '先写修改的理由'
          : undefined
  async function act(work: () => Promise<unknown>): Promise<void> {
    if (busy) return
    setBusy(true)
    setError(null)
    try {
      await work()
      onClose()
    } catch (failure) {
      setError(failure)
      setBusy(false)
    }
  }
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    if (refusal === undefined && made.success)
      void act(() => api.careSurveys.put({ year, unitId, totals: made.data, revision, reason: reason.trim() }))
  }
  return (
    <form className="srv-form" onSubmit={submit}>
      {revision > 0 && totals === null && (
        <p role="status" className="dd-aside">
          这个单位已经录入过。答卷少于 {LEAST_ANSWERS} 份或者须与别的单位合计，不再显示；要改请照原表全部重填。
        </p>
      )}
      <table className="srv-entry">
        <thead>
          <tr>
            <th scope="col">题目</th>
            {surveyAnswers.map(answer => (
              <th scope="col" key={answer}>
                {answer}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {questions.map(({ key, text }, row) => (
            <tr key={key}>
              <th scope="row">{text}</th>
              {surveyAnswers.map((answer, at) => (
                <td key={answer}>
                  <TextField
                    label={`${text}：${answer}`}
                    hideLabel
                    value={texts[row]?.[at] ?? ''}
                    onChange={value => setTexts(texts.map((line, of) => (of === row ? line.with(at, value) : line)))}
                    nfkc
                  />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      {revision > 0 && <TextField label="修改的理由" value={reason} onChange={setReason} maxChars={200} />}
      {error !== null && <ErrorNote error={error} />}
      <div className="dd-dialog-end">
        {revision > 0 && (
          <Button
            kind="link"
            reason={reason.trim() === '' ? '先写理由' : undefined}
            onClick={() => void act(() => api.careSurveys.remove({ year, unitId, revision, reason: reason.trim() }))}
          >
            去掉这个单位的录入
          </Button>
        )}
        <Button onClick={onClose} disabled={busy}>
          取消
        </Button>
        <Button kind="primary" submit busy={busy} reason={refusal}>
          {revision > 0 ? '保存修改' : '录入'}
        </Button>
      </div>
    </form>
  )
}
