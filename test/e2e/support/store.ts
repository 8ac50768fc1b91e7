import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import type { NewStore } from '../../../src/shared/session/session'
import { userData } from './app'
import { type Place, withCore } from './core'

export const UNIT = '云泽测试区委组织部'
export const PASSWORD = 'Shan7-He#Yue'

const accounts = [
  { role: 'sysadmin', login: 'xitong', name: '程一', holder: 'A1', department: '信息科' },
  { role: 'secadmin', login: 'baomi', name: '沈二', holder: 'A2', department: '办公室' },
  { role: 'auditor', login: 'shenji', name: '贺三', holder: 'A3', department: '研究室' },
  { role: 'officer', login: 'ganshi', name: '陆四', holder: 'A4', department: '干部科' },
] as const
export const newStore: NewStore = {
  unit: UNIT,
  profile: 'internal',
  accounts: accounts.map(account => ({ ...account, password: PASSWORD })),
}

let template: Promise<Place> | undefined
async function builtOnce(): Promise<Place> {
  const base = mkdtempSync(join(tmpdir(), 'dd-template-'))
  process.once('exit', () => rmSync(base, { recursive: true, force: true }))
  const place = { folder: join(base, 'store'), machineDir: join(base, 'machine') }
  await withCore(place, ({ api }) => api.session.create(newStore))
  return place
}

/** Where a home keeps its store and what only this computer knows about it. */
export const placeIn = (home: string, folder = join(home, '担当数据')): Place => ({
  folder,
  machineDir: join(userData(home), 'machine'),
})

/** Writes the settings of a computer that used this store last. */
export function rememberStore(
  home: string,
  folder: string,
  label = UNIT,
  { lastUsedAt = '2026-01-02T03:04:05.000Z', ...extra }: Record<string, unknown> = {},
): void {
  mkdirSync(userData(home), { recursive: true, mode: 0o700 })
  const id = 'f0000000-0000-4000-8000-000000000001'
  const stores = [{ id, folder, label, lastUsedAt }]
  writeFileSync(join(userData(home), 'settings.json'), JSON.stringify({ stores, current: id, ...extra }))
}

export const settingsIn = (home: string): Record<string, unknown> =>
  JSON.parse(readFileSync(join(userData(home), 'settings.json'), 'utf8')) as Record<string, unknown>

/** Puts a fresh store with four accounts into a home, as if it had been set up here and used last. */
export async function giveStore(home: string, folder?: string): Promise<Place> {
  template ??= builtOnce()
  const from = await template
  const place = placeIn(home, folder)
  mkdirSync(dirname(place.folder), { recursive: true })
  cpSync(from.folder, place.folder, { recursive: true })
  cpSync(from.machineDir, place.machineDir, { recursive: true })
  rememberStore(home, place.folder)
  return place
}

export const officer = { login: 'ganshi', password: PASSWORD, acceptClock: false }
export const loginAs = (login: (typeof accounts)[number]['login']) => ({ ...officer, login })
