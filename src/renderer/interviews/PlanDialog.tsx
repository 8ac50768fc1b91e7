import { Modal, Select } from 'antd'
import { type FormEvent, useState } from 'react'
import type { AccountId } from '../../shared/accounts/accounts'
import type { CadreId } from '../../shared/cadres/cadres'
import { Day } from '../../shared/dates/add-months'
import { today } from '../../shared/dates/today'
import type { Plan } from '../../shared/interviews/interviews'
import { SecrecyMark, secrecyLevels } from '../../shared/secrecy/secrecy.rules'
import { api } from '../api/client'
import { useCall } from '../api/query'
import { useSession } from '../api/session'
import { Button } from '../ui/Button'
import { ErrorNote } from '../ui/states'
import { TextField } from '../ui/TextField'
import type { NewPlan } from './interviews.store'
import { instantOf } from './interviews.words'
import { PeopleSelect } from './PeopleSelect'

const USUAL_MINUTES = 60
const dayMinutes = 24 * 60

/** Times of one talk after the other on one day, as a round is held. */
const startOf = (day: string, time: string, after: number): string =>
  new Date(Date.parse(instantOf(day, time)) + after * 60_000).toISOString()

/** One talk, or a round of many one after the other: whom, by whom, when and where. */
export function PlanDialog({ start, onClose }: { start: NewPlan; onClose: () => void }) {
  const { account } = useSession()
  const kinds = useCall('interviews', 'kinds', {})
  const accounts = useCall('interviews', 'talkers', {})
  const [people, setPeople] = useState(start.people)
  const [kindKey, setKindKey] = useState(start.kind ?? 'everyday')
  const [talkers, setTalkers] = useState<AccountId[]>([account.id])
  const [recorderId, setRecorderId] = useState<AccountId | null>(null)
  const [readers, setReaders] = useState<AccountId[]>([])
  const [day, setDay] = useState<string>(today())
  const [time, setTime] = useState('09:00')
  const [minutes, setMinutes] = useState(String(USUAL_MINUTES))
  const [place, setPlace] = useState('')
  const [mode, setMode] = useState<Plan['mode']>('当面')
  const [occasion, setOccasion] = useState('')
  const [level, setLevel] = useState<(typeof secrecyLevels)[number]>('内部')
  const [avoid, setAvoid] = useState('')
  const [error, setError] = useState<unknown>(null)
  const [busy, setBusy] = useState(false)
  const offered = kinds.data?.filter(({ active }) => active) ?? []
  const kind = offered.find(({ key }) => key === kindKey)
  const names =
    accounts.data?.map(({ id, name, department }) => ({
      value: id,
      label: department ? `${name}（${department}）` : name,
    })) ?? []
  const together = kind?.group === true
  const length = Number(minutes)
  const refusal =
    people.length === 0
      ? '先选谈话对象'
      : talkers.length < (kind?.talkersAtLeast ?? 1)
        ? `${kind?.title ?? ''}要有 ${kind?.talkersAtLeast ?? 1} 名以上谈话人`
        : !Day.safeParse(day).success
          ? '日期写作 2026-12-10'
          : !/^([01]\d|2[0-3]):[0-5]\d$/.test(time)
            ? '时间写作 09:30'
            : Number.isInteger(length) && length >= 10 && length <= 600
              ? undefined
              : '时长是 10 到 600 分钟'

  async function submit(event: FormEvent): Promise<void> {
    event.preventDefault()
    if (refusal !== undefined || busy) return
    setBusy(true)
    setError(null)
    const shared = {
      kind: kindKey,
      talkers,
      recorderId,
      minutes: length,
      place,
      mode,
      occasion,
      mark: SecrecyMark.parse(level),
      readers,
      dueKey: start.dueKey,
    }
    const groups: CadreId[][] = together ? [people.map(({ id }) => id)] : people.map(({ id }) => [id])
    const plans = groups.map((subjects, at) => ({ ...shared, subjects, startsAt: startOf(day, time, at * length) }))
    const words = avoid.split(/[、，,\s]+/).filter(word => word !== '')
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
        <PeopleSelect value={people} onChange={setPeople} />
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
          <TextField
            label={people.length > 1 && !together ? '每人分钟' : '分钟'}
            value={minutes}
            onChange={setMinutes}
            nfkc
          />
          <TextField label="地点" value={place} onChange={setPlace} maxChars={60} />
        </div>
        <TextField label="谈话事由" hint="不写是谁反映的" value={occasion} onChange={setOccasion} maxChars={400} />
        <div className="itv-plan-grid">
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
        <TextField
          label="须回避的人或部门"
          hint="只用来核对这一次，不保存，也不进日志"
          value={avoid}
          onChange={setAvoid}
          maxChars={200}
        />
        {kind && (
          <p className="itv-plan-about">
            {kind.about}
            {people.length > 1 &&
              !together &&
              `　${people.length} 人依次谈，从 ${time} 起，共 ${Math.min(people.length * length, dayMinutes)} 分钟。`}
          </p>
        )}
        {error !== null && <ErrorNote error={error} />}
        <div className="dd-dialog-end">
          <Button onClick={onClose} disabled={busy}>
            取消
          </Button>
          <Button kind="primary" submit busy={busy} reason={refusal}>
            {people.length > 1 && !together ? `安排 ${people.length} 次谈话` : '安排'}
          </Button>
        </div>
      </form>
    </Modal>
  )
}

const Field = ({ label, children }: { label: string; children: React.ReactNode }) => (
  <label className="dd-field itv-field">
    <span className="dd-label">{label}</span>
    {children}
  </label>
)
