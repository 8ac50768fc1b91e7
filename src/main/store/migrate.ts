import { AppError } from '../../shared/result'
import type { Raw } from './open'

export type Migration = { readonly version: number; readonly name: string; readonly up: (db: Raw) => void }

export const storeVersion = (raw: Raw): number => Number(raw.pragma('user_version', { simple: true }))

/**
 * Brings a store to the last version, one IMMEDIATE transaction per step: a failure leaves the steps before it and
 * nothing of its own.
 * @param before backs up a store that holds data, before anything of it is changed; what it throws ends the migration
 * @returns the number of steps done
 * @throws AppError store-too-new with `details` `{ storeVersion, knownVersion }`, before anything is touched
 */
export function migrate(raw: Raw, migrations: readonly Migration[], before?: () => void): number {
  migrations.forEach(({ version }, i) => {
    if (version !== i + 1) throw new Error(`migration ${version} is out of order, expected ${i + 1}`)
  })
  const from = storeVersion(raw)
  if (from > migrations.length) {
    throw new AppError('store-too-new', '数据库由更新版本的程序建立，请先升级程序', {
      storeVersion: from,
      knownVersion: migrations.length,
    })
  }
  const steps = migrations.slice(from)
  if (steps.length === 0) return 0
  if (from > 0) before?.()
  raw.pragma('foreign_keys = OFF') // ignored inside a transaction, so it is set here
  try {
    for (const step of steps) runStep(raw, step)
  } finally {
    raw.pragma('foreign_keys = ON')
  }
  return steps.length
}

function runStep(raw: Raw, { version, name, up }: Migration): void {
  raw
    .transaction(() => {
      up(raw)
      const broken = raw.pragma('foreign_key_check') as unknown[]
      if (broken.length > 0) throw new Error(`migration ${version} (${name}) breaks a foreign key`)
      raw.pragma(`user_version = ${version}`)
    })
    .immediate()
}
