import { type PartialDate, parsePartialDate } from '../dates/partial-date'
import { cellsOf, type Pasted } from '../grassroots/pasted.rules'
import { MemberFacts as Facts, type MemberFacts, noMedalFacts } from './medals'
import { mayKeepMember } from './medals.rules'

export const memberHeads = ['姓名', '性别', '出生年月', '单位', '支部', '入党时间', '转正时间', '备注'] as const
/** A title and notes may stand above the heads. */
const MOST_ABOVE = 6

interface NamedUnit {
  readonly id: string
  readonly name: string
}
const plain = (text: string): string => text.normalize('NFKC').replaceAll(/\s/g, '')

/** Old members without a file, line by line: 姓名 to 备注. A unit that no tree knows stays in words; a date left out stays out. */
export function membersFrom(text: string, units: readonly NamedUnit[]): Pasted<MemberFacts> {
  const rows: MemberFacts[] = []
  const faults: { line: number; words: string }[] = []
  const lines = cellsOf(text)
  const headAt = lines.slice(0, MOST_ABOVE).findIndex(([first = '']) => plain(first) === memberHeads[0])
  for (const [at, cells] of lines.entries()) {
    if (at <= headAt || cells.every(cell => cell === '')) continue
    const got = memberOf(cells, units)
    if (typeof got === 'string') faults.push({ line: at + 1, words: got })
    else rows.push(got)
  }
  return { rows, faults }
}

function memberOf(cells: readonly string[], units: readonly NamedUnit[]): MemberFacts | string {
  const [
    name = '',
    sexText = '',
    birthText = '',
    unitName = '',
    branch = '',
    joinedText = '',
    fullText = '',
    note = '',
  ] = cells
  if (name === '') return '没有写姓名'
  const dates: (PartialDate | null)[] = []
  for (const [head, written] of [
    ['出生年月', birthText],
    ['入党时间', joinedText],
    ['转正时间', fullText],
  ] as const) {
    const date = written === '' ? null : parsePartialDate(written)
    if (date === undefined) return `${head}“${written}”看不懂，写作 1950.03 或 1950.03.12`
    dates.push(date)
  }
  const sex = plain(sexText)
  if (sex !== '' && sex !== '男' && sex !== '女') return '性别写男或者女'
  const found = units.filter(unit => plain(unit.name) === plain(unitName))
  if (unitName !== '' && found.length > 1) return `有 ${found.length} 个单位都叫“${unitName}”`
  const [unit] = unitName === '' ? [] : found
  const facts = Facts.safeParse({
    ...noMedalFacts,
    name,
    sex: sex === '' ? null : sex,
    birth: dates[0],
    unitId: unit?.id ?? null,
    branch: unit ? branch : [unitName, branch].filter(part => part !== '').join(' '),
    partyJoined: dates[1],
    partyFull: dates[2],
    note,
  })
  if (!facts.success) return '有的地方太长'
  const verdict = mayKeepMember(facts.data)
  return verdict.allowed ? facts.data : verdict.reason
}
