import type { Cadre } from '../cadres/cadres'
import { type CadreChange, diffCadres } from '../cadres/diff.rules'
import { idKey, nameKey, type SamePerson } from '../cadres/duplicates.rules'
import { type CadreField, cadreFields } from '../cadres/field-labels'
import type { ImportedDetails, ImportedFields } from '../cadres/imported'
import { allowed, refused, type Verdict } from '../result'
import type { ItemState, Taking } from './imports'

/** What one file says of a person. `unitId` is undefined when it says nothing of the unit. */
export interface Brought {
  readonly fields: ImportedFields
  readonly details: ImportedDetails
  /** The fields that a roster has a column for; undefined for a whole form. */
  readonly only?: readonly CadreField[] | undefined
  readonly unitId: string | undefined
}

type Row = Readonly<Record<string, string | number | null>>
const isEmpty = (value: unknown): boolean => value === '' || value === null

/**
 * Columns by which a row of a file and one of the store are the same. Where the file leaves a column of it empty, what the
 * store has stays: forms have no cell for a level, and older ones none for much else.
 */
const sameRow = {
  resume: ['from', 'text'],
  family: ['title', 'name'],
  assessments: ['year'],
  rewards: ['on', 'name'],
  posts: ['unitName', 'title', 'appointedOn'],
  education: ['kind', 'school', 'to'],
  training: ['name', 'from'],
  punishments: ['name', 'on'],
} as const satisfies Partial<Record<keyof Cadre, readonly string[]>>
type FilledList = keyof typeof sameRow

/** Here nothing is a statement: it lasts, it was not taken back. */
const meantEmpty: ReadonlySet<string> = new Set(['to', 'removedOn', 'removedBy', 'revokedOn', 'influenceUntil'])

function filledRow(row: Row, stored: Row): Row {
  const isBorn = !isEmpty(row['birth']) || !isEmpty(row['birthText'])
  const own = Object.entries(stored).filter(
    ([column, value]) =>
      isEmpty(row[column]) &&
      !isEmpty(value) &&
      !meantEmpty.has(column) &&
      // A birth that could not be read is a birth: the two columns are one.
      !(isBorn && (column === 'birth' || column === 'birthText')),
  )
  return own.length === 0 ? row : { ...row, ...Object.fromEntries(own) }
}

/** The rows of a list by what makes them the same. */
function grouped(rows: readonly Row[], keyOf: (row: Row) => string): Map<string, Row[]> {
  const groups = new Map<string, Row[]>()
  for (const row of rows) {
    const group = groups.get(keyOf(row))
    if (group) group.push(row)
    else groups.set(keyOf(row), [row])
  }
  return groups
}

/**
 * Rows of one key are told apart by their order, where both sides have as many: two uncles of one name keep each his own.
 * Where one side has more nobody knows which is which, and nothing is filled.
 */
function filledRows<L extends FilledList>(list: L, rows: Cadre[L], stored: Cadre[L]): Cadre[L] {
  const keyOf = (row: Row): string => sameRow[list].map(column => String(row[column] ?? '')).join('\n')
  const known = grouped(stored, keyOf)
  const read = grouped(rows, keyOf)
  return (rows as readonly Row[]).map(row => {
    const [mine, theirs] = [read.get(keyOf(row)) ?? [], known.get(keyOf(row)) ?? []]
    const same = mine.length === theirs.length ? theirs[mine.indexOf(row)] : undefined
    return same ? filledRow(row, same) : row
  }) as unknown as Cadre[L]
}

/** The fields that the file speaks of. The unit stands last, as it comes and goes with what is chosen for its name. */
function fieldsOf({ fields, details, only, unitId }: Brought): CadreField[] {
  const spoken = new Set<string>([...Object.keys(fields), ...Object.keys(details)])
  const own = cadreFields.filter(
    field => spoken.has(field.startsWith('form.') ? 'form' : field) && (only === undefined || only.includes(field)),
  )
  return unitId === undefined ? own : [...own, 'unitId']
}

/** The file of the store as it would be if everything were taken. */
function overlaid(stored: Cadre, brought: Brought): Cadre {
  const whole: Cadre = {
    ...stored,
    ...brought.fields,
    ...brought.details,
    ...(brought.unitId === undefined ? {} : { unitId: brought.unitId }),
  }
  const lists = (Object.keys(sameRow) as FilledList[]).map(list => [list, filledRows(list, whole[list], stored[list])])
  return { ...whole, ...(Object.fromEntries(lists) as Partial<Cadre>) }
}

/** What the file says otherwise than the store, in the order of the fields. A difference is named by its place. */
export const differencesOf = (stored: Cadre, brought: Brought): CadreChange[] =>
  diffCadres(stored, overlaid(stored, brought), fieldsOf(brought))

const lengthOf = (cadre: Cadre, field: CadreField): number => {
  const value = cadre[field as keyof Cadre]
  return Array.isArray(value) ? value.length : 0
}

/** Source: the import's own rule, what a file leaves empty never wipes out what the store has unless a person says so. */
function isTaken(change: CadreChange, taking: Taking, stored: Cadre, after: Cadre): boolean {
  if (taking === 'everything') return true
  if (change.kind === 'value') return taking === 'blanks' ? isEmpty(change.before) : !isEmpty(change.after)
  return taking === 'blanks' ? lengthOf(stored, change.field) === 0 : lengthOf(after, change.field) > 0
}

/** The keys of the differences that are taken. */
export function takenOf(changes: readonly CadreChange[], taking: Taking, stored: Cadre, brought: Brought): number[] {
  const after = overlaid(stored, brought)
  return changes.flatMap((change, key) => (isTaken(change, taking, stored, after) ? [key] : []))
}

/** Whether a photo is taken that the store has none of, or another one of. */
export const isPhotoTaken = (photo: 'new' | 'changed', taking: Taking): boolean =>
  taking !== 'blanks' || photo === 'new'

/**
 * Whom of the store a person of a file is. One certain match, or else one alone by name and birth, is the person; anything
 * else that fits is for the officer to choose. Source: formats 5.3, the ID number is the join key; else name and birth.
 */
export function whoIs<M extends SamePerson & { readonly person: { readonly name: string } }>(
  name: string,
  matches: readonly M[],
): { state: ItemState; match: M | undefined } {
  const of = (sureness: SamePerson['sureness']): M[] => matches.filter(match => match.sureness === sureness)
  const [certain, likely] = [of('certain'), of('likely')]
  const [first] = certain.length > 0 ? certain : likely
  const isOne = certain.length === 1 || (certain.length === 0 && likely.length === 1)
  // A number of one person under another's name is a mistake somewhere: which of the two, a person must say.
  if (first && isOne && nameKey(first.person.name) === nameKey(name)) return { state: 'changed', match: first }
  const [match] = matches
  return { state: match ? 'undecided' : 'new', match }
}

/** What tells people of one batch apart. */
export interface BatchPerson {
  readonly place: number
  readonly name: string
  readonly birth: string | null
  readonly idNumber: string
  /** 填表时间: of two files of one person the later one counts. */
  readonly filledOn: string | null
}

/**
 * Who in a batch is there more than once: the place of each such person, and the place of the one that stands for them.
 * The form that was filled in last stands; of equal ones the first. Work grows with the number of people alone.
 */
export function duplicatesIn(people: readonly BatchPerson[]): Map<number, number> {
  const found = new Map<number, number>()
  const byNumber = new Map<string, number>()
  const byBirth = new Map<string, { place: number; number: string | undefined }>()
  const newestFirst = people.toSorted(
    (a, b) => (b.filledOn ?? '').localeCompare(a.filledOn ?? '', 'en') || a.place - b.place,
  )
  for (const { place, name, birth, idNumber } of newestFirst) {
    const number = idKey(idNumber)
    const born = birth !== null && birth.length >= 7 ? `${nameKey(name)} ${birth.slice(0, 7)}` : undefined
    const namesake = born === undefined ? undefined : byBirth.get(born)
    const isSame = namesake && (number === undefined || namesake.number === undefined || namesake.number === number)
    const stands = (number === undefined ? undefined : byNumber.get(number)) ?? (isSame ? namesake.place : undefined)
    if (stands !== undefined) found.set(place, stands)
    else {
      if (number !== undefined) byNumber.set(number, place)
      if (born !== undefined && !namesake) byBirth.set(born, { place, number })
    }
  }
  return found
}

/** What stands in the way of confirming a batch, in numbers. */
export interface Hindrances {
  readonly willAdd: number
  readonly willChange: number
  /** Sheets whose columns nobody has matched. */
  readonly sheets: number
  /** People about whom the officer has not chosen. */
  readonly open: number
  /** Files of the store into which more than one person would be merged. */
  readonly mergedTwice: number
  /** New people without a unit, where the account sees single units alone and would not see them again. */
  readonly unplaced: number
}

export function mayConfirm({ willAdd, willChange, sheets, open, mergedTwice, unplaced }: Hindrances): Verdict {
  if (sheets > 0) return refused(`还有 ${sheets} 张表的列没有对应：逐张对应，或者不导入这张表`)
  if (open > 0) return refused(`还有 ${open} 人待选定：逐个选定并入哪一份档案、新增，或者跳过`)
  if (mergedTwice > 0) return refused(`有 ${mergedTwice} 份档案各被两个以上的人并入：每份只留一人，其余跳过`)
  if (unplaced > 0) return refused(`有 ${unplaced} 个新增的人没有单位。您的账户只管部分单位，请先为他们选定单位`)
  return willAdd + willChange === 0 ? refused('没有要新增或修改的人') : allowed
}

/** Whether a batch may be undone. Source: a batch is undone whole or not at all. */
export function mayUndo(state: 'confirmed' | 'undone', changedSince: number, unseen: number): Verdict {
  if (state === 'undone') return refused('这次导入已经撤销')
  if (unseen > 0) return refused(`这次导入的人里有 ${unseen} 人不在您的查看范围内，请由能看到全部人员的账户撤销`)
  return changedSince > 0
    ? refused(`有 ${changedSince} 人的档案在导入之后又改过，先撤销后面的修改，再撤销这次导入`)
    : allowed
}
