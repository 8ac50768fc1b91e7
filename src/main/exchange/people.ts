import { sql } from 'kysely'
import { type Capability, capabilitiesOf } from '../../shared/accounts/roles'
import { type ExchangeModule, moduleTitles } from '../../shared/exchange/exchange'
import type { People } from '../../shared/exchange/exchange.contract'
import { AppError } from '../../shared/result'
import { highestMark, type SecrecyMark } from '../../shared/secrecy/secrecy.rules'
import { choose } from '../exports/people.repo'
import { holdsOrRecords, isGivenTo } from '../interviews/interviews.repo'
import type { Caller } from '../ipc/contexts'
import type { Reads } from '../store/schema'

/** What one must be allowed besides, to send a module: what one cannot see one cannot send. */
const needed: Record<ExchangeModule, Capability> = {
  files: 'cadres.export',
  photos: 'cadres.export',
  attachments: 'cadres.export',
  honours: 'honours.read',
  care: 'care.read',
  talks: 'interviews.hold',
}

export interface ChosenPeople {
  readonly keys: readonly number[]
  /** Ids of talks that the caller may read and all of whose people are among the chosen. */
  readonly talks: ReadonlySet<string>
  readonly attachments: { readonly count: number; readonly bytes: number }
  /** What the package must bear at the least. */
  readonly mark: SecrecyMark
}

interface Talk {
  readonly key: number
  readonly id: string
  readonly mark: string
}

/** Final talks that an account holds, records or was given to read. */
const readableTalks = (db: Reads, { id }: Caller): Promise<Talk[]> =>
  db
    .selectFrom('interviews')
    .select(['interviews.key', 'interviews.id', 'interviews.mark'])
    .where('state', '=', 'final')
    .where(where => where.or([holdsOrRecords(where, id), isGivenTo(id)]))
    .execute()

async function peopleOf(db: Reads, talks: readonly Talk[]): Promise<Map<number, number[]>> {
  const rows = await db
    .selectFrom('interviewPeople')
    .innerJoin('cadres', 'cadres.key', 'interviewPeople.cadreKey')
    .select(['interviewKey', 'cadreKey'])
    .where('cadres.trashedAt', 'is', null)
    .where(
      'interviewKey',
      'in',
      sql<number>`(SELECT value FROM json_each(${JSON.stringify(talks.map(({ key }) => key))}))`,
    )
    .execute()
  const people = new Map<number, number[]>()
  for (const { interviewKey, cadreKey } of rows)
    people.set(interviewKey, [...(people.get(interviewKey) ?? []), cadreKey])
  return people
}

async function marksOf(db: Reads, keys: readonly number[]): Promise<string[]> {
  const rows = await db
    .selectFrom('cadreFiles')
    .select(sql<string>`json_extract(file, '$.secrecy')`.as('secrecy'))
    .distinct()
    .where('key', 'in', sql<number>`(SELECT value FROM json_each(${JSON.stringify(keys)}))`)
    .execute()
  return rows.map(({ secrecy }) => secrecy)
}

/** Attachments of the chosen people, by their marks. */
async function attachmentsOf(db: Reads, keys: readonly number[]) {
  return db
    .selectFrom('attachments')
    .innerJoin('cadres', 'cadres.id', 'attachments.cadreId')
    .innerJoin('attachmentContents', 'attachmentContents.id', 'attachments.id')
    .select(({ fn }) => [
      'attachments.mark',
      fn.countAll<number>().as('count'),
      fn.sum<number>('attachmentContents.bytes').as('bytes'),
    ])
    .where('removedAt', 'is', null)
    .where('cadres.key', 'in', sql<number>`(SELECT value FROM json_each(${JSON.stringify(keys)}))`)
    .groupBy('attachments.mark')
    .execute()
}

/** Whom a package is about. @throws AppError refused for a module that the caller cannot see */
export async function choosePeople(
  db: Reads,
  caller: Caller,
  { whom, modules }: { readonly whom: People; readonly modules: readonly ExchangeModule[] },
): Promise<ChosenPeople> {
  const held = capabilitiesOf(caller.roles)
  const lacking = modules.find(module => !held.includes(needed[module]))
  if (lacking) throw new AppError('refused', `您的角色不能发出${moduleTitles[lacking]}`)
  if (whom.by === 'own-talks' && modules.some(module => module !== 'talks'))
    throw new AppError('refused', '按本人的谈话发出时，只能带谈话记录')
  if (whom.by !== 'own-talks' && !held.includes('cadres.export'))
    throw new AppError('refused', '您的角色只能发出本人的谈话记录')
  const talks = modules.includes('talks') ? await readableTalks(db, caller) : []
  const people = await peopleOf(db, talks)
  const keys =
    whom.by === 'own-talks'
      ? [...new Set([...people.values()].flat())]
      : [...(await choose(db, caller.scope, whom)).keys]
  const among = new Set(keys)
  const going = talks.filter(({ key }) => {
    const own = people.get(key) ?? []
    return own.length > 0 && own.every(each => among.has(each))
  })
  const attached = modules.includes('attachments') ? await attachmentsOf(db, keys) : []
  const attachments = {
    count: attached.reduce((sum, { count }) => sum + count, 0),
    bytes: attached.reduce((sum, { bytes }) => sum + bytes, 0),
  }
  const marks = [...(await marksOf(db, keys)), ...[...going, ...attached].map(({ mark }) => mark)]
  return { keys, talks: new Set(going.map(({ id }) => id)), attachments, mark: highestMark(marks) }
}
