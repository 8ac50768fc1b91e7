import type { AuditOutcome } from '../../shared/audit/audit'
import type { CoreEvent } from '../../shared/ipc/client'
import type { Channel } from '../../shared/ipc/define'
import type { OpenStore } from '../session/open-store'
import { appendLine } from '../store/audit'
import { forget } from '../store/remembered'
import { transact } from '../store/transact'
import type { AuditDetail, Clock, Commit } from './contexts'

/** Runs one transaction that also holds the audit line, and broadcasts the change when it is stored. */
export const createCommits =
  (clock: Clock, emit: (event: CoreEvent) => void) =>
  (store: OpenStore, channel: Channel, outcome: AuditOutcome = 'done', audited = true, quiet = false): Commit =>
  async run => {
    const value = await transact(store.root, store.raw, async db => {
      let detail: AuditDetail = {}
      const record = (more: AuditDetail): void => void (detail = { ...detail, ...more })
      const { caller, keys, isLockedOut, limits } = store
      const done = await run({ ...clock, db, caller, record, keys, isLockedOut, limits })
      if (audited) appendLine(store.raw, store.auditLine(channel, outcome, detail))
      return done
    })
    if (audited) forget(store.root)
    if (audited) await store.touched()
    if (outcome === 'done' && !quiet) emit({ kind: 'changed', feature: channel.split('.')[0] ?? '' })
    return value
  }
