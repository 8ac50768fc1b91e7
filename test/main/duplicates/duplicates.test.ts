import { expect, test } from 'vitest'
import type { CadreId } from '../../../src/shared/cadres/cadres'
import { type Side, sideFor } from '../../../src/shared/duplicates/merge.rules'
import { type Core, signedIn } from '../../helpers/harness'
import { jpegOf } from '../photos/pictures'

const NUMBER = '11010519491231002X'
const SHORT = '110105491231002'
const all = { sureness: null, dismissed: false, offset: 0, limit: 50 }

async function add(core: Core, name: string, values: Record<string, unknown> = {}): Promise<CadreId> {
  const { cadre } = await core.api.cadres.add({ name, birth: null, unitId: null })
  const changes = Object.entries(values).map(([field, value]) => ({ field, value }))
  if (changes.length > 0) await core.api.cadres.change({ id: cadre.id, revision: 1, changes, reason: '' })
  return cadre.id
}
async function mergeAs(core: Core, keep: CadreId, drop: CadreId, choose: (place: number, suggested: Side) => Side) {
  const { kept, other, relations } = await core.api.duplicates.compare({ keep, drop })
  return core.api.duplicates.merge({
    keep,
    drop,
    revisions: { keep: kept.revision, drop: other.revision },
    sides: relations.map((relation, place) => choose(place, sideFor[relation])),
    takePhoto: false,
    reason: '同一人',
  })
}
const asSuggested = (_place: number, side: Side) => side
const nameOfPairs = async (core: Core, more: Partial<typeof all> = {}) =>
  (await core.api.duplicates.list({ ...all, ...more })).pairs.map(({ first, second, sureness, why }) => [
    [first.name, second.name].toSorted().join('＝'),
    sureness,
    why,
  ])

test('pairs are found over the whole store, the surest first, and nobody in the trash', async () => {
  const core = await signedIn('officer')
  await add(core, '林 岫', { birth: '1972-04' })
  await add(core, '林岫', { birth: '1972-04-15' })
  await add(core, '林岫', { birth: '1980-01' })
  await add(core, '何蕙', { idNumber: NUMBER })
  const changed = await add(core, '何慧', { idNumber: SHORT })
  await add(core, '陆听松', { birth: '1972' })
  await add(core, '陆听松')
  const trashed = await add(core, '陆听松')
  await core.api.cadres.trash({ ids: [trashed], reason: '重复' })
  expect(await nameOfPairs(core)).toEqual([
    ['林 岫＝林岫', 'likely', '姓名、出生年月相同'],
    ['何慧＝何蕙', 'likely', '身份证号相同，姓名不同'],
    ['陆听松＝陆听松', 'look', '姓名相同，有一方出生年月不详'],
  ])
  const { counts, pairs } = await core.api.duplicates.list(all)
  expect(counts).toEqual({ certain: 0, likely: 2, look: 1, dismissed: 0 })
  expect(JSON.stringify(pairs)).not.toContain('19491231')
  const { revision } = await core.api.cadres.get({ id: changed })
  await core.api.cadres.change({ id: changed, revision, reason: '', changes: [{ field: 'name', value: '何蕙' }] })
  expect((await nameOfPairs(core))[0]).toEqual(['何蕙＝何蕙', 'certain', '身份证号相同'])
  expect((await core.api.duplicates.of({ id: changed })).map(({ sureness }) => sureness)).toEqual(['certain'])
  expect(await core.api.duplicates.like({ name: '林岫', birth: null })).toHaveLength(3)
})

test('a merge takes what is chosen, puts the other file aside with a link, and is undone and done again as one step', async () => {
  const core = await signedIn('officer')
  const { api } = core
  const keep = await add(core, '林岫', { birth: '1972', nation: '汉族', tags: ['选调生'] })
  const drop = await add(core, '林岫', {
    birth: '1972-04',
    nation: '回族',
    tags: ['狮子型'],
    assessments: [{ year: 2024, grade: '优秀' }],
  })
  const before = await api.cadres.get({ id: keep })
  const merged = await mergeAs(core, keep, drop, asSuggested)
  const after = {
    birth: '1972-04',
    nation: '汉族',
    tags: ['选调生', '狮子型'],
    assessments: [{ year: 2024, grade: '优秀' }],
  }
  expect(merged.cadre).toMatchObject(after)
  expect(await api.cadres.get({ id: drop })).toMatchObject({ mergedInto: keep, cadre: { nation: '回族' } })
  expect((await api.cadres.get({ id: drop })).trashedAt).not.toBeNull()
  expect((await api.duplicates.list(all)).pairs).toEqual([])
  const [own] = await api.cadres.history({ id: keep })
  expect(own).toMatchObject({ kind: 'merge', reason: '同一人', undoRefusal: null })
  expect(own?.changes.at(-1)).toMatchObject({ kind: 'merged', other: drop })
  const [other] = await api.cadres.history({ id: drop })
  expect(other).toMatchObject({ kind: 'merge', undoRefusal: '要在合并时保留的那份档案里撤销' })

  await api.cadres.undo({ id: keep, changeSetId: own?.id ?? '' })
  expect((await api.cadres.get({ id: keep })).cadre).toEqual(before.cadre)
  expect(await api.cadres.get({ id: drop })).toMatchObject({ mergedInto: null, trashedAt: null })
  expect((await api.duplicates.list(all)).total).toBe(1)

  const [undone] = await api.cadres.history({ id: keep })
  await api.cadres.undo({ id: keep, changeSetId: undone?.id ?? '' })
  expect((await api.cadres.get({ id: keep })).cadre).toMatchObject(after)
  expect((await api.cadres.get({ id: drop })).mergedInto).toBe(keep)
})

test('a merge is not undone over later changes, nor done again over those of the other file', async () => {
  const core = await signedIn('officer')
  const { api } = core
  const keep = await add(core, '林岫')
  const drop = await add(core, '林岫', { nation: '回族' })
  await mergeAs(core, keep, drop, asSuggested)
  const [merge] = await api.cadres.history({ id: keep })
  await api.cadres.restore({ ids: [drop] })
  expect(await api.cadres.get({ id: drop })).toMatchObject({ mergedInto: null, trashedAt: null })
  await expect(api.cadres.undo({ id: keep, changeSetId: merge?.id ?? '' })).rejects.toMatchObject({
    code: 'conflict',
    message: '并入的档案已经单独恢复，不能再撤销合并',
  })

  await mergeAs(core, keep, drop, asSuggested)
  const [again] = await api.cadres.history({ id: keep })
  await api.cadres.undo({ id: keep, changeSetId: again?.id ?? '' })
  const { revision } = await api.cadres.get({ id: drop })
  await api.cadres.change({ id: drop, revision, reason: '', changes: [{ field: 'nation', value: '汉族' }] })
  const [undone] = await api.cadres.history({ id: keep })
  expect(undone?.undoRefusal).toBe('另一份档案后来又改过，请重新对照再合并')
})

test('the other file’s photo can be taken, and goes back with the merge', async () => {
  const core = await signedIn('officer')
  const { api } = core
  const [keep, drop] = [await add(core, '林岫'), await add(core, '林岫')]
  const bytes = jpegOf(300, 400)
  await api.photos.set({ cadreId: drop, bytes })
  const revisions = { keep: 1, drop: 1 }
  const { photo } = await api.duplicates.merge({ keep, drop, revisions, sides: [], takePhoto: true, reason: '同一人' })
  expect(photo && (await api.photos.show({ cadreId: keep, id: photo })).bytes).toEqual(bytes)
  const [merge] = await api.cadres.history({ id: keep })
  await api.cadres.undo({ id: keep, changeSetId: merge?.id ?? '' })
  expect((await api.cadres.get({ id: keep })).photo).toBeNull()
  expect((await api.cadres.get({ id: drop })).photo).not.toBeNull()
})

test('what was not looked at is not merged', async () => {
  const core = await signedIn('officer')
  const { api } = core
  const keep = await add(core, '林岫', { nation: '汉族' })
  const drop = await add(core, '林岫', { nation: '回族' })
  const merge = (more: object) =>
    api.duplicates.merge({
      keep,
      drop,
      revisions: { keep: 2, drop: 2 },
      sides: ['kept'],
      takePhoto: false,
      reason: '同一人',
      ...more,
    })
  await expect(merge({ revisions: { keep: 1, drop: 2 } })).rejects.toMatchObject({ code: 'conflict' })
  await expect(merge({ sides: [] })).rejects.toMatchObject({ code: 'invalid-input' })
  await expect(merge({ sides: ['both'] })).rejects.toMatchObject({ code: 'invalid-input' })
  await expect(merge({ takePhoto: true })).rejects.toMatchObject({ code: 'invalid-input' })
  await expect(merge({ drop: keep })).rejects.toMatchObject({ code: 'refused' })
  await api.cadres.trash({ ids: [drop], reason: '重复' })
  await expect(merge({})).rejects.toMatchObject({ code: 'refused' })
  expect((await api.cadres.history({ id: keep })).map(({ kind }) => kind)).toEqual(['change', 'add'])
})

test('of what is sensitive the comparison tells the place', async () => {
  const core = await signedIn('officer')
  const keep = await add(core, '林岫', { idNumber: NUMBER, 'form.health': '健康' })
  const drop = await add(core, '林岫', { 'form.health': '一般' })
  const shown = await core.api.duplicates.compare({ keep, drop })
  expect(shown.differences).toEqual([
    { kind: 'hidden', of: 'value', field: 'idNumber' },
    { kind: 'hidden', of: 'value', field: 'form.health' },
  ])
  expect(shown.relations).toEqual(['only-kept', 'contradicting'])
  expect(JSON.stringify(shown)).not.toContain('19491231')
})

test('two people stay dismissed until they look surer, or are listed again', async () => {
  const core = await signedIn('officer')
  const { api } = core
  const [first, second] = [await add(core, '林岫'), await add(core, '林岫')]
  const third = await add(core, '林岫', { birth: '1990' })
  await api.duplicates.dismiss({ ids: [second, first], reason: '堂兄弟' })
  await expect(api.duplicates.dismiss({ ids: [first, first], reason: 'x' })).rejects.toMatchObject({ code: 'refused' })
  const { counts, total } = await api.duplicates.list(all)
  expect([counts, total]).toEqual([{ certain: 0, likely: 0, look: 2, dismissed: 1 }, 2])
  expect((await api.duplicates.list({ ...all, dismissed: true })).pairs).toMatchObject([
    { dismissal: { reason: '堂兄弟', byName: '陆四' } },
  ])
  expect((await api.duplicates.of({ id: first })).map(pair => pair.second.id)).not.toContain(second)
  for (const id of [first, second])
    await api.cadres.change({ id, revision: 1, reason: '', changes: [{ field: 'birth', value: '1972-04' }] })
  expect((await api.duplicates.list(all)).counts).toEqual({ certain: 0, likely: 1, look: 0, dismissed: 0 })
  await api.duplicates.dismiss({ ids: [first, second], reason: '查过' })
  await api.duplicates.relist({ ids: [first, second] })
  expect((await api.duplicates.list(all)).counts).toMatchObject({ likely: 1, dismissed: 0 })
  await expect(api.duplicates.relist({ ids: [first, second] })).rejects.toMatchObject({ code: 'conflict' })
  await expect(api.duplicates.dismiss({ ids: [first, third], reason: 'x' })).rejects.toMatchObject({ code: 'refused' })
})
