import { execFileSync } from 'node:child_process'
import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statfsSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { expect, type Running, test } from './support/app'
import { startCoreAt, topOf, withCore } from './support/core'
import { signInByHand } from './support/journey'
import { giveStore, newStore, officer, PASSWORD, placeIn, rememberStore, UNIT } from './support/store'

const isRoot = process.getuid?.() === 0

/** A disk of its own below the home, so that being full or write-protected is real, for root too. */
class Disk {
  constructor(
    readonly folder: string,
    megabytes: number,
  ) {
    mkdirSync(folder)
    execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${megabytes}m`, 'dandang-test', folder], { stdio: 'ignore' })
  }
  protect(): void {
    execFileSync('mount', ['-o', 'remount,ro', this.folder], { stdio: 'ignore' })
  }
  unprotect(): void {
    execFileSync('mount', ['-o', 'remount,rw', this.folder], { stdio: 'ignore' })
  }
  /** Leaves this many bytes. */
  fill(leaving: number): void {
    const { bavail, bsize } = statfsSync(this.folder)
    writeFileSync(join(this.folder, 'films'), Buffer.alloc(Math.max(0, bavail * bsize - leaving), 1))
  }
  free(): void {
    rmSync(join(this.folder, 'films'))
  }
  [Symbol.dispose](): void {
    execFileSync('umount', ['-l', this.folder], { stdio: 'ignore' })
  }
}

function mayMount(home: string): boolean {
  try {
    new Disk(join(home, 'try'), 1)[Symbol.dispose]()
    return true
  } catch {
    return false
  }
}

/** The trouble has one name, one next step, and says that the data are as they were. */
async function expectTrouble(running: Running, title: string, step: string): Promise<void> {
  const { page } = running
  await expect(page.getByRole('heading', { name: title, level: 1 })).toBeVisible()
  await expect(page.locator('.dd-button-primary:visible')).toHaveText([step])
  await expect(page.getByRole('alert').first()).toContainText(/没有改动|没有删除|原样留着/)
}

const stateOf = (running: Running) => running.api.session.state({})
const typeIn = async ({ page }: Running): Promise<void> => {
  const form = page.getByRole('form', { name: '登录' })
  await form.getByLabel('登录名').fill('ganshi')
  await form.getByLabel('密码').pressSequentially(PASSWORD)
  await form.getByRole('button', { name: '登录' }).click()
}
const goOn = ({ page }: Running, step: string): Promise<void> => page.getByRole('button', { name: step }).click()
const expectSignIn = ({ page }: Running): Promise<void> =>
  expect(page.getByRole('form', { name: '登录' })).toBeVisible()

test('a folder that cannot be written', async ({ home, start }) => {
  test.skip(isRoot, 'root may write everywhere: the write-protected disk below stands for it')
  const { folder } = await giveStore(home)
  chmodSync(folder, 0o500)
  const running = await start()
  expect(await stateOf(running)).toMatchObject({ kind: 'trouble', code: 'store-read-only' })
  await expectTrouble(running, '数据库所在的文件夹不能写', '解除写保护后再试')
  chmodSync(folder, 0o700)
  await goOn(running, '解除写保护后再试')
  await expectSignIn(running)
})

test('a write-protected disk', async ({ home, start }) => {
  test.skip(!mayMount(home), 'this needs leave to mount a small disk (root)')
  using disk = new Disk(join(home, 'disk'), 16)
  await giveStore(home, join(disk.folder, 'store'))
  disk.protect()
  const running = await start()
  expect(await stateOf(running)).toMatchObject({ kind: 'trouble', code: 'store-read-only' })
  await expectTrouble(running, '数据库所在的文件夹不能写', '解除写保护后再试')
  disk.unprotect()
  await goOn(running, '解除写保护后再试')
  await expectSignIn(running)
  running.kill()
})

test('a disk that is full when a person signs in', async ({ home, start }) => {
  test.skip(!mayMount(home), 'this needs leave to mount a small disk (root)')
  using disk = new Disk(join(home, 'disk'), 16)
  await giveStore(home, join(disk.folder, 'store'))
  const running = await start()
  await expectSignIn(running)
  disk.fill(0)
  await typeIn(running)
  await expectTrouble(running, '磁盘满了', '腾出空间后再试')
  disk.free()
  // What was typed is still there: one press goes on.
  await goOn(running, '腾出空间后再试')
  await expect(running.page.getByRole('navigation', { name: '页面' })).toBeVisible()
  running.kill()
})

test('a disk that fills up while people work', async ({ home, start }) => {
  test.skip(!mayMount(home), 'this needs leave to mount a small disk (root)')
  using disk = new Disk(join(home, 'disk'), 16)
  await giveStore(home, join(disk.folder, 'store'))
  const running = await start()
  await running.api.session.signIn(officer)
  const parentId = await topOf(running.api)
  disk.fill(0)
  let kept = 0
  const add = (i: number) => running.api.units.add({ parentId, name: `第${i}科` })
  // A little room may be left inside the file and its log, so the first of them can still go well.
  const refusal = await (async () => {
    for (; kept < 500; kept++) await add(kept)
  })().catch((error: unknown) => error)
  expect(refusal).toMatchObject({ code: 'disk-full' })
  expect(await running.api.units.tree({})).toHaveLength(1 + kept)
  disk.free()
  await add(kept)
  expect(await running.api.units.tree({})).toHaveLength(2 + kept)
  running.kill()
})

test('a disk too small for a new store', async ({ home, start }) => {
  test.skip(!mayMount(home), 'this needs leave to mount a small disk (root)')
  using disk = new Disk(join(home, 'disk'), 3)
  rememberStore(home, join(disk.folder, 'store'), UNIT, { lastUsedAt: null })
  const running = await start()
  expect(await stateOf(running)).toEqual({ kind: 'empty' })
  await expect(running.api.session.create(newStore)).rejects.toMatchObject({ code: 'disk-full' })
  expect(existsSync(join(disk.folder, 'store'))).toBe(false)
  expect(existsSync(join(disk.folder, 'store.partial'))).toBe(false)
  running.kill()
})

test('a store that is open elsewhere', async ({ home, start }) => {
  const place = await giveStore(home)
  const other = startCoreAt(place)
  await other.api.session.signIn(officer)
  const running = await start()
  expect(await stateOf(running)).toMatchObject({ kind: 'trouble', code: 'store-in-use' })
  await expectTrouble(running, '数据库正在别处使用', '那边退出后再试')
  other.close()
  await goOn(running, '那边退出后再试')
  await expectSignIn(running)
})

for (const part of ['store.db', ''])
  test(`${part || 'a folder'} that is gone, and comes back`, async ({ home, start }) => {
    const { folder } = await giveStore(home)
    const [here, elsewhere] = [join(folder, part), join(home, 'elsewhere')]
    renameSync(here, elsewhere)
    const running = await start()
    expect(await stateOf(running)).toMatchObject({ kind: 'trouble', code: 'store-missing' })
    await expectTrouble(running, '原来的位置上找不到数据库', '接好后再找一次')
    expect(existsSync(here), 'nothing takes its place').toBe(false)
    renameSync(elsewhere, here)
    await goOn(running, '接好后再找一次')
    await signInByHand(running.page, 'ganshi')
  })

test('both key files damaged', async ({ home, start }) => {
  const { folder } = await giveStore(home)
  for (const name of ['vault-a.json', 'vault-b.json']) writeFileSync(join(folder, name), '{"format":')
  const before = readFileSync(join(folder, 'store.db'))
  const running = await start()
  expect(await stateOf(running)).toMatchObject({ kind: 'trouble', code: 'store-damaged' })
  await expectTrouble(running, '数据库的文件有损坏', '从备份恢复')
  expect(readFileSync(join(folder, 'store.db')).equals(before)).toBe(true)
})

test('one key file damaged: the other takes its place', async ({ home, start }) => {
  const { folder } = await giveStore(home)
  writeFileSync(join(folder, 'vault-a.json'), '')
  const running = await start()
  await signInByHand(running.page, 'ganshi')
})

test('a data file damaged', async ({ home, start }) => {
  const { folder } = await giveStore(home)
  const file = join(folder, 'store.db')
  const bytes = readFileSync(file)
  bytes.fill(0x5a, 64, 4096)
  writeFileSync(file, bytes)
  const running = await start()
  await typeIn(running)
  await expectTrouble(running, '数据库的文件有损坏', '从备份恢复')
  expect(readFileSync(file).equals(bytes)).toBe(true)
})

test('a store that was copied to another computer', async ({ home, start }) => {
  const place = await giveStore(home)
  rmSync(place.machineDir, { recursive: true })
  const running = await start()
  expect(await stateOf(running)).toMatchObject({ kind: 'locked', machineKnown: false })
  await expectTrouble(running, '这台计算机还没有登记', '用恢复码打开')
})

test('a clock that was set back', async ({ home, start }) => {
  const place = await giveStore(home)
  const day = 86_400_000
  await withCore(place, core => core.api.session.signIn(officer), day)
  const running = await start()
  await typeIn(running)
  await expectTrouble(running, '计算机的时间比上次使用时还早', '时间无误，继续登录')
  await goOn(running, '时间无误，继续登录')
  await expect(running.page.getByRole('navigation', { name: '页面' })).toBeVisible()
})

test('a store that was put back to an earlier day can only be read', async ({ home, start }) => {
  const place = await giveStore(home)
  const earlier = join(home, 'earlier')
  cpSync(place.folder, earlier, { recursive: true })
  await withCore(place, async ({ api }) => {
    await api.session.signIn(officer)
    await api.units.add({ parentId: await topOf(api), name: '后来的一科' })
  })
  rmSync(place.folder, { recursive: true })
  renameSync(earlier, placeIn(home).folder)
  const running = await start()
  await signInByHand(running.page, 'ganshi')
  const adding = running.api.units.add({ parentId: await topOf(running.api), name: '又一科' })
  await expect(adding).rejects.toMatchObject({ code: 'refused' })
  await expect(running.page.getByText('只能查看')).toBeVisible()
})
