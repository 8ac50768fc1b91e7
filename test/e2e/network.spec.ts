import { execFileSync } from 'node:child_process'
import { chmodSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { electron, expect, type Running, test, userData } from './support/app'
import { topOf } from './support/core'
import { goTo, signInByHand } from './support/journey'
import { networkSockets } from './support/processes'
import { giveStore } from './support/store'

const SAMPLE_MS = 40

/** Everything that a person does in a day, in short: sign in, look around, change something, lock, sign in again. */
async function wholeSession(running: Running): Promise<void> {
  await signInByHand(running.page, 'ganshi')
  await running.api.units.add({ parentId: await topOf(running.api), name: '水利局' })
  for (const title of ['单位', '设置', '工作台']) await goTo(running.page, title)
  await running.page.keyboard.press('Control+K')
  await running.page.keyboard.type('danwei')
  await running.page.keyboard.press('Escape')
  await signInByHand(await running.lock(), 'ganshi')
  expect((await running.api.units.tree({})).map(({ name }) => name)).toContain('水利局')
}

/** The two ports that the tester itself opens: the inspector of the main process and that of the pages. */
async function testersPorts(running: Running): Promise<Set<number>> {
  const inspector = await running.app.evaluate(() => process.getBuiltinModule('inspector').url())
  const [pages] = readFileSync(join(userData(running.home), 'DevToolsActivePort'), 'utf8').split('\n')
  return new Set([Number(new URL(inspector ?? '').port), Number(pages)])
}

/** Notes every address that either session of Chromium is asked for, whether it is answered or refused. */
async function noteAddresses(running: Running): Promise<() => Promise<string[]>> {
  await running.app.evaluate(({ session }) => {
    const asked: string[] = []
    Object.assign(globalThis, { asked })
    for (const each of [session.fromPartition('dandang'), session.defaultSession]) {
      each.webRequest.onCompleted(({ url }) => asked.push(url))
      each.webRequest.onErrorOccurred(({ url }) => asked.push(url))
    }
  })
  return () => running.app.evaluate(() => Reflect.get(globalThis, 'asked') as string[])
}

/** Looks at the sockets of every process again and again, until it is told to stop. */
function watchSockets(running: Running, testers: ReadonlySet<number>) {
  const foreign = new Set<string>()
  const kinds = new Set<string>()
  let looks = 0
  let seen = 0
  const timer = setInterval(() => {
    const processes = running.processes()
    looks++
    for (const { kind } of processes) kinds.add(kind)
    for (const { holder, localPort, text } of networkSockets(processes)) {
      seen++
      if (!testers.has(localPort)) foreign.add(`${holder.kind}: ${text}`)
    }
  }, SAMPLE_MS)
  return (): { foreign: string[]; kinds: string[]; looks: number; seen: number } => {
    clearInterval(timer)
    return { foreign: [...foreign], kinds: [...kinds], looks, seen }
  }
}

test('in a whole session no process holds a socket of a network, and no foreign address is asked for', async ({
  home,
  start,
}) => {
  await giveStore(home)
  const running = await start()
  const addresses = await noteAddresses(running)
  const stop = watchSockets(running, await testersPorts(running))
  await wholeSession(running)
  const { foreign, kinds, looks, seen } = stop()
  expect(foreign).toEqual([])
  // The look itself works: it was at every process, and it saw the tester's own two sockets.
  expect(looks).toBeGreaterThan(20)
  expect(seen).toBeGreaterThanOrEqual(looks * 2)
  expect(kinds).toEqual(
    expect.arrayContaining(['browser', 'network.mojom.NetworkService', 'node.mojom.NodeService', 'renderer']),
  )
  const asked = await addresses()
  expect(asked.filter(url => url.startsWith('app://dandang/')).length).toBeGreaterThan(10)
  expect(asked.filter(url => !/^(app:\/\/dandang\/|blob:|data:)/.test(url))).toEqual([])
})

test('no name of a network can be looked up', async ({ start }) => {
  const running = await start()
  const found = await running.app.evaluate(({ session }) =>
    Promise.all(
      [session.defaultSession, session.fromPartition('dandang')].map(each =>
        each.resolveHost('example.com').then(
          () => 'found',
          (error: Error) => error.message,
        ),
      ),
    ),
  )
  expect(found).toEqual(['net::ERR_NAME_NOT_RESOLVED', 'net::ERR_NAME_NOT_RESOLVED'])
})

function canTrace(): boolean {
  try {
    execFileSync('strace', ['-f', '-o', '/dev/null', 'true'], { stdio: 'ignore' })
    return true
  } catch {
    return false
  }
}

test('from start to end no system call connects, binds or sends to a network', async ({ home, start }) => {
  test.skip(!canTrace(), 'strace is not installed here, or may not trace')
  await giveStore(home)
  const trace = join(home, 'trace')
  const tracer = join(home, 'tracer')
  const calls = 'connect,bind,sendto,sendmsg,sendmmsg'
  writeFileSync(tracer, `#!/bin/sh\nexec strace -f -qq -s 0 -e trace=${calls} -o '${trace}' '${electron()}' "$@"\n`)
  chmodSync(tracer, 0o755)
  const running = await start({ through: tracer })
  await wholeSession(running)
  await running.close()
  const lines = readFileSync(trace, 'utf8').split('\n')
  const inet = lines.filter(line => /^\d+ +\w+\(\d+, .*sa_family=AF_INET6?\b/.test(line))
  // The tester's two inspectors bind to any free port of this computer; nothing else may stand here.
  const testers = inet.filter(line => /bind\(\d+, .*htons\(0\), sin_addr=inet_addr\("127\.0\.0\.1"\)/.test(line))
  expect(inet.filter(line => !testers.includes(line))).toEqual([])
  expect(testers).toHaveLength(2)
  expect(lines.filter(line => line.includes('AF_UNIX')).length).toBeGreaterThan(5)
})
