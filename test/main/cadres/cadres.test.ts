import { expect, test } from 'vitest'
import { readingOf } from '../../../src/main/cadres/names'
import { matchOf } from '../../../src/main/cadres/search'
import type { CadreFilter } from '../../../src/shared/cadres/cadres.contract'
import { PartialDate } from '../../../src/shared/dates/partial-date'
import { NOW, signedIn } from '../../helpers/harness'

const everyone: CadreFilter = { unitId: null, status: [], trashed: false }
const first = { filter: everyone, sort: { by: 'name' as const, descending: false }, offset: 0, limit: 50 }
const birth = PartialDate.parse('1984-03')

async function officer() {
  const core = await signedIn('officer')
  const [root] = await core.api.units.tree({})
  const town = await core.api.units.add({ parentId: root?.id ?? '', name: '石桥镇' })
  return { core, api: core.api, town }
}

test('a file is added, found, changed and seen as it stood', async () => {
  const { core, api, town } = await officer()
  const added = await api.cadres.add({ name: '单雄信', birth, unitId: town.id })
  const { id } = added.cadre
  core.time.now = NOW + 3 * 86_400_000
  const changed = await api.cadres.change({
    id,
    revision: 1,
    reason: '档案核对',
    changes: [
      { field: 'birth', value: '1984-05' },
      { field: 'form.currentPost', value: '石桥镇党委书记' },
    ],
  })
  expect(changed).toMatchObject({ revision: 2, cadre: { birth: '1984-05', form: { currentPost: '石桥镇党委书记' } } })
  expect(await api.cadres.history({ id })).toMatchObject([
    {
      kind: 'change',
      byName: '陆四',
      reason: '档案核对',
      changes: [
        { kind: 'value', field: 'birth', before: '1984-03', after: '1984-05' },
        { kind: 'value', field: 'form.currentPost' },
      ],
    },
    { kind: 'add' },
  ])
  expect((await api.cadres.asOf({ id, on: '2030-01-03' })).cadre.birth).toBe('1984-03')
  await expect(api.cadres.asOf({ id, on: '2029-12-31' })).rejects.toMatchObject({ code: 'not-found' })
})

test('what was changed meanwhile is not overwritten, and a wrong value is named', async () => {
  const { api } = await officer()
  const { cadre } = await api.cadres.add({ name: '李望舒', birth, unitId: null })
  const change = (revision: number, field: string, value: unknown) =>
    api.cadres.change({ id: cadre.id, revision, reason: '', changes: [{ field, value }] })
  await change(1, 'nation', '汉族')
  await expect(change(1, 'nation', '回族')).rejects.toMatchObject({ code: 'conflict' })
  await expect(change(2, 'birth', '1984-13')).rejects.toMatchObject({
    code: 'invalid-input',
    message: expect.stringContaining('出生年月') as string,
  })
  await expect(change(2, 'id', 'x')).rejects.toMatchObject({ code: 'invalid-input' })
  expect((await api.cadres.get({ id: cadre.id })).cadre.nation).toBe('汉族')
})

test.each([
  '单',
  '雄信',
  '单雄信',
  'shanxiongxin',
  'sxx',
  'sx',
  '书记',
  '镇党委',
  '石桥',
  '3701',
  '石桥 书记',
  '［"书记"］',
])('%s finds', async text => {
  const { api, town } = await officer()
  const { cadre } = await api.cadres.add({ name: '单雄信', birth, unitId: town.id })
  await api.cadres.change({
    id: cadre.id,
    revision: 1,
    reason: '',
    changes: [
      { field: 'form.currentPost', value: '石桥镇党委书记' },
      { field: 'idNumber', value: '37019919840304123X' },
    ],
  })
  expect((await api.cadres.search({ text, limit: 10 })).map(row => row.name)).toEqual(['单雄信'])
})

test('a unit’s people are found by its new name, and a unit with people stays', async () => {
  const { api, town } = await officer()
  const { cadre } = await api.cadres.add({ name: '单雄信', birth, unitId: town.id })
  await api.units.rename({ id: town.id, name: '云溪街道' })
  expect((await api.cadres.search({ text: '云溪', limit: 5 })).map(row => row.unitName)).toEqual(['云溪街道'])
  expect(await api.cadres.search({ text: '石桥', limit: 5 })).toEqual([])
  await expect(api.units.remove({ id: town.id })).rejects.toMatchObject({
    code: 'refused',
    message: expect.stringContaining('1 份档案') as string,
  })
  await api.cadres.change({
    id: cadre.id,
    revision: 1,
    reason: '',
    changes: [{ field: 'unitId', value: null }],
  })
  await api.units.remove({ id: town.id })
  expect(await api.cadres.search({ text: '云溪', limit: 5 })).toEqual([])
})

test.each(['', '  ', '"', '*', 'AND', '书镇', 'zzz', '［］'])('%s finds nobody and breaks nothing', async text => {
  const { api } = await officer()
  await api.cadres.add({ name: '李望舒', birth, unitId: null })
  expect(await api.cadres.search({ text, limit: 10 })).toEqual([])
})

test('sensitive fields are masked until they are shown with a reason, which is audited', async () => {
  const { core, api } = await officer()
  const { cadre } = await api.cadres.add({ name: '李望舒', birth, unitId: null })
  const { id } = cadre
  await api.cadres.change({
    id,
    revision: 1,
    reason: '',
    changes: [
      { field: 'idNumber', value: '370199198403041234' },
      { field: 'phone', value: '00012345' },
    ],
  })
  const file = await api.cadres.get({ id })
  expect(file).toMatchObject({
    masked: ['idNumber', 'phone'],
    cadre: { idNumber: '37**************34', phone: '******45' },
  })
  expect(JSON.stringify(await api.cadres.history({ id }))).not.toContain('19840304')
  expect(await api.cadres.reveal({ id, field: 'idNumber', reason: '核对' })).toEqual({ value: '370199198403041234' })
  const last = core.gatehouse.store?.raw.prepare('SELECT body FROM audit_lines ORDER BY seq DESC LIMIT 1').pluck().get()
  expect(last).toContain('"channel":"cadres.reveal"')
  expect(last).not.toContain('19840304')
})

test('the trash keeps files out of lists and searches until they are restored', async () => {
  const { api } = await officer()
  const { cadre } = await api.cadres.add({ name: '李望舒', birth, unitId: null })
  await api.cadres.trash({ ids: [cadre.id], reason: '重复' })
  expect((await api.cadres.list(first)).total).toBe(0)
  expect(await api.cadres.search({ text: '望舒', limit: 5 })).toEqual([])
  expect((await api.cadres.list({ ...first, filter: { ...everyone, trashed: true } })).total).toBe(1)
  await api.cadres.restore({ ids: [cadre.id] })
  expect((await api.cadres.list(first)).rows).toMatchObject([{ name: '李望舒' }])
})

test.each([
  ['单雄信', 'shanxiongxin', 'sxx'],
  ['尉迟敬德', 'yuchijingde', 'ycjd'],
  ['曾 参', 'zengcan', 'zc'],
  ['阿依古丽·买买提', 'ayigulimaimaiti', 'ayglmmt'],
])('%s is read %s', (name, pinyin, initials) => {
  expect(readingOf(name).pinyin.startsWith(pinyin.slice(0, 4))).toBe(true)
  expect(readingOf(name).initials.charAt(0)).toBe(initials.charAt(0))
})

test('letters are asked for as a reading', () => {
  expect(matchOf('lws')).toContain('pinyin : "lws" *')
})
