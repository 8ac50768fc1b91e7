import { expect, test } from 'vitest'
import type { AccountId } from '../../../src/shared/accounts/accounts'
import type { NoteId } from '../../../src/shared/interviews/interviews'
import { type Core, PASSWORD, type Place, signedIn, signInAs } from '../../helpers/harness'
import { department, NEXT, nobody, planOf, planOne } from './department'

const line = () => ({
  id: crypto.randomUUID() as NoteId,
  revision: 0,
  position: 1,
  part: 'worries',
  form: '答' as const,
  mark: null,
  text: '都好',
  sealed: false,
  at: '2030-01-02T02:01:00.000Z',
  soundMs: null,
  removed: false,
})

async function disable(place: Place, id: AccountId): Promise<void> {
  const system = await signedIn('sysadmin', place)
  await system.api.accounts.disable({ id, reason: '调离' })
  system.close()
}
async function close(place: Place, accountId: AccountId): Promise<void> {
  const system = await signedIn('sysadmin', place)
  const { id } = await system.api.accounts.propose({ change: { kind: 'close', accountId }, reason: '退休' })
  system.close()
  const security = await signedIn('secadmin', place)
  await security.api.accounts.decide({ id, accept: true, reason: '同意' })
  security.close()
}
const lastAudit = (core: Core): unknown =>
  core.gatehouse.store?.raw.prepare('SELECT body FROM audit_lines ORDER BY seq DESC LIMIT 1').pluck().get()

test('a confirmation of somebody who left is noted with its reason, and the record becomes final', async () => {
  const { place, core, idOf, cadre } = await department()
  const [gone, stays] = [idOf('方汀兰'), idOf('陆四')]
  const id = await planOne(core, planOf(cadre, [gone], { recorderId: stays }))
  await core.api.interviews.open({ id, heldOn: null })
  await core.api.interviews.keepNotes({ id, notes: [line()] })
  await core.api.interviews.finish({ id })
  const waiver = { id, accountId: gone, reason: '1月调省外工作' }
  await expect(core.api.interviews.waive(waiver)).rejects.toThrow('请本人确认')
  core.close()
  await disable(place, gone)

  const other = await signInAs(place, 'tan2', NEXT)
  await expect(other.api.interviews.waive(waiver)).rejects.toMatchObject({ code: 'not-found' })
  await expect(other.api.interviews.parties({ id })).rejects.toMatchObject({ code: 'not-found' })
  other.close()

  const again = await signedIn('officer', place)
  await expect(again.api.interviews.confirm({ id, accountId: gone, password: NEXT })).rejects.toThrow('已停用')
  const noted = await again.api.interviews.waive(waiver)
  expect(noted).toMatchObject([
    { id: gone, active: false, confirmedAt: null, waiver: { byName: '陆四', reason: '1月调省外工作' } },
    { id: stays, active: true, confirmedAt: null, waiver: null },
  ])
  expect(String(lastAudit(again))).toContain('谈话人方汀兰未确认')
  await expect(again.api.interviews.waive(waiver)).rejects.toThrow('已经有了说明')
  const final = await again.api.interviews.confirm({ id, accountId: stays, password: PASSWORD })
  expect(final.header.state).toBe('final')
  expect(final.waivers).toMatchObject([{ name: '方汀兰', part: '谈话人', byName: '陆四', reason: '1月调省外工作' }])
  const { body } = await again.api.documents.proof({ document: { of: 'interview', id } })
  expect(JSON.stringify(body)).toContain('谈话人方汀兰已离任，未确认（原因：1月调省外工作；陆四 2030年1月2日')
  again.close()
})

test('the only talker of a finished talk is gone for good: a planner who may not read it notes it', async () => {
  const { place, core, idOf, cadre } = await department()
  const gone = idOf('方汀兰')
  const id = await planOne(core, planOf(cadre, [gone]))
  core.close()
  const talker = await signInAs(place, 'tan1', NEXT)
  await talker.api.interviews.open({ id, heldOn: null })
  await talker.api.interviews.keepNotes({ id, notes: [line()] })
  await talker.api.interviews.finish({ id })
  talker.close()
  await close(place, gone)
  const officer = await signedIn('officer', place)
  await officer.api.interviews.waive({ id, accountId: gone, reason: '退休' })
  expect(await officer.api.interviews.header({ id })).toMatchObject({ state: 'final', readable: false })
  officer.close()
})

test('a talk that was begun goes on with another whom a planner names', async () => {
  const { place, core, idOf, cadre } = await department()
  const [gone, next] = [idOf('方汀兰'), idOf('苏既白')]
  const id = await planOne(core, planOf(cadre, [gone]))
  core.close()
  const talker = await signInAs(place, 'tan1', NEXT)
  await talker.api.interviews.open({ id, heldOn: null })
  talker.close()
  const named = { id, part: '谈话人' as const, accountId: next, avoid: nobody, reason: '方汀兰调离' }
  const early = await signedIn('officer', place)
  await expect(early.api.interviews.succeed(named)).rejects.toThrow('请本人接着记录')
  early.close()
  await disable(place, gone)

  const officer = await signedIn('officer', place)
  await expect(
    officer.api.interviews.succeed({ ...named, avoid: { names: ['苏既白'], departments: [] } }),
  ).rejects.toThrow('须回避')
  await expect(officer.api.interviews.succeed({ ...named, accountId: gone })).rejects.toMatchObject({ code: 'refused' })
  const header = await officer.api.interviews.succeed(named)
  expect(header.talkers.map(({ name }) => name)).toEqual(['方汀兰', '苏既白'])
  officer.close()

  const successor = await signInAs(place, 'tan2', NEXT)
  await successor.api.interviews.keepNotes({ id, notes: [line()] })
  await successor.api.interviews.finish({ id })
  await successor.api.interviews.confirm({ id, accountId: next, password: NEXT })
  await successor.api.interviews.waive({ id, accountId: gone, reason: '调离' })
  expect((await successor.api.interviews.get({ id })).header.state).toBe('final')
  successor.close()
})

test('what a closed account left is offered to be handed over, looking at whom to keep away', async () => {
  const { place, core, idOf, cadre } = await department()
  const gone = idOf('方汀兰')
  const id = await planOne(core, planOf(cadre, [gone]))
  expect(await core.api.handovers.gone({})).toEqual([])
  core.close()
  await close(place, gone)
  const officer = await signedIn('officer', place)
  expect(await officer.api.handovers.gone({})).toEqual([{ id: gone, name: '方汀兰' }])
  const order = { from: gone, to: idOf('苏既白'), reason: '退休' }
  await expect(
    officer.api.handovers.handOver({ ...order, avoid: { names: ['苏既白'], departments: [] } }),
  ).rejects.toThrow('须回避')
  expect(await officer.api.handovers.handOver({ ...order, avoid: nobody })).toEqual({ talks: 1, promises: 0 })
  expect((await officer.api.interviews.header({ id })).talkers.map(({ name }) => name)).toEqual(['苏既白'])
  expect(await officer.api.handovers.gone({})).toEqual([])
  officer.close()
})
