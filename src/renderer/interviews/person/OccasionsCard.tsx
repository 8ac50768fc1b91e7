import { Select } from 'antd'
import { type FormEvent, useState } from 'react'
import type { CadreId } from '../../../shared/cadres/cadres'
import { Day } from '../../../shared/dates/add-months'
import { showDate } from '../../../shared/dates/partial-date'
import { today } from '../../../shared/dates/today'
import { OccasionKind } from '../../../shared/talk-rules/talk-rules'
import { api } from '../../api/client'
import { useCall } from '../../api/query'
import { Button } from '../../ui/Button'
import { Card } from '../../ui/Card'
import { ReasonDialog } from '../../ui/ReasonDialog'
import { ErrorNote } from '../../ui/states'
import { TextField } from '../../ui/TextField'

/** What makes a talk due and stands in no file: illness, bereavement, something heard. Never from whom. */
export function OccasionsCard({ id }: { id: CadreId }) {
  const occasions = useCall('talkRules', 'occasions', { cadreId: id })
  const [adding, setAdding] = useState(false)
  const [removing, setRemoving] = useState<string>()
  return (
    <Card
      title="谈话事由"
      more={
        !adding && (
          <Button size="small" onClick={() => setAdding(true)}>
            登记事由
          </Button>
        )
      }
    >
      {occasions.isError && <ErrorNote error={occasions.error} onRetry={() => void occasions.refetch()} />}
      {adding && <OccasionForm id={id} onClose={() => setAdding(false)} />}
      {!adding && occasions.data?.length === 0 && (
        <p className="itv-person-none">患病、家庭变故、困难等登记以后，会按规则列入应谈。</p>
      )}
      <ul className="itv-person-rows">
        {occasions.data?.map(({ id: occasion, kind, on, note }) => (
          <li key={occasion}>
            <p>
              <b>{kind}</b>
              <small>{showDate(on)}</small>
              <span className="itv-spread" />
              <Button size="small" kind="link" onClick={() => setRemoving(occasion)}>
                去掉
              </Button>
            </p>
            {note !== '' && <p>{note}</p>}
          </li>
        ))}
      </ul>
      {removing !== undefined && (
        <ReasonDialog
          open
          title="去掉这条谈话事由"
          consequence="由它列入的应谈不再提醒；已经谈过的不受影响。"
          confirmText="去掉"
          onConfirm={async reason => {
            await api.talkRules.removeOccasion({ id: removing, reason })
          }}
          onClose={() => setRemoving(undefined)}
        />
      )}
    </Card>
  )
}

function OccasionForm({ id, onClose }: { id: CadreId; onClose: () => void }) {
  const [kind, setKind] = useState<OccasionKind>('患病住院')
  const [on, setOn] = useState<string>(today())
  const [note, setNote] = useState('')
  const [busy, setBusy] = useState(false)
  const [error, setError] = useState<unknown>(null)
  const day = Day.safeParse(on)
  async function add(event: FormEvent): Promise<void> {
    event.preventDefault()
    if (busy || !day.success) return
    setBusy(true)
    try {
      await api.talkRules.addOccasion({ cadreId: id, kind, on: day.data, note })
      onClose()
    } catch (failure) {
      setError(failure)
      setBusy(false)
    }
  }
  return (
    <form className="itv-occasion-form" aria-label="登记谈话事由" onSubmit={event => void add(event)}>
      <div className="dd-pair">
        <Select
          aria-label="事由"
          value={kind}
          onChange={setKind}
          options={OccasionKind.options.map(value => ({ value, label: value }))}
        />
        <TextField
          label="哪一天"
          hideLabel
          value={on}
          onChange={setOn}
          nfkc
          error={day.success ? undefined : '写作 2026-12-10'}
        />
      </div>
      <TextField label="情况" hint="写事情，不写是谁反映的" value={note} onChange={setNote} maxChars={200} autoFocus />
      {error !== null && <ErrorNote error={error} />}
      <div className="dd-form-end">
        <Button size="small" onClick={onClose}>
          取消
        </Button>
        <Button size="small" kind="primary" submit busy={busy} reason={day.success ? undefined : '日期写作 2026-12-10'}>
          登记
        </Button>
      </div>
    </form>
  )
}
