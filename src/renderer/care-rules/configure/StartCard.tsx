import { useState } from 'react'
import { mayStartOn } from '../../../shared/care-rules/keep.rules'
import { Day } from '../../../shared/dates/add-months'
import { parsePartialDate, showDate } from '../../../shared/dates/partial-date'
import { todayDay } from '../../../shared/dates/today'
import { api } from '../../api/client'
import { useCall } from '../../api/query'
import { Button } from '../../ui/Button'
import { Card } from '../../ui/Card'
import { ReasonDialog } from '../../ui/ReasonDialog'
import { ErrorNote, Loading } from '../../ui/states'
import { TextField } from '../../ui/TextField'

/** The day from which the unit is asked: without it every birthday of the year before would be late on the first morning. */
export function StartCard() {
  const start = useCall('careRules', 'start', {})
  return (
    <Card title="启用日" note="这一天以前到期的不列为应办">
      {start.isPending && <Loading />}
      {start.isError && <ErrorNote error={start.error} onRetry={() => void start.refetch()} />}
      {start.data && <StartForm key={start.data.since} {...start.data} />}
    </Card>
  )
}

function StartForm({ since, reason: why }: { since: Day; reason: string }) {
  const [text, setText] = useState<string>(showDate(since))
  const [asking, setAsking] = useState(false)
  const day = Day.safeParse(parsePartialDate(text)).data
  const verdict = day === undefined ? undefined : mayStartOn(day, todayDay())
  const refusal =
    day === undefined
      ? '日期写作 2026.12.01'
      : verdict && !verdict.allowed
        ? verdict.reason
        : day === since
          ? '还没有改动'
          : undefined
  return (
    <div className="crr-start">
      <TextField
        label="从哪天起列应办"
        value={text}
        onChange={setText}
        nfkc
        hint={why === '' ? '没有设过，按建库那天算' : `设定的理由：${why}`}
      />
      <Button reason={refusal} onClick={() => setAsking(true)}>
        改启用日…
      </Button>
      <ReasonDialog
        open={asking}
        title="改启用日"
        consequence={`${showDate(day ?? since)} 以前到期的不列为应办；这一天起到期而没有办的列出来。以前的关爱记录不变。`}
        confirmText="改启用日"
        onConfirm={async reason => {
          if (day) await api.careRules.setStart({ since: day, reason })
        }}
        onClose={() => setAsking(false)}
      />
    </div>
  )
}
