import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { parseLrmx } from '../../../src/main/cadres/lrmx'
import { readZip } from '../../../src/main/cadres/zip-guard'
import type { CadreId } from '../../../src/shared/cadres/cadres'
import { emptyForm } from '../../../src/shared/cadres/cadres'
import { PartialDate } from '../../../src/shared/dates/partial-date'
import { tempFolder } from '../../helpers/folders'
import { signedIn } from '../../helpers/harness'
import { jpeg, png } from '../cadres/people'
import { type Core, keepPerson } from './people'

const everything = ['idNumber', 'phone', 'family', 'form.health'] as const
const order = (ids: readonly CadreId[]) => ({
  whom: { by: 'ids' as const, ids: [...ids] },
  reason: '任免呈报',
  recipient: '',
  mark: null,
  sensitive: [...everything],
  namePattern: '{姓名}',
  into: 'folder' as const,
  editor: 'as-imported' as const,
  target: 'token',
})
const register = async (core: Core) =>
  (await core.api.exports.list({ year: null, kind: null, text: '', offset: 0, limit: 10 })).entries
const read = (path: string) => {
  const answer = parseLrmx(readFileSync(path))
  if (!answer.ok) throw new Error(answer.failure.why)
  return answer.value
}

async function officerWith(names: readonly string[]): Promise<{ core: Core; ids: CadreId[]; folder: string }> {
  const core = await signedIn('officer')
  const ids: CadreId[] = []
  for (const name of names)
    ids.push(
      await keepPerson(
        core,
        {
          name,
          birth: PartialDate.parse('1984-03'),
          idNumber: '370199198403120021',
          form: { ...emptyForm, health: '健康', currentPost: '石桥镇党委书记' },
          family: [
            { title: '父亲', name: '王山', birth: null, birthText: '不详', politics: '群众', unitAndPost: '务农' },
          ],
          unknown: [
            { tag: 'KuoZhan', text: '甲' },
            { tag: 'Item/王山/ShenFen', text: '农民' },
          ],
          ageLimit: '改革前任职年龄界限为60岁',
        },
        { photo: png },
      ),
    )
  const folder = tempFolder()
  core.files.grant('token', folder)
  return { core, ids, folder }
}

test('one file a person in a new folder, and the register says so', async () => {
  const { core, ids, folder } = await officerWith(['王芳', '王芳', '阿依古丽·买买提', '𠮷田/一'])
  const { entry, folder: name } = await core.api.exports.lrmx(order(ids))
  expect(name).toBe('任免审批表〔2030〕第1号（内部）')
  expect(readdirSync(folder)).toEqual([name])
  expect(readdirSync(join(folder, name)).toSorted()).toEqual(
    ['王芳.lrmx', '王芳（2）.lrmx', '阿依古丽·买买提.lrmx', '𠮷田／一.lrmx'].toSorted(),
  )
  expect(statSync(join(folder, name, '王芳.lrmx')).mode & 0o077).toBe(0)
  const { fields, photo } = read(join(folder, name, '王芳.lrmx'))
  expect(fields).toMatchObject({ name: '王芳', idNumber: '370199198403120021', formVersion: '3.2.1.16' })
  expect(fields.unknown).toEqual([
    { tag: 'Item/王山/ShenFen', text: '农民' },
    { tag: 'KuoZhan', text: '甲' },
  ])
  expect(Buffer.from(photo?.bytes ?? [])).toEqual(png)
  expect(entry).toMatchObject({ people: 4, written: 4, outcome: 'done', namePattern: '{姓名}' })
  expect(await register(core)).toEqual([entry])
})

test('what lies there is never overwritten', async () => {
  const { core, ids, folder } = await officerWith(['王芳'])
  mkdirSync(join(folder, '任免审批表〔2030〕第1号（内部）'))
  writeFileSync(join(folder, '任免审批表〔2030〕第1号（内部）', '旧.txt'), '旧')
  const { folder: name } = await core.api.exports.lrmx(order(ids))
  expect(name).toBe('任免审批表〔2030〕第1号（内部）（2）')
  expect(readFileSync(join(folder, '任免审批表〔2030〕第1号（内部）', '旧.txt'), 'utf8')).toBe('旧')
})

test('a zip holds the same files, and one person goes into one file', async () => {
  const { core, ids, folder } = await officerWith(['王芳', '李强'])
  const path = join(folder, '导出.zip')
  core.files.grant('zip', path)
  await core.api.exports.lrmx({ ...order(ids), into: 'zip', target: 'zip' })
  const zip = await readZip(readFileSync(path), () => true)
  if (!zip.ok) throw new Error(zip.failure.why)
  expect([...zip.value.keys()].toSorted()).toEqual(['李强.lrmx', '王芳.lrmx'].toSorted())
  expect(parseLrmx(zip.value.get('李强.lrmx') ?? Buffer.alloc(0)).ok).toBe(true)
  const single = join(folder, '王芳.lrmx')
  core.files.grant('file', single)
  await core.api.exports.lrmx({ ...order(ids.slice(0, 1)), into: 'file', target: 'file' })
  expect(read(single).fields.name).toBe('王芳')
  await expect(core.api.exports.lrmx({ ...order(ids), into: 'file', target: 'file' })).rejects.toMatchObject({
    code: 'refused',
  })
})

test('what is masked leaves nothing behind unless it was asked for', async () => {
  const { core, ids, folder } = await officerWith(['王芳'])
  const { folder: name, entry } = await core.api.exports.lrmx({ ...order(ids), sensitive: [] })
  expect(entry.sensitive).toEqual([])
  const text = readFileSync(join(folder, name, '王芳.lrmx'), 'utf8')
  for (const secret of ['370199198403120021', '王山', '农民', '健康<', '务农']) expect(text).not.toContain(secret)
  expect(text).toContain('<KuoZhan>甲</KuoZhan>')
  core.files.grant('again', folder)
  await expect(
    core.api.exports.lrmx({ ...order(ids), sensitive: [], namePattern: '{姓名}{身份证号}', target: 'again' }),
  ).rejects.toMatchObject({ code: 'refused', message: expect.stringContaining('身份证号') as string })
})

describe('the editor that a file is written for', () => {
  test.each([
    ['as-imported', '', '3.2.1.16', true],
    ['as-imported', '4.0.2.1', '4.0.2.1', true],
    ['3', '4.0.2.1', '3.2.1.16', false],
    ['3', '3.0.2.12', '3.0.2.12', false],
    ['4', '3.0.2.12', '4.0.0.0', true],
    ['4', '4.0.2.1', '4.0.2.1', true],
  ] as const)('%s from version “%s” bears %s', async (editor, formVersion, version, later) => {
    const core = await signedIn('officer')
    const id = await keepPerson(core, { name: '王芳', ageLimit: '已到龄人员', formVersion })
    const folder = tempFolder()
    core.files.grant('token', folder)
    const { folder: name } = await core.api.exports.lrmx({ ...order([id]), editor })
    const text = readFileSync(join(folder, name, '王芳.lrmx'), 'utf8')
    expect(text).toContain(`<Version>${version}</Version>`)
    expect(text.includes('GaiGeQianRenZhiNianLingJieXian')).toBe(later)
  })
})

test('a stopped export leaves nothing, and the register says that too', async () => {
  const { core, ids, folder } = await officerWith(Array.from({ length: 45 }, (_, index) => `测试${index}`))
  for (const into of ['folder', 'zip'] as const) {
    core.files.grant(into, into === 'folder' ? folder : join(folder, '导出.zip'))
    const controller = new AbortController()
    const running = core.api.exports.lrmx(
      { ...order(ids), into, target: into },
      { signal: controller.signal, onProgress: () => controller.abort() },
    )
    await expect(running).rejects.toMatchObject({ code: 'cancelled' })
    expect(readdirSync(folder)).toEqual([])
  }
  expect(await register(core)).toMatchObject([
    { number: 2, outcome: 'cancelled', written: 0 },
    { number: 1, outcome: 'cancelled', written: 0 },
  ])
})

test('a core that ends in the middle takes away what it was writing', async () => {
  const { core, ids, folder } = await officerWith(Array.from({ length: 45 }, (_, index) => `测试${index}`))
  let seen: string[] = []
  const running = core.api.exports.lrmx(order(ids), {
    onProgress: () => {
      seen = [...seen, ...readdirSync(folder)]
      core.files.abandonAll()
    },
  })
  await expect(running).rejects.toThrow()
  expect(seen[0]).toContain('.partial')
  expect(readdirSync(folder)).toEqual([])
})

test('a place that cannot be written to is named in words, and nothing is left', async () => {
  const { core, ids, folder } = await officerWith(['王芳'])
  core.files.grant('gone', join(folder, '拔出的盘', '任免表'))
  await expect(core.api.exports.lrmx({ ...order(ids), target: 'gone' })).rejects.toMatchObject({
    code: 'refused',
    message: expect.stringContaining('没有留下文件') as string,
  })
  await expect(core.api.exports.lrmx({ ...order(ids), target: 'never given' })).rejects.toMatchObject({
    code: 'refused',
  })
  expect(existsSync(join(folder, '拔出的盘'))).toBe(false)
  expect(await register(core)).toMatchObject([{ outcome: 'failed' }, { outcome: 'failed' }])
  expect(core.unexpected).toEqual([])
})

test('pictures go back as they came', async () => {
  const core = await signedIn('officer')
  const id = await keepPerson(core, { name: '王芳' }, { photo: jpeg })
  const folder = tempFolder()
  core.files.grant('token', folder)
  const { folder: name } = await core.api.exports.lrmx(order([id]))
  expect(Buffer.from(read(join(folder, name, '王芳.lrmx')).photo?.bytes ?? [])).toEqual(jpeg)
})
