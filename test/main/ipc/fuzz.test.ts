import { createHash } from 'node:crypto'
import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { createShellDispatch, type ShellHandlers } from '../../../src/main/ipc/shell-dispatch'
import { contract } from '../../../src/shared/contract'
import { channelsOf, endpointOf } from '../../../src/shared/ipc/define'
import { errorCodes } from '../../../src/shared/result'
import { signedIn } from '../../helpers/harness'

const RUNS = 500

/** Anything at all, with a leaning towards what breaks careless code. */
const hostile = fc.oneof(
  fc.anything(),
  fc.constantFrom(
    null,
    undefined,
    Number.NaN,
    -1,
    '',
    '\u0000',
    '\ud800',
    "' OR 1=1 --",
    '../../etc/passwd',
    [],
    '__proto__',
  ),
  fc.dictionary(
    fc.constantFrom('id', 'login', 'password', 'key', 'body', 'filter', '__proto__', 'constructor', 'reason'),
    fc.anything(),
  ),
  fc.string({ minLength: 1000, maxLength: 5000 }),
)

/** The content of every table but what a refused request may add to: nothing. */
function fingerprint(raw: { prepare(sql: string): { all(): unknown[] } }): string {
  const tables = raw.prepare("SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name").all() as {
    name: string
  }[]
  const hash = createHash('sha256')
  for (const { name } of tables) hash.update(JSON.stringify(raw.prepare(`SELECT * FROM ${name}`).all()))
  return hash.digest('hex')
}

test.each(['officer', 'sysadmin', 'secadmin', 'auditor'] as const)(
  'as %s, malformed input is refused everywhere and changes nothing',
  async role => {
    const core = await signedIn(role)
    const raw = core.gatehouse.store?.raw
    if (!raw) throw new Error('not open')
    const before = fingerprint(raw)
    let sent = 0
    for (const channel of channelsOf(contract)) {
      const endpoint = endpointOf(contract, channel)
      if (!endpoint || endpoint.kind === 'shell') continue
      const malformed = hostile.filter(input => !endpoint.input.safeParse(input).success)
      for (const input of fc.sample(malformed, { numRuns: Math.ceil(RUNS / 4), seed: 20_261_123 + role.length })) {
        const result = await core.dispatch({ id: `f${++sent}`, channel, input })
        if (result.ok) throw new Error(`${channel} accepted malformed input`)
        if (!errorCodes.includes(result.error.code) || result.error.code === 'internal')
          throw new Error(`${channel}: ${result.error.code}`)
      }
    }
    expect(core.unexpected).toEqual([])
    expect(fingerprint(raw)).toBe(before)
    expect((await core.api.session.state({})).kind).toBe('open')
    expect(sent).toBeGreaterThan((RUNS / 4) * 25)
  },
  120_000,
)

test('malformed input never reaches the shell', async () => {
  const reached: string[] = []
  const handlers = new Proxy({} as ShellHandlers, {
    get: (_, method) => () => {
      reached.push(String(method))
      return Promise.resolve({})
    },
  })
  const dispatch = createShellDispatch(handlers, () => {})
  let sent = 0
  for (const channel of channelsOf(contract)) {
    const endpoint = endpointOf(contract, channel)
    if (endpoint?.kind !== 'shell') continue
    const malformed = hostile.filter(input => !endpoint.input.safeParse(input).success)
    for (const input of fc.sample(malformed, { numRuns: RUNS, seed: 20_261_124 })) {
      sent++
      expect(await dispatch({ channel, input })).toMatchObject({ ok: false, error: { code: 'invalid-input' } })
    }
  }
  for (const request of [
    null,
    undefined,
    7,
    'shell.quit',
    [],
    { channel: 'units.tree' },
    { channel: 'shell.__proto__', input: {} },
  ])
    expect(await dispatch(request)).toMatchObject({ ok: false, error: { code: 'invalid-input' } })
  expect(reached).toEqual([])
  expect(sent).toBeGreaterThan(RUNS * 15)
}, 120_000)
