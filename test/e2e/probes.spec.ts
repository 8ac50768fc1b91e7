import { createSocket, type Socket } from 'node:dgram'
import { rmSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { expect, launch, newHome, type Running, test } from './support/app'
import { codeProbes } from './support/probes/code'
import { leavingProbes } from './support/probes/leaving'
import { prepareProbes } from './support/probes/page'
import { permissionProbes } from './support/probes/permissions'
import { requestProbes } from './support/probes/requests'

/** One application for all probes. A server on this computer stands for the world outside and hears nothing of them. */
let running: Running
let home: string
let world: Server
let worldOfDatagrams: Socket
const heard: string[] = []

test.beforeAll(async () => {
  world = createServer((request, response) => {
    heard.push(`${request.method} ${request.url}`)
    response.end('hello')
  })
  world.on('connection', socket => heard.push(`connection from ${socket.remotePort}`))
  await new Promise<void>(resolve => world.listen(0, '127.0.0.1', resolve))
  worldOfDatagrams = createSocket('udp4', message => heard.push(`datagram of ${message.length} bytes`))
  const { port } = world.address() as AddressInfo
  await new Promise<void>(resolve => worldOfDatagrams.bind(port, '127.0.0.1', resolve))
  home = newHome()
  running = await launch({ home, demo: true, args: ['--use-fake-device-for-media-stream'] })
  await running.page.getByRole('navigation').first().waitFor()
  await running.page.evaluate(prepareProbes, `127.0.0.1:${port}`)
})
test.afterAll(() => {
  running.kill()
  world.close()
  worldOfDatagrams.close()
  rmSync(home, { recursive: true, force: true, maxRetries: 3 })
})
test.afterEach(async () => {
  const place = await running.page.evaluate(() => `${location.href} ${document.title}`)
  expect(place, 'the page stays where and what it is').toBe('app://dandang/index.html 担当')
  expect(running.app.windows(), 'no second window').toHaveLength(1)
  expect(heard, 'nothing is heard outside').toEqual([])
})

for (const [group, probes] of Object.entries({
  code: codeProbes,
  requests: requestProbes,
  'leaving the page': leavingProbes,
  permissions: permissionProbes,
}))
  test.describe(group, () => {
    for (const [title, act, expected] of probes)
      test(title, async () => {
        expect(await running.page.evaluate(act)).toBe(expected)
      })
  })

test.describe('the bridge', () => {
  test('nothing of Node or Electron is in reach', async () => {
    const names = ['require', 'process', 'module', 'exports', 'global', 'Buffer', '__dirname', 'setImmediate']
    const found = await running.page.evaluate(
      all => all.filter(name => name in globalThis),
      [...names, 'ipcRenderer', 'electron', 'contextBridge', 'webFrame'],
    )
    expect(found).toEqual([])
  })

  test('it has three functions and cannot be replaced', async () => {
    const seen = await running.page.evaluate(() => {
      const before = window.dandang
      const invoke = window.dandang.invoke
      const tries = [
        Reflect.set(window, 'dandang', {}),
        Reflect.deleteProperty(window, 'dandang'),
        Reflect.defineProperty(window, 'dandang', { value: {} }),
        Reflect.set(window.dandang, 'invoke', () => undefined),
        Reflect.deleteProperty(window.dandang, 'on'),
        Reflect.set(window.dandang, 'more', 1),
      ]
      const kinds = Object.entries(window.dandang).map(([name, value]) => `${name} ${typeof value}`)
      return { tries, kinds, same: window.dandang === before && window.dandang.invoke === invoke }
    })
    expect(seen.kinds.toSorted()).toEqual(['drop function', 'invoke function', 'on function'])
    expect(seen.tries).toEqual([false, false, false, false, false, false])
    expect(seen.same).toBe(true)
  })

  test('a listener is given plain values alone', async () => {
    const heardInPage = await running.page.evaluate(async () => {
      const given = new Promise<unknown[]>(resolve => window.dandang.on((...all) => resolve(all)))
      const ask = (channel: string, input: unknown) => window.dandang.invoke({ id: 'l', channel, input })
      const tree = (await ask('units.tree', {})) as { value: { id: string }[] }
      await ask('units.add', { parentId: tree.value[0]?.id, name: '探查科' })
      return JSON.stringify(await given)
    })
    expect(heardInPage).toBe('[{"kind":"changed","feature":"units"}]')
  })

  for (const [channel, input] of [
    ['nothing.here', {}],
    ['shell.nothing', {}],
    ['shell.constructor', {}],
    ['__proto__.toString', {}],
    ['units.constructor', {}],
    ['shell', {}],
    ['shell.setZoom', { percent: 9000 }],
    ['shell.openStore', { id: ['../x'] }],
    ['shell.chooseSaveFile', { suggestedName: 'x', extension: '../sh' }],
    ['shell.copyText', { text: 'x'.repeat(1_000_001) }],
    ['shell.setTheme', null],
    ['units.add', { parentId: 'x', name: '' }],
    ['drafts.save', { key: '../x', body: '' }],
  ] as const)
    test(`${channel} with ${JSON.stringify(input).slice(0, 40)} is refused`, async () => {
      const answer = await running.call(channel, input)
      expect(answer).toMatchObject({ ok: false, error: { code: 'invalid-input' } })
    })

  test('a request that is none is refused', async () => {
    for (const request of [null, 5, {}, { channel: 5 }, []]) {
      const outcome = await running.page.evaluate(
        asked => attempt(() => Reflect.apply(window.dandang.invoke, null, [asked])),
        request,
      )
      expect(outcome).toMatch(/^refused/)
    }
  })
})

test.describe('the application', () => {
  for (const address of [
    'app://dandang/../main/index.js',
    'app://dandang/..%2fmain%2findex.js',
    'app://dandang/..%5cmain%5cindex.js',
    'app://dandang/%2e%2e/%2e%2e/package.json',
    'app://dandang//etc/hostname',
    'app://dandang/assets/',
    'app://dandang/index.html%00.js',
  ])
    test(`${address} is not there`, async () => {
      const status = await running.page.evaluate(async asked => (await fetch(asked)).status, address)
      expect(status).toBe(404)
    })

  for (const address of ['app://other/index.html', 'app://dandang.other/index.html'])
    test(`${address} is not ours`, async () => {
      const outcome = await running.page.evaluate(asked => attempt(() => fetch(asked)), address)
      expect(outcome).toBe('refused: TypeError')
      const status = await running.app.evaluate(
        ({ session }, asked) =>
          session
            .fromPartition('dandang')
            .fetch(asked)
            .then(
              ({ status: code }) => code,
              () => 0,
            ),
        address,
      )
      expect([0, 404]).toContain(status)
    })

  test('a file dropped on the window does not take its place', async () => {
    const { page } = running
    const tools = await page.context().newCDPSession(page)
    const data = { items: [], files: ['/etc/hostname'], dragOperationsMask: 1 }
    for (const type of ['dragEnter', 'dragOver', 'drop'] as const)
      await tools.send('Input.dispatchDragEvent', { type, x: 400, y: 300, data })
    await tools.detach()
    // It is offered for import, inside the page that stands.
    await expect(page.getByRole('tab', { name: '读不了 1' })).toBeVisible()
    await page.evaluate(() => history.back())
    await page.waitForURL('app://dandang/index.html')
    expect(await page.evaluate(() => leaving(() => 0))).toBe('stayed')
  })

  test('a download is taken back before a byte is written', async () => {
    const told = running.app.evaluate(
      ({ session }) =>
        new Promise<boolean>(resolve =>
          session.fromPartition('dandang').once('will-download', event => resolve(event.defaultPrevented)),
        ),
    )
    await running.page.evaluate(() => {
      const href = URL.createObjectURL(new Blob(['x'.repeat(1000)]))
      Object.assign(document.createElement('a'), { href, download: 'geheim.txt' }).click()
    })
    expect(await told).toBe(true)
  })

  test('the developer tools stay shut', async () => {
    const opened = await running.app.evaluate(async ({ BrowserWindow }) => {
      const contents = BrowserWindow.getAllWindows()[0]?.webContents
      contents?.openDevTools()
      await new Promise(resolve => setTimeout(resolve, 500))
      return contents?.isDevToolsOpened()
    })
    expect(opened).toBe(false)
  })
})
