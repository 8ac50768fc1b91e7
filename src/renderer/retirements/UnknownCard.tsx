import { useState } from 'react'
import { useLocation } from 'wouter'
import { useRows } from '../api/query'
import { Button } from '../ui/Button'
import { Card } from '../ui/Card'
import { ErrorNote } from '../ui/states'

const PAGE = 20

/** Who is 在职 and stands in no list of retirements because the month cannot be told: how many, who, and what is missing. */
export function UnknownCard({ unitId }: { readonly unitId: string | null }) {
  const [, go] = useLocation()
  const [missing, setMissing] = useState<string | null>(null)
  const list = useRows('retirements', 'unknown', { unitId, missing }, PAGE)
  const counts = list.last?.counts ?? []
  if (list.error) return <ErrorNote error={list.error} onRetry={list.retry} />
  if (counts.length === 0) return null
  const all = counts.reduce((sum, { count }) => sum + count, 0)
  return (
    <Card title="到龄年月推算不出" note={`在职 ${all} 人，补上缺的，或者在干部页“职务”里由组织认定`}>
      <div className="dd-chips ret-missing">
        {counts.map(each => (
          <button
            key={each.missing}
            type="button"
            aria-pressed={missing === each.missing}
            onClick={() => setMissing(missing === each.missing ? null : each.missing)}
          >
            {each.missing} {each.count}
          </button>
        ))}
      </div>
      <ul>
        {list.rows.map(row => (
          <li key={row.cadreId} className="dd-row ret-unknown-row">
            <button type="button" onClick={() => go(`/cadres/${row.cadreId}/posts`)}>
              <b>{row.name}</b>
              <span>
                {row.unitName} {row.post}
              </span>
            </button>
            <span>{row.missing}</span>
          </li>
        ))}
      </ul>
      {list.more && (
        <div className="dd-more">
          <Button onClick={list.more}>再看一些，共 {list.total} 人</Button>
        </div>
      )}
    </Card>
  )
}
