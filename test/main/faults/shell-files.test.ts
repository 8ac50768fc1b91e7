import { readdirSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { expect, test } from 'vitest'
import { openLog } from '../../../src/main/app/log'
import { openSettings } from '../../../src/main/app/settings'
import { holdsStore } from '../../../src/main/store/store-paths'
import { tempFolder } from '../../helpers/folders'
import { freshStore } from '../../helpers/harness'
import { refuse } from '../../helpers/refuse'

test('settings are on the disk, bytes and name, before they take the place of the last ones', () => {
  const file = join(tempFolder(), 'settings.json')
  let synced = 0
  refuse('fsyncSync', '', () => {
    synced += 1
    return false
  })
  openSettings(file).remember('/data/store', '区委')
  expect(synced).toBe(2)
})

test('settings that another program holds for a moment are read, and not set aside', () => {
  const file = join(tempFolder(), 'settings.json')
  openSettings(file).remember('/data/store', '区委')
  let tries = 0
  refuse('readFileSync', 'EBUSY', path => path === file && ++tries < 4)
  expect(openSettings(file).get().stores).toHaveLength(1)
  expect(readdirSync(dirname(file))).toEqual(['settings.json'])
})

test('that a store is in use is kept once a minute, and at once when something else is new', () => {
  const settings = openSettings(join(tempFolder(), 'settings.json'))
  const { id } = settings.remember('/data/store', '区委')
  settings.used(id, '2030-01-02T01:00:00.000Z', null)
  settings.used(id, '2030-01-02T01:00:20.000Z', null)
  expect(settings.place(id)?.lastUsedAt).toBe('2030-01-02T01:00:00.000Z')
  settings.used(id, '2030-01-02T01:00:40.000Z', '区委组织部')
  expect(settings.place(id)).toMatchObject({ label: '区委组织部', lastUsedAt: '2030-01-02T01:00:40.000Z' })
  settings.used(id, '2030-01-02T01:02:00.000Z', null)
  expect(settings.place(id)?.lastUsedAt).toBe('2030-01-02T01:02:00.000Z')
})

test('a log on a full disk stops nothing', () => {
  openLog('/dev/full').write('problem', { name: 'x' })
})

test('a folder whose restore was interrupted holds a store', async () => {
  const { place } = await freshStore()
  expect(holdsStore(place.folder)).toBe(true)
  expect(holdsStore(tempFolder())).toBe(false)
})
