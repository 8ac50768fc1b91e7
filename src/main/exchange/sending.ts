import { CadreId } from '../../shared/cadres/cadres'
import type { SensitiveField } from '../../shared/cadres/cadres.contract'
import type { ExchangeModule } from '../../shared/exchange/exchange'
import type { Writer } from '../../shared/exchange/merge.rules'
import type { SentPerson, SentValue } from '../../shared/exchange/package'
import * as cadres from '../cadres/cadres.repo'
import * as photos from '../photos/photos.repo'
import type { Reads, Writes } from '../store/schema'
import { aliasesOf } from './aliases.repo'
import { type Local, lookAt, PHOTO, standOf } from './local'
import { rowOfKey } from './rows'
import { accountsOf, SentTalk } from './rows-talks'
import * as states from './states.repo'
import { fieldOfKey, sensitiveOf } from './values'

export interface Sending {
  readonly modules: readonly ExchangeModule[]
  readonly sensitive: readonly SensitiveField[]
  readonly talks: ReadonlySet<string>
  readonly writer: Writer
}

/** Whether a value goes along: what is masked only when it was chosen, of talks those that the sender may read. */
function goes(key: string, value: unknown, { sensitive, talks }: Sending): boolean {
  const field = fieldOfKey(key)
  const masked = field === undefined ? null : sensitiveOf(field)
  if (masked !== null && !sensitive.includes(masked)) return false
  const row = rowOfKey(key)
  // What was taken out here stays with whoever has it: taking out does not travel.
  if (row) return value !== null && (row.kind.name !== 'talks' || talks.has(row.id))
  return true
}

async function portraitOf(db: Reads, { cadre }: Local): Promise<unknown> {
  const id = await photos.shownOf(db, cadre.id)
  if (id === null) return null
  const { kind, bytes } = await photos.get(db, cadre.id, id)
  return { kind, base64: Buffer.from(bytes).toString('base64') }
}

async function unitNameOf(db: Reads, key: number): Promise<string> {
  const unit = await db
    .selectFrom('cadres')
    .innerJoin('units', 'units.id', 'cadres.unitId')
    .select('units.name')
    .where('cadres.key', '=', key)
    .executeTakeFirst()
  return unit?.name ?? ''
}

/** A person as they go out. What was changed here since the last time is numbered on the way. */
export async function send(db: Writes, key: number, sending: Sending, accounts: Set<string>): Promise<SentPerson> {
  const { id } = await db.selectFrom('cadres').select('id').where('key', '=', key).executeTakeFirstOrThrow()
  const { cadre } = await cadres.get(db, null, CadreId.parse(id))
  const known = await states.standsOf(db, cadre.id)
  const local = await lookAt(db, { cadre, key }, { modules: sending.modules, known, writer: sending.writer })
  await states.put(db, cadre.id, states.write(local.stands))
  const values: Record<string, SentValue> = {}
  for (const [of, value] of local.values) {
    const { hash, versions, over, by } = standOf(local, of)
    // What nobody has ever filled in tells nobody anything.
    if (Object.keys(versions).length === 0 || !goes(of, value, sending)) continue
    const going = hash === '' ? null : of === PHOTO ? await portraitOf(db, local) : value
    values[of] = { value: going, versions, ...(over && by !== undefined && { over, by }) }
    if (of.startsWith('talks:')) for (const account of accountsOf(SentTalk.parse(going))) accounts.add(account)
  }
  const unitName = await unitNameOf(db, key)
  return {
    id: cadre.id,
    aliases: (await aliasesOf(db, cadre.id)).slice(0, 200),
    name: cadre.name,
    sex: cadre.sex,
    birth: cadre.birth,
    idNumber: sending.sensitive.includes('idNumber') ? cadre.idNumber : '',
    unitName,
    values,
  }
}
