import { randomUUID } from 'node:crypto'
import { existsSync, readFileSync, renameSync } from 'node:fs'
import { dirname, join } from 'node:path'
import * as z from 'zod'
import { Theme } from '../../shared/shell/theme'
import { writeFileAtomic } from '../store/atomic-file'

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
    writeFileAtomic(file, JSON.stringify(settings, null, 2))
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
    /** Told after every commit; once a minute is enough to know. */
    used(id: string, at: string, label: string | null): void {
      const known = settings.stores.find(store => store.id === id)
      const isFresh = Date.parse(at) - Date.parse(known?.lastUsedAt ?? '1970-01-01') < FRESH_MS
      if (isFresh && settings.current === id && (label === null || label === known?.label)) return
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

const FRESH_MS = 60_000
const TRIES = 10

/** A file that another program holds is tried again: what cannot be read for a moment is not damaged. */
function textOf(file: string): string {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return readFileSync(file, 'utf8')
    } catch (error) {
      if (attempt === TRIES) throw error
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 50)
    }
  }
}

function read(file: string): Settings {
  const defaults = Settings.parse({})
  if (!existsSync(file)) return defaults
  const text = textOf(file)
  try {
    return Settings.parse(JSON.parse(text))
  } catch {
    renameSync(file, join(dirname(file), `settings.damaged-${Date.now()}.json`))
    return defaults
  }
}
