import type { PunishmentRow } from '../cadres/cadres'
import type { Day, DaySpan } from '../dates/add-months'
import { showDate } from '../dates/partial-date'
import { influenceOf, restrictionsOn } from '../restrictions/restrictions.rules'
import { allowed, refused, type Verdict } from '../result'
import type { Hold, Nominee, Opinion, Pass } from './campaigns'

const untilWords = ({ earliest, latest }: DaySpan): string =>
  earliest === latest ? `至 ${showDate(latest)}` : `至 ${showDate(earliest)} 到 ${showDate(latest)} 之间`

/**
 * What measures bear on an honour of somebody on a day, each with its basis. A period that a confirmed text sets stops the
 * nominee until somebody lets it pass with a reason; where a confirmed text bars 评优 itself nobody may. What rests on less,
 * or on a date too coarse to say, warns. Source: rule book 0.5 and §2.
 */
export function holdsOf(punishments: readonly PunishmentRow[], on: Day, who = ''): Hold[] {
  return punishments.flatMap((row): Hold[] => {
    const found = restrictionsOn({ punishments: [row] }, on)
    const influence = influenceOf(row)
    const [longest] = found.flatMap(({ until }) => until ?? []).toSorted((a, b) => (a.latest < b.latest ? 1 : -1))
    if (!influence || !longest) return []
    const certain = found.some(({ state }) => state === 'open')
    const confirmed = certain && influence.basis.status === 'CONFIRMED(P)'
    const barred = found.some(({ action, state }) => action === '评优' && state === 'open')
    const day = row.on === null ? '日期不详' : showDate(row.on)
    return [
      {
        key: `measure:${who}:${row.kind}:${row.name}:${row.on ?? ''}`,
        who,
        words: `${row.kind}${row.name === row.kind ? '' : ` ${row.name}`}（${day}），影响期${untilWords(longest)}${certain ? '' : '，日期不到日，是否还在影响期内要核实'}`,
        actions: found.map(({ action }) => action),
        basis: influence.basis,
        weight: confirmed ? (barred ? 'bars' : 'blocks') : 'warns',
      },
    ]
  })
}

/** An organ that does not agree stops a nominee too until somebody has looked into it. */
export const objectionHold = ({ id, organ, answer, words }: Opinion): Hold[] =>
  answer === '不同意'
    ? [
        {
          key: `opinion:${id}`,
          who: '',
          words: `${organ}不同意${words === '' ? '' : `：${words}`}`,
          actions: [],
          basis: null,
          weight: 'blocks',
        },
      ]
    : []

type Held = Pick<Nominee, 'holds' | 'passes'>
export const isPassed = ({ key }: Hold, passes: readonly Pass[]): boolean => passes.some(pass => pass.key === key)

/** What still stops a nominee. */
export const stopping = ({ holds, passes }: Held): Hold[] =>
  holds.filter(hold => hold.weight === 'bars' || (hold.weight === 'blocks' && !isPassed(hold, passes)))

/** Whether somebody may let a matter pass. */
export function mayPass(held: Held, key: string): Verdict {
  const hold = held.holds.find(each => each.key === key)
  if (!hold) return refused('这一项已经不在了，请重新打开再看')
  if (hold.weight === 'bars') return refused('依据写明影响期内不得评优，不能放行；不再推荐的写明原因止步')
  if (hold.weight === 'warns') return refused('这一项只作提示，不必放行')
  return isPassed(hold, held.passes) ? refused('已经放行') : allowed
}

/** Whether a nominee may go on to the panel and to the decision. */
export function mayGoOn(held: Held & Pick<Nominee, 'shownName'>): Verdict {
  const [first] = stopping(held)
  if (!first) return allowed
  const way = first.weight === 'bars' ? '写明原因止步' : '写明理由放行，或者止步'
  return refused(
    `${held.shownName}${first.who === '' ? '' : `的成员${first.who}`}有${first.words}，${way}`,
    '有人选受限制',
  )
}
