import { createReadStream, promises as fs } from 'node:fs'
import { ArrivalId, type Opened, packageLimits } from '../../shared/exchange/exchange'
import type { Writer } from '../../shared/exchange/merge.rules'
import { Content, type Manifest, Receipt } from '../../shared/exchange/package'
import { AppError } from '../../shared/result'
import { PART_BYTES } from '../attachments/contents.repo'
import { readAt } from '../attachments/zip-names'
import { instantOf } from '../ipc/clock'
import type { CommandContext, CoreHandlers, JobContext } from '../ipc/contexts'
import { ensureAccounts } from './accounts-of-others'
import { decrypt, HEADER_BYTES } from './age'
import * as arrivals from './arrivals.repo'
import { type Beside, besideOf, hold, layContentsAside, stillWanted } from './beside'
import { checkPeople } from './check-content'
import { refresh } from './deciding'
import { contentOf, type Unpacked, unpack, unwrap } from './envelope'
import { identify } from './identify'
import * as identities from './identity.repo'
import * as partners from './partners.repo'
import { type PieceReader, piecesOf } from './pieces'
import { insistNext, notOurs } from './refusals'

const unreadable = (): AppError => new AppError('refused', '文件读不出来，可能已被移走，或移动盘已拔出')

/** The file that the person chose. @throws AppError refused when there is none, or more than `most` bytes */
async function chosenFile(
  { gatehouse }: Pick<JobContext, 'gatehouse'>,
  token: string,
  { most, what }: { readonly most: number; readonly what: string },
): Promise<string> {
  const [path] = gatehouse.options.files.takeReading(token)
  if (path === undefined) throw new AppError('refused', '请选择一个文件')
  const { size } = await fs.stat(path).catch(() => {
    throw unreadable()
  })
  if (size > most) throw new AppError('refused', `文件太大，不是${what}`)
  return path
}

/** The card that the person chose. @throws AppError refused */
export async function readCard(context: Pick<JobContext, 'gatehouse'>, token: string): Promise<Buffer> {
  const path = await chosenFile(context, token, { most: packageLimits.cardBytes, what: '单位名片' })
  return fs.readFile(path).catch(() => {
    throw unreadable()
  })
}

async function* partsOf(path: string): AsyncGenerator<Uint8Array> {
  try {
    yield* createReadStream(path, { highWaterMark: PART_BYTES })
  } catch {
    throw unreadable()
  }
}
async function beginningOf(path: string): Promise<Buffer> {
  const handle = await fs.open(path).catch(() => {
    throw unreadable()
  })
  try {
    return await readAt(handle, 0, HEADER_BYTES)
  } finally {
    await handle.close()
  }
}

interface Known extends Unpacked {
  readonly partner: partners.PartnerRow
  /** What stands behind the content. */
  readonly rest: PieceReader
}

/** Finds out who has signed, before anything is parsed. */
async function trusted({ db }: JobContext, identity: identities.Identity, rest: PieceReader): Promise<Known> {
  const wrapped = await unwrap(rest)
  const partner = await partners.find(db, wrapped.sender)
  if (!partner) throw new AppError('refused', '发送方不在往来单位里，没有打开。请先登记对方的名片并核对指纹')
  partners.insistOpen(partner)
  const unpacked = unpack(wrapped, partner.signKey)
  if (unpacked.manifest.to !== identity.id) throw new AppError('refused', '这个文件不是发给本库的，没有打开')
  return { ...unpacked, partner, rest }
}

async function noteReceipt(context: JobContext, { partner, rest, ...unpacked }: Known): Promise<Opened> {
  await rest.end()
  const receipt = Receipt.safeParse(await contentOf(unpacked))
  if (!receipt.success) throw new AppError('refused', '内容不合回执的格式，没有登记')
  const { packageId, number, outcome } = receipt.data
  return context.commit(async inner => {
    const { db, record } = inner
    record({ subject: `exchange:${packageId}` })
    const sent = await db
      .selectFrom('exchangeSent')
      .select(['receiptAt'])
      .where('id', '=', packageId)
      .where('partnerId', '=', partner.id)
      .executeTakeFirst()
    if (!sent) throw new AppError('refused', '回执所说的数据包不是本库发给这个单位的，没有登记')
    await db
      .updateTable('exchangeSent')
      .set({ receipt: JSON.stringify(outcome), receiptAt: instantOf(inner) })
      .where('id', '=', packageId)
      .execute()
    record({ details: `${partner.unit}对第 ${number} 号的回执` })
    return { kind: 'receipt', partnerUnit: partner.unit, number, known: sent.receiptAt !== null, outcome }
  })
}

/** What lies aside already: for its opener it is shown again, for others it waits. */
async function openedBefore({ db, caller }: JobContext, manifest: Manifest): Promise<ArrivalId | undefined> {
  const row = await db
    .selectFrom('exchangeArrivals')
    .select(['id', 'byId'])
    .where('packageId', '=', manifest.id)
    .where('state', '=', 'staged')
    .executeTakeFirst()
  if (row && row.byId !== caller.id) throw new AppError('refused', '这个数据包已由另一位经办人打开，正在核对')
  return row?.id
}

/** A number that this store never gave stands in a package: it was brought back from a backup, and numbers its changes anew. */
async function noticeBackup(
  { db, newId, record }: CommandContext,
  { partner, manifest }: Pick<Known, 'partner' | 'manifest'>,
): Promise<void> {
  if (manifest.seen <= partner.lastSent) return
  await identities.beginAnew(db, newId())
  await partners.update(db, partner.id, { lastSent: manifest.seen })
  record({ details: '对方收到过本库没有记录的编号：本库从备份恢复过，修改另行编号' })
}

async function layAside(context: JobContext, known: Known): Promise<ArrivalId> {
  const { manifest } = known
  const content = Content.safeParse(await contentOf(known))
  if (!content.success || content.data.people.length !== manifest.people || manifest.people > packageLimits.people)
    throw notOurs()
  const { people, accounts } = content.data
  checkPeople(people)
  const all = besideOf(people)
  return layContentsAside(context, { all, from: known.rest, expected: manifest.beside }, () =>
    context.commit(inner => layOut(context, inner, known, { people, accounts, all })),
  )
}

async function layOut(
  context: JobContext,
  inner: CommandContext,
  { partner, manifest }: Known,
  { people, accounts, all }: Content & { readonly all: readonly Beside[] },
): Promise<ArrivalId> {
  const { db, caller, newId, record } = inner
  const id = ArrivalId.parse(newId())
  record({ subject: `exchange:${id}` })
  await noticeBackup(inner, { partner, manifest })
  await ensureAccounts(inner, accounts, partner.unit)
  const arrival: arrivals.ArrivalRow = {
    id,
    packageId: manifest.id,
    partnerId: partner.id,
    number: manifest.number,
    madeAt: manifest.madeAt,
    mark: manifest.mark,
    modules: JSON.stringify(manifest.modules),
    people: manifest.people,
    state: 'staged',
    openedAt: instantOf(inner),
    byId: caller.id,
    outcome: null,
    receiptSavedAt: null,
  }
  await db.insertInto('exchangeArrivals').values(arrival).execute()
  await hold(db, id, all)
  const writer = identities.writerOf(await identities.get(db))
  await layPeopleAside(context, inner, { arrival, writer, people })
  record({ details: `${partner.unit}的数据包第 ${manifest.number} 号，${manifest.people} 人，${manifest.mark}` })
  return id
}

async function layPeopleAside(
  { progress, signal }: JobContext,
  { db, caller }: CommandContext,
  { arrival, writer, people }: { arrival: arrivals.ArrivalRow; writer: Writer; people: Content['people'] },
): Promise<void> {
  const taken = new Set<string>()
  for (const [place, person] of people.entries()) {
    const found = await identify(db, caller, person)
    const isTwice = found.cadreId !== null && taken.has(found.cadreId)
    if (found.cadreId !== null) taken.add(found.cadreId)
    const item: arrivals.StoredItem = {
      arrivalId: arrival.id,
      place,
      name: person.name,
      birth: person.birth,
      unitName: person.unitName,
      state: 'undecided',
      ...found,
      ...(isTwice && { fate: 'skip', cadreId: null, note: '在这个数据包里与前面的人是本库的同一份档案，没有并入' }),
      cadreRevision: null,
      changes: 0,
      conflicts: 0,
      choices: {},
      person,
    }
    await arrivals.insertItem(db, item)
    await refresh(db, arrival, item, writer)
    if (place % 20 !== 19) continue
    progress({ done: place + 1, total: people.length, note: `已比对 ${place + 1} / ${people.length} 人` })
    await stillWanted(signal)
  }
}

/** Where a passphrase is missing or wrong, it is asked for without choosing the file once more. */
async function again<T>(context: JobContext, token: string, work: (path: string) => Promise<T>): Promise<T> {
  const path = await chosenFile(context, token, { most: packageLimits.fileBytes, what: '数据包' })
  try {
    return await work(path)
  } catch (error) {
    if (error instanceof AppError && isLocked(error.details))
      context.gatehouse.options.files.grantReading(token, [path])
    throw error
  }
}
const isLocked = (details: unknown): boolean =>
  typeof details === 'object' && details !== null && 'needsPassphrase' in details

/** Opens a package or a receipt that the person chose. */
export const open: CoreHandlers['exchange']['open'] = (context, { token, passphrase }) =>
  again(context, token, async path => {
    const identity = await identities.get(context.db)
    const key = { ageKey: identity.ageKey, passphrase }
    const rest = piecesOf(decrypt(await beginningOf(path), partsOf(path), key))
    try {
      return await receive(context, await trusted(context, identity, rest))
    } finally {
      await rest.close()
    }
  })

async function receive(context: JobContext, known: Known): Promise<Opened> {
  if (known.manifest.kind === 'receipt') return noteReceipt(context, known)
  const before = await openedBefore(context, known.manifest)
  if (before) return { kind: 'package', id: before }
  const { id: packageId, number } = known.manifest
  await insistNext(context.db, { packageId, number, partnerId: known.partner.id })
  return { kind: 'package', id: await layAside(context, known) }
}
