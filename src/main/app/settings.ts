import { randomUUID } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import * as z from 'zod'
import { Theme } from '../../shared/shell/theme'

/** What this computer remembers: places and looks, nothing of what a store holds. */
const Settings = z.object({
  theme: Theme.catch('system'),
  zoomPercent: z.int().min(80).max(200).catch(100),
  window: z
    .object({ x: z.int(), y: z.int(), width: z.int().min(640), height: z.int().min(400), maximized: z.boolean() })
    .nullable()
    .catch(null),
  stores: z
    .array(z.object({ id: z.string(), folder: z.string(), label: z.string(), lastUsedAt: z.iso.datetime().nullable() }))
    .catch([]),
  current: z.string().nullable().catch(null),
})
export type Settings = z.infer<typeof Settings>
export type StorePlace = Settings['stores'][number]

/** Reads and keeps `settings.json`. A damaged file is set aside and the defaults are used. */
export function openSettings(file: string) {
  let settings = read(file)
  const save = (change: Partial<Settings>): Settings => {
    settings = { ...settings, ...change }
    mkdirSync(dirname(file), { recursive: true })
    writeFileSync(`${file}.new`, JSON.stringify(settings, null, 2), { mode: 0o600 })
    renameSync(`${file}.new`, file)
    return settings
  }
  return {
    get: (): Settings => settings,
    save,
    place: (id: string): StorePlace | undefined => settings.stores.find(store => store.id === id),
    /** The store in a folder, as it is known here or new to the list. */
    at(folder: string, label: string): StorePlace {
      return settings.stores.find(store => store.folder === folder) ?? this.remember(folder, label)
    },
    /** Puts a store first in the list; the same folder keeps its id. */
    remember(folder: string, label: string): StorePlace {
      const known = settings.stores.find(store => store.folder === folder)
      const place: StorePlace = { id: known?.id ?? randomUUID(), folder, label, lastUsedAt: known?.lastUsedAt ?? null }
      save({ stores: [place, ...settings.stores.filter(store => store.folder !== folder)].slice(0, 12) })
      return place
    },
    used(id: string, at: string, label: string | null): void {
      const stores = settings.stores.map(store =>
        store.id === id ? { ...store, lastUsedAt: at, label: label ?? store.label } : store,
      )
      save({ stores, current: id })
    },
    forget(id: string): void {
      save({
        stores: settings.stores.filter(store => store.id !== id),
        current: settings.current === id ? null : settings.current,
      })
    },
  }
}
export type SettingsFile = ReturnType<typeof openSettings>

function read(file: string): Settings {
  const defaults = Settings.parse({})
  if (!existsSync(file)) return defaults
  try {
    return Settings.parse(JSON.parse(readFileSync(file, 'utf8')))
  } catch {
    renameSync(file, join(dirname(file), `settings.damaged-${Date.now()}.json`))
    return defaults
  }
}
