import type { PartialDate } from '../../dates/partial-date'
import type { Cadre, PunishmentRow, RewardRow } from '../cadres'
import { plainWords } from '../plain-words'
import { isWrittenOnForm, punishmentAsReward, readPunishments } from '../punishment-text'
import { clausesOf, printClause, type RewardClause } from '../reward-text'
import { rowOffers, type TextPair, textOffer } from './pair'

type Told = Pick<RewardRow, 'on' | 'name'>
const holds = (a: string, b: string): boolean =>
  plainWords(a).includes(plainWords(b)) || plainWords(b).includes(plainWords(a))
/** A month and a day of it are one date, told more or less exactly. */
const isSameDate = (a: PartialDate | null, b: PartialDate | null): boolean =>
  a !== null && b !== null && (a.startsWith(b) || b.startsWith(a))
const isSame = (row: Told, read: Told): boolean => isSameDate(row.on, read.on) && holds(row.name, read.name)
const isAlike = (row: Told, read: Told): boolean => (row.on === null || read.on === null) && holds(row.name, read.name)
const isRedated = (row: Told, read: Told): boolean => plainWords(row.name) === plainWords(read.name)

/** The more exact date, and the authority where the row has none. */
const merged = <R extends { on: PartialDate | null; authority: string }>(row: R, read: R): R => {
  const isFiner = row.on !== null && read.on !== null && row.on.startsWith(read.on)
  return { ...row, on: read.on === null || isFiner ? row.on : read.on, authority: row.authority || read.authority }
}

const byDate = (a: RewardRow, b: RewardRow): number => (a.on ?? '9').localeCompare(b.on ?? '9')

function offersOf({ form, rewards, punishments }: Cadre) {
  const clauses = clausesOf(form.rewardsAndPunishments)
  const read = clauses.flatMap(({ row }) => row ?? [])
  const bad: PunishmentRow[] = read.flatMap(readPunishments)
  const good = read.filter(row => readPunishments(row).length === 0)
  return {
    unread: clauses.filter(({ row }) => row === undefined).map(({ written }) => written),
    offers: [
      ...rowOffers('rewards', rewards, good, {
        same: [isSame, isAlike, isRedated],
        merge: merged,
        removes: () => true,
      }),
      ...rowOffers('punishments', punishments, bad, {
        same: [
          (row, each) => row.kind === each.kind && isSame(row, each),
          (row, each) => row.kind === each.kind && holds(row.name, each.name),
        ],
        merge: merged,
        removes: isWrittenOnForm,
      }),
    ],
  }
}

/** What the cell says in words of its own about a row stays in those words. */
const clauseFor = (clauses: readonly RewardClause[], row: RewardRow): RewardClause | undefined =>
  clauses.find(
    ({ row: read }) => read && read.on === row.on && holds(read.name, row.name) && holds(read.authority, row.authority),
  )

/**
 * 奖惩情况 and the rows of rewards and of punishments. Admonitions and measures are written only where they stand already.
 * Parts that already say what a row says keep their wording.
 */
export const rewardsPair: TextPair = {
  key: 'rewards',
  title: '奖惩情况',
  texts: ['form.rewardsAndPunishments'],
  rows: ['rewards', 'punishments'],
  rule: 'text.rewards',
  hasText: ({ form }) => form.rewardsAndPunishments.trim() !== '',
  hasRows: ({ rewards, punishments }) => rewards.length + punishments.length > 0,
  toRows: cadre => ({ ...offersOf(cadre), notes: [] }),
  toTexts(cadre) {
    const clauses = clausesOf(cadre.form.rewardsAndPunishments)
    const unread = clauses.filter(({ row }) => row === undefined).map(({ written }) => written)
    const optional = cadre.punishments.filter(row => !isWrittenOnForm(row)).map(punishmentAsReward)
    const wanted = [...cadre.rewards, ...cadre.punishments.filter(isWrittenOnForm).map(punishmentAsReward)]
    const shown = [...wanted, ...optional.filter(row => clauseFor(clauses, row))].toSorted(byDate)
    const told = shown.map(row => ({ row, clause: clauseFor(clauses, row) }))
    const left = clauses.filter(each => each.row && !told.some(({ clause }) => clause === each))
    const notes = left.map(({ written }) => `“${written}”没有对应的记录，照记录写就不再出现。`)
    // Whatever the order: the cell says all of it and nothing else.
    if (left.length === 0 && told.every(({ clause }) => clause)) return { offers: [], unread, notes }
    if (shown.length === 0) return { offers: [], unread, notes: [] }
    const parts = [...told.map(({ row, clause }) => clause?.written ?? printClause(row)), ...unread]
    return { offers: textOffer(cadre, 'form.rewardsAndPunishments', `${parts.join('；')}。`), unread, notes }
  },
}
