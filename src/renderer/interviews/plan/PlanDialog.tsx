import { Modal, Select } from 'antd'
import { type FormEvent, useState } from 'react'
import type { AccountId } from '../../../shared/accounts/accounts'
import { today } from '../../../shared/dates/today'
import type { Plan } from '../../../shared/interviews/interviews'
import { SecrecyMark, secrecyLevels } from '../../../shared/secrecy/secrecy.rules'
import { useCalendar } from '../../api/calendar'
import { api } from '../../api/client'
import { useCall } from '../../api/query'
import { useSession } from '../../api/session'
import { Button } from '../../ui/Button'
import { ErrorNote } from '../../ui/states'
import { TextField } from '../../ui/TextField'
import type { NewPlan } from '../interviews.store'
import { PeopleSelect } from '../PeopleSelect'
import { Field } from './Field'
import { MOST_OF_A_ROUND, PeopleSources } from './PeopleSources'
import './plan.css'
import { slotsOf, spanWords, wordsOf, wrongWith } from './plan.words'
import { useAccountOptions } from './useAccountOptions'

const USUAL_MINUTES = '60'

/** One talk, or a round of many one after the other in office hours: whom, by whom, when and where. */
export function PlanDialog({ start, onClose }: { start: NewPlan; onClose: () => void }) {
  const { account } = useSession()
  const kinds = useCall('interviews', 'kinds', {})
  const names = useAccountOptions()
  const calendar = useCalendar()
  const [people, setPeople] = useState(start.people)
  const [leftOut, setLeftOut] = useState(0)
  const [kindKey, setKindKey] = useState(start.kind ?? 'everyday')
  const [talkers, setTalkers] = useState<AccountId[]>([account.id])
  const [recorderId, setRecorderId] = useState<AccountId | null>(null)
  const [readers, setReaders] = useState<AccountId[]>([])
  const [day, setDay] = useState<string>(start.day ?? today())
  const [time, setTime] = useState('09:00')
  const [minutes, setMinutes] = useState(USUAL_MINUTES)
  const [place, setPlace] = useState('')
  const [mode, setMode] = useState<Plan['mode']>('当面')
  const [occasion, setOccasion] = useState('')
  const [level, setLevel] = useState<(typeof secrecyLevels)[number]>('内部')
  const [avoid, setAvoid] = useState('')
  const [error, setError] = useState<unknown>(null)
  const [busy, setBusy] = useState(false)
  const offered = kinds.data?.filter(({ active }) => active) ?? []
  const kind = offered.find(({ key }) => key === kindKey)
  const together = kind?.group === true
  const many = people.length > 1 && !together
  const refusal = wrongWith({ people: people.length, kind, talkers: talkers.length, day, time, minutes })
  const slots = refusal === undefined ? slotsOf({ day, time, minutes }, many ? people.length : 1, calendar) : []

  async function submit(event: FormEvent): Promise<void> {
    event.preventDefault()
    if (refusal !== undefined || busy) return
    setBusy(true)
    setError(null)
    const mark = SecrecyMark.parse(level)
    const shared = { kind: kindKey, talkers, recorderId, place, mode, occasion, mark, readers, dueKey: start.dueKey }
    const groups = many ? people.map(({ id }) => [id]) : [people.map(({ id }) => id)]
    const plans = groups.flatMap((subjects, at) => {
      const slot = slots[at]
      return slot ? [{ ...shared, ...slot, subjects }] : []
    })
    const words = wordsOf(avoid)
    try {
      await api.interviews.plan({
        plans,
        round: plans.length > 1 ? `${kind?.title ?? ''}${plans.length} 人` : null,
        avoid: { names: words, departments: words },
      })
      onClose()
    } catch (failure) {
      setError(failure)
      setBusy(false)
    }
  }

  return (
    <Modal open title="安排谈话" onCancel={onClose} footer={null} width={680} centered mask={{ closable: false }}>
      <form className="itv-plan" onSubmit={event => void submit(event)}>
        <PeopleSelect
          value={people}
          onChange={next => {
            setPeople(next)
            setLeftOut(0)
          }}
          most={MOST_OF_A_ROUND}
        />
        <PeopleSources
          onFound={found => {
            const all = [...people, ...found.filter(({ id }) => !people.some(each => each.id === id))]
            setPeople(all.slice(0, MOST_OF_A_ROUND))
            setLeftOut(Math.max(0, all.length - MOST_OF_A_ROUND))
          }}
          most={MOST_OF_A_ROUND}
        />
        {leftOut > 0 && (
          <p className="itv-plan-about" role="alert">
            一批最多 {MOST_OF_A_ROUND} 人，后面 {leftOut} 人没有列入；先安排这一批，再另排一批。
          </p>
        )}
        <div className="itv-plan-grid">
          <Field label="谈话种类">
            <Select
              value={kindKey}
              onChange={next => {
                setKindKey(next)
                const modes = offered.find(({ key }) => key === next)?.modes ?? []
                if (!modes.includes(mode)) setMode(modes[0] ?? '当面')
              }}
              showSearch={{ optionFilterProp: 'label' }}
              options={offered.map(({ key, title }) => ({ value: key, label: title }))}
            />
          </Field>
          <Field label="方式">
            <Select
              value={mode}
              onChange={setMode}
              options={(kind?.modes ?? []).map(each => ({ value: each, label: each }))}
            />
          </Field>
          <Field label="谈话人">
            <Select
              mode="multiple"
              value={talkers}
              onChange={setTalkers}
              options={names}
              maxCount={5}
              showSearch={{ optionFilterProp: 'label' }}
            />
          </Field>
          <Field label="记录人">
            <Select
              value={recorderId}
              onChange={next => setRecorderId(next ?? null)}
              options={names}
              allowClear
              placeholder="谈话人自记"
              showSearch={{ optionFilterProp: 'label' }}
            />
          </Field>
        </div>
        <div className="itv-plan-times">
          <TextField label="日期" value={day} onChange={setDay} nfkc />
          <TextField label="开始" value={time} onChange={setTime} nfkc />
          <TextField label={many ? '每人分钟' : '分钟'} value={minutes} onChange={setMinutes} nfkc />
          <TextField label="地点" value={place} onChange={setPlace} maxChars={60} />
        </div>
        {many && slots.length > 1 && <p className="itv-plan-about">{spanWords(slots, people)}</p>}
        <div className="itv-plan-grid">
          <TextField label="谈话事由" hint="不写是谁反映的" value={occasion} onChange={setOccasion} maxChars={400} />
          <TextField
            label="须回避的人或部门"
            hint="只用来核对这一次，不保存，也不进日志"
            value={avoid}
            onChange={setAvoid}
            maxChars={200}
          />
          <Field label="还有谁可阅">
            <Select
              mode="multiple"
              value={readers}
              onChange={setReaders}
              options={names}
              maxCount={20}
              placeholder="只有谈话人和记录人"
              showSearch={{ optionFilterProp: 'label' }}
            />
          </Field>
          <Field label="密级">
            <Select
              value={level}
              onChange={setLevel}
              options={secrecyLevels.map(each => ({ value: each, label: each }))}
            />
          </Field>
        </div>
        {kind && <p className="itv-plan-about">{kind.about}</p>}
        {error !== null && <ErrorNote error={error} />}
        <div className="dd-dialog-end">
          <Button onClick={onClose} disabled={busy}>
            取消
          </Button>
          <Button kind="primary" submit busy={busy} reason={refusal}>
            {many ? `安排 ${people.length} 次谈话` : '安排'}
          </Button>
        </div>
      </form>
    </Modal>
  )
}
