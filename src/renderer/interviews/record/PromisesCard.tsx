import { useState } from 'react'
import type { InterviewHeader } from '../../../shared/interviews/interviews'
import { useCall } from '../../api/query'
import { Button } from '../../ui/Button'
import { ErrorNote } from '../../ui/states'
import { PromiseForm } from './PromiseForm'

const anything = { states: [], kinds: [], ownerId: null, cadreId: null, unitId: null, late: false } as const

/** What was promised and asked for, each with who answers for it and until when. */
export function PromisesCard({ header }: { header: InterviewHeader }) {
  const made = useCall('promises', 'list', {
    filter: { ...anything, states: [], kinds: [], interviewId: header.id },
    offset: 0,
    limit: 100,
  })
  const [adding, setAdding] = useState(false)
  const [first] = header.subjects
  return (
    <section className="itv-side-part" aria-labelledby="itv-promises">
      <header>
        <h2 id="itv-promises">承诺和诉求</h2>
        <span>{made.data && made.data.total > 0 ? `${made.data.total} 件，到期提醒` : '到期提醒'}</span>
        {!adding && (
          <Button kind="link" size="small" onClick={() => setAdding(true)}>
            ＋ 添一件
          </Button>
        )}
      </header>
      {made.isError && <ErrorNote error={made.error} onRetry={() => void made.refetch()} />}
      <ul className="itv-promises">
        {made.data?.rows.map(({ id, kind, text, ownerName, dueOn, helper }) => (
          <li key={id}>
            <p>{text}</p>
            <p>
              <span className="itv-tag">{kind}</span>
              <span className="itv-tag">责任人 {ownerName}</span>
              {helper !== '' && <span className="itv-tag">{helper}</span>}
              <span className="itv-tag">{dueOn} 前</span>
            </p>
          </li>
        ))}
      </ul>
      {adding && first && (
        <PromiseForm
          interviewId={header.id}
          subjects={header.subjects}
          subject={first.id}
          onClose={() => {
            setAdding(false)
            // The form and its focus are gone: typing and the keys go on in the line.
            document.querySelector<HTMLElement>('.itv-entry textarea')?.focus()
          }}
        />
      )}
    </section>
  )
}
