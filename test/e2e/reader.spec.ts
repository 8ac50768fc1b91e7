import { spawn } from 'node:child_process'
import { cpSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import type { ChosenFiles } from '../../src/shared/shell/shell.contract'
import { electron, electronArgs, environmentIn, expect, type Running, root, test } from './support/app'
import { signInByHand } from './support/journey'
import { goneAfter } from './support/processes'
import { giveStore } from './support/store'

const samples = join(root, 'test/samples/lrmx')
const readerPids = ({ app }: Running): Promise<number[]> =>
  app.evaluate(({ app: electronApp }) =>
    electronApp
      .getAppMetrics()
      .filter(({ name, serviceName }) => [name, serviceName].includes('dandang-reader'))
      .map(({ pid }) => pid),
  )

async function signedIn(home: string, start: () => Promise<Running>): Promise<Running> {
  await giveStore(home)
  const running = await start()
  await signInByHand(running.page, 'ganshi')
  return running
}

/** As if the person had chosen these in the dialog. */
async function choose({ app, api }: Running, what: 'files' | 'folder', filePaths: string[]): Promise<ChosenFiles> {
  await app.evaluate(({ dialog }, paths) => {
    dialog.showOpenDialog = () => Promise.resolve({ canceled: false, filePaths: paths })
  }, filePaths)
  const chosen = await api.shell.chooseImport({ what })
  if (!chosen) throw new Error('nothing was chosen')
  return chosen
}

test('a folder is read by a process of its own and nothing of it passes the shell', async ({ home, start }) => {
  const running = await signedIn(home, start)
  const chosen = await choose(running, 'folder', [samples])
  expect(chosen).toMatchObject({ names: ['lrmx'], count: 1 })
  expect(await readerPids(running)).toEqual([])
  const { id, people, unreadable } = await running.api.imports.stage({ token: chosen.token })
  expect({ people, unreadable }).toEqual({ people: 16, unreadable: 0 })
  const readers = await readerPids(running)
  expect(readers).toHaveLength(1)
  expect(await running.api.imports.confirm({ batchId: id })).toMatchObject({ added: 16 })
  await running.replaced(() => running.page.keyboard.press('Control+l').catch(() => undefined))
  expect(await goneAfter(readers, 2000)).toBeDefined()
})

test('a token is good once, for reading alone, and a path from the page opens nothing', async ({ home, start }) => {
  const running = await signedIn(home, start)
  const { token } = await choose(running, 'files', [join(samples, '赖鑫0.lrmx')])
  await running.api.imports.stage({ token })
  await expect(running.api.imports.stage({ token })).rejects.toMatchObject({ code: 'refused' })
  const forged = await running.page.evaluate(
    path =>
      Promise.allSettled([
        window.dandang.invoke({ id: 'f1', channel: 'dropped', input: [path] }),
        window.dandang.invoke({ id: 'f2', channel: 'shell.dropped', input: [path] }),
        window.dandang.drop([{ name: 'x', path } as unknown as File]),
        window.dandang.drop([new File(['x'], path)]),
      ]),
    '/etc/passwd',
  )
  expect(forged).toMatchObject([
    { value: { ok: false } },
    { value: { ok: false } },
    { status: 'rejected' },
    { value: { ok: true, value: null } },
  ])
})

test('files dropped on the page are granted by their paths', async ({ home, start }) => {
  const running = await signedIn(home, start)
  await running.page.evaluate(() => {
    const input = document.createElement('input')
    input.type = 'file'
    input.multiple = true
    input.id = 'dropped'
    document.body.append(input)
  })
  const names = readdirSync(samples).filter(name => name.endsWith('.lrmx'))
  await running.page.setInputFiles(
    '#dropped',
    names.map(name => join(samples, name)),
  )
  const granted = await running.page.evaluate(() => {
    const input = document.querySelector<HTMLInputElement>('#dropped')
    return window.dandang.drop([...(input?.files ?? [])])
  })
  if (!granted.ok || !granted.value) throw new Error('nothing was granted')
  expect(granted.value.count).toBe(names.length)
  expect(await running.api.imports.stage({ token: granted.value.token })).toMatchObject({ people: names.length })
})

test('a file opened with the application waits until somebody has signed in, then it is read', async ({
  home,
  start,
}) => {
  const file = join(home, '赖鑫.lrmx')
  cpSync(join(samples, '赖鑫0.lrmx'), file)
  await giveStore(home)
  const running = await start({ args: [file] })
  expect(await running.api.shell.openedFiles({})).toBeNull()
  await signInByHand(running.page, 'ganshi')
  await expect(running.page.getByText('将新增 1 人')).toBeVisible({ timeout: 20_000 })
  expect(await running.api.shell.openedFiles({})).toBeNull()
  await running.page.getByRole('button', { name: '返回' }).click()
  const second = spawn(electron(), [...electronArgs, file], { env: environmentIn(home), stdio: 'ignore' })
  await new Promise(resolve => void second.once('exit', resolve))
  await expect(running.page.getByText('将新增 1 人')).toBeVisible({ timeout: 20_000 })
})
