import { useState } from 'react'
import type { CadreId } from '../../shared/cadres/cadres'
import { type PartialDate, showDate } from '../../shared/dates/partial-date'
import { useRows } from '../api/query'
import { Button } from '../ui/Button'
import { Card } from '../ui/Card'
import { EntryDialog } from './EntryDialog'

const PAGE = 20

/** Who is eighty or older, retired, and in no list: offered, never listed by itself. Without anybody the card is not there. */
export function UnlistedCard({ unitId }: { readonly unitId: string | null }) {
  const [open, setOpen] = useState(false)
  const [adding, setAdding] = useState<{ readonly id: CadreId; readonly name: string }>()
  const found = useRows('careRegister', 'unlisted', { unitId }, PAGE)
  if (!found.total) return null
  return (
    <Card
      title={`${found.total} 名满八十岁的退休干部还没有列入老干部名册`}
      more={
        <Button size="small" kind="link" onClick={() => setOpen(!open)}>
          {open ? '收起' : '看名单'}
        </Button>
      }
    >
      {open && (
        <ul>
          {found.rows.map(({ cadreId, name, post, unitName, birth }) => (
            <li key={cadreId} className="crg-offer">
              <b>{name}</b>
              <span>{post || unitName}</span>
              <span>{showDate(birth as PartialDate)} 出生</span>
              <Button size="small" onClick={() => setAdding({ id: cadreId, name })}>
                列入
              </Button>
            </li>
          ))}
        </ul>
      )}
      {open && found.more && (
        <div className="dd-more">
          <Button onClick={found.more}>再看一些</Button>
        </div>
      )}
      {adding && <EntryDialog person={adding} kind="老干部" onClose={() => setAdding(undefined)} />}
    </Card>
  )
}
