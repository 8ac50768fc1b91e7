import { useLocation } from 'wouter'
import type { CadreId } from '../../shared/cadres/cadres'
import { useCall } from '../api/query'
import { Card } from '../ui/Card'
import { StateMark } from '../ui/marks'
import { ErrorNote, Loading } from '../ui/states'
import { reviewMark } from './hardships.words'
import './hardships.css'

/** Whether this person's household is being helped, and when it is looked at anew. No figures. */
export function HardshipOfPerson({ id }: { id: CadreId }) {
  const [, go] = useLocation()
  const cases = useCall('hardships', 'list', {
    filter: { view: 'all', cadreId: id, unitId: null, due: false },
    offset: 0,
    limit: 20,
  })
  return (
    <Card title="困难帮扶">
      {cases.isPending && <Loading />}
      {cases.isError && <ErrorNote error={cases.error} onRetry={() => void cases.refetch()} />}
      {cases.data?.total === 0 && <p className="har-none">没有登记困难帮扶。</p>}
      <ul className="har-person">
        {cases.data?.rows.map(line => {
          const { mark, words } = reviewMark(line)
          return (
            <li key={line.id}>
              <button type="button" onClick={() => go(`/care/hardships/${line.id}`)}>
                <b>{line.cause}</b>
                <span>{line.level || '未定等级'}</span>
              </button>
              <StateMark state={mark}>{words}</StateMark>
            </li>
          )
        })}
      </ul>
    </Card>
  )
}
