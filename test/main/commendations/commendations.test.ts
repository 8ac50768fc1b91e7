import { join } from 'node:path'
import { expect, test } from 'vitest'
import { groupsOf } from '../../../src/shared/commendations/commendation.rules'
import { CommendationFacts } from '../../../src/shared/commendations/commendations'
import { HonourFacts, type HonourId } from '../../../src/shared/honours/honours'
import { tempFolder } from '../../helpers/folders'
import { signedIn } from '../../helpers/harness'

const honour = (holderName: string, unitId: string | null, more: Partial<HonourFacts> = {}): HonourFacts =>
  HonourFacts.parse({
    holder: 'team',
    cadreId: null,
    unitId,
    holderName,
    members: [],
    name: '“出彩型”好团队',
    kind: '出彩型',
    level: '区',
    authority: '中共云泽区委',
    nature: '党委',
    on: '2029-07-01',
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
    ...more,
  })
const facts = (honourIds: readonly HonourId[]): CommendationFacts =>
  CommendationFacts.parse({
    title: '关于表扬“出彩型”好干部、好团队的决定',
    documentNo: '云发〔2029〕12号',
    addressee: '各镇党委',
    opening: '决定对下列个人和集体予以表扬。',
    closing: '希望再接再厉。',
    sender: '中共云泽区委',
    on: '2029-07-01',
    copiedTo: '',
    honourIds,
  })

test('people and teams stand under their units in the order of the tree, units themselves first', () => {
  const of = (
    shownName: string,
    unitId: string | null,
    unitName: string,
    holder: HonourFacts['holder'],
    posthumous = false,
  ) => ({
    shownName,
    unitId,
    unitName,
    holder,
    posthumous,
    name: '三等功',
  })
  const list = [
    of('甲', 'b', '乙镇', 'person', true),
    of('乙镇', 'b', '乙镇', 'unit'),
    of('无处', null, '', 'person'),
    of('丙', 'a', '甲镇', 'person'),
  ]
  expect(groupsOf(list, ['a', 'b'])).toEqual([
    { unit: '甲镇', names: '丙（三等功）' },
    { unit: '乙镇', names: '乙镇（三等功）、甲（追授三等功）' },
    { unit: '其他', names: '无处（三等功）' },
  ])
})

test('drafted, looked at, saved as Word and PDF; a revoked honour comes on no paper', async () => {
  const core = await signedIn('officer')
  const { commendations, documents, honours } = core.api
  const [a, b] = [await honours.add(honour('甲队', null)), await honours.add(honour('乙队', null))]
  const made = await commendations.add(facts([a.id, b.id]))
  const document = { of: 'commendation' as const, id: made.id }
  const proof = await documents.proof({ document })
  expect(proof).toMatchObject({ people: 2, mark: '内部', sealed: 0, body: { title: made.title, draft: false } })
  expect(JSON.stringify(proof.body)).toContain('甲队（“出彩型”好团队）、乙队（“出彩型”好团队）')
  const order = { document, sealed: false, reason: '印发', recipient: '', mark: null }
  for (const as of ['docx', 'pdf'] as const) {
    core.files.grant(as, join(tempFolder(), `表扬决定.${as}`))
    const { entry } = await documents.save({ ...order, as, target: as })
    expect(entry).toMatchObject({ kind: `commendation-${as}`, people: 2, outcome: 'done' })
  }
  await expect(commendations.change({ id: made.id, revision: 7, facts: facts([]) })).rejects.toMatchObject({
    code: 'conflict',
  })
  const revocation = {
    on: '2030-01-01',
    ground: '弄虚作假，骗取奖励' as const,
    documentNo: '云发〔2030〕1号',
    note: '',
  }
  await honours.revoke({ id: b.id, revision: 1, revocation, reason: '查实' })
  await expect(documents.proof({ document })).rejects.toThrow('乙队的荣誉已经撤销，先从名单里去掉')
  await commendations.change({ id: made.id, revision: 1, facts: facts([a.id]) })
  expect((await documents.proof({ document })).people).toBe(1)
  await commendations.remove({ id: made.id, revision: 2, reason: '不发了' })
  expect(await commendations.list({})).toEqual([])
  core.close()
})
