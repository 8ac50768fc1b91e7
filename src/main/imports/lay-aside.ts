import type { Scope } from '../../shared/accounts/accounts'
import { type Cadre, CadreId, emptyCadre } from '../../shared/cadres/cadres'
import { checkCadre } from '../../shared/cadres/cadres.rules'
import { identityChecks } from '../../shared/cadres/checks/identity.rules'
import { findMatches, idKey } from '../../shared/cadres/duplicates.rules'
import type { ImportedCadre, ImportWarning } from '../../shared/cadres/imported'
import { PartialDate } from '../../shared/dates/partial-date'
import type { BatchId } from '../../shared/imports/imports'
import { whoIs } from '../../shared/imports/imports.rules'
import type { Unit } from '../../shared/units/units'
import { type Alike, findAlike } from '../cadres/alike.repo'
import type { Writes } from '../store/schema'
import { columnsOf, compare } from './compare'
import type { ImportItemsTable } from './imports.table'
import * as items from './items.repo'
import { type Choices, insertChoices, usualChoice } from './unit-choices'

/** A person as a file brought them. */
export interface Arrived {
  readonly place: number
  readonly fileName: string
  /** The folder that the file lies in; empty for a file that was chosen itself. */
  readonly folder: string
  readonly person: ImportedCadre
}

export interface LayingAside {
  readonly batchId: BatchId
  readonly scope: Scope
  readonly units: readonly Unit[]
  /** Grows with every unit's name that comes up. */
  readonly choices: Map<string, Choices extends ReadonlyMap<string, infer C> ? C : never>
  readonly now: number
}

const nobody = CadreId.parse('00000000-0000-4000-8000-000000000000')

/** What the file itself gives reason to look at: its number against its birth and sex. */
function warningsOf(person: ImportedCadre, now: number): ImportWarning[] {
  const cadre: Cadre = { ...emptyCadre(nobody, person.fields.name), ...person.fields, ...person.details }
  const on = PartialDate.parse(new Date(now).toISOString().slice(0, 10))
  const found = checkCadre(cadre, on, identityChecks)
  return [...person.warnings, ...found.map(({ message }) => ({ line: null, text: message }))].slice(0, 500)
}

const trashedWarning: ImportWarning = {
  line: null,
  text: '回收站里有可能是同一人的档案。要接着用原来的档案，请先到回收站恢复，再重新读入。',
}

/** Puts some people into the store's staging, each compared with whom it seems to be. */
export async function layAside(db: Writes, aside: LayingAside, arrived: readonly Arrived[]): Promise<void> {
  if (arrived.length === 0) return
  const { batchId, scope, choices } = aside
  const alike = await findAlike(
    db,
    scope,
    arrived.map(({ person }) => person.fields),
  )
  const names = new Set(arrived.map(({ person, folder }) => person.unitName || folder))
  const fresh = [...names].filter(name => !choices.has(name)).map(name => usualChoice(aside.units, name))
  for (const choice of fresh) choices.set(choice.name, choice)
  await insertChoices(db, batchId, fresh)
  const made = arrived.map(each => toItem(aside, each, alike))
  await items.insert(db, made)
  for (const { row } of made) {
    // Compared once its photo is there to be compared too. A new person has nothing to be compared with.
    if (row.cadreId === null || row.state === 'undecided') continue
    const item = await items.get(db, batchId, row.place)
    const comparison = await compare(db, scope, item, row.cadreId, choices)
    const columns = columnsOf(comparison)
    await items.update(db, item, { ...columns, state: columns.taken > 0 ? 'changed' : 'unchanged' })
  }
}

function toItem(
  aside: LayingAside,
  { place, fileName, folder, person }: Arrived,
  alike: readonly Alike[],
): items.NewItem {
  const { fields, details, only, photo } = person
  const matches = findMatches(fields, alike)
  const { state, match } = whoIs(
    fields.name,
    matches.filter(({ person: { trashed } }) => !trashed),
  )
  const warnings = warningsOf(person, aside.now)
  if (state === 'new' && matches.length > 0) warnings.push(trashedWarning)
  const row: ImportItemsTable = {
    batchId: aside.batchId,
    place,
    name: fields.name,
    sex: fields.sex,
    birth: fields.birth,
    idKey: idKey(fields.idNumber) ?? null,
    currentPost: fields.form.currentPost,
    filledOn: fields.filledOn,
    fileName,
    unitName: person.unitName || folder,
    unitFrom: person.unitName === '' ? 'folder' : 'file',
    record: JSON.stringify({ fields, details, only }),
    warnings: JSON.stringify(warnings),
    warningCount: warnings.length,
    state,
    fate: state === 'undecided' ? null : state === 'new' ? 'add' : 'merge',
    cadreId: match?.person.id ?? null,
    cadreRevision: null,
    duplicateOf: null,
    taking: 'usual',
    keys: null,
    changes: 0,
    taken: 0,
    photo: photo ? 'new' : 'none',
    photoTaken: photo ? 1 : 0,
  }
  return { row, photo }
}
