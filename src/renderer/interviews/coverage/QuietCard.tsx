import { Select } from 'antd'
import { useState } from 'react'
import { useRows } from '../../api/query'
import { Button } from '../../ui/Button'
import { Card } from '../../ui/Card'
import { EmptyState, ErrorNote, Loading } from '../../ui/states'
import { PersonLines } from './PersonLines'

const PAGE = 40

/** With whom nobody has talked for long: the way to them, and no judgement. */
export function QuietCard({ unitId }: { unitId: string | null }) {
  const [months, setMonths] = useState(12)
  const quiet = useRows('talkRules', 'quiet', { months, unitId, level: null }, PAGE)
  return (
    <Card
      title="久未谈话"
      note={quiet.total === undefined ? undefined : `${quiet.total} 人`}
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
      {quiet.error && <ErrorNote error={quiet.error} onRetry={quiet.retry} />}
      {quiet.total === 0 && (
        <EmptyState title="没有久未谈话的干部" hint={`${months} 个月内都谈过；更久没有谈的会列在这里。`} />
      )}
      <PersonLines rows={quiet.rows} />
      {quiet.more && (
        <div className="dd-more">
          <Button onClick={quiet.more}>再看一些</Button>
        </div>
      )}
    </Card>
  )
}
