import * as z from 'zod'
import { CadreId } from '../cadres/cadres'
import { SensitiveField } from '../cadres/cadres.contract'
import { SecrecyMark } from '../secrecy/secrecy.rules'
import { line } from '../text'

/** The form of packages, receipts and cards that this version writes. */
export const FORMAT = 1

/** A store, as its partners know it. */
export const ExchangeId = z.uuid().brand<'ExchangeId'>()
export type ExchangeId = z.infer<typeof ExchangeId>
/** A package that was opened here; once applied, the batch that it was applied as. */
export const ArrivalId = z.uuid().brand<'ArrivalId'>()
export type ArrivalId = z.infer<typeof ArrivalId>

/** What a package can bring beside the identity of its people. Who told of something is in none of it. */
export const exchangeModules = ['files', 'photos', 'attachments', 'honours', 'care', 'talks'] as const
export const ExchangeModule = z.enum(exchangeModules)
export type ExchangeModule = z.infer<typeof ExchangeModule>
export const moduleTitles: Record<ExchangeModule, string> = {
  files: '干部档案',
  photos: '照片',
  attachments: '附件',
  honours: '个人荣誉',
  care: '关爱记录和生活事件',
  talks: '已定稿的谈话记录',
}

/**
 * What one package holds at the most: people, bytes of its content before and after it is packed, and of the whole file, which
 * a medium formatted for every system can hold. A card is small.
 */
export const packageLimits = {
  people: 20_000,
  contentBytes: 128 * 1024 * 1024,
  bodyBytes: 96 * 1024 * 1024,
  fileBytes: 4 * 1024 * 1024 * 1024 - 1,
  cardBytes: 1024 * 1024,
} as const

/** This store's own card: whom others encrypt for, and whose signature they check. */
export const OwnCard = z.object({ id: ExchangeId, unit: z.string(), fingerprint: z.string() })
export type OwnCard = z.infer<typeof OwnCard>

/** Another store. Its fingerprint is never shown: whoever confirms it types what the other side reads out. */
export const Partner = z.object({
  id: ExchangeId,
  unit: z.string(),
  addedAt: z.iso.datetime(),
  confirmedAt: z.iso.datetime().nullable(),
  confirmedBy: z.string().nullable(),
  stoppedAt: z.iso.datetime().nullable(),
  /** The last package of each direction; 0 for none. */
  lastSent: z.int(),
  lastReceived: z.int(),
})
export type Partner = z.infer<typeof Partner>

/** What came of a package at its recipient's, as the receipt says it. */
export const Outcome = z.object({
  added: z.int().min(0),
  changed: z.int().min(0),
  same: z.int().min(0),
  skipped: z.int().min(0),
  /** Values that a person decided: theirs taken, or their own kept. */
  decidedTaken: z.int().min(0),
  decidedKept: z.int().min(0),
})
export type Outcome = z.infer<typeof Outcome>

export const SentPackage = z.object({
  id: z.uuid(),
  partnerUnit: z.string(),
  number: z.int(),
  at: z.iso.datetime(),
  byName: z.string(),
  mark: SecrecyMark,
  people: z.int(),
  modules: z.array(ExchangeModule),
  /** Of the register of exports. */
  exportWords: z.string(),
  receipt: Outcome.extend({ at: z.iso.datetime() }).nullable(),
})
export type SentPackage = z.infer<typeof SentPackage>

/** new: no file here; conflict: something waits for a decision; changed: something is taken; skipped: nothing will be. */
export const PersonState = z.enum(['new', 'conflict', 'changed', 'same', 'undecided', 'skipped'])
export type PersonState = z.infer<typeof PersonState>
export const Counts = z.record(PersonState, z.int())
export type Counts = z.infer<typeof Counts>

const arrival = {
  id: ArrivalId,
  partnerUnit: z.string(),
  number: z.int(),
  /** When it was made there. */
  madeAt: z.iso.datetime(),
  mark: SecrecyMark,
  modules: z.array(ExchangeModule),
  people: z.int(),
  openedAt: z.iso.datetime(),
}
/** A package that is being looked at. */
export const Arrival = z.object({
  ...arrival,
  counts: Counts,
  /** Why it cannot be applied yet. */ blocked: z.string().nullable(),
})
export type Arrival = z.infer<typeof Arrival>
/** One that came: still looked at, applied, or taken back. */
export const ReceivedPackage = z.object({
  ...arrival,
  byName: z.string(),
  isOwn: z.boolean(),
  state: z.enum(['staged', 'applied', 'undone']),
  appliedAt: z.iso.datetime().nullable(),
  outcome: Outcome.nullable(),
  receiptSavedAt: z.iso.datetime().nullable(),
})
export type ReceivedPackage = z.infer<typeof ReceivedPackage>

/** What becomes of a person of a package. */
export const Fate = z.enum(['add', 'merge', 'skip'])
export type Fate = z.infer<typeof Fate>

export const ArrivalItem = z.object({
  place: z.int(),
  name: z.string(),
  birth: z.string().nullable(),
  unitName: z.string(),
  state: PersonState,
  fate: Fate.nullable(),
  changes: z.int(),
  conflicts: z.int(),
})
export type ArrivalItem = z.infer<typeof ArrivalItem>

/** One value in which the two stores differ, or which the package brings anew. */
export const Difference = z.object({
  key: z.string(),
  title: z.string(),
  /** What differs in it, part by part: here, and in the package. */
  lines: z.array(z.object({ label: z.string(), ours: z.string(), theirs: z.string() })),
  judged: z.enum(['take', 'keep', 'conflict']),
  choice: z.enum(['keep', 'take']).nullable(),
  /** The field whose values are hidden until a reason is given. */
  masked: SensitiveField.nullable(),
})
export type Difference = z.infer<typeof Difference>

export const ArrivalDetail = z.object({
  item: ArrivalItem,
  /** The file that it is merged into. */
  cadreId: CadreId.nullable(),
  /** Why nothing of this person is taken, or what should be known. */
  note: z.string().nullable(),
  candidates: z.array(
    z.object({ id: CadreId, name: z.string(), birth: z.string().nullable(), post: z.string(), why: z.string() }),
  ),
  differences: z.array(Difference),
})
export type ArrivalDetail = z.infer<typeof ArrivalDetail>

/** What was opened: a package to look at, or what the other side says of one that was sent. */
export const Opened = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('package'), id: ArrivalId }),
  z.object({
    kind: z.literal('receipt'),
    partnerUnit: z.string(),
    number: z.int(),
    known: z.boolean(),
    outcome: Outcome,
  }),
])
export type Opened = z.infer<typeof Opened>

/** 口令 of a package that is not encrypted to its recipient's card: told by another way than the file. */
export const Passphrase = z.string().min(10, '口令至少 10 个字').max(200)
export const Digits = line(80)
