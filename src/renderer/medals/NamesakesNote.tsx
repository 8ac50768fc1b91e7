import type { MemberFacts } from '../../shared/medals/medals'
import { useCall } from '../api/query'
import { shownDate } from './medals.words'

const SHOWN = 8

/** Says before it is entered that somebody may have a file, or stand here already. It warns; a person decides. */
export function NamesakesNote({ people }: { people: readonly Pick<MemberFacts, 'name' | 'birth'>[] }) {
  const asked = people.map(({ name, birth }) => ({ name, birth }))
  const found = useCall('medals', 'namesakes', { people: asked }).data ?? []
  if (found.length === 0) return null
  return (
    <div className="med-namesakes" role="alert">
      <b>可能是同一个人，请核对：</b>
      <ul>
        {found.slice(0, SHOWN).map(each => (
          <li key={`${each.place} ${each.of} ${each.unitName} ${each.birth}`}>
            {people.length > 1 && `第 ${each.place + 1} 人`}
            {each.name}（出生 {shownDate(each.birth)}
            {each.unitName !== '' && `，${each.unitName}`}）
            {each.of === 'cadre' ? '有干部档案，按档案推算，不用再登记' : '已经登记过'}
          </li>
        ))}
        {found.length > SHOWN && <li>还有 {found.length - SHOWN} 处</li>}
      </ul>
    </div>
  )
}
