import type { ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { chmodSync, mkdirSync, symlinkSync, truncateSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, expect, test } from 'vitest'
import { writeLrmx } from '../../../src/main/cadres/lrmx-write'
import { NOW, signedIn } from '../../helpers/harness'
import { readerOutside } from '../../helpers/reader'
import { fileBombs } from '../cadres/file-bombs'
import { xlsxBombs } from '../cadres/xlsx-bombs'
import { zipBombs } from '../cadres/zip-bombs'
import { bundle } from '../store/child'
import { everything, folderWith, grant, laidAside, person } from './people'

let script = ''
beforeAll(async () => {
  script = await bundle(new URL('../cadres/reader.child.ts', import.meta.url))
}, 60_000)

const readers: ChildProcess[] = []
/** An officer whose files are read by a process of its own. */
const officer = () => signedIn('officer', undefined, NOW, {}, () => readerOutside(script, readers))
const honest = (name: string): Uint8Array => writeLrmx(person(name, '1975-01'), null)

test('every bomb is refused with a line of its own, and the honest files beside it are read', async () => {
  const core = await officer()
  const bombs = [...fileBombs, ...zipBombs, ...xlsxBombs]
  const folder = folderWith({
    '000 第一.lrmx': honest('阮籍'),
    ...Object.fromEntries(bombs.map(({ name, make }, n) => [`b${n}/${name}`, make()])),
    'z 最后.lrmx': honest('山涛'),
  })
  const { id, people, unreadable } = await core.api.imports.stage(grant(core, folder))
  const { rows } = await core.api.imports.files({ batchId: id, which: 'failed', offset: 0, limit: 500 })
  const { rows: found } = await core.api.imports.items({ batchId: id, ...everything })
  const names = new Set(rows.map(({ name }) => name))
  // A picture or another foreign kind in a folder is passed by; everything that looks like a form is told.
  const told = bombs.flatMap(({ name }, n) =>
    /\.(lrmx|lrm|zip|xlsx|hzb|rar|7z)$/i.test(name) ? [`b${n}/${name}`] : [],
  )
  expect(told.length).toBeGreaterThan(60)
  expect(told.filter(name => !names.has(name))).toEqual([])
  expect(unreadable).toBe(rows.length)
  expect(rows.every(({ name, failure }) => failure?.startsWith(`“${name}”`))).toBe(true)
  expect(found.map(({ name }) => name).toSorted()).toEqual(['山涛', '阮籍'])
  expect(people).toBe(2)
  core.close()
}, 300_000)

test('what cannot be read is told in its place: too large, another’s, vanished, a link', async () => {
  const core = await officer()
  const folder = folderWith({ '1.lrmx': honest('阮籍'), '大.lrmx': '', '大.zip': '', '锁/2.lrmx': honest('山涛') })
  truncateSync(join(folder, '大.lrmx'), 200_000_000)
  truncateSync(join(folder, '大.zip'), 201_000_000)
  symlinkSync('/etc/passwd', join(folder, '链接.lrmx'))
  mkdirSync(join(folder, '关'))
  const isRoot = process.getuid?.() === 0
  if (!isRoot) chmodSync(join(folder, '关'), 0)
  const { id } = await core.api.imports.stage(grant(core, folder, join(folder, '不在.lrmx')))
  const { rows } = await core.api.imports.files({ batchId: id, which: 'failed', offset: 0, limit: 50 })
  const failures = rows.map(({ failure }) => failure ?? '')
  expect(failures.some(text => text.includes('大.lrmx') && text.includes('超过 15 MB'))).toBe(true)
  expect(failures.some(text => text.includes('大.zip') && text.includes('超过 200 MB'))).toBe(true)
  expect(failures.some(text => text.includes('不在.lrmx') && text.includes('已不在原处'))).toBe(true)
  expect(failures.some(text => text.includes('链接'))).toBe(false)
  if (!isRoot) expect(failures.some(text => text.includes('关') && text.includes('没有读取权限'))).toBe(true)
  const { rows: found } = await core.api.imports.items({ batchId: id, ...everything })
  expect(found.map(({ name }) => name).toSorted()).toEqual(['山涛', '阮籍'])
  core.close()
})

test('cancelling leaves nothing, whichever moment it comes at', async () => {
  const core = await officer()
  const folder = folderWith(
    Object.fromEntries(Array.from({ length: 200 }, (_each, n) => [`${n}.lrmx`, honest(`阮${n}`)])),
  )
  for (const after of [1, 2, 4]) {
    const controller = new AbortController()
    let told = 0
    const staged = core.api.imports.stage(grant(core, folder), {
      signal: controller.signal,
      onProgress: () => {
        told += 1
        if (told === after) controller.abort()
      },
    })
    // A cancel that comes when everything is read comes too late, and the batch stands.
    const outcome = await staged.then(
      ({ id }) => core.api.imports.discard({ batchId: id }),
      (error: { code: string }) => error.code,
    )
    expect([{}, 'cancelled']).toContainEqual(outcome)
    expect(laidAside(core)).toBe(0)
    expect(core.gatehouse.store?.raw.prepare('SELECT count(*) FROM import_batches').pluck().get()).toBe(0)
  }
  core.close()
})

test('a lock in the middle of reading ends the reader, and the next sign-in clears what was left', async () => {
  const core = await officer()
  const folder = folderWith(
    Object.fromEntries(Array.from({ length: 200 }, (_each, n) => [`${n}.lrmx`, honest(`阮${n}`)])),
  )
  const started = readers.length
  let locked = false
  const staged = core.api.imports.stage(grant(core, folder), {
    onProgress: ({ done }) => {
      if (done === 0 || locked) return
      locked = true
      core.close()
    },
  })
  await expect(staged).rejects.toThrow()
  for (const reader of readers.slice(started))
    if (reader.exitCode === null && reader.signalCode === null) await once(reader, 'exit')
  const again = await signedIn('officer', core.place, NOW, {}, () => readerOutside(script, readers))
  expect((await again.api.imports.history({ offset: 0, limit: 5 })).rows).toEqual([])
  expect(laidAside(again)).toBe(0)
  again.close()
})

test('a reader that is killed costs the files that it was reading at most one try', async () => {
  const core = await officer()
  const folder = folderWith(
    Object.fromEntries(Array.from({ length: 100 }, (_each, n) => [`${n}.lrmx`, honest(`阮${n}`)])),
  )
  let killed = false
  const { people, unreadable } = await core.api.imports.stage(grant(core, folder), {
    onProgress: () => {
      if (killed) return
      killed = readers.at(-1)?.kill('SIGKILL') ?? false
    },
  })
  expect({ people, unreadable }).toEqual({ people: 100, unreadable: 0 })
  core.close()
})
