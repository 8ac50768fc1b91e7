import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { PDFDocument } from '@cantoo/pdf-lib'
import { expect, test } from 'vitest'
import { newAlbum } from '../../../src/shared/albums/albums'
import { HonourFacts, wholeRegister } from '../../../src/shared/honours/honours'
import { tempFolder } from '../../helpers/folders'
import { type Core, signedIn } from '../../helpers/harness'

const { revoked: _revoked, ...wall } = wholeRegister
const page = { ...wall, offset: 0, limit: 500 }
const facts = (more: Partial<HonourFacts>): HonourFacts =>
  HonourFacts.parse({
    holder: 'team',
    cadreId: null,
    unitId: null,
    holderName: '云溪河整治专班',
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
    deeds: '三个月完成整治。',
    evidence: '',
    publicity: '',
    posthumous: false,
    ...more,
  })
/** A JPEG of three by four, as small as one can be told from its first bytes. */
const picture = Uint8Array.from([
  0xff, 0xd8, 0xff, 0xc0, 0, 0x11, 8, 0, 4, 0, 3, 3, 1, 0x22, 0, 2, 0x11, 1, 3, 0x11, 1, 0xff, 0xd9,
])
async function withPhoto({ api }: Core, name: string) {
  const { cadre } = await api.cadres.add({ name, birth: '1980-05', unitId: null })
  await api.photos.set({ cadreId: cadre.id, bytes: picture })
  return cadre.id
}
const revocation = { on: '2030-01-01', ground: '弄虚作假，骗取奖励' as const, documentNo: '云发〔2030〕1号', note: '' }

test('the wall shows what is in force with portraits, also to a leader who sees no files; never what was revoked', async () => {
  const core = await signedIn('officer')
  const { api } = core
  const cadreId = await withPhoto(core, '单雄信')
  const own = await api.honours.add(
    facts({
      holder: 'person',
      holderName: '',
      cadreId,
      posthumous: true,
      name: '三等功',
      on: '2028' as HonourFacts['on'],
    }),
  )
  const team = await api.honours.add(
    facts({
      members: [
        { cadreId, name: '', part: '' },
        { cadreId: null, name: '叶知秋', part: '' },
      ],
    }),
  )
  const bad = await api.honours.add(facts({ holderName: '乙队' }))
  await api.honours.revoke({ id: bad.id, revision: 1, revocation, reason: '查实' })
  const { rows, total } = await api.albums.wall(page)
  expect(total).toBe(2)
  expect(rows).toMatchObject([
    { id: team.id, name: '云溪河整治专班', post: '单雄信、叶知秋', photoId: null },
    { id: own.id, name: '单雄信', posthumous: true, cadreId },
  ])
  expect(await api.albums.years({})).toEqual([2029, 2028])
  expect((await api.albums.portrait({ id: own.id }))?.bytes).toEqual(picture)
  expect(await api.albums.portrait({ id: team.id })).toBeNull()
  await api.honours.revoke({ id: own.id, revision: 1, revocation, reason: '查实' })
  expect(await api.albums.portrait({ id: own.id })).toBeNull()
  core.close()
})

test('an album keeps its own order and words, and leaves the register as it is', async () => {
  const core = await signedIn('officer')
  const { albums, honours } = core.api
  const [a, b, c] = await Promise.all(['甲队', '乙队', '丙队'].map(holderName => honours.add(facts({ holderName }))))
  if (!a || !b || !c) throw new Error('none')
  const made = await albums.add(newAlbum('中共云泽区委组织部', '二〇二九年七月'))
  const entries = [
    { honourId: c.id, text: '画册里的话' },
    { honourId: a.id, text: null },
  ]
  const order = { id: made.id, revision: 1, facts: newAlbum('', ''), entries }
  expect((await albums.change(order)).entries).toEqual(entries)
  await expect(albums.change(order)).rejects.toMatchObject({ code: 'conflict' })
  await expect(
    albums.change({ ...order, revision: 2, entries: [...entries, { honourId: a.id, text: null }] }),
  ).rejects.toMatchObject({ code: 'invalid-input' })
  expect((await honours.get({ id: c.id })).deeds).toBe('三个月完成整治。')
  await honours.revoke({ id: a.id, revision: 1, revocation, reason: '查实' })
  const { shown, gone } = await albums.get({ id: made.id })
  expect({ names: shown.map(({ name }) => name), gone }).toEqual({ names: ['丙队'], gone: 1 })
  await honours.revoke({ id: b.id, revision: 1, revocation, reason: '查实' })
  await expect(albums.change({ ...order, revision: 2, entries: [{ honourId: b.id, text: null }] })).rejects.toThrow(
    '已撤销的荣誉不收进风采录',
  )
  expect(await albums.list({})).toMatchObject([{ id: made.id, people: 2, byName: '陆四' }])
  await albums.remove({ id: made.id, revision: 2, reason: '重做' })
  expect(await albums.list({})).toEqual([])
  core.close()
})

test('as one PDF with the boxes of a printing house, in parts with their pictures, entered in the register', async () => {
  const core = await signedIn('officer')
  const { albums, honours } = core.api
  const cadreId = await withPhoto(core, '单雄信')
  const ids = [(await honours.add(facts({ holder: 'person', holderName: '', cadreId }))).id]
  for (let index = 0; index < 29; index += 1) ids.push((await honours.add(facts({ holderName: `第${index}队` }))).id)
  const plain = { ...newAlbum('', ''), bleed: true }
  const { id } = await albums.add(plain)
  const path = join(tempFolder(), '风采录.pdf')
  core.files.grant('none', path)
  const order = { id, reason: '付印', recipient: '印刷厂', mark: null }
  await expect(albums.save({ ...order, target: 'none' })).rejects.toThrow('还没有人')
  await albums.change({ id, revision: 1, facts: plain, entries: ids.map(honourId => ({ honourId, text: null })) })
  core.files.grant('place', path)
  const seen: number[] = []
  const { entry, pages } = await albums.save(
    { ...order, target: 'place' },
    { onProgress: ({ done }) => seen.push(done) },
  )
  expect({ ...entry, pages }).toMatchObject({ kind: 'album-pdf', people: 30, written: 30, outcome: 'done', pages: 33 })
  const made = await PDFDocument.load(readFileSync(path), { updateMetadata: false })
  expect(made.getPageCount()).toBe(33)
  const trim = made.getPage(0).getTrimBox()
  expect([trim.width, trim.height].map(Math.round)).toEqual([595, 842])
  expect(core.paper.shown).toEqual([ids[0]])
  expect(core.paper.open).toBe(0)
  const stop = new AbortController()
  const other = join(tempFolder(), '停.pdf')
  core.files.grant('stopped', other)
  core.paper.on(() => stop.abort())
  await expect(albums.save({ ...order, target: 'stopped' }, { signal: stop.signal })).rejects.toMatchObject({
    code: 'cancelled',
  })
  expect([existsSync(other), core.paper.open]).toEqual([false, 0])
  core.close()
})
