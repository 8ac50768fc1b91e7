import * as z from 'zod'
import { PictureKind } from '../photos/photos'
import { SecrecyMark } from '../secrecy/secrecy.rules'
import { ExchangeId, ExchangeModule, FORMAT, Outcome } from './exchange'

/** What a package says of itself, under the signature of its sender. */
export const Manifest = z.object({
  format: z.literal(FORMAT),
  kind: z.enum(['package', 'receipt']),
  id: z.uuid(),
  from: ExchangeId,
  to: ExchangeId,
  unit: z.string().max(200),
  /** Counted for each partner, from 1; of a receipt that of the package which it answers. */
  number: z.int().min(1),
  /** The last number that the sender has from the recipient; 0 for none. */
  seen: z.int().min(0),
  madeAt: z.iso.datetime(),
  mark: SecrecyMark,
  modules: z.array(ExchangeModule).max(8),
  people: z.int().min(0),
  values: z.int().min(0),
  /** Bytes of the contents of attachments, which stand behind the content. */
  beside: z.int().min(0),
  /** Of the content as it lies in the file, hex. */
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
})
export type Manifest = z.infer<typeof Manifest>

const Versions = z.record(
  z.uuid(),
  z
    .int()
    .min(1)
    .max(2 ** 40),
)

/** One value of a person: what it is, and which changes it knows of. A value that was emptied is null. */
export const SentValue = z.object({
  value: z.unknown(),
  versions: Versions,
  over: Versions.optional(),
  by: z.uuid().optional(),
})
export type SentValue = z.infer<typeof SentValue>

export const SentPerson = z.object({
  id: z.uuid(),
  /** Other ids by which stores know this person. */
  aliases: z.array(z.uuid()).max(200),
  name: z.string().min(1).max(36),
  sex: z.enum(['男', '女']).nullable(),
  birth: z.string().max(10).nullable(),
  /** Empty unless it was chosen to go along. */
  idNumber: z.string().max(18),
  unitName: z.string().max(200),
  values: z.record(z.string().max(80), SentValue),
})
export type SentPerson = z.infer<typeof SentPerson>

export const Content = z.object({
  people: z.array(SentPerson),
  /** Names of the accounts that talks name, by their ids. */
  accounts: z.record(z.uuid(), z.string().min(1).max(60)),
})
export type Content = z.infer<typeof Content>

/** What a receipt says: of which package, and what came of it. */
export const Receipt = z.object({ packageId: z.uuid(), number: z.int().min(1), outcome: Outcome })
export type Receipt = z.infer<typeof Receipt>

/** A card as it is saved for a partner. */
export const Card = z.object({
  format: z.literal('dandang-card'),
  version: z.literal(FORMAT),
  id: ExchangeId,
  unit: z.string().min(1).max(200),
  recipient: z.string().regex(/^age1[0-9a-z]{58}$/),
  signKey: z.string().regex(/^[A-Za-z0-9+/]{43}=$/),
})
export type Card = z.infer<typeof Card>

/** A portrait as it travels. */
export const SentPhoto = z.object({ kind: PictureKind, base64: z.string().max(12_000_000) })
