import { existsSync, readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setImmediate as pause } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { createGrantedFiles } from '../../../src/main/ipc/granted-files'
import { SecrecyMark } from '../../../src/shared/secrecy/secrecy.rules'
import { tempFolder } from '../../helpers/folders'
import { type Core, freshStore, signedIn } from '../../helpers/harness'
import { refuse } from '../../helpers/refuse'
import { told } from './accounts'

const mark = SecrecyMark.parse('内部')

/** An officer whose wish to take everything out was approved. */
async function approved() {
  const { place } = await freshStore()
  const asking = await signedIn('officer', place)
  await asking.api.cadres.add({ name: '柏永年', birth: null, unitId: null })
  const { id } = await asking.api.plainExports.ask({ reason: '换用别的系统' })
  asking.close()
  const security = await signedIn('secadmin', place)
  await security.api.plainExports.decide({ id, approve: true, reason: '已核' })
  security.close()
  const officer = await signedIn('officer', place)
  const folder = tempFolder()
  const takeOut = () => {
    officer.files.grant('t', folder)
    return told(officer.api.plainExports.takeOut({ id, token: 't', mark }))
  }
  return { officer, folder, takeOut }
}
const outcomes = ({ gatehouse }: Core): unknown =>
  gatehouse.store?.raw.prepare('SELECT outcome FROM exports ORDER BY number').pluck().all()

test('what has appeared in the clear goes again when the register cannot say so', async () => {
  const { officer, folder, takeOut } = await approved()
  const raw = officer.gatehouse.store?.raw
  // Stands for a commit that a full disk refuses: the line of the register's end cannot be written.
  raw?.exec(
    `CREATE TEMP TRIGGER refused BEFORE INSERT ON main.audit_lines
     WHEN NEW.body ->> 'details' LIKE '%写出 1 人%' BEGIN SELECT RAISE(ABORT, 'full'); END`,
  )
  expect(await takeOut()).toMatch(/没有保存/)
  expect(readdirSync(folder)).toEqual([])
  raw?.exec('DROP TRIGGER refused')
  expect(await takeOut()).toBe('done')
  expect(outcomes(officer)).toEqual(['failed', 'done'])
  officer.close()
})

test('an approval is not used up by a rename that was refused', async () => {
  const { officer, folder, takeOut } = await approved()
  const again = refuse('renameSync', 'EPERM', from => String(from).endsWith('.partial'))
  expect(await takeOut()).not.toBe('done')
  again()
  expect(readdirSync(folder)).toEqual([])
  expect(await takeOut()).toBe('done')
  expect(outcomes(officer)).toEqual(['failed', 'done'])
  officer.close()
})

test('a file is synced, and its name as well, before it is said to be saved', () => {
  const folder = tempFolder()
  const files = createGrantedFiles()
  files.grant('t', join(folder, 'x.lrmx'))
  let synced = 0
  refuse('fsyncSync', '', () => {
    synced += 1
    return false
  })
  const file = files.take('t')
  file.write('x')
  file.finish()
  expect(synced).toBe(2)
})

test('what took the place of another file is not withdrawn: the other is gone', () => {
  const folder = tempFolder()
  const files = createGrantedFiles()
  const path = join(folder, 'x.lrmx')
  for (const before of [false, true]) {
    if (before) writeFileSync(path, 'earlier')
    files.grant('t', path)
    const file = files.take('t')
    file.write('x')
    file.finish()
    file.withdraw()
    expect(existsSync(path)).toBe(before)
  }
})

test('one that is held by another program does not keep the others in the clear', () => {
  const folder = tempFolder()
  const files = createGrantedFiles()
  for (const name of ['a', 'b']) {
    files.grant(name, join(folder, name))
    files.take(name).write('secret')
  }
  refuse('rmSync', 'EBUSY', path => String(path).endsWith('a.partial'))
  files.abandonAll()
  expect(readdirSync(folder)).toEqual(['a.partial'])
})

test('a store is closed while somebody still reads it, and nothing is lost', async () => {
  const { place } = await freshStore()
  const core = await signedIn('officer', place)
  await core.api.plainExports.ask({ reason: '换用别的系统' })
  core.close()
  const security = await signedIn('secadmin', place)
  const [wish] = await security.api.plainExports.list({})
  if (!wish) throw new Error('asked')
  await security.api.plainExports.decide({ id: wish.id, approve: true, reason: '已核' })
  security.close()
  const officer = await signedIn('officer', place)
  for (let n = 0; n < 30; n++) await officer.api.cadres.add({ name: `柏${n}`, birth: null, unitId: null })
  const folder = tempFolder()
  officer.files.grant('t', folder)
  const ended = told(officer.api.plainExports.takeOut({ id: wish.id, token: 't', mark }))
  // Written table by table, with a pause between any two.
  while (readdirSync(folder).length === 0) await pause()
  officer.files.abandonAll()
  officer.gatehouse.close()
  expect(await ended).not.toBe('done')
  expect(readdirSync(folder)).toEqual([])
  const again = await signedIn('officer', place)
  expect(again.gatehouse.store?.readOnly).toBeNull()
  expect(again.gatehouse.store?.raw.prepare('SELECT count(*) FROM cadres').pluck().get()).toBe(30)
  again.close()
})
