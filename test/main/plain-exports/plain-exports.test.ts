import { createHash } from 'node:crypto'
import { mkdirSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { AppError } from '../../../src/shared/result'
import { SecrecyMark } from '../../../src/shared/secrecy/secrecy.rules'
import { tempFolder } from '../../helpers/folders'
import { freshStore, NOW, signedIn } from '../../helpers/harness'

const mark = SecrecyMark.parse('内部')
const refusal = async (work: Promise<unknown>): Promise<string> => {
  try {
    await work
    return ''
  } catch (error) {
    return error instanceof AppError ? error.message : String(error)
  }
}

async function asked() {
  const { place } = await freshStore()
  const officer = await signedIn('officer', place)
  await officer.api.cadres.add({ name: '柏永年', birth: null, unitId: null })
  const { id } = await officer.api.plainExports.ask({ reason: '换用别的系统' })
  officer.close()
  return { place, id }
}
const decided = async (place: Awaited<ReturnType<typeof asked>>['place'], id: never, approve: boolean, at = NOW) => {
  const security = await signedIn('secadmin', place, at)
  await security.api.plainExports.decide({ id, approve, reason: '已核' })
  security.close()
}

test('two persons, once: everything lies in the clear with hashes, and nothing that opens the store', async () => {
  const { place, id } = await asked()
  await decided(place, id as never, true)
  const officer = await signedIn('officer', place)
  onTestFinished(() => officer.close())
  const folder = tempFolder()
  officer.files.grant('t', folder)
  const done = await officer.api.plainExports.takeOut({ id, token: 't', mark })
  expect(done.entry).toMatchObject({ kind: 'plain-all', people: 1, outcome: 'done', reason: '换用别的系统' })
  const names = readdirSync(join(folder, done.folder))
  expect(names).toEqual(
    expect.arrayContaining(['manifest.json', '说明.txt', 'table.cadres.0001.json', 'table.accounts.0001.json']),
  )
  for (const secret of ['password_history', 'audit_head', 'sealed_notes'])
    expect(names.filter(name => name.includes(secret))).toEqual([])
  const read = (name: string) => readFileSync(join(folder, done.folder, name))
  expect(JSON.parse(read('table.cadres.0001.json').toString())).toMatchObject([{ name: '柏永年' }])
  const { files } = JSON.parse(read('manifest.json').toString()) as { files: Record<string, string> }
  expect(Object.keys(files)).toHaveLength(done.files)
  for (const [name, hash] of Object.entries(files))
    expect(createHash('sha256').update(read(name)).digest('hex')).toBe(hash)
  officer.files.grant('again', folder)
  expect(await refusal(officer.api.plainExports.takeOut({ id, token: 'again', mark }))).toContain('已经用过')
})

test('others go on writing meanwhile, and what lies there is one moment of the store', async () => {
  const { place, id } = await asked()
  await decided(place, id as never, true)
  const officer = await signedIn('officer', place)
  onTestFinished(() => officer.close())
  officer.gatehouse.store?.raw.exec(`
    WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 4500)
    INSERT INTO units (id, parent_id, name, position)
      SELECT printf('00000000-0000-4000-9000-%012d', i), (SELECT id FROM units LIMIT 1), '单位' || i, i FROM n`)
  const folder = tempFolder()
  officer.files.grant('t', folder)
  const written: Promise<unknown>[] = []
  const done = await officer.api.plainExports.takeOut(
    { id, token: 't', mark },
    { onProgress: () => void written.push(officer.api.cadres.add({ name: '其间', birth: null, unitId: null })) },
  )
  expect((await Promise.allSettled(written)).filter(({ status }) => status === 'rejected')).toEqual([])
  expect(written.length).toBeGreaterThan(0)
  const people = readFileSync(join(folder, done.folder, 'table.cadres.0001.json'), 'utf8')
  expect(people).toContain('柏永年')
  expect(people).not.toContain('其间')
})

test('not before the approval, not after a refusal, not a day later, and stopped it leaves nothing', async () => {
  const { place, id } = await asked()
  const takeOut = async (at = NOW, options = {}) => {
    const officer = await signedIn('officer', place, at)
    const folder = join(tempFolder(), 'out')
    mkdirSync(folder)
    officer.files.grant('t', folder)
    const words = await refusal(officer.api.plainExports.takeOut({ id, token: 't', mark }, options))
    expect(readdirSync(folder)).toEqual([])
    officer.close()
    return words
  }
  expect(await takeOut()).toContain('还没有得到')
  await decided(place, id as never, true)
  const stop = new AbortController()
  expect(await takeOut(NOW + 1000, { signal: stop.signal, onProgress: () => stop.abort() })).toContain('已取消')
  expect(await takeOut(NOW + 25 * 3_600_000)).toContain('已失效')
  const other = await asked()
  await decided(other.place, other.id as never, false)
  const officer = await signedIn('officer', other.place)
  onTestFinished(() => officer.close())
  expect(await refusal(officer.api.plainExports.takeOut({ id: other.id, token: 'x', mark }))).toContain('还没有得到')
  expect(await refusal(officer.api.plainExports.withdraw({ id: other.id }))).toContain('已经办结')
})
