import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { verifyBackup } from '../../../src/main/store/backup-make'
import { backupsFolder } from '../../../src/main/store/store-paths'
import { AppError } from '../../../src/shared/result'
import { tempFolder } from '../../helpers/folders'
import { type Core, freshStore, NOW, signedIn } from '../../helpers/harness'

const HOUR = 3_600_000
const codeOf = async (work: Promise<unknown>): Promise<string> => {
  try {
    await work
    return 'none'
  } catch (error) {
    return error instanceof AppError ? error.code : String(error)
  }
}
async function officer(): Promise<Core> {
  const core = await signedIn('officer')
  onTestFinished(() => core.close())
  return core
}
const filesOf = (core: Core) => readdirSync(backupsFolder(core.place.folder))
const addOne = (core: Core, name = '郑知行') => core.api.cadres.add({ name, birth: null, unitId: null })

test('a backup made by hand is one file, listed with what it holds, and its making is on the record', async () => {
  const core = await officer()
  await addOne(core)
  expect(await core.api.backups.state({})).toMatchObject({ lastGoodAt: null, changed: true, second: null })
  const made = await core.api.backups.make({ note: '换届前' })
  expect(made).toMatchObject({
    place: 'main',
    good: true,
    head: { kind: 'manual', at: new Date(NOW).toISOString() },
    contents: { note: '换届前', people: 1 },
  })
  expect(filesOf(core)).toEqual([made.file])
  expect(await core.api.backups.list({})).toEqual([made])
  expect(await core.api.backups.state({})).toMatchObject({ lastGoodAt: new Date(NOW).toISOString(), changed: false })
  const dek = core.gatehouse.store?.dek ?? Buffer.alloc(0)
  expect(verifyBackup(join(backupsFolder(core.place.folder), made.file), dek).contents.counts['cadres']).toBe(1)
})

test('the clock makes one a day and one an hour while something is written, and none otherwise', async () => {
  const core = await officer()
  const { backups } = core.gatehouse
  const kinds = async () => (await core.api.backups.list({})).map(({ head }) => head?.kind)
  await addOne(core)
  await backups.look()
  expect(await kinds()).toEqual(['daily'])
  core.time.now += 2 * HOUR
  await backups.look()
  expect(await kinds()).toEqual(['daily'])
  await addOne(core, '郑又行')
  await backups.look()
  expect(await kinds()).toEqual(['hourly', 'daily'])
  await addOne(core, '郑再行')
  core.time.now += HOUR / 2
  await backups.look()
  expect(await kinds()).toEqual(['hourly', 'daily'])
  core.time.now += HOUR / 2
  await backups.look()
  await addOne(core, '郑不行')
  core.time.now += 1000
  await backups.onQuit()
  expect(await kinds()).toEqual(['quit', 'hourly', 'hourly', 'daily'])
  await backups.onQuit()
  expect(await kinds()).toHaveLength(4)
})

test('the second place gets the newest one while it is there, and its age is told while it is not', async () => {
  const core = await signedIn('sysadmin')
  onTestFinished(() => core.close())
  const medium = join(tempFolder(), 'usb')
  mkdirSync(medium)
  core.files.grant('t', medium)
  await core.api.backups.make({ note: '' })
  await core.api.backups.placeSecond({ token: 't' })
  expect(readdirSync(medium)).toEqual(filesOf(core))
  const second = () => core.api.backups.state({}).then(state => state.second)
  expect(await second()).toEqual({ folder: medium, there: true, lastGoodAt: new Date(NOW).toISOString() })
  rmSync(medium, { recursive: true })
  core.time.now += HOUR
  await core.api.backups.make({ note: '' })
  expect(await second()).toEqual({ folder: medium, there: false, lastGoodAt: new Date(NOW).toISOString() })
  expect(existsSync(medium)).toBe(false)
  mkdirSync(medium)
  core.time.now += HOUR
  const made = await core.api.backups.make({ note: '' })
  expect(readdirSync(medium)).toEqual([made.file])
  expect((await core.api.backups.list({})).map(({ place }) => place).toSorted()).toEqual([
    'main',
    'main',
    'main',
    'second',
  ])
  await core.api.backups.placeSecond({ token: null })
  expect(await second()).toBeNull()
  expect(readdirSync(medium)).toEqual([made.file])
})

test.runIf(process.platform === 'linux')(
  'a second place that cannot be written to is told of, and holds up neither a backup nor an import',
  async () => {
    const core = await signedIn('sysadmin')
    onTestFinished(() => core.close())
    // Nobody writes there, root neither.
    core.files.grant('t', '/proc')
    await core.api.backups.placeSecond({ token: 't' })
    expect(await core.api.backups.make({ note: '' })).toMatchObject({ good: true })
    await core.gatehouse.backups.beforeImport({ signal: new AbortController().signal, step: () => undefined })
    expect(filesOf(core)).toHaveLength(2)
    expect((await core.api.backups.state({})).failure).toContain('没能写入第二备份位置')
  },
)

test('a clock that was set back makes one backup and not one a minute', async () => {
  const core = await officer()
  const { backups } = core.gatehouse
  await addOne(core)
  await backups.look()
  core.time.now -= 10 * 365 * 24 * HOUR
  await addOne(core, '郑又行')
  await backups.look()
  expect(filesOf(core)).toHaveLength(2)
  await addOne(core, '郑再行')
  core.time.now += 60_000
  await backups.look()
  expect(filesOf(core)).toHaveLength(2)
})

test('a damaged one is found by the check, listed as damaged, and takes no place in the rotation', async () => {
  const core = await officer()
  const made = await core.api.backups.make({ note: '' })
  const path = join(backupsFolder(core.place.folder), made.file)
  expect(await core.api.backups.verify({ place: 'main', file: made.file })).toMatchObject({ good: true })
  const bytes = readFileSync(path)
  bytes[5000] = (bytes[5000] ?? 0) ^ 1
  writeFileSync(path, bytes)
  expect(await core.api.backups.verify({ place: 'main', file: made.file })).toMatchObject({
    good: false,
    finding: '备份的数据与清单不符，文件已损坏',
  })
  expect(await core.api.backups.list({})).toMatchObject([{ good: false, check: { good: false } }])
  expect(await core.api.backups.state({})).toMatchObject({ lastGoodAt: null })
  truncateSync(path, statSync(path).size - 3)
  expect(await core.api.backups.list({})).toMatchObject([{ good: false, head: null }])
  expect((await core.api.backups.runs({})).map(({ kind, good, by }) => [kind, good, by])).toEqual([
    ['check', false, '陆四'],
    ['check', true, '陆四'],
  ])
})

test('a drill restores into a folder of its own, is recorded, and leaves nothing behind', async () => {
  const core = await officer()
  await addOne(core)
  const made = await core.api.backups.make({ note: '' })
  const before = readdirSync(core.place.folder)
  const drill = await core.api.backups.drill({ place: 'main', file: made.file })
  expect(drill).toMatchObject({ good: true, finding: expect.stringContaining('恢复出 1 人') as string })
  expect(readdirSync(core.place.folder)).toEqual(before)
  expect(await core.api.backups.runs({})).toMatchObject([{ kind: 'drill', backupId: made.head?.id, good: true }])
})

test('stopped while it is made, nothing is left and nothing is listed', async () => {
  const core = await officer()
  const stop = new AbortController()
  const making = core.api.backups.make({ note: '' }, { signal: stop.signal, onProgress: () => stop.abort() })
  expect(await codeOf(making)).toBe('cancelled')
  expect(filesOf(core)).toEqual([])
  expect(await core.api.backups.list({})).toEqual([])
})

test('what a kill left half written is taken away at the next sign-in and was never listed', async () => {
  const { place } = await freshStore()
  mkdirSync(backupsFolder(place.folder), { recursive: true })
  writeFileSync(join(backupsFolder(place.folder), '20300101-000000-daily-00000000.ddb.partial'), 'half')
  mkdirSync(join(backupsFolder(place.folder), 'drill-0'))
  writeFileSync(join(backupsFolder(place.folder), 'drill-0', 'store.db'), 'half')
  const core = await signedIn('officer', place)
  onTestFinished(() => core.close())
  expect(await core.api.backups.list({})).toEqual([])
  expect(filesOf(core)).toEqual([])
})

test('of three good ones none can be deleted; a damaged one can', async () => {
  const core = await signedIn('sysadmin')
  onTestFinished(() => core.close())
  const made = []
  for (let i = 0; i < 4; i++) {
    core.time.now += HOUR
    made.push(await core.api.backups.make({ note: '' }))
  }
  const [first, second] = made
  await core.api.backups.remove({ place: 'main', file: first?.file ?? '', reason: '多余' })
  expect(await codeOf(core.api.backups.remove({ place: 'main', file: second?.file ?? '', reason: '多余' }))).toBe(
    'refused',
  )
  expect(filesOf(core)).toHaveLength(3)
  for (const file of ['../store.db', 'a/b.ddb', '..\\x.ddb'])
    expect(await codeOf(core.api.backups.remove({ place: 'main', file, reason: '多余' }))).toBe('not-found')
})

test('the store itself is looked through, and what is damaged is named', async () => {
  const core = await officer()
  await addOne(core)
  expect((await core.api.backups.damage({})).findings).toEqual([])
  const raw = core.gatehouse.store?.raw
  raw?.pragma('foreign_keys = OFF')
  raw?.exec("UPDATE cadres SET unit_id = 'nowhere'")
  raw?.pragma('foreign_keys = ON')
  core.time.now += 8 * 24 * HOUR
  await core.gatehouse.backups.look()
  expect(await core.api.backups.state({})).toMatchObject({
    damage: { good: false, finding: expect.stringContaining('1 条记录指向的内容不见了') as string },
  })
  expect((await core.api.backups.damage({})).findings).toEqual([
    { kind: 'references', name: 'cadres → units', detail: '1 条记录指向的内容不见了' },
  ])
})
