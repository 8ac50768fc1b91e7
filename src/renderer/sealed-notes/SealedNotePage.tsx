import { useEffect, useState } from 'react'
import { useLocation } from 'wouter'
import { showDate } from '../../shared/dates/partial-date'
import type { OpenedNote, SealedNoteId } from '../../shared/sealed-notes/sealed-notes'
import { lastContactOf, nextContactOf } from '../../shared/sealed-notes/sealed-notes.rules'
import { api } from '../api/client'
import { Button } from '../ui/Button'
import { Card } from '../ui/Card'
import { Icon } from '../ui/icons'
import { StateMark } from '../ui/marks'
import { ErrorNote, Loading } from '../ui/states'
import { CarersCard } from './CarersCard'
import { SealedForm } from './SealedForm'
import { nextMark, whoReads } from './sealed-notes.words'
import { TakeAwayDialog } from './TakeAwayDialog'

/** One record, opened: its contacts, the latest first, and who can read it. Opening leaves a line in the audit log. */
export function SealedNotePage({ id }: { id: SealedNoteId }) {
  const [, go] = useLocation()
  const [note, setNote] = useState<OpenedNote>()
  const [failure, setFailure] = useState<unknown>(null)
  const [form, setForm] = useState<{ place: number | null }>()
  const [removing, setRemoving] = useState(false)
  useEffect(() => {
    let left = false
    api.sealedNotes.open({ id }).then(
      opened => !left && setNote(opened),
      (error: unknown) => !left && setFailure(error),
    )
    return () => {
      left = true
    }
  }, [id])
  function retry(): void {
    setFailure(null)
    api.sealedNotes.open({ id }).then(setNote, setFailure)
  }
  const back = (
    <Button kind="link" onClick={() => go('/care/sealed')}>
      ‹ 全部记录
    </Button>
  )
  if (failure !== null)
    return (
      <div className="dd-tab">
        <div className="dd-filter">{back}</div>
        <ErrorNote error={failure} onRetry={retry} />
      </div>
    )
  if (!note) return <Loading />
  const { mark, words } = nextMark(nextContactOf(note.contacts))
  const last = lastContactOf(note.contacts)
  const latestFirst = note.contacts
    .map((contact, place) => ({ ...contact, place }))
    .toSorted((a, b) => b.on.localeCompare(a.on) || b.place - a.place)
  return (
    <div className="dd-tab">
      <div className="dd-filter">
        {back}
        <h2 className="sea-name">{note.name}</h2>
        <span className="dd-aside">{note.post}</span>
        <StateMark state={mark}>{words}</StateMark>
        <span className="sea-push" />
        {note.cadreId !== null && <Button onClick={() => go(`/cadres/${note.cadreId}`)}>打开档案</Button>}
        <Button onClick={() => setRemoving(true)}>删除</Button>
        <Button kind="primary" onClick={() => setForm({ place: null })}>
          再记一次
        </Button>
      </div>
      <div className="sea-grid">
        <Card title="联系" note={last === null ? undefined : `${note.contacts.length} 次，最近 ${showDate(last)}`}>
          <ol className="sea-contacts">
            {latestFirst.map(contact => (
              <li key={contact.place}>
                <p className="sea-contact-head">
                  <b>{showDate(contact.on)}</b> {contact.form} <small>{contact.byName}</small>
                  <Button kind="link" size="small" onClick={() => setForm({ place: contact.place })}>
                    更正
                  </Button>
                </p>
                <dl>
                  {(
                    [
                      ['本人想要什么', contact.asked],
                      ['安排了什么', contact.arranged],
                      ['转介', contact.referredTo],
                      ['下次联系', contact.nextOn === null ? '' : showDate(contact.nextOn)],
                    ] as const
                  )
                    .filter(([, text]) => text !== '')
                    .map(([label, text]) => (
                      <div key={label}>
                        <dt>{label}</dt>
                        <dd>{text}</dd>
                      </div>
                    ))}
                </dl>
              </li>
            ))}
          </ol>
        </Card>
        <div className="sea-side">
          <CarersCard note={note} onChange={setNote} onLeft={() => go('/care/sealed')} />
          <p className="sea-who">
            <Icon name="lock" size={16} /> {whoReads}
          </p>
        </div>
      </div>
      {form && (
        <SealedForm
          key={form.place}
          note={note}
          place={form.place}
          onSaved={setNote}
          onClose={() => setForm(undefined)}
        />
      )}
      {removing && (
        <TakeAwayDialog
          title="删除这份记录"
          consequence="所有关爱人都不再看到它，内容找不回来。审计日志只记删过一份。"
          act="删除"
          onAct={async why => {
            await api.sealedNotes.remove({ id: note.id, revision: note.revision, why })
            go('/care/sealed')
          }}
          onClose={() => setRemoving(false)}
        />
      )}
    </div>
  )
}
