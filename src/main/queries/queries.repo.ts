import { sql } from 'kysely'
import type { Scope } from '../../shared/accounts/accounts'
import type { CadreSort } from '../../shared/cadres/cadres.contract'
import { todayDay } from '../../shared/dates/today'
import type { DatedQuestion, QueryField, Question, Which } from '../../shared/queries/queries'
import { fieldsByKey, mayAsk } from '../../shared/queries/queries.rules'
import { insist } from '../../shared/result'
import { withSubUnits } from '../../shared/units/units.rules'
import type { KeySet } from '../cadres/keys'
import { factsWithin, keysOf, orderedOf } from '../cadres/list'
import type { Reads } from '../store/schema'
import { listWithin } from '../units/units.repo'
import { compile } from './compile'
import type { Truth } from './field-kinds'
import { queryFields } from './fields'

const registered = new Map(queryFields.map(field => [field.key, field]))

/** What the page is told of the fields, with the choices that the data brings. */
export const fieldsFor = (db: Reads): Promise<QueryField[]> =>
  Promise.all(
    queryFields.map(async ({ truth: _truth, choicesIn, ...told }) => ({
      ...told,
      choices: choicesIn ? await choicesIn(db) : told.choices,
    })),
  )

/** What is asked without a day is asked of today. */
export const dated = ({ tree, on }: Question, now: number): DatedQuestion => ({
  tree,
  on: on ?? todayDay(new Date(now)),
})

/** @throws AppError refused with what is wrong with the question */
async function truthOf(db: Reads, scope: Scope, { tree, on }: DatedQuestion): Promise<Truth> {
  insist(mayAsk(tree, fieldsByKey(queryFields)))
  const units = await listWithin(db, scope)
  return compile(tree, registered, { on, withSubUnits: ids => [...withSubUnits(units, ids)] })
}

/** The keys of those of whom the question holds, or of whom the file leaves it open. Nobody in the trash. */
export async function find(db: Reads, scope: Scope, question: DatedQuestion, which: Which): Promise<KeySet> {
  const truth = await truthOf(db, scope, question)
  const facts = await factsWithin(db, scope, false)
  return keysOf(facts.where(which === 'matching' ? sql<boolean>`${truth}` : sql<boolean>`(${truth}) IS NULL`))
}

/** Says all that an answer depends on, beside the data. */
export const answerKey = (scope: Scope, question: DatedQuestion, which: Which): string =>
  `query ${which} ${JSON.stringify({ scope, question })}`

/** Those who are found, by key, in an order. */
export const answered = (
  db: Reads,
  scope: Scope,
  question: DatedQuestion,
  which: Which,
  sort: CadreSort,
): Promise<Uint32Array> =>
  orderedOf(db, answerKey(scope, question, which), () => find(db, scope, question, which), sort)
