import { useLocation } from 'wouter'
import { type DuplicatePair, type DuplicatePerson, duplicateTitles } from '../../shared/duplicates/duplicates'
import { instantWords } from '../cadres/cadres.words'
import { Face } from '../cadres/Face'
import { openPeople } from '../cadres/open/openPeople'
import { Button } from '../ui/Button'
import { StateMark } from '../ui/marks'
import { identityWords, keptFirst, placeWords, routeOfPair, stateWords } from './duplicates.words'
import type { usePairDismissal } from './usePairDismissal'

const marks = { certain: 'late', likely: 'today', look: 'soon' } as const

interface PairRowProps {
  pair: DuplicatePair
  edits: boolean
  dismissal: ReturnType<typeof usePairDismissal>
}

/** Two files side by side, why they may be of one person, and what can be done. */
export function PairRow({ pair, edits, dismissal }: PairRowProps) {
  const [, go] = useLocation()
  const { sureness, why, dismissal: said } = pair
  const both = keptFirst(pair)
  return (
    <li aria-label={`${both[0].name}：${why}`}>
      <div className="dup-why">
        <StateMark state={said ? 'done' : marks[sureness]}>{said ? '不是同一人' : duplicateTitles[sureness]}</StateMark>
        <p>{why}</p>
      </div>
      {both.map(person => (
        <Person key={person.id} person={person} onOpen={() => go(`/cadres/${person.id}`)} />
      ))}
      <div className="dup-acts">
        {said ? (
          edits && (
            <Button size="small" onClick={() => dismissal.relist(pair)}>
              取消认定
            </Button>
          )
        ) : (
          <Button size="small" onClick={() => go(routeOfPair(pair))}>
            {edits ? '对照合并' : '对照'}
          </Button>
        )}
        <Button size="small" kind="link" onClick={() => go(openPeople(both))}>
          打开两份
        </Button>
        {edits && !said && (
          <Button size="small" kind="link" onClick={() => dismissal.dismiss(pair)}>
            不是同一人
          </Button>
        )}
      </div>
      {said && (
        <p className="dup-said">
          {said.byName} {instantWords(said.at)} 认定：{said.reason}
        </p>
      )}
    </li>
  )
}

function Person({ person, onOpen }: { person: DuplicatePerson; onOpen: () => void }) {
  return (
    <div className="dup-person">
      <Face cadreId={person.id} photo={person.photo} sex={person.sex} size="small" />
      <div>
        <button type="button" className="cdr-entry dup-name" onClick={onOpen}>
          {person.name}
        </button>
        <p>{identityWords(person)}</p>
        <p>{placeWords(person)}</p>
        <p className="dup-quiet">{stateWords(person)}</p>
      </div>
    </div>
  )
}
