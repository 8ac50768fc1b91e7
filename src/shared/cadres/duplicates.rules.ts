import { compareMonths, type PartialDate } from '../dates/partial-date'
import type { Cadre } from './cadres'
import type { Sureness } from './checks/check'
import { eighteenOf, plainIdNumber, readIdNumber } from './id-number'

/** What of a file tells whether two are of one person. */
export type Identifiable = Pick<Cadre, 'name' | 'sex' | 'birth' | 'idNumber'>

/** Two files that may be of one person. Nothing is merged by itself. */
export interface SamePerson {
  readonly sureness: Sureness
  readonly why: string
}

/** Blanks and every form of the middle dot apart: 阿依古丽·买买提, 阿依古丽•买买提, 林 岫. */
export const nameKey = (name: string): string =>
  name
    .normalize('NFKC')
    .replaceAll(/[\s·•・‧∙⋅●.。]/g, '')
    .toUpperCase()

/** 15 and 18 characters of one number alike; undefined when it is no number. A wrong check digit still tells it apart. */
export function idKey(idNumber: string): string | undefined {
  const plain = plainIdNumber(idNumber)
  if (/^\d{15}$/.test(plain)) return eighteenOf(plain)
  return /^\d{17}[\dX]$/.test(plain) ? plain : undefined
}

function birthOf({ birth, idNumber }: Identifiable): PartialDate | undefined {
  if (birth) return birth
  const read = readIdNumber(idNumber)
  return read.kind === 'valid' ? read.birth : undefined
}

/** Whether two births agree: to the month, as far as is known, not at all, or one is not known. */
function compareBirths(a: Identifiable, b: Identifiable): 'same' | 'open' | 'different' | 'unknown' {
  const [left, right] = [birthOf(a), birthOf(b)]
  if (!left || !right) return 'unknown'
  const order = compareMonths(left, right)
  return order === 0 ? 'same' : order === undefined ? 'open' : 'different'
}

/** Whether two files are of one person, and how sure that is. Source: formats 5.3, the ID number is the join key; else name and birth. */
export function samePerson(a: Identifiable, b: Identifiable): SamePerson | undefined {
  const [aId, bId] = [idKey(a.idNumber), idKey(b.idNumber)]
  const sameName = nameKey(a.name) === nameKey(b.name)
  if (aId !== undefined && aId === bId)
    return sameName
      ? { sureness: 'certain', why: '身份证号相同' }
      : { sureness: 'likely', why: '身份证号相同，姓名不同' }
  if (!sameName) return undefined
  const births = compareBirths(a, b)
  if (births === 'different') return undefined
  if (aId !== undefined && bId !== undefined)
    return births === 'same' ? { sureness: 'look', why: '姓名、出生年月相同，身份证号不同' } : undefined
  const otherSex = a.sex !== null && b.sex !== null && a.sex !== b.sex
  if (births === 'same')
    return otherSex
      ? { sureness: 'look', why: '姓名、出生年月相同，性别不同' }
      : { sureness: 'likely', why: '姓名、出生年月相同' }
  if (otherSex) return undefined
  return { sureness: 'look', why: births === 'open' ? '姓名相同，出生年份相符' : '姓名相同，有一方出生年月不详' }
}

const order: Record<Sureness, number> = { certain: 0, likely: 1, look: 2 }
export const surestFirst = (a: Pick<SamePerson, 'sureness'>, b: Pick<SamePerson, 'sureness'>): number =>
  order[a.sureness] - order[b.sureness]

/** Everybody in a list who may be this person, the surest first. */
export const findMatches = <P extends Identifiable>(
  one: Identifiable,
  people: readonly P[],
): (SamePerson & { readonly person: P })[] =>
  people
    .flatMap(person => {
      const match = samePerson(one, person)
      return match ? [{ ...match, person }] : []
    })
    .toSorted(surestFirst)

const yearOf = (person: Identifiable): string | undefined => birthOf(person)?.slice(0, 4)

/** People by what they share; who has none of it is left out. */
function groupsBy<P>(people: readonly P[], keyOf: (person: P) => string | undefined): P[][] {
  const groups = new Map<string, P[]>()
  for (const person of people) {
    const key = keyOf(person)
    if (key === undefined) continue
    const group = groups.get(key)
    if (group) group.push(person)
    else groups.set(key, [person])
  }
  return [...groups.values()]
}

export interface Duplicate<P> extends SamePerson {
  readonly first: P
  readonly second: P
}

function pairsAmong<P extends Identifiable>(ones: readonly P[], others: readonly P[]): Duplicate<P>[] {
  return ones.flatMap((first, index) =>
    (ones === others ? others.slice(index + 1) : others).flatMap(second => {
      const match = samePerson(first, second)
      return match ? [{ ...match, first, second }] : []
    }),
  )
}

/**
 * Pairs among people of one name. Who was born in another year is not compared at all: of a common name a city has
 * hundreds, and their pairs would be tens of thousands.
 */
export function pairsOfName<P extends Identifiable>(namesakes: readonly P[]): Duplicate<P>[] {
  const unknown = namesakes.filter(person => yearOf(person) === undefined)
  const known = groupsBy(namesakes, yearOf)
  return [
    ...known.flatMap(peers => pairsAmong(peers, peers)),
    ...pairsAmong(unknown, unknown),
    ...known.flatMap(peers => pairsAmong(peers, unknown)),
  ]
}

/** Pairs among people with one ID number whom `pairsOfName` has not compared: of other names, or born in other years. */
export const pairsOfNumber = <P extends Identifiable>(holders: readonly P[]): Duplicate<P>[] =>
  pairsAmong(holders, holders).filter(({ first, second }) => {
    const [a, b] = [yearOf(first), yearOf(second)]
    return nameKey(first.name) !== nameKey(second.name) || (a !== undefined && b !== undefined && a !== b)
  })

/** Every pair in a list that may be one person, each once, the surest first. */
export const findDuplicates = <P extends Identifiable>(people: readonly P[]): Duplicate<P>[] =>
  [
    ...groupsBy(people, ({ name }) => nameKey(name)).flatMap(pairsOfName),
    ...groupsBy(people, ({ idNumber }) => idKey(idNumber)).flatMap(pairsOfNumber),
  ].toSorted(surestFirst)
