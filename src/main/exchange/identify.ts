import { CadreId } from '../../shared/cadres/cadres'
import { type Identifiable, idKey, samePerson } from '../../shared/cadres/duplicates.rules'
import { PartialDate } from '../../shared/dates/partial-date'
import type { ArrivalDetail, Fate } from '../../shared/exchange/exchange'
import type { SentPerson } from '../../shared/exchange/package'
import { findAlike } from '../cadres/alike.repo'
import { seenUnits } from '../cadres/cadres.repo'
import type { Caller } from '../ipc/contexts'
import type { Reads } from '../store/schema'
import { fileOf } from './aliases.repo'

export interface Identified {
  /** Null while a person must say who it is. */
  readonly fate: Fate | null
  readonly cadreId: CadreId | null
  readonly note: string | null
}

const skip = (note: string): Identified => ({ fate: 'skip', cadreId: null, note })
const outside = '这个人的档案不在您的管辖范围内，没有并入'

const identityOf = ({ name, sex, birth, idNumber }: SentPerson): Identifiable => ({
  name,
  sex,
  birth: birth === null ? null : (PartialDate.safeParse(birth).data ?? null),
  idNumber,
})

/** Whether the package has more of somebody than a name: without a file nobody is made. */
const hasFile = ({ values }: SentPerson): boolean => Object.keys(values).some(key => key.startsWith('file.'))

async function standing(db: Reads, caller: Pick<Caller, 'scope'>, id: CadreId) {
  const units = await seenUnits(db, caller.scope)
  const row = await db
    .selectFrom('cadres')
    .select(['unitId', 'trashedAt'])
    .where('id', '=', id)
    .executeTakeFirstOrThrow()
  return {
    isSeen: units === null || (row.unitId !== null && units.includes(row.unitId)),
    isTrashed: row.trashedAt !== null,
  }
}

/** Whether a file lies in the trash because what had made it was taken back. */
async function wasTakenBack(db: Reads, id: CadreId): Promise<boolean> {
  const last = await db
    .selectFrom('cadreChanges')
    .select('kind')
    .where('cadreId', '=', id)
    .orderBy('seq', 'desc')
    .limit(1)
    .executeTakeFirst()
  return last?.kind === 'undo'
}

const asNew = (person: SentPerson, note: string | null = null): Identified =>
  hasFile(person) ? { fate: 'add', cadreId: null, note } : skip('本库没有这个人，数据包里也没有他的档案，没有并入')

/** Who a person of a package is here: by ids that are known, then by the number; by name and birth a person decides. */
export async function identify(db: Reads, caller: Pick<Caller, 'scope'>, person: SentPerson): Promise<Identified> {
  for (const id of [person.id, ...person.aliases]) {
    const file = await fileOf(db, id)
    if (file === undefined) continue
    const { isSeen, isTrashed } = await standing(db, caller, file)
    if (!isSeen) return skip(outside)
    if (!isTrashed) return { fate: 'merge', cadreId: file, note: null }
    return (await wasTakenBack(db, file)) ? asNew(person) : skip('本库把这份档案移入了回收站，没有并入；要的话选“新增”')
  }
  const found = await alike(db, caller, person)
  const certain = found.filter(({ sureness }) => sureness === 'certain')
  const [one] = certain
  if (one && certain.length === 1) return { fate: 'merge', cadreId: one.id, note: `${one.why}，认定为本库的同一人` }
  if (found.length > 0) return { fate: null, cadreId: null, note: '本库有相近的人，请认定是不是同一人' }
  const number = idKey(person.idNumber)
  const elsewhere =
    number === undefined
      ? undefined
      : await db
          .selectFrom('cadres')
          .select('id')
          .where('idKey', '=', number)
          .where('trashedAt', 'is', null)
          .executeTakeFirst()
  return elsewhere ? skip(outside) : asNew(person)
}

async function alike(db: Reads, caller: Pick<Caller, 'scope'>, person: SentPerson) {
  const identity = identityOf(person)
  return (await findAlike(db, caller.scope, [identity]))
    .filter(({ trashed }) => !trashed)
    .flatMap(each => {
      const same = samePerson(identity, each)
      return same ? [{ ...each, ...same }] : []
    })
    .slice(0, 50)
}

/** Everybody here who may be this person. */
export async function candidatesOf(
  db: Reads,
  caller: Pick<Caller, 'scope'>,
  person: SentPerson,
): Promise<ArrivalDetail['candidates']> {
  return (await alike(db, caller, person)).map(({ id, name, birth, currentPost, why }) => ({
    id: CadreId.parse(id),
    name,
    birth,
    post: currentPost,
    why,
  }))
}
