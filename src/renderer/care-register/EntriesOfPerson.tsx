import { useState } from 'react'
import type { CadreId } from '../../shared/cadres/cadres'
import type { Entry } from '../../shared/care-register/care-register'
import { showDate } from '../../shared/dates/partial-date'
import { useCall } from '../api/query'
import { Button } from '../ui/Button'
import { Card } from '../ui/Card'
import { ErrorNote } from '../ui/states'
import './care-register.css'
import { EndDialog } from './EndDialog'
import { EntryDialog } from './EntryDialog'
import { PhoneButton } from './PhoneButton'

interface EntriesOfPersonProps {
  readonly person: { readonly id: CadreId; readonly name: string }
  readonly edits: boolean
}

/** The lists in which one person stands, with whoever is paired with them. */
export function EntriesOfPerson({ person, edits }: EntriesOfPersonProps) {
  const [open, setOpen] = useState<{ readonly what: 'add' } | { readonly what: 'change' | 'end'; entry: Entry }>()
  const list = useCall('careRegister', 'list', {
    kinds: [],
    cadreId: person.id,
    unitId: null,
    ended: true,
    offset: 0,
    limit: 50,
  })
  return (
    <Card
      title="名册"
      note="列入后按规则定期走访"
      more={
        edits && (
          <Button size="small" onClick={() => setOpen({ what: 'add' })}>
            列入
          </Button>
        )
      }
    >
      {list.isError && <ErrorNote error={list.error} onRetry={() => void list.refetch()} />}
      {list.data?.total === 0 && <p className="crg-none">没有列入哪一类。</p>}
      <ul>
        {list.data?.rows.map(entry => (
          <li key={entry.id} className="crg-own" data-ended={entry.endedFor === null ? undefined : true}>
            <p>
              <b>{entry.kind}</b>　<time>{showDate(entry.from)} 起</time>
              {entry.until && <time>，{showDate(entry.until)} 止</time>}
            </p>
            {entry.situations.length > 0 && <p>{entry.situations.join('、')}</p>}
            {entry.place !== '' && <p>{entry.place}</p>}
            {entry.details !== '' && <p>{entry.details}</p>}
            <p>
              <small>
                {entry.visitorName === '' ? '还没有结对' : `结对：${entry.visitorName}`}
                {entry.contact !== '' && `　联系人：${entry.contact}`}
                {entry.endedFor !== null && `　已移出：${entry.endedFor}`}
              </small>
            </p>
            <span className="dd-row-acts">
              {entry.hasPhone && <PhoneButton entry={entry} />}
              {edits && entry.endedFor === null && (
                <>
                  <Button size="small" kind="link" onClick={() => setOpen({ what: 'change', entry })}>
                    修改
                  </Button>
                  <Button size="small" kind="link" onClick={() => setOpen({ what: 'end', entry })}>
                    移出
                  </Button>
                </>
              )}
            </span>
          </li>
        ))}
      </ul>
      {open?.what === 'add' && <EntryDialog person={person} kind={null} onClose={() => setOpen(undefined)} />}
      {open?.what === 'change' && (
        <EntryDialog person={person} kind={null} entry={open.entry} onClose={() => setOpen(undefined)} />
      )}
      {open?.what === 'end' && <EndDialog entry={open.entry} onClose={() => setOpen(undefined)} />}
    </Card>
  )
}
