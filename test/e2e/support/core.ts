import { randomUUID } from 'node:crypto'
import { createReaderHost } from '../../../src/main/cadres/reader-host'
import { handlers } from '../../../src/main/handlers'
import { createDispatch } from '../../../src/main/ipc/dispatch'
import { createGrantedFiles } from '../../../src/main/ipc/granted-files'
import { createGatehouse } from '../../../src/main/session/gatehouse'
import { FLOOR_PARAMS } from '../../../src/main/store/kdf'
import { deriveFor } from '../../../src/main/store/seal'
import type { Calls, Contract } from '../../../src/shared/contract'
import { createClient } from '../../../src/shared/ipc/client'
import type { Client } from '../../../src/shared/ipc/define'
import type { UnitId } from '../../../src/shared/units/units'
import { createTestPress } from '../../helpers/paper-press'
import { readerInside } from '../../helpers/reader'

/** Where a store lies, and what only this computer knows about it. */
export interface Place {
  readonly folder: string
  readonly machineDir: string
}

/**
 * The application's own core on a store, without Electron: for what a test finds when it begins, for another process
 * that has the store open, and for another time of day.
 */
export function startCoreAt(place: Place, aheadMs = 0) {
  const clock = { now: () => Date.now() + aheadMs, newId: () => randomUUID() }
  const files = createGrantedFiles()
  const gatehouse = createGatehouse({
    limits: {},
    ...place,
    machine: 'TEST-PC',
    version: '0.0.0-test',
    clock,
    files,
    reader: createReaderHost(readerInside),
    press: createTestPress().press,
    kdf: FLOOR_PARAMS,
    ballastBytes: 0,
    sessionChanged: () => {},
  })
  const unexpected = (channel: string, error: unknown): void => console.error(channel, error)
  const dispatch = createDispatch({ handlers, gatehouse, clock, emit: () => {}, log: () => {}, unexpected })
  const api: Calls = createClient<Contract>({ invoke: dispatch, on: () => () => {} })
  return {
    api,
    /** Grants files to this core's jobs, as the shell would. */
    files,
    /** The keys of the store that is open: its data key and the key of its pages. */
    keys(): Buffer[] {
      const { dek } = gatehouse.store ?? {}
      if (!dek) throw new Error('nobody has signed in')
      return [Buffer.from(dek), deriveFor('db', dek)]
    },
    close: () => gatehouse.close(),
  }
}

/** The unit that the store belongs to, for a session that sees it. */
export async function topOf(api: Client<Contract>): Promise<UnitId> {
  const [top] = await api.units.tree({})
  if (!top) throw new Error('this session sees no unit')
  return top.id
}

/** Does something with a core and ends it, whatever happens. */
export async function withCore<T>(
  place: Place,
  work: (core: ReturnType<typeof startCoreAt>) => Promise<T>,
  aheadMs = 0,
): Promise<T> {
  const core = startCoreAt(place, aheadMs)
  try {
    return await work(core)
  } finally {
    core.close()
  }
}
