import { useState } from 'react'
import { showDate } from '../../shared/dates/partial-date'
import { todayDay } from '../../shared/dates/today'
import type { SettledStep } from '../../shared/medals/medals'
import { type MedalStepKey, medalSteps, stepsBasis } from '../../shared/medals/medals.data'
import { api } from '../api/client'
import { useMay } from '../api/session'
import { BasisWord } from '../ui/BasisWord'
import { Button } from '../ui/Button'
import { Card } from '../ui/Card'
import { FormDialog } from '../ui/FormDialog'
import { StateMark } from '../ui/marks'
import { TextField } from '../ui/TextField'
import { typedDay } from './medals.words'

/** The work of an award year from May to July: what is done, when and by whom. */
export function StepsPane({ year, steps }: { year: number; steps: readonly SettledStep[] }) {
  const edits = useMay()('honours.edit')
  const [settling, setSettling] = useState<MedalStepKey>()
  const on = todayDay()
  const settled = (key: MedalStepKey) => steps.find(({ step }) => step === key)
  const asked = medalSteps.find(({ key }) => key === settling)
  return (
    <Card
      title={`${year} 年的步骤`}
      note={
        <>
          办了 {steps.length} 步，共 {medalSteps.length} 步 <BasisWord basis={stepsBasis} />
        </>
      }
    >
      <ol className="med-steps">
        {medalSteps.map(({ key, title, by }, at) => {
          const done = settled(key)
          const due = `${year}-${by}`
          return (
            <li key={key} className="dd-row">
              <span>
                <b>
                  {at + 1}　{title}
                </b>
              </span>
              <span>一般在 {due.replaceAll('-', '.')} 前</span>
              <span>
                {done ? (
                  <StateMark state="done">{showDate(done.on)} 办了</StateMark>
                ) : (
                  <StateMark state={on > due ? 'late' : 'soon'}>{on > due ? '过了日期' : '待办'}</StateMark>
                )}
                <small>{done ? [done.byName, done.note].filter(part => part !== '').join('，') : ''}</small>
              </span>
              <span className="dd-row-acts">
                {edits && (
                  <Button size="small" onClick={() => setSettling(key)}>
                    {done ? '改为待办' : '登记办了'}
                  </Button>
                )}
              </span>
            </li>
          )
        })}
      </ol>
      {asked && (
        <StepDialog
          year={year}
          step={asked.key}
          title={asked.title}
          done={settled(asked.key) === undefined}
          onClose={() => setSettling(undefined)}
        />
      )}
    </Card>
  )
}

interface StepDialogProps {
  readonly year: number
  readonly step: MedalStepKey
  readonly title: string
  readonly done: boolean
  readonly onClose: () => void
}

function StepDialog({ year, step, title, done, onClose }: StepDialogProps) {
  const [day, setDay] = useState(() => showDate(todayDay()))
  const [note, setNote] = useState('')
  const on = typedDay(day)
  const refusal = !on ? '日期写作 2026.06.15' : on > todayDay() ? '日期还没有到' : undefined
  return (
    <FormDialog
      title={done ? `${title}：登记办了` : `${title}：改为待办`}
      act={done ? '登记' : '改为待办'}
      refusal={refusal}
      onAct={async () => {
        if (on) await api.medals.settleStep({ year, step, done, on, note })
      }}
      onClose={onClose}
    >
      <TextField label="日期" value={day} onChange={setDay} nfkc />
      <TextField label="说明" value={note} onChange={setNote} maxChars={120} placeholder="文号、范围、份数" />
    </FormDialog>
  )
}
