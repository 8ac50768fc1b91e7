import * as fc from 'fast-check'
import type { Writes } from '../../../src/main/store/schema'
import type { AccountId } from '../../../src/shared/accounts/accounts'
import type { CadreId } from '../../../src/shared/cadres/cadres'
import { InterviewId } from '../../../src/shared/interviews/interviews'
import { PromiseId, PromiseKind, PromiseState } from '../../../src/shared/promises/promises'
import type { TalkCard } from './naive-talks'

const day = (first: string, last: string) =>
  fc
    .integer({ min: Date.parse(first) / 86_400_000, max: Date.parse(last) / 86_400_000 })
    .map(days => new Date(days * 86_400_000).toISOString().slice(0, 10))

/** Cards around the day on which is asked; some people were never talked to, some talks are still to come. */
export const someCard: fc.Arbitrary<TalkCard> = fc.record({
  talks: fc.array(
    fc.oneof(day('2025-01-01', '2030-01-02'), fc.constantFrom('2029-07-02', '2030-01-01', '2029-12-31')),
    {
      maxLength: 4,
    },
  ),
  promises: fc.array(
    fc.record({
      kind: fc.constantFrom(...PromiseKind.options),
      state: fc.constantFrom(...PromiseState.options),
      dueOn: fc.oneof(day('2029-12-01', '2030-02-01'), fc.constantFrom('2030-01-01', '2030-01-02')),
    }),
    { maxLength: 2 },
  ),
})

/** Writes a card as the application writes it: a talk that is only planned has no day. */
export async function putCard(db: Writes, id: CadreId, by: AccountId, card: TalkCard): Promise<void> {
  const { key: cadreKey } = await db.selectFrom('cadres').select('key').where('id', '=', id).executeTakeFirstOrThrow()
  const at = '2030-01-02T01:00:00.000Z'
  for (const heldOn of [...card.talks, null]) {
    const { key } = await db
      .insertInto('interviews')
      .values({
        id: InterviewId.parse(crypto.randomUUID()),
        kind: 'everyday',
        kindVersion: 0,
        roundId: null,
        state: heldOn === null ? 'planned' : 'final',
        startsAt: at,
        minutes: 60,
        mark: '内部',
        dueKey: null,
        recorderId: null,
        readers: '[]',
        details: '{}',
        heldOn,
        closedAt: null,
        finalAt: null,
        hash: null,
        frozen: null,
        cancelledFor: null,
        createdBy: by,
        createdAt: at,
        revision: 1,
      })
      .returning('key')
      .executeTakeFirstOrThrow()
    const number = heldOn === null ? null : Number(heldOn.replaceAll('-', ''))
    await db
      .insertInto('interviewPeople')
      .values({ interviewKey: key, cadreKey, place: 0, kind: 'everyday', heldOn: number, subjectId: id })
      .execute()
  }
  for (const { kind, state, dueOn } of card.promises)
    await db
      .insertInto('promises')
      .values({
        id: PromiseId.parse(crypto.randomUUID()),
        kind: PromiseKind.parse(kind),
        theme: '其他',
        text: '修路',
        cadreKey,
        interviewId: null,
        noteId: null,
        ownerId: by,
        helper: '',
        madeOn: '2029-11-01',
        dueOn,
        state: PromiseState.parse(state),
        result: '',
        satisfaction: null,
        endedOn: null,
        revision: 1,
      })
      .execute()
}
