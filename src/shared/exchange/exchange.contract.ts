import * as z from 'zod'
import { Reason } from '../accounts/accounts'
import { CadreId } from '../cadres/cadres'
import { SensitiveField } from '../cadres/cadres.contract'
import { ExportEntry, Whom } from '../exports/exports'
import { command, job, query, scratch } from '../ipc/define'
import { SecrecyMark } from '../secrecy/secrecy.rules'
import { text } from '../text'
import { UnitId } from '../units/units'
import {
  Arrival,
  ArrivalDetail,
  ArrivalId,
  ArrivalItem,
  Difference,
  Digits,
  ExchangeId,
  ExchangeModule,
  Fate,
  Opened,
  Outcome,
  OwnCard,
  Partner,
  Passphrase,
  PersonState,
  ReceivedPackage,
  SentPackage,
} from './exchange'

const nothing = z.object({})
const token = z.string().max(64)
const arrival = z.object({ id: ArrivalId })
const person = arrival.extend({ place: z.int().min(0) })
const page = { offset: z.int().min(0), limit: z.int().min(1).max(500) }
const read = 'exchange.read' as const
const partners = 'exchange.partners' as const
const send = 'exchange.send' as const
const receive = 'exchange.receive' as const

/** The people of an order, or those of the caller's own talks. */
const People = z.union([Whom, z.object({ by: z.literal('own-talks') })])
export type People = z.infer<typeof People>
const Contents = z.object({ whom: People, modules: z.array(ExchangeModule).min(1).max(8) })

export const exchangeContract = {
  /** Null until the card was saved for the first time. */
  card: query(nothing, OwnCard.nullable(), { title: '查看本库名片', needs: read }),
  saveCard: job(z.object({ target: token }), OwnCard, { title: '保存本库名片', needs: partners }),
  partners: query(nothing, z.array(Partner), { title: '查看往来单位', needs: read }),
  /** A card of one that is known already takes the place of the old one and must be confirmed anew. */
  importCard: job(z.object({ token }), Partner, { title: '登记往来单位', needs: partners }),
  /** The digits are those that the other side reads out from its own screen. */
  confirmPartner: command(z.object({ id: ExchangeId, digits: Digits }), Partner, {
    title: '核对往来单位指纹',
    needs: partners,
  }),
  setStopped: command(z.object({ id: ExchangeId, stopped: z.boolean(), reason: Reason }), Partner, {
    title: '停止或恢复往来',
    needs: partners,
  }),
  /** What a package of these people would hold: how many, how many talks and attachments, and the mark it must bear at the least. */
  prepare: query(
    Contents,
    z.object({
      people: z.int(),
      talks: z.int(),
      attachments: z.object({ count: z.int(), bytes: z.int() }),
      mark: SecrecyMark,
    }),
    {
      title: '准备数据包',
      needs: send,
    },
  ),
  /** Registers itself as an export. With a passphrase it is encrypted under that alone. */
  make: job(
    Contents.extend({
      partnerId: ExchangeId,
      sensitive: z.array(SensitiveField).max(8),
      reason: Reason,
      mark: SecrecyMark.nullable(),
      passphrase: Passphrase.nullable(),
      target: token,
    }),
    z.object({ entry: ExportEntry, number: z.int(), people: z.int() }),
    { title: '制作数据包', leaves: 'sealed', needs: send },
  ),
  sent: query(z.object(page), z.object({ rows: z.array(SentPackage), total: z.int() }), {
    title: '查看发出的数据包',
    needs: read,
  }),
  received: query(z.object(page), z.object({ rows: z.array(ReceivedPackage), total: z.int() }), {
    title: '查看收到的数据包',
    needs: read,
  }),
  /** Lays a package aside for its opener, or notes a receipt. Whatever is not whole, signed, meant for here and new is refused with the reason. */
  open: job(z.object({ token, passphrase: text(200).nullable() }), Opened, { title: '打开数据包', needs: receive }),
  arrival: query(arrival, Arrival, { title: '查看收到的数据包内容', needs: receive }),
  items: query(
    arrival.extend({ state: PersonState.nullable(), text: z.string().max(60), ...page }),
    z.object({ rows: z.array(ArrivalItem), total: z.int() }),
    { title: '查看数据包中的人员', needs: receive },
  ),
  item: query(person, ArrivalDetail, { title: '核对数据包中的人员', needs: receive }),
  reveal: query(person.extend({ field: SensitiveField, reason: Reason }), z.array(Difference), {
    title: '查看数据包中的敏感信息',
    needs: receive,
    reveals: true,
  }),
  /** Who a person of the package is here. */
  choose: scratch(person.extend({ fate: Fate, cadreId: CadreId.nullable() }), ArrivalDetail, {
    title: '选定数据包中人员的去向',
    needs: receive,
  }),
  /** Null gives the choice back to the judgement. */
  decide: scratch(
    person.extend({
      keys: z.array(z.string().max(80)).min(1).max(2000),
      choice: z.enum(['keep', 'take']).nullable(),
    }),
    ArrivalDetail,
    { title: '决定采用哪一方', needs: receive },
  ),
  /** Every conflict of the package that nobody has decided yet. */
  decideAll: scratch(arrival.extend({ choice: z.enum(['keep', 'take']) }), Arrival, {
    title: '成批决定采用哪一方',
    needs: receive,
  }),
  /** One transaction, one batch that `imports.undo` takes back. New people go into the unit of their unit's name, others into the one given. */
  apply: job(arrival.extend({ unitId: UnitId.nullable() }), Outcome, { title: '并入数据包', needs: receive }),
  discard: scratch(arrival, nothing, { title: '放弃数据包', needs: receive }),
  /** What was done with the package, signed and encrypted for whoever has sent it. */
  saveReceipt: job(arrival.extend({ target: token }), nothing, { title: '保存回执', leaves: 'sealed', needs: receive }),
}
