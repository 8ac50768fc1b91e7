import { cpSync } from 'node:fs'
import { join } from 'node:path'
import { createReaderHost } from '../../src/main/cadres/reader-host'
import { handlers } from '../../src/main/handlers'
import type { CoreHandlers } from '../../src/main/ipc/contexts'
import { createDispatch } from '../../src/main/ipc/dispatch'
import { createGrantedFiles } from '../../src/main/ipc/granted-files'
import { createGatehouse } from '../../src/main/session/gatehouse'
import { FLOOR_PARAMS } from '../../src/main/store/kdf'
import type { Role } from '../../src/shared/accounts/roles'
import type { Calls, Contract } from '../../src/shared/contract'
import { type Bridge, type CoreEvent, createClient } from '../../src/shared/ipc/client'
import type { ItLimits } from '../../src/shared/it-policy/it-policy'
import type { NewStore } from '../../src/shared/session/session'
import { lastingFolder, tempFolder } from './folders'
import { createTestPress } from './paper-press'
import { readerInside } from './reader'

export const NOW = Date.parse('2030-01-02T01:00:00Z')
export const PASSWORD = 'Shan7-He#Yue'

const firstAccounts = [
  { role: 'sysadmin', login: 'xitong', name: '程一', holder: 'A1', department: '信息科' },
  { role: 'secadmin', login: 'baomi', name: '沈二', holder: 'A2', department: '办公室' },
  { role: 'auditor', login: 'shenji', name: '贺三', holder: 'A3', department: '研究室' },
  { role: 'officer', login: 'ganshi', name: '陆四', holder: 'A4', department: '干部科' },
] as const

export const newStore = (profile: NewStore['profile'] = 'internal'): NewStore => ({
  unit: '测试区委组织部',
  profile,
  accounts: firstAccounts.map(account => ({ ...account, password: PASSWORD })),
})

export type Place = { readonly folder: string; readonly machineDir: string; readonly expected?: boolean }
const placeIn = (base: string): Place => ({ folder: join(base, 'store'), machineDir: join(base, 'machine') })
export const newPlace = (): Place => placeIn(tempFolder())

/**
 * One core process's worth of the application, without Electron: the renderer's own client over the real dispatch
 * over a real encrypted store. The clock is in `time.now`. `over` puts handlers in place of the application's own, `fork` starts
 * the reader of files from outside.
 */
export function startCore(
  place: Place,
  now = NOW,
  over: Partial<CoreHandlers> = {},
  fork = readerInside,
  limits: ItLimits = {},
) {
  const time = { now }
  const events: CoreEvent[] = []
  const listeners = new Set<(event: CoreEvent) => void>()
  const unexpected: unknown[] = []
  const logged: { channel: string; outcome: string; ms: number }[] = []
  const files = createGrantedFiles()
  const paper = createTestPress()
  const clock = { now: () => time.now, newId: () => crypto.randomUUID() }
  const gatehouse = createGatehouse({
    ...place,
    machine: 'TEST-PC',
    version: '0.0.0-test',
    clock,
    files,
    reader: createReaderHost(fork),
    press: paper.press,
    limits,
    kdf: FLOOR_PARAMS,
    ballastBytes: 0,
    sessionChanged: () => {},
  })
  const dispatch = createDispatch({
    handlers: { ...handlers, ...over },
    gatehouse,
    clock,
    emit: event => {
      events.push(event)
      for (const listener of listeners) listener(event)
    },
    log: entry => logged.push(entry),
    unexpected: (_channel, error) => unexpected.push(error),
  })
  const bridge: Bridge = {
    invoke: dispatch,
    on: listener => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
  const api: Calls = createClient<Contract>(bridge)
  return {
    place,
    time,
    gatehouse,
    dispatch,
    bridge,
    api,
    events,
    unexpected,
    logged,
    files,
    paper,
    close: () => gatehouse.close(),
  }
}
/** An interface: what hands one on is told its name, and not all that the contract holds. */
export interface Core extends ReturnType<typeof startCore> {}

/** Test files of one worker share the modules, and so this store: it goes with the worker. */
let template: Promise<{ place: Place; recoveryCode: string }> | undefined
async function builtOnce() {
  const place = placeIn(lastingFolder())
  const core = startCore(place)
  const { recoveryCode } = await core.api.session.create(newStore())
  core.close()
  return { place, recoveryCode }
}

/** A fresh copy of a store that was just set up, with its machine folder. */
export async function freshStore(): Promise<{ place: Place; recoveryCode: string }> {
  template ??= builtOnce()
  const { place: from, recoveryCode } = await template
  const place = newPlace()
  cpSync(from.folder, place.folder, { recursive: true })
  cpSync(from.machineDir, place.machineDir, { recursive: true })
  return { place, recoveryCode }
}

const loginOf = (role: Role): string => firstAccounts.find(account => account.role === role)?.login ?? role

/** A core on the store at `place` with an account signed in. When that fails, the core is ended like its process would be. */
export async function signInAs(
  place: Place,
  login: string,
  password: string,
  now = NOW,
  over: Partial<CoreHandlers> = {},
  fork = readerInside,
  limits: ItLimits = {},
): Promise<Core> {
  const core = startCore(place, now, over, fork, limits)
  try {
    await core.api.session.signIn({ login, password, acceptClock: false })
    return core
  } catch (error) {
    core.close()
    throw error
  }
}

/** The same for the first account of a role. */
export const signedIn = async (
  role: Role,
  place?: Place,
  now = NOW,
  over: Partial<CoreHandlers> = {},
  fork = readerInside,
  limits: ItLimits = {},
): Promise<Core> => signInAs(place ?? (await freshStore()).place, loginOf(role), PASSWORD, now, over, fork, limits)
