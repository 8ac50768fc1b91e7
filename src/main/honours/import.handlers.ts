import { sql } from 'kysely'
import type { CadreId } from '../../shared/cadres/cadres'
import { HonourFacts, HonourId } from '../../shared/honours/honours'
import { holderRefusal } from '../../shared/honours/honours.rules'
import type { StagedLine } from '../../shared/honours/honours-file.contract'
import { type ReadLine, readLine } from '../../shared/honours/sheet.rules'
import { AppError } from '../../shared/result'
import { seenUnits } from '../cadres/cadres.repo'
import { firstSheet } from '../imports/first-sheet'
import type { CoreHandlers, QueryContext } from '../ipc/contexts'
import { listWithin } from '../units/units.repo'
import { keepBatch } from './batches.repo'
import { unknownFacts } from './file.handlers'
import * as repo from './honours.repo'

const most = { lines: 2001, columns: 30, cell: 4000 }
type Handlers = Pick<CoreHandlers['honours'], 'readSheet' | 'stage' | 'take'>

interface Person {
  readonly id: CadreId
  readonly name: string
  readonly unitName: string
  readonly idNumber: string
}
/** Everybody of these names within the scope, by name. */
async function peopleNamed({ db, caller }: QueryContext, names: readonly string[]): Promise<Map<string, Person[]>> {
  const units = await seenUnits(db, caller.scope)
  let found = db
    .selectFrom('cadres')
    .innerJoin('cadreFiles', 'cadreFiles.key', 'cadres.key')
    .leftJoin('units', 'units.id', 'cadres.unitId')
    .select(['cadres.id', 'cadres.name', 'units.name as unitName'])
    .select(sql<string | null>`json_extract(file, '$.idNumber')`.as('idNumber'))
    .where('cadres.trashedAt', 'is', null)
    .where('cadres.name', 'in', sql<string>`(SELECT value FROM json_each(${JSON.stringify(names)}))`)
  if (units !== null) found = found.where('cadres.unitId', 'in', units.length > 0 ? units : [''])
  const people = new Map<string, Person[]>()
  for (const row of await found.execute()) {
    const known = people.get(row.name) ?? []
    known.push({ ...row, unitName: row.unitName ?? '', idNumber: row.idNumber ?? '' })
    people.set(row.name, known)
  }
  return people
}

const keyOfLine = (facts: { readonly cadreId: string | null; readonly holderName: string; name: string; on: string }) =>
  [facts.cadreId ?? facts.holderName, facts.name, facts.on].join('\n')

/** The one person who is meant: by number, or by name and unit, or by a name that nobody else has. */
function meant(people: readonly Person[], { idNumber, unit }: ReadLine): Person | string | undefined {
  if (people.length === 0) return undefined
  if (idNumber !== '') {
    const found = people.filter(person => person.idNumber.toUpperCase() === idNumber)
    return found.length === 1 ? found[0] : '身份证号和同名的档案对不上'
  }
  const inUnit = unit === '' ? people : people.filter(({ unitName }) => unitName === unit)
  const fitting = inUnit.length > 0 ? inUnit : people
  return fitting.length === 1 ? fitting[0] : `有 ${fitting.length} 个同名的人，写上身份证号或者单位`
}

/** What stands in the register already, told as `keyOfLine` tells it. */
async function knownKeys(context: QueryContext, names: readonly string[]): Promise<Set<string>> {
  const rows = await context.db
    .selectFrom('honours')
    .leftJoin('cadres', 'cadres.key', 'honours.cadreKey')
    .select(['cadres.id as cadreId', 'honours.holderName', 'honours.name', 'honours.onDate as on'])
    .where('honours.removedFor', 'is', null)
    .where('honours.name', 'in', sql<string>`(SELECT value FROM json_each(${JSON.stringify(names)}))`)
    .execute()
  return new Set(rows.map(keyOfLine))
}

export const importHandlers: Handlers = {
  readSheet: (context, { token }) => firstSheet(context, token, most),

  async stage(context, { columns, rows }) {
    const read = rows
      .filter(({ cells }) => cells.some(cell => cell.trim() !== ''))
      .map(row => ({ row, told: readLine(row, columns) }))
    const told = read.flatMap(each => (typeof each.told === 'string' ? [] : [each.told]))
    const people = await peopleNamed(context, [...new Set(told.flatMap(each => [each.holderName, ...each.members]))])
    const units = await listWithin(context.db, context.caller.scope)
    const known = await knownKeys(context, [...new Set(told.map(({ facts }) => facts.name))])
    const seen = new Map<string, number>()
    const stageOne = (each: ReadLine): Omit<StagedLine, 'line' | 'shown'> => {
      const unreadable = (words: string) => ({ what: 'unreadable' as const, words, facts: null })
      const unit = each.unit === '' ? [] : units.filter(({ name }) => name === each.unit)
      const unitId = unit.length === 1 ? (unit[0]?.id ?? null) : null
      const person = each.holder === 'person' ? meant(people.get(each.holderName) ?? [], each) : undefined
      if (typeof person === 'string') return unreadable(person)
      const members = each.members.map(name => {
        const named = people.get(name) ?? []
        return { cadreId: named.length === 1 ? (named[0]?.id ?? null) : null, name, part: '' }
      })
      const owner = { holder: each.holder, cadreId: person?.id ?? null, holderName: person ? '' : each.holderName }
      const parsed = HonourFacts.safeParse({ ...unknownFacts, ...each.facts, ...owner, unitId, members })
      if (!parsed.success) return unreadable('有的地方太长或者含有不能用的字符')
      const refusal = holderRefusal(parsed.data)
      if (refusal !== undefined) return unreadable(refusal)
      const key = keyOfLine(parsed.data)
      const earlier = seen.get(key)
      seen.set(key, each.line)
      if (known.has(key)) return { what: 'duplicate', words: '荣誉册里已经有', facts: null }
      if (earlier !== undefined) return { what: 'duplicate', words: `和第 ${earlier} 行相同`, facts: null }
      const words = [
        each.holder === 'person' && !person ? '没有这个人的档案，按姓名登记' : '',
        each.unit !== '' && unitId === null ? `单位树里没有“${each.unit}”` : '',
      ]
      return { what: 'new', words: words.filter(word => word !== '').join('；'), facts: parsed.data }
    }
    return read.map(({ row, told: each }) => {
      const shown = row.cells
        .filter(cell => cell.trim() !== '')
        .slice(0, 4)
        .join('　')
        .slice(0, 200)
      return typeof each === 'string'
        ? { line: row.line, what: 'unreadable' as const, words: each, shown, facts: null }
        : { line: row.line, shown, ...stageOne(each) }
    })
  },

  async take(context, { words, items }) {
    const { db, caller, now, newId, record } = context
    const batchId = newId()
    record({ subject: `honours:${batchId}`, details: `导入 ${items.length} 项` })
    const at = new Date(now()).toISOString()
    const known = await knownKeys(context, [...new Set(items.map(({ name }) => name))])
    for (const facts of items) {
      const refusal = holderRefusal(facts)
      if (refusal !== undefined) throw new AppError('refused', refusal)
      if (known.has(keyOfLine(facts))) throw new AppError('conflict', `“${facts.name}”已经有人登记，请再核对一次`)
      await repo.insert(db, HonourId.parse(newId()), facts, { caller, at, campaignId: null, batchId })
    }
    return keepBatch(context, { id: batchId, what: 'import', words, count: items.length })
  },
}
