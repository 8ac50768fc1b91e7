import * as z from 'zod'
import { CadreId } from '../cadres/cadres'
import { Day } from '../dates/add-months'
import { PartialDate } from '../dates/partial-date'
import { line, text } from '../text'
import { AuthorityNature, Holder, HonourGround, HonourKind, HonourLevel, RevocationGround } from './honours.data'

export const HonourId = z.uuid().brand<'HonourId'>()
export type HonourId = z.infer<typeof HonourId>

/** Who took part in what a team was honoured for. */
export const HonourMember = z.object({
  /** null for somebody who has no file here. */
  cadreId: CadreId.nullable(),
  name: line(60),
  /** The person's part in it. */
  part: line(120),
})
export type HonourMember = z.infer<typeof HonourMember>

export const HonourFacts = z.object({
  holder: Holder,
  /** The person's file; null for teams, units, and those who have no file here. */
  cadreId: CadreId.nullable(),
  /** The unit at that time: of the person, of the team, or the unit itself. */
  unitId: z.uuid().nullable(),
  /** Team, unit or a person without a file, in words; of a person with a file the name stands there. */
  holderName: line(120),
  members: z.array(HonourMember).max(200),
  name: line(200).min(1),
  kind: HonourKind,
  level: HonourLevel,
  authority: line(120),
  nature: AuthorityNature,
  /** The day of the decision, as precise as it is known. */
  on: PartialDate,
  documentNo: line(80),
  documentTitle: line(200),
  ground: HonourGround.nullable(),
  /** What was paid, in fen; null where it is not known. */
  bonusFen: z.int().min(0).max(100_000_000_00).nullable(),
  certificateNo: line(60),
  /** Number of the medal or, for a team, the plaque. */
  medalNo: line(60),
  /** The day on which certificate and medal were handed over. */
  handedOn: Day.nullable(),
  handedNote: line(200),
  deeds: text(4000),
  evidence: text(1000),
  publicity: text(1000),
  /** 追授 */
  posthumous: z.boolean(),
  /** The last day of a title that is given for a time; null for one that lasts. */
  validUntil: Day.nullable().default(null),
})
export type HonourFacts = z.infer<typeof HonourFacts>

/** Who has compared the row with which original. */
const Verification = z.object({ on: Day, byName: z.string(), original: z.string() })
export type Verification = z.infer<typeof Verification>

export const Revocation = z.object({ on: Day, ground: RevocationGround, documentNo: line(80).min(1), note: line(200) })
export type Revocation = z.infer<typeof Revocation>

export const Honour = HonourFacts.extend({
  id: HonourId,
  /** The person's name and post, or the team's or unit's name. */
  shownName: z.string(),
  post: z.string(),
  unitName: z.string(),
  verified: Verification.nullable(),
  revoked: Revocation.nullable(),
  /** The campaign that it came from. */
  campaignId: z.uuid().nullable(),
  revision: z.int().min(1),
})
export type Honour = z.infer<typeof Honour>

/** What narrows the register down. Empty lists choose all. */
export const HonourFilter = z.object({
  text: line(60),
  holders: z.array(Holder).max(3),
  kinds: z.array(HonourKind).max(10),
  levels: z.array(HonourLevel).max(5),
  years: z.array(z.int().min(1900).max(2200)).max(120),
  unitId: z.uuid().nullable(),
  cadreId: CadreId.nullable(),
  campaignId: z.uuid().nullable(),
  /** Only those that nobody has compared with an original. */
  unverified: z.boolean(),
  /** With those that were revoked. */
  revoked: z.boolean(),
  /** Nothing but those that were revoked. */
  onlyRevoked: z.boolean(),
  posthumous: z.boolean(),
  /** Key of the brand whose campaigns they came from; empty for all. */
  brand: z.string().max(36),
  /** Only what was certainly given from this day on. */
  since: Day.nullable(),
  /** Only titles that hold for a time which ends by this day, or has ended. */
  endsBy: Day.nullable(),
})
export type HonourFilter = z.infer<typeof HonourFilter>

/** Everything that is in force. */
export const wholeRegister: HonourFilter = {
  text: '',
  holders: [],
  kinds: [],
  levels: [],
  years: [],
  unitId: null,
  cadreId: null,
  campaignId: null,
  unverified: false,
  revoked: false,
  onlyRevoked: false,
  posthumous: false,
  brand: '',
  since: null,
  endsBy: null,
}
