import type { ChildProcess } from 'node:child_process'
import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { deflateRawSync } from 'node:zlib'
import { beforeAll, expect, test } from 'vitest'
import { encodeGbk } from '../../../src/main/cadres/gbk'
import { writeLrmx } from '../../../src/main/cadres/lrmx-write'
import { type Core, NOW, signedIn } from '../../helpers/harness'
import { readerOutside } from '../../helpers/reader'
import { sheetOf } from '../cadres/excel/books'
import { junk } from '../cadres/file-bombs'
import { makeZip, type TestEntry } from '../cadres/zips'
import { bundle } from '../store/child'
import { everything, folderWith, grant, laidAside, person, sampleForms } from './people'

let script = ''
beforeAll(async () => {
  script = await bundle(new URL('../cadres/reader.child.ts', import.meta.url))
}, 60_000)
const readers: ChildProcess[] = []
const officer = () => signedIn('officer', undefined, NOW, {}, () => readerOutside(script, readers))

const form = (name: string): Uint8Array => writeLrmx(person(name, '1975-01'), null)
const gbk = (name: string): Pick<TestEntry, 'name' | 'flags'> => ({
  name: Buffer.from(encodeGbk(name).bytes),
  flags: 0,
})
const stage = (core: Core, zip: Uint8Array) => core.api.imports.stage(grant(core, folderWith({ '档案.zip': zip })))
async function found(core: Core, batchId: Awaited<ReturnType<typeof stage>>['id']) {
  const page = { batchId, offset: 0, limit: 500 } as const
  const { rows } = await core.api.imports.items({ batchId, ...everything })
  const files = await core.api.imports.files({ ...page, which: 'all' })
  return { people: rows, files: files.rows, failures: files.rows.flatMap(({ failure }) => failure ?? []) }
}

test('loose files in a package are read as from a folder, each with a line and a hash of its own', async () => {
  const core = await officer()
  const folder = sampleForms()
  const samples = readdirSync(folder).filter(name => /\.(lrmx|lrm|pic)$/.test(name))
  const entries = samples.map(name => ({ name: `干部/${name}`, data: readFileSync(join(folder, name)) }))
  const staged = await stage(core, makeZip([...entries, { name: '说明.txt', data: 'x' }]))
  expect(staged).toMatchObject({ files: 16, people: 16, ignored: 1, unreadable: 0 })
  const { people, files } = await found(core, staged.id)
  expect(files.every(({ name, people: count }) => name.startsWith('档案.zip › 干部/') && count === 1)).toBe(true)
  expect(new Set(people.map(({ unitName }) => unitName))).toEqual(new Set(['干部']))
  const hashes = core.gatehouse.store?.raw.prepare('SELECT sha256 FROM import_files').pluck().all()
  const own = samples.filter(name => !name.endsWith('.pic')).map(name => readFileSync(join(folder, name)))
  expect(new Set(hashes)).toEqual(new Set(own.map(bytes => createHash('sha256').update(bytes).digest('hex'))))

  // Unpacked by hand they are the same people.
  await core.api.imports.confirm({ batchId: staged.id })
  const again = await core.api.imports.stage(grant(core, folder))
  expect(again.counts).toMatchObject({ unchanged: 16, changed: 0, new: 0 })
  core.close()
}, 60_000)

test('names in GBK, in UTF-8 that says so, and in UTF-8 that does not; what systems add is passed by', async () => {
  const core = await officer()
  const staged = await stage(
    core,
    makeZip([
      { ...gbk('石桥镇\\陆羽.lrmx'), data: form('陆羽') },
      { ...gbk('陆.lrmx'), data: form('陆机') },
      { name: '石桥镇/阮籍.lrmx', data: form('阮籍') },
      { name: '石桥镇/山涛.lrmx', flags: 0, data: form('山涛') },
      { name: '__MACOSX/石桥镇/._山涛.lrmx', data: 'x' },
      { name: '.DS_Store', data: 'x' },
      { name: '石桥镇/~$名册.xlsx', data: 'x' },
    ]),
  )
  expect(staged).toMatchObject({ people: 4, files: 4, unreadable: 0, ignored: 0 })
  const { files } = await found(core, staged.id)
  expect(files.map(({ name }) => name).toSorted()).toEqual(
    ['石桥镇/陆羽', '陆', '石桥镇/阮籍', '石桥镇/山涛'].map(name => `档案.zip › ${name}.lrmx`).toSorted(),
  )
  core.close()
}, 60_000)

test('a roster in a package waits for its columns; packages in it and broken files have a line, the rest is read', async () => {
  const core = await officer()
  const roster = await sheetOf([
    ['姓名', '性别', '备注'],
    ['单雄信', '男', ''],
  ])
  const staged = await stage(
    core,
    makeZip([
      { name: '一.lrmx', data: form('阮籍') },
      { name: '名册.xlsx', data: roster },
      { name: '里面.zip', data: makeZip([{ name: '二.lrmx', data: form('山涛') }]) },
      { name: '旧.rar', data: 'Rar!' },
      { name: '换名.lrmx', data: makeZip([{ name: '二.lrmx', data: form('山涛') }]) },
      { name: '坏.lrmx', data: form('向秀').slice(0, 300) },
      { name: '校验.lrmx', data: form('刘伶'), crc: 1 },
      { name: '大.lrmx', data: junk(16_000_000), method: 0 },
    ]),
  )
  expect(staged).toMatchObject({ people: 1, sheets: 1, unreadable: 6 })
  const { failures } = await found(core, staged.id)
  const of = (name: string): string => failures.find(text => text.startsWith(`“档案.zip › ${name}”`)) ?? ''
  expect(of('里面.zip')).toContain('压缩包里面的压缩包没有读取')
  expect(of('旧.rar')).toContain('压缩包里面的压缩包没有读取')
  expect(of('换名.lrmx')).toContain('其实是压缩包')
  expect(of('坏.lrmx')).not.toBe('')
  expect(of('校验.lrmx')).toContain('校验不符')
  expect(of('大.lrmx')).toContain('超过 15 MB')
  expect((await core.api.imports.sheets({ batchId: staged.id }))[0]?.fileName).toBe('档案.zip › 名册.xlsx')
  core.close()
}, 60_000)

const zeros = deflateRawSync(new Uint8Array(20_000_000))
const bomb = (entry: Partial<TestEntry>): Uint8Array =>
  makeZip([
    { name: '一.lrmx', data: form('阮籍') },
    { name: '二.lrmx', data: 'x', ...entry },
  ])
test.each([
  ['a way out', () => bomb({ name: '../../二.lrmx' }), '指向包外'],
  ['a way to a root', () => bomb({ name: 'C:\\二.lrmx' }), '指向包外'],
  ['a password', () => bomb({ flags: 0x801 }), '设有密码'],
  ['a link', () => bomb({ attributes: (0o120777 << 16) >>> 0 }), '链接'],
  ['zeros a thousandfold', () => bomb({ packed: zeros, claimedSize: 20_000_000 }), '压缩比'],
  ['a claim of 4 GB', () => bomb({ method: 0, claimedSize: 0xf0000000, claimedPacked: 0xf0000000 }), '200 MB'],
  [
    '300 MB',
    () =>
      makeZip([1, 2, 3].map(n => ({ name: `${n}.lrmx`, data: '', packed: junk(1_000_000), claimedSize: 100_000_000 }))),
    '200 MB',
  ],
  [
    '2,001 files',
    () => makeZip(Array.from({ length: 2001 }, (_each, n) => ({ name: `${n}.lrmx`, data: 'x', method: 0 as const }))),
    '超过 2000 个',
  ],
  ['one name twice', () => bomb({ name: '一.lrmx' }), '同名'],
  ['the end missing', () => bomb({}).subarray(0, -30), '已损坏'],
  ['nothing to import', () => makeZip([{ name: '照片.jpg', data: 'x' }]), '没有可以导入的文件'],
] as const)(
  'a package with %s is refused whole with one line',
  async (_what, make, why) => {
    const core = await officer()
    const staged = await stage(core, make())
    expect(staged).toMatchObject({ files: 1, people: 0, unreadable: 1 })
    const { failures } = await found(core, staged.id)
    expect(failures[0]?.startsWith('“档案.zip”：')).toBe(true)
    expect(failures[0]).toContain(why)
    core.close()
  },
  60_000,
)

test('sizes that lie cost their file alone', async () => {
  const core = await officer()
  const staged = await stage(core, bomb({ packed: zeros, claimedSize: 60_000 }))
  expect(staged).toMatchObject({ people: 1, unreadable: 1 })
  core.close()
}, 60_000)

test('a reader that is killed inside a package loses nobody; cancelling leaves nothing', async () => {
  const core = await officer()
  const many = makeZip(Array.from({ length: 200 }, (_each, n) => ({ name: `${n}.lrmx`, data: form(`阮${n}`) })))
  let killed = false
  const staged = await core.api.imports.stage(grant(core, folderWith({ '档案.zip': many })), {
    onProgress: ({ done }) => {
      if (!killed && done > 40) killed = readers.at(-1)?.kill('SIGKILL') ?? false
    },
  })
  expect(killed).toBe(true)
  expect(staged).toMatchObject({ people: 200, unreadable: 0 })
  await core.api.imports.discard({ batchId: staged.id })

  const controller = new AbortController()
  const stopped = core.api.imports.stage(grant(core, folderWith({ '档案.zip': many })), {
    signal: controller.signal,
    onProgress: ({ done }) => {
      if (done > 40) controller.abort()
    },
  })
  await expect(stopped).rejects.toMatchObject({ code: 'cancelled' })
  expect(laidAside(core)).toBe(0)
  core.close()
}, 60_000)
