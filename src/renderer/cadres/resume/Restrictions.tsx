import { basisCautions } from '../../../shared/basis/basis'
import { Day } from '../../../shared/dates/add-months'
import { showDate } from '../../../shared/dates/partial-date'
import { today } from '../../../shared/dates/today'
import { type Contribution, type Restriction, restrictionsOn } from '../../../shared/restrictions/restrictions.rules'
import { BasisWord } from '../../ui/BasisWord'
import { useReveal } from '../reveal'
import './restrictions.css'

/** Actions that end on one day by the same measures are said together. */
function together(found: readonly Restriction[]): { readonly titles: string[]; readonly one: Restriction }[] {
  const groups = new Map<string, { titles: string[]; one: Restriction }>()
  for (const one of found) {
    const key = JSON.stringify([one.until, one.by, one.state])
    const group = groups.get(key)
    if (group) group.titles.push(one.action)
    else groups.set(key, { titles: [one.action], one })
  }
  return [...groups.values()]
}

/** What measures in the file bear on today, until when and by which basis. A prompt: a person decides. */
export function Restrictions() {
  const { cadre } = useReveal()
  const found = restrictionsOn(cadre, Day.parse(today()))
  if (found.length === 0) return null
  return (
    <section className="cdr-bars" aria-label="影响期内的限制">
      {together(found).map(({ titles, one: { state, until, by } }) => (
        <div key={titles.join()}>
          <b>{titles.join('、')}</b>
          <p>
            {until && `至 ${showDate(until.latest)}`}
            {state === 'unclear' && '，日期不全，可能未满'}
          </p>
          {by.map(each => (
            <Source
              key={`${each.measure.kind}${each.measure.name}${each.measure.on}`}
              of={each}
              alone={by.length === 1}
            />
          ))}
        </div>
      ))}
    </section>
  )
}

/** One measure that contributes, with how far its rule can be trusted. */
function Source({ of: { measure, until, basis }, alone }: { of: Contribution; alone: boolean }) {
  const caution = basis.status === 'CONFIRMED(P)' || basis.status === 'CONFIRMED(S)' ? '' : basisCautions[basis.status]
  return (
    <p className="cdr-bar-by">
      {measure.name || measure.kind}
      {measure.on && ` ${showDate(measure.on)}`}
      {!alone && ` 至 ${showDate(until.latest)}`}
      {caution !== '' && ` ${caution}`}
      <BasisWord basis={basis} />
    </p>
  )
}
