import { expect, test } from 'vitest'
import { signedIn } from '../../helpers/harness'
import { bringIn, date, everything, forms, grant, laidAside, list, person, picture, sampleForms } from './people'

const officer = () => signedIn('officer')

test('the sample files are read, looked at, confirmed and found', async () => {
  const core = await officer()
  const { api } = core
  const summary = await api.imports.stage(grant(core, sampleForms()))
  expect(summary).toMatchObject({
    files: 16,
    people: 16,
    ignored: 1,
    unreadable: 0,
    counts: { new: 16, changed: 0, unchanged: 0, undecided: 0, duplicate: 0 },
    willAdd: 16,
    blocked: null,
  })
  const { rows } = await api.imports.items({ batchId: summary.id, ...everything })
  expect(rows).toHaveLength(16)
  expect((await api.cadres.search({ text: '赖鑫', limit: 5 })).length).toBe(0)
  expect(await api.imports.confirm({ batchId: summary.id })).toEqual({ added: 16, changed: 0, units: 0 })
  expect((await api.cadres.search({ text: '赖鑫', limit: 5 })).map(({ name }) => name)).toEqual(['赖鑫'])
  expect(laidAside(core)).toBe(0)
  expect(await api.imports.history({ offset: 0, limit: 10 })).toMatchObject({
    total: 1,
    rows: [{ state: 'confirmed', files: 16, added: 16, changed: 0, byName: '陆四' }],
  })
  const { rows: files } = await api.imports.files({ batchId: summary.id, which: 'all', offset: 0, limit: 50 })
  expect(files.every(({ failure }) => failure === null)).toBe(true)
  const hashes = core.gatehouse.store?.raw.prepare('SELECT sha256 FROM import_files').pluck().all()
  expect(new Set(hashes).size).toBe(16)
})

test('the same files again change nothing', async () => {
  const core = await officer()
  const folder = sampleForms()
  await bringIn(core, folder)
  const again = await core.api.imports.stage(grant(core, folder))
  expect(again.counts).toMatchObject({ unchanged: 16, changed: 0, new: 0 })
  expect(again).toMatchObject({ willAdd: 0, willChange: 0, blocked: '没有要新增或修改的人' })
  await expect(core.api.imports.confirm({ batchId: again.id })).rejects.toMatchObject({ code: 'refused' })
  await core.api.imports.discard({ batchId: again.id })
  expect(laidAside(core)).toBe(0)
  await expect(core.api.imports.batch({ batchId: again.id })).rejects.toMatchObject({ code: 'not-found' })
})

test('a changed file shows what differs; what it leaves empty stays; single differences are left out', async () => {
  const core = await officer()
  const { api } = core
  const family = {
    title: '妻子',
    name: '许一',
    birth: date('1985-03'),
    birthText: '',
    politics: '群众',
    unitAndPost: '石桥镇中学教师',
  }
  const first = person('单雄信', '1984-03', {
    nation: '汉族',
    nativePlace: '山东济南',
    post: '石桥镇镇长',
    family: [family],
  })
  await bringIn(core, forms({ '单雄信.lrmx': first }, picture(1)))
  const next = person('单雄信', '1984-03', {
    nation: '回族',
    post: '石桥镇党委书记',
    family: [{ ...family, unitAndPost: '', politics: '中共党员' }],
  })
  const { id, counts } = await api.imports.stage(grant(core, forms({ '单雄信.lrmx': next }, picture(2))))
  expect(counts).toMatchObject({ changed: 1 })
  const detail = await api.imports.item({ batchId: id, place: 0 })
  expect(detail.item).toMatchObject({ state: 'changed', fate: 'merge', photo: 'changed', changes: 5, taken: 4 })
  expect(detail.changes).toMatchObject([
    { field: 'nation', before: '汉族', after: '回族', taken: true, masked: null },
    { field: 'nativePlace', before: '山东济南', after: '（空）', taken: false },
    { field: 'family', kind: 'row-changed', before: '＊＊＊', after: '＊＊＊', masked: 'family', taken: true },
    { field: 'form.currentPost', before: '石桥镇镇长', after: '石桥镇党委书记', taken: true },
  ])
  const shown = await api.imports.reveal({ batchId: id, place: 0, field: 'family', reason: '核对' })
  expect(shown).toMatchObject([{ before: '政治面貌 群众', after: '政治面貌 中共党员', masked: null }])
  const post = detail.changes.find(({ field }) => field === 'form.currentPost')
  const others = detail.changes.flatMap(({ key }) => (key === post?.key ? [] : [key]))
  const only = await api.imports.take({ batchId: id, place: 0, keys: others, photo: true, take: false })
  expect(only).toMatchObject({ item: { taken: 1 }, taking: null, photoTaken: false })
  const before = (await api.cadres.list(list)).rows[0]
  expect(before?.nation).toBe('汉族')
  expect(await api.imports.confirm({ batchId: id })).toEqual({ added: 0, changed: 1, units: 0 })
  const { cadre } = await api.cadres.get({ id: before?.id as never })
  expect(cadre).toMatchObject({ nation: '汉族', nativePlace: '山东济南', form: { currentPost: '石桥镇党委书记' } })
  expect(await api.cadres.history({ id: cadre.id })).toMatchObject([
    { kind: 'import', changes: [{ field: 'form.currentPost', before: '石桥镇镇长', after: '石桥镇党委书记' }] },
    { kind: 'import', changes: [] },
  ])
})

test.each([
  ['usual', '回族', '山东济南'],
  ['blanks', '汉族', '山东济南'],
  ['everything', '回族', ''],
] as const)('taking %s of everybody', async (taking, nation, nativePlace) => {
  const core = await officer()
  const { api } = core
  await bringIn(core, forms({ 'a.lrmx': person('单雄信', '1984-03', { nation: '汉族', nativePlace: '山东济南' }) }))
  const folder = forms({ 'a.lrmx': person('单雄信', '1984-03', { nation: '回族', birthPlace: '山东济南' }) })
  const { id } = await api.imports.stage(grant(core, folder))
  await api.imports.takeAll({ batchId: id, which: { state: 'changed' }, taking })
  await api.imports.confirm({ batchId: id })
  const [row] = (await api.cadres.list(list)).rows
  expect((await api.cadres.get({ id: row?.id as never })).cadre).toMatchObject({
    nation,
    nativePlace,
    birthPlace: '山东济南',
  })
})

test('whoever fits several files, or one that is not sure, is for the officer to choose', async () => {
  const core = await officer()
  const { api } = core
  await api.cadres.add({ name: '李望舒', birth: date('1980-05'), unitId: null })
  await api.cadres.add({ name: '李望舒', birth: date('1980-05'), unitId: null })
  await api.cadres.add({ name: '许由', birth: null, unitId: null })
  const folder = forms({
    '1.lrmx': person('李望舒', '1980-05', { nation: '汉族' }),
    '2.lrmx': person('许由', '1975-01', { nation: '回族' }),
    '3.lrmx': person('阮籍', '1975-01'),
  })
  const { id, counts, blocked } = await api.imports.stage(grant(core, folder))
  expect(counts).toMatchObject({ undecided: 2, new: 1 })
  expect(blocked).toContain('2 人待选定')
  await expect(api.imports.confirm({ batchId: id })).rejects.toMatchObject({ code: 'refused' })
  const { candidates } = await api.imports.item({ batchId: id, place: 0 })
  expect(candidates).toHaveLength(2)
  await api.imports.choose({
    batchId: id,
    which: { places: [0] },
    fate: { kind: 'merge', cadreId: candidates[1]?.id ?? null },
  })
  const after = await api.imports.choose({ batchId: id, which: { state: 'undecided' }, fate: { kind: 'add' } })
  expect(after).toMatchObject({ blocked: null, willAdd: 2, willChange: 1 })
  expect(await api.imports.confirm({ batchId: id })).toEqual({ added: 2, changed: 1, units: 0 })
  expect((await api.cadres.list(list)).total).toBe(5)
})

test('of two files of one person the later form stands, and two into one file are refused', async () => {
  const core = await officer()
  const { api } = core
  const folder = forms({
    '旧.lrmx': person('单雄信', '1984-03', { filledOn: date('2028-01'), post: '副镇长' }),
    '新.lrmx': person('单雄信', '1984-03', { filledOn: date('2029-01'), post: '镇长' }),
  })
  const { id, counts } = await api.imports.stage(grant(core, folder))
  expect(counts).toMatchObject({ new: 1, duplicate: 1 })
  const { rows } = await api.imports.items({
    batchId: id,
    ...everything,
    filter: { ...everything.filter, state: 'duplicate' },
  })
  expect(rows).toMatchObject([{ fileName: '旧.lrmx', fate: 'skip', currentPost: '副镇长' }])
  await api.imports.confirm({ batchId: id })
  const [row] = (await api.cadres.list(list)).rows
  expect(row?.currentPost).toBe('镇长')
  const again = await api.imports.stage(grant(core, folder))
  const which = { state: 'duplicate' as const }
  const merged = await api.imports.choose({ batchId: again.id, which, fate: { kind: 'merge', cadreId: null } })
  expect(merged.blocked).toContain('各被两个以上的人并入')
})

test('units come from folders, are matched, created or left; the tree gets what was chosen', async () => {
  const core = await officer()
  const { api } = core
  const [root] = await api.units.tree({})
  const parentId = root?.id as never
  const bridge = await api.units.add({ parentId, name: '石桥镇' })
  const folder = forms({
    '石桥镇/1.lrmx': person('阮籍', '1975-01'),
    '青石乡/2.lrmx': person('山涛', '1976-01'),
    '青石乡/3.lrmx': person('向秀', '1977-01'),
    '临时/4.lrmx': person('刘伶', '1978-01'),
  })
  const { id } = await api.imports.stage(grant(core, folder))
  expect(await api.imports.units({ batchId: id })).toEqual([
    { name: '青石乡', people: 2, to: { kind: 'none' } },
    { name: '临时', people: 1, to: { kind: 'none' } },
    { name: '石桥镇', people: 1, to: { kind: 'unit', unitId: bridge.id } },
  ])
  await api.imports.assignUnits({
    batchId: id,
    assignments: [{ name: '青石乡', to: { kind: 'create', parentId, name: '青石乡' } }],
  })
  expect(await api.imports.confirm({ batchId: id })).toEqual({ added: 4, changed: 0, units: 1 })
  const units = await api.units.tree({})
  const made = units.find(({ name }) => name === '青石乡')
  const inUnit = async (unitId: string) =>
    (await api.cadres.list({ ...list, filter: { ...list.filter, unitId } })).rows.map(({ name }) => name)
  expect(await inUnit(bridge.id)).toEqual(['阮籍'])
  expect((await inUnit(made?.id ?? '')).toSorted()).toEqual(['山涛', '向秀'].toSorted())
  await api.imports.undo({ batchId: id, reason: '选错了文件' })
  expect((await api.units.tree({})).some(({ name }) => name === '青石乡')).toBe(false)
})

test('a batch is undone whole: new people go, others are as before, portraits with them', async () => {
  const core = await officer()
  const { api } = core
  const folder = forms({ '1.lrmx': person('单雄信', '1984-03', { nation: '汉族' }) }, picture(1))
  await bringIn(core, folder)
  const [row] = (await api.cadres.list(list)).rows
  const id = row?.id as never
  const before = await api.cadres.get({ id })
  const next = forms(
    { '1.lrmx': person('单雄信', '1984-03', { nation: '回族' }), '2.lrmx': person('阮籍', '1975-01') },
    picture(2),
  )
  const batch = await bringIn(core, next)
  expect(batch).toMatchObject({ added: 1, changed: 1 })
  expect((await api.cadres.get({ id })).photo).not.toBe(before.photo)
  expect(await api.imports.undoCheck({ batchId: batch.id })).toEqual({ people: 2, changedSince: [], blocked: null })
  expect(await api.imports.undo({ batchId: batch.id, reason: '选错了文件' })).toEqual({ people: 2 })
  const after = await api.cadres.get({ id })
  expect({ ...after, revision: 0 }).toEqual({ ...before, revision: 0 })
  expect((await api.cadres.list(list)).rows.map(({ name }) => name)).toEqual(['单雄信'])
  expect(await api.imports.undoCheck({ batchId: batch.id })).toMatchObject({ blocked: '这次导入已经撤销' })
  await expect(api.imports.undo({ batchId: batch.id, reason: '再来' })).rejects.toMatchObject({ code: 'refused' })
  expect((await api.imports.history({ offset: 0, limit: 5 })).rows.map(({ state }) => state)).toContain('undone')
})

test('what was changed after an import keeps the batch from being undone, and nothing is half undone', async () => {
  const core = await officer()
  const { api } = core
  const folder = forms({ '1.lrmx': person('单雄信', '1984-03'), '2.lrmx': person('阮籍', '1975-01') })
  const { id: batchId } = await bringIn(core, folder)
  const people = (await api.cadres.list(list)).rows
  const [first] = people
  const id = first?.id as never
  await api.cadres.change({ id, revision: 1, reason: '', changes: [{ field: 'nation', value: '汉族' }] })
  expect(await api.imports.undoCheck({ batchId })).toMatchObject({
    people: 1,
    changedSince: [{ id, name: first?.name }],
  })
  await expect(api.imports.undo({ batchId, reason: '错了' })).rejects.toMatchObject({ code: 'refused' })
  expect((await api.cadres.list(list)).total).toBe(2)
})

test('a file that was changed after it was compared is compared anew before anything is written', async () => {
  const core = await officer()
  const { api } = core
  await bringIn(core, forms({ '1.lrmx': person('单雄信', '1984-03', { nation: '汉族' }) }))
  const [row] = (await api.cadres.list(list)).rows
  const id = row?.id as never
  const folder = forms({ '1.lrmx': person('单雄信', '1984-03', { nation: '回族' }) })
  const { id: batchId } = await api.imports.stage(grant(core, folder))
  await api.cadres.change({ id, revision: 1, reason: '', changes: [{ field: 'nation', value: '满族' }] })
  await expect(api.imports.confirm({ batchId })).rejects.toMatchObject({ code: 'conflict', details: { places: [0] } })
  const { changes } = await api.imports.item({ batchId, place: 0 })
  expect(changes).toMatchObject([{ before: '满族', after: '回族' }])
  await api.imports.confirm({ batchId })
  expect((await api.cadres.get({ id })).cadre.nation).toBe('回族')
})

test('two confirmations of one batch write once', async () => {
  const core = await officer()
  const { id: batchId } = await core.api.imports.stage(grant(core, sampleForms()))
  const both = await Promise.allSettled([core.api.imports.confirm({ batchId }), core.api.imports.confirm({ batchId })])
  expect(both.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected'])
  expect((await core.api.cadres.list(list)).total).toBe(16)
})

test('what the file gives reason to look at stands with the person', async () => {
  const core = await officer()
  const folder = forms({ '1.lrmx': person('单雄信', '1984-03', { idNumber: '370199198505041234' }) })
  const { id, warned } = await core.api.imports.stage(grant(core, folder))
  expect(warned).toBe(1)
  const { warnings } = await core.api.imports.item({ batchId: id, place: 0 })
  expect(warnings.map(({ text }) => text).join()).toMatch(/身份证号/)
})

test('a token is good once, and staged work is its owner’s alone', async () => {
  const core = await officer()
  const given = grant(core, sampleForms())
  const { id } = await core.api.imports.stage(given)
  await expect(core.api.imports.stage(given)).rejects.toMatchObject({ code: 'refused' })
  await expect(core.api.imports.stage({ token: 'made-up' })).rejects.toMatchObject({ code: 'refused' })
  expect(core.files.grantReading('t', [])).toBeUndefined()
  expect(() => core.files.take('t')).toThrow('请先选择保存位置')
  core.close()
  const again = await signedIn('officer', core.place)
  expect((await again.api.imports.batch({ batchId: id })).people).toBe(16)
})

test('one field of everybody is left out or taken at once, whatever was chosen before', async () => {
  const core = await officer()
  const { api } = core
  const people = (place: string, post: string) =>
    forms({
      '单雄信.lrmx': person('单雄信', '1984-03', { nativePlace: place, post }),
      '秦琼.lrmx': person('秦琼', '1980-11', { nativePlace: place, post }),
    })
  await bringIn(core, people('山东济南', '科员'))
  const { id: batchId } = await api.imports.stage(grant(core, people('山西长治', '镇长')))
  const taken = async (): Promise<string[][]> =>
    Promise.all(
      [0, 1].map(async place =>
        (await api.imports.item({ batchId, place })).changes.flatMap(each => (each.taken ? [each.field] : [])),
      ),
    )
  expect(await taken()).toEqual([
    ['nativePlace', 'form.currentPost'],
    ['nativePlace', 'form.currentPost'],
  ])
  await api.imports.take({ batchId, place: 1, keys: [0, 1], photo: true, take: false })
  await api.imports.takeField({ batchId, field: 'nativePlace', take: false })
  expect(await taken()).toEqual([['form.currentPost'], []])
  await api.imports.takeField({ batchId, field: 'nativePlace', take: true })
  expect(await taken()).toEqual([['nativePlace', 'form.currentPost'], ['nativePlace']])
  expect(await api.imports.batch({ batchId })).toMatchObject({ willChange: 2 })
  core.close()
})
