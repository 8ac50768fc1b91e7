import * as fc from 'fast-check'
import { insert } from '../../../src/main/honours/honours.repo'
import type { Caller } from '../../../src/main/ipc/contexts'
import type { Writes } from '../../../src/main/store/schema'
import type { CadreId } from '../../../src/shared/cadres/cadres'
import { HonourFacts, HonourId } from '../../../src/shared/honours/honours'
import { honourKinds, honourLevels } from '../../../src/shared/honours/honours.data'
import type { HonourCard } from './naive-honours'

const day = fc
  .integer({ min: Date.parse('2024-12-01') / 86_400_000, max: Date.parse('2030-01-02') / 86_400_000 })
  .map(days => new Date(days * 86_400_000).toISOString().slice(0, 10))

/** Cards around the day on which is asked; some have none, some of what was given was taken back. */
export const someHonourCard: fc.Arbitrary<HonourCard> = fc.record({
  honours: fc.array(
    fc.record({
      on: fc.oneof(day, fc.constantFrom('2029-01-01', '2029-01-02', '2029-01-03', '2030-01-02')),
      kind: fc.constantFrom(...honourKinds),
      level: fc.constantFrom(...honourLevels),
      inTeam: fc.boolean(),
      revoked: fc.constantFrom(false, false, false, true),
    }),
    { maxLength: 3 },
  ),
})

/** Writes a card as the application writes it. */
export async function putHonourCard(
  db: Writes,
  caller: Caller,
  cadreId: CadreId,
  { honours }: HonourCard,
): Promise<void> {
  for (const { on, kind, level, inTeam, revoked } of honours) {
    const id = HonourId.parse(crypto.randomUUID())
    const facts = HonourFacts.parse({
      holder: inTeam ? 'team' : 'person',
      cadreId: inTeam ? null : cadreId,
      unitId: null,
      holderName: inTeam ? '抢险突击队' : '',
      members: inTeam ? [{ cadreId, name: '', part: '' }] : [],
      name: '表彰',
      kind,
      level,
      authority: '中共云泽区委',
      nature: '党委',
      on,
      validUntil: null,
      documentNo: '',
      documentTitle: '',
      ground: null,
      bonusFen: null,
      certificateNo: '',
      medalNo: '',
      handedOn: null,
      handedNote: '',
      deeds: '',
      evidence: '',
      publicity: '',
      posthumous: false,
    })
    await insert(db, id, facts, { caller, at: '2030-01-02T01:00:00.000Z', campaignId: null })
    if (revoked)
      await db
        .updateTable('honours')
        .set({ revokedOn: 20_300_102, revokedGround: '弄虚作假，骗取奖励', revokedDocument: '云发〔2030〕1号' })
        .where('id', '=', id)
        .execute()
  }
}
