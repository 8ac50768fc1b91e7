import type { AccountId } from '../../shared/accounts/accounts'
import type { AttachmentId } from '../../shared/attachments/attachments'
import type { CadreId } from '../../shared/cadres/cadres'
import type { ArrivalId, ExchangeId, Fate, PersonState } from '../../shared/exchange/exchange'
import type { ExportId } from '../../shared/exports/exports'

/** One row: who this store is to others. */
interface ExchangeIdentityTable {
  only: 1
  id: ExchangeId
  /** The age identity, as that format writes it. */
  ageKey: string
  /** Base64 of the raw Ed25519 private key. */
  signKey: string
  /** Under which this store numbers its changes; another one after it was brought back from a backup. */
  writer: string
  clock: number
  madeAt: string
  byId: AccountId
}

interface ExchangePartnersTable {
  id: ExchangeId
  unit: string
  recipient: string
  /** Base64 of the raw Ed25519 public key. */
  signKey: string
  addedAt: string
  addedBy: AccountId
  confirmedAt: string | null
  confirmedBy: AccountId | null
  stoppedAt: string | null
  lastSent: number
}

/** Which changes of a person's values this store knows of. */
interface ExchangeStatesTable {
  cadreId: CadreId
  state: string
}

/** Under which ids other stores know a person of this one. */
interface ExchangeAliasesTable {
  theirId: string
  cadreId: CadreId
}

interface ExchangeSentTable {
  id: string
  partnerId: ExchangeId
  number: number
  exportId: ExportId
  at: string
  byId: AccountId
  mark: string
  people: number
  /** JSON array. */
  modules: string
  /** JSON of the outcome; null until a receipt came. */
  receipt: string | null
  receiptAt: string | null
}

interface ExchangeArrivalsTable {
  id: ArrivalId
  packageId: string
  partnerId: ExchangeId
  number: number
  madeAt: string
  mark: string
  modules: string
  people: number
  state: 'staged' | 'applied'
  openedAt: string
  byId: AccountId
  outcome: string | null
  receiptSavedAt: string | null
}

/** A person of a package until it is applied or given up. */
interface ExchangeItemsTable {
  arrivalId: ArrivalId
  place: number
  name: string
  birth: string | null
  unitName: string
  state: PersonState
  fate: Fate | null
  cadreId: CadreId | null
  cadreRevision: number | null
  note: string | null
  changes: number
  conflicts: number
  /** JSON of choices by key. */
  choices: string
  /** JSON of the person as the package has it. */
  person: string
}

/** The contents of attachments that came with a package, until it is applied or given up. */
interface ExchangeContentsTable {
  arrivalId: ArrivalId
  id: AttachmentId
}

/** What a step of a file has put in place of what beside it: rows of other modules, and what was known of the values. */
interface ExchangeImagesTable {
  id: string
  cadreId: CadreId
  before: string
  after: string
}

type Kinds = 'TEXT' | 'INTEGER'
const identity: Record<keyof ExchangeIdentityTable, Kinds> = {
  only: 'INTEGER',
  id: 'TEXT',
  ageKey: 'TEXT',
  signKey: 'TEXT',
  writer: 'TEXT',
  clock: 'INTEGER',
  madeAt: 'TEXT',
  byId: 'TEXT',
}
const partners: Record<keyof ExchangePartnersTable, Kinds> = {
  id: 'TEXT',
  unit: 'TEXT',
  recipient: 'TEXT',
  signKey: 'TEXT',
  addedAt: 'TEXT',
  addedBy: 'TEXT',
  confirmedAt: 'TEXT',
  confirmedBy: 'TEXT',
  stoppedAt: 'TEXT',
  lastSent: 'INTEGER',
}
const sent: Record<keyof ExchangeSentTable, Kinds> = {
  id: 'TEXT',
  partnerId: 'TEXT',
  number: 'INTEGER',
  exportId: 'TEXT',
  at: 'TEXT',
  byId: 'TEXT',
  mark: 'TEXT',
  people: 'INTEGER',
  modules: 'TEXT',
  receipt: 'TEXT',
  receiptAt: 'TEXT',
}
const arrivals: Record<keyof ExchangeArrivalsTable, Kinds> = {
  id: 'TEXT',
  packageId: 'TEXT',
  partnerId: 'TEXT',
  number: 'INTEGER',
  madeAt: 'TEXT',
  mark: 'TEXT',
  modules: 'TEXT',
  people: 'INTEGER',
  state: 'TEXT',
  openedAt: 'TEXT',
  byId: 'TEXT',
  outcome: 'TEXT',
  receiptSavedAt: 'TEXT',
}
const items: Record<keyof ExchangeItemsTable, Kinds> = {
  arrivalId: 'TEXT',
  place: 'INTEGER',
  name: 'TEXT',
  birth: 'TEXT',
  unitName: 'TEXT',
  state: 'TEXT',
  fate: 'TEXT',
  cadreId: 'TEXT',
  cadreRevision: 'INTEGER',
  note: 'TEXT',
  changes: 'INTEGER',
  conflicts: 'INTEGER',
  choices: 'TEXT',
  person: 'TEXT',
}

/** What the feature keeps, by the names of its tables. */
export interface ExchangeTables {
  exchangeIdentity: ExchangeIdentityTable
  exchangePartners: ExchangePartnersTable
  exchangeStates: ExchangeStatesTable
  exchangeAliases: ExchangeAliasesTable
  exchangeSent: ExchangeSentTable
  exchangeArrivals: ExchangeArrivalsTable
  exchangeItems: ExchangeItemsTable
  exchangeContents: ExchangeContentsTable
  exchangeImages: ExchangeImagesTable
}
export const exchangeTables = {
  exchangeIdentity: identity,
  exchangePartners: partners,
  exchangeStates: { cadreId: 'TEXT', state: 'TEXT' } as const,
  exchangeAliases: { theirId: 'TEXT', cadreId: 'TEXT' } as const,
  exchangeSent: sent,
  exchangeArrivals: arrivals,
  exchangeItems: items,
  exchangeContents: { arrivalId: 'TEXT', id: 'TEXT' } as const,
  exchangeImages: { id: 'TEXT', cadreId: 'TEXT', before: 'TEXT', after: 'TEXT' } as const,
}
