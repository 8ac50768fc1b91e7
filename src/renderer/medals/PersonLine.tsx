import { useState } from 'react'
import { useLocation } from 'wouter'
import type { BasisStatus } from '../../shared/basis/basis'
import { showDate } from '../../shared/dates/partial-date'
import type { MedalRow } from '../../shared/medals/medals.contract'
import { useMay } from '../api/session'
import { BasisWord } from '../ui/BasisWord'
import { Button } from '../ui/Button'
import { StateMark } from '../ui/marks'
import { FactsDialog } from './FactsDialog'
import { MemberDialog } from './MemberDialog'
import { datesOf, shownDate } from './medals.words'

interface PersonLineProps {
  readonly row: MedalRow
  readonly picked: boolean
  readonly onPick: (() => void) | undefined
}

/** One person: the dates, what has to be looked at, what was decided. */
export function PersonLine({ row, picked, onPick }: PersonLineProps) {
  const may = useMay()
  const [, go] = useLocation()
  const [open, setOpen] = useState(false)
  const { ref, name, unitName, post, decision, award, asks, reasons, soonest, facts, visitedOn } = row
  const isOpenable = ref.of === 'cadre' && may('cadres.read')
  return (
    <li className="dd-row med-row">
      <span className="med-who">
        {onPick && <input type="checkbox" aria-label={`选${name}`} checked={picked} onChange={onPick} />}
        <span>
          {isOpenable ? (
            <button type="button" className="med-name" onClick={() => go(`/cadres/${ref.id}`)}>
              {name}
            </button>
          ) : (
            <b>{name}</b>
          )}
          <small>{[unitName, post].filter(part => part !== '').join('　')}</small>
        </span>
      </span>
      <span>
        {datesOf(row)}
        <small>
          出生 {shownDate(row.birth)}
          {facts.leftOn !== null && `　脱离 ${showDate(facts.leftOn)}`}
          {facts.rejoinedOn !== null && `　重新入党 ${showDate(facts.rejoinedOn)}`}
          {ref.of === 'member' && '　没有干部档案'}
        </small>
      </span>
      <span className="med-told">
        {asks.map(words => (
          <StateMark key={words} state="today">
            {words}
          </StateMark>
        ))}
        {reasons.map(({ words, source, status }) => (
          <span key={words} className="med-reason">
            {words} <BasisWord basis={{ source, status: status as BasisStatus }} />
          </span>
        ))}
        {soonest !== null && <span className="dd-aside">最早 {soonest} 年</span>}
        {decision && (
          <StateMark state={decision.decision === '授予' ? 'done' : 'soon'}>
            {decision.decision}
            {award ? `，${showDate(award.on)} 颁发${award.medalNo === '' ? '' : ` ${award.medalNo}`}` : ''}
            {award?.unsettled ? '（荣誉已撤销，纪念章没有收回）' : ''}
          </StateMark>
        )}
        {decision && (
          <small>
            {decision.byName} {decision.at.slice(0, 10).replaceAll('-', '.')} {decision.reason}
          </small>
        )}
        {visitedOn !== null && <small>今年 {showDate(visitedOn)} 走访过</small>}
      </span>
      <span className="dd-row-acts">
        {may('honours.edit') && (
          <Button size="small" onClick={() => setOpen(true)}>
            补充
          </Button>
        )}
      </span>
      {open && ref.of === 'cadre' && <FactsDialog row={row} onClose={() => setOpen(false)} />}
      {open && ref.of === 'member' && <MemberDialog id={ref.id} onClose={() => setOpen(false)} />}
    </li>
  )
}
