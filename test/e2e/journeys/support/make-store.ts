import { randomUUID } from 'node:crypto'
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { handlers } from '../../../../src/main/handlers'
import { createDispatch } from '../../../../src/main/ipc/dispatch'
import { createGrantedFiles } from '../../../../src/main/ipc/granted-files'
import { createGatehouse } from '../../../../src/main/session/gatehouse'
import { FLOOR_PARAMS } from '../../../../src/main/store/kdf'
import type { Contract } from '../../../../src/shared/contract'
import { createClient } from '../../../../src/shared/ipc/client'
import type { Client } from '../../../../src/shared/ipc/define'
import { firstPeople, type Person, UNIT } from './people'

export interface Home {
  /** HOME of the application under test. */
  readonly folder: string
  readonly config: string
  readonly store: string
}

export const homeIn = (folder: string): Home => ({
  folder,
  config: join(folder, 'config'),
  store: join(folder, 'Documents', '担当数据'),
})
const userDataOf = ({ config }: Home): string => join(config, 'Dandang')

/** Work done on the store by someone signed in to it, before the application opens it. */
export type Work = (api: Client<Contract>) => Promise<unknown>

/** The core without Electron, on the place where the application will look. Cheap key derivation: only for tests. */
function startCore(home: Home) {
  const clock = { now: Date.now, newId: () => randomUUID() }
  const gatehouse = createGatehouse({
    folder: home.store,
    machineDir: join(userDataOf(home), 'machine'),
    machine: 'TEST-PC',
    version: '0.0.0-test',
    clock,
    files: createGrantedFiles(),
    kdf: FLOOR_PARAMS,
    ballastBytes: 0,
    sessionChanged: () => {},
  })
  const unexpected = (channel: string, error: unknown): void => console.error(channel, error)
  const dispatch = createDispatch({ handlers, gatehouse, clock, emit: () => {}, log: () => {}, unexpected })
  return { gatehouse, api: createClient<Contract>({ invoke: dispatch, on: () => () => {} }) }
}

/** Signs a person in to the store and does the work as them. */
export async function workAs(home: Home, { login, password }: Person, work: Work): Promise<void> {
  const { api, gatehouse } = startCore(home)
  try {
    await api.session.signIn({ login, password, acceptClock: false })
    await work(api)
  } finally {
    gatehouse.close()
  }
}

/** A store with the four first accounts, known to the application as the one last in use. */
export async function makeStore(home: Home): Promise<{ recoveryCode: string }> {
  const { api, gatehouse } = startCore(home)
  const made = await api.session.create({ unit: UNIT, profile: 'internal', accounts: [...firstPeople] })
  gatehouse.close()
  const id = randomUUID()
  const stores = [{ id, folder: home.store, label: UNIT, lastUsedAt: new Date().toISOString() }]
  writeSettings(home, { stores, current: id })
  return made
}

/** The window's place makes every new window as large as the last, since nobody sizes them by hand. */
export function writeSettings(home: Home, settings: Record<string, unknown>): void {
  mkdirSync(userDataOf(home), { recursive: true })
  const window = { x: 0, y: 0, width: 1366, height: 768, maximized: false }
  writeFileSync(join(userDataOf(home), 'settings.json'), JSON.stringify({ theme: 'light', window, ...settings }))
}
