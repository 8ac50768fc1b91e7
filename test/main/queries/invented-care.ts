import * as fc from 'fast-check'
import type { Writes } from '../../../src/main/store/schema'
import type { AccountId } from '../../../src/shared/accounts/accounts'
import type { CadreId } from '../../../src/shared/cadres/cadres'
import { CareDimension } from '../../../src/shared/care-measures/measures.data'
import { CareRecordId } from '../../../src/shared/care-records/care-records'
import { EntryId, RegisterKind, registerKinds } from '../../../src/shared/care-register/care-register'
import { Day } from '../../../src/shared/dates/add-months'
import { stampOf } from '../../../src/shared/dates/stamps'
import type { CareCard } from './naive-care'

const day = fc
  .integer({ min: Date.parse('2024-12-01') / 86_400_000, max: Date.parse('2030-01-04') / 86_400_000 })
  .map(days => new Date(days * 86_400_000).toISOString().slice(0, 10))
const near = fc.oneof(day, fc.constantFrom('2029-07-02', '2029-12-31', '2030-01-01', '2030-01-02', '2030-01-03'))

/** Cards around the day on which is asked; for some nothing was done, some of what was noted was withdrawn. */
export const someCareCard: fc.Arbitrary<CareCard> = fc.record({
  cares: fc.array(
    fc.record({
      on: near,
      dimension: fc.constantFrom(...CareDimension.options),
      moneyFen: fc.constantFrom(0, 1_050, 2_000, 6_999),
      withdrawn: fc.constantFrom(false, false, false, true),
    }),
    { maxLength: 4 },
  ),
  lists: fc.array(
    fc.record({
      kind: fc.constantFrom(...registerKinds),
      from: near,
      until: fc.constantFrom(null, null, '2030-01-01', '2030-01-02'),
    }),
    { maxLength: 2 },
  ),
})

const number = (text: string): number => stampOf(Day.parse(text))

/** Writes a card as the application writes it. */
export async function putCareCard(db: Writes, id: CadreId, byId: AccountId, { cares, lists }: CareCard): Promise<void> {
  const { key: cadreKey } = await db.selectFrom('cadres').select('key').where('id', '=', id).executeTakeFirstOrThrow()
  const by = { byId, at: '2030-01-02T01:00:00.000Z', revision: 1 }
  for (const { on, dimension, moneyFen, withdrawn } of cares)
    await db
      .insertInto('careRecords')
      .values({
        id: CareRecordId.parse(crypto.randomUUID()),
        cadreKey,
        onDay: number(on),
        occasion: '生日',
        form: '走访',
        dimension: CareDimension.parse(dimension),
        measure: null,
        dueKey: null,
        eventId: null,
        visitors: '',
        what: '看望',
        moneyFen,
        goods: '',
        standard: '',
        source: moneyFen > 0 ? '工会' : null,
        voucher: '',
        approvedBy: '',
        promise: '',
        nextStep: '',
        nextOn: null,
        attachments: '[]',
        batchId: null,
        withdrawnFor: withdrawn ? '记错了' : null,
        ...by,
      })
      .execute()
  for (const { kind, from, until } of lists)
    await db
      .insertInto('careEntries')
      .values({
        id: EntryId.parse(crypto.randomUUID()),
        cadreKey,
        kind: RegisterKind.parse(kind),
        fromDay: number(from),
        untilDay: until === null ? null : number(until),
        situations: '[]',
        place: '',
        details: '',
        contact: '',
        contactPhone: '',
        visitorId: null,
        visitor: '',
        endedFor: null,
        ...by,
      })
      .execute()
}
