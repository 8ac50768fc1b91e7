import { useQuery } from '@tanstack/react-query'
import type { CadreId } from '../../shared/cadres/cadres'
import type { InterviewHeader, InterviewId } from '../../shared/interviews/interviews'
import { api } from '../api/client'
import { addressOf } from '../ui/photoAddress'
import { namesOf } from './interviews.words'

const bornOf = (birth: string | null): string => (birth === null ? '' : `${birth.replaceAll('-', '.')}生`)

/** Who is talked to: face, name, post; of several the names. */
export function SubjectHead({ header }: { header: InterviewHeader }) {
  const [first, ...others] = header.subjects
  if (!first) return null
  return (
    <div className="itv-subject">
      <Portrait id={header.id} cadreId={first.id} photo={first.photo} />
      <div>
        <p>
          <b>{others.length === 0 ? first.name : namesOf(header.subjects)}</b>
          {others.length === 0 && (
            <span>{[first.sex, bornOf(first.birth), first.post].filter(each => each !== '').join('，')}</span>
          )}
        </p>
        <p>
          <span>谈话人 {namesOf(header.talkers)}</span>
          {header.recorder && <span>记录人 {header.recorder.name}</span>}
          <span>{header.mode}谈话</span>
        </p>
      </div>
    </div>
  )
}

/** Whoever holds a talk sees the face without having the right to the file. */
function Portrait({ id, cadreId, photo }: { id: InterviewId; cadreId: CadreId; photo: string | null }) {
  const shown = useQuery({
    queryKey: ['talk-portrait', id, cadreId, photo],
    queryFn: async () => {
      const picture = await api.interviews.photo({ id, cadreId })
      return picture === null ? null : addressOf(picture)
    },
    enabled: photo !== null,
  })
  if (!shown.data) return <span className="itv-portrait" aria-hidden="true" />
  return <img className="itv-portrait" src={shown.data} alt="照片" draggable={false} />
}
