import { Select } from 'antd'
import { useState } from 'react'
import { useCall } from '../../api/query'
import { Button } from '../../ui/Button'
import { Card } from '../../ui/Card'
import { ErrorNote, Loading } from '../../ui/states'
import { PersonLines } from './PersonLines'

const PAGE = 40

/** With whom nobody has talked for long: the way to them, and no judgement. */
export function QuietCard({ unitId }: { unitId: string | null }) {
  const [months, setMonths] = useState(12)
  const [shown, setShown] = useState(PAGE)
  const quiet = useCall('talkRules', 'quiet', {
    months,
    unitId,
    level: null,
    offset: 0,
    limit: Math.min(500, shown),
  })
  return (
    <Card
      title="久未谈话"
      note={quiet.data && `${quiet.data.total} 人`}
      more={
        <Select
          aria-label="多久没有谈"
          size="small"
          value={months}
          onChange={setMonths}
          options={[3, 6, 12, 24].map(value => ({ value, label: `${value} 个月` }))}
        />
      }
    >
      {quiet.isPending && <Loading />}
      {quiet.isError && <ErrorNote error={quiet.error} onRetry={() => void quiet.refetch()} />}
      <PersonLines rows={quiet.data?.rows ?? []} />
      {quiet.data && quiet.data.total > quiet.data.rows.length && shown < 500 && (
        <div className="itv-more">
          <Button onClick={() => setShown(shown + PAGE)}>再看一些</Button>
        </div>
      )}
    </Card>
  )
}
