import { useState } from 'react'
import type { CadreId } from '../../shared/cadres/cadres'
import type { LifeEvent } from '../../shared/care-records/care-records'
import { showDate } from '../../shared/dates/partial-date'
import { api } from '../api/client'
import { useCall } from '../api/query'
import { useMay } from '../api/session'
import { Button } from '../ui/Button'
import { Card } from '../ui/Card'
import { ReasonDialog } from '../ui/ReasonDialog'
import { AUDITED_REASON } from '../ui/reason.words'
import { ErrorNote, Loading } from '../ui/states'
import { EventDialog } from './EventDialog'

/** 生活事件 of one person: what happened, how long it lasted, and what was needed. */
export function EventsCard({ person }: { readonly person: { readonly id: CadreId; readonly name: string } }) {
  const edits = useMay()('care.edit')
  const events = useCall('careRecords', 'events', { cadreId: person.id })
  const [open, setOpen] = useState<
    { readonly what: 'add' } | { readonly what: 'change' | 'remove'; event: LifeEvent }
  >()
  return (
    <Card
      title="生活事件"
      note="登记后按规则列出该办的事"
      more={
        edits && (
          <Button size="small" onClick={() => setOpen({ what: 'add' })}>
            登记
          </Button>
        )
      }
    >
      {events.isPending && <Loading />}
      {events.isError && <ErrorNote error={events.error} onRetry={() => void events.refetch()} />}
      {events.data?.length === 0 && <p className="crr-none">没有登记过。</p>}
      <ul>
        {events.data?.map(event => (
          <li key={event.id} className="crr-event">
            <p>
              <b>
                {event.whom === '本人' ? '' : event.whom}
                {event.kind}
              </b>
              　<time>{showDate(event.on)}</time>
              {event.until && <time> 至 {showDate(event.until)}</time>}
            </p>
            {event.need !== '' && <p>{event.need}</p>}
            {edits && (
              <span className="dd-row-acts">
                <Button kind="link" size="small" onClick={() => setOpen({ what: 'change', event })}>
                  {event.kind === '住院' && event.until === null ? '出院、修改' : '修改'}
                </Button>
                <Button kind="link" size="small" onClick={() => setOpen({ what: 'remove', event })}>
                  去掉
                </Button>
              </span>
            )}
          </li>
        ))}
      </ul>
      {open?.what === 'add' && <EventDialog person={person} onClose={() => setOpen(undefined)} />}
      {open?.what === 'change' && <EventDialog person={person} event={open.event} onClose={() => setOpen(undefined)} />}
      {open?.what === 'remove' && (
        <ReasonDialog
          open
          title={`去掉“${open.event.kind}”`}
          consequence={`由它列出的应办事项一起去掉；已经写下的关爱记录不变。${AUDITED_REASON}`}
          confirmText="去掉"
          onConfirm={async reason => {
            await api.careRecords.removeEvent({ id: open.event.id, revision: open.event.revision, reason })
          }}
          onClose={() => setOpen(undefined)}
        />
      )}
    </Card>
  )
}
