import { Select } from 'antd'
import { type FormEvent, useState } from 'react'
import { type BasisStatus, basisCautions } from '../../shared/basis/basis'
import { fenOf, yuan } from '../../shared/care-standards/care-standards.rules'
import { Day } from '../../shared/dates/add-months'
import { showDate } from '../../shared/dates/partial-date'
import { todayDay } from '../../shared/dates/today'
import type { HardshipSettings } from '../../shared/hardships/hardships'
import { hardshipSettingsOn } from '../../shared/hardships/hardships.rules'
import { api } from '../api/client'
import { useCall } from '../api/query'
import { Field } from '../interviews/plan/Field'
import { BasisWord } from '../ui/BasisWord'
import { Button } from '../ui/Button'
import { basisChoices } from '../ui/basis.words'
import { Card } from '../ui/Card'
import { ErrorNote, Loading } from '../ui/states'
import { TextField } from '../ui/TextField'
import './hardships.css'

/** The unit's own levels of need and the local standard of income, from a day on. */
export function HardshipSettingsPane() {
  const found = useCall('hardships', 'settings', {})
  if (found.isPending) return <Loading />
  if (found.isError) return <ErrorNote error={found.error} onRetry={() => void found.refetch()} />
  const current = hardshipSettingsOn(found.data, todayDay())
  return (
    <div className="har-grid">
      <SettingsForm key={found.data.length} current={current} />
      <Card title="历次设定">
        <ul className="har-reviews">
          {found.data.toReversed().map((each, place) => (
            <li key={`${each.validFrom}${found.data.length - place}`}>
              <b>{place === found.data.length - 1 ? '随应用提供' : `${showDate(each.validFrom)} 起`}</b>{' '}
              <BasisWord basis={each} />
              <p>{each.levels.join('、')}</p>
              <small>{each.standardFen === null ? '没有填收入标准' : `人均每年 ${yuan(each.standardFen)} 元`}</small>
            </li>
          ))}
        </ul>
      </Card>
    </div>
  )
}

function SettingsForm({ current }: { current: HardshipSettings }) {
  const [levels, setLevels] = useState(current.levels.join('、'))
  const [standard, setStandard] = useState(current.standardFen === null ? '' : yuan(current.standardFen))
  const [from, setFrom] = useState<string>(todayDay())
  const [source, setSource] = useState('')
  const [status, setStatus] = useState<BasisStatus>('OWN')
  const [reason, setReason] = useState('')
  const [busy, setBusy] = useState(false)
  const [error, setError] = useState<unknown>(null)
  const names = levels
    .split(/[、,，\s]+/u)
    .map(name => name.trim())
    .filter(name => name !== '')
  const fen = standard.trim() === '' ? null : fenOf(standard)
  const day = Day.safeParse(from)
  const refusal =
    names.length === 0 || names.length > 8
      ? '写 1 到 8 个等级，用顿号分开'
      : new Set(names).size < names.length
        ? '等级的名称重复了'
        : fen === undefined
          ? '金额写作 12000 或 12000.50'
          : !day.success
            ? '日期写作 2026-11-30'
            : source.trim() === ''
              ? '先写依据的文件'
              : reason.trim() === ''
                ? '先写理由'
                : undefined
  async function submit(event: FormEvent): Promise<void> {
    event.preventDefault()
    if (busy || refusal !== undefined || !day.success || fen === undefined) return
    setBusy(true)
    setError(null)
    try {
      const settings = { levels: names, standardFen: fen, validFrom: day.data, source: source.trim(), status }
      await api.hardships.setSettings({ settings, reason: reason.trim() })
    } catch (failure) {
      setError(failure)
      setBusy(false)
    }
  }
  return (
    <Card title="困难等级和收入标准" note="等级由人定，标准只供对照">
      <form className="har-inner" onSubmit={event => void submit(event)}>
        <TextField label="等级，从重到轻" value={levels} onChange={setLevels} hint="用顿号分开，最多 8 个" />
        <div className="dd-pair">
          <TextField label="本地标准：人均每年（元）" value={standard} onChange={setStandard} nfkc hint="没有就不填" />
          <TextField label="从哪天起" value={from} onChange={setFrom} nfkc />
          <TextField label="依据的文件和文号" value={source} onChange={setSource} maxChars={120} />
          <Field label="把握程度">
            <Select value={status} onChange={setStatus} options={basisChoices} />
            <span className="dd-hint">{basisCautions[status]}</span>
          </Field>
        </div>
        <TextField label="理由" value={reason} onChange={setReason} maxChars={200} />
        {error !== null && <ErrorNote error={error} />}
        <div className="dd-form-end">
          <Button kind="primary" submit busy={busy} reason={refusal}>
            保存
          </Button>
        </div>
      </form>
    </Card>
  )
}
