import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { encodeGbk } from '../../../src/main/cadres/gbk'
import { parseLrm, writeLrm } from '../../../src/main/cadres/lrm'
import type { ImportedCadre, ImportedFields } from '../../../src/shared/cadres/imported'
import { parseResume } from '../../../src/shared/cadres/resume-text'
import { jpeg, person, png } from './people'
import { expectedOf, summaryOf, type Truth } from './truth'

const read = (file: Uint8Array, picture: Uint8Array | null = null): ImportedCadre => {
  const result = parseLrm(file, picture)
  if (!result.ok) throw new Error(result.failure.why)
  return result.value
}
const decode = (bytes: Uint8Array): string => new TextDecoder('gbk').decode(bytes)

/** What the format has no place for, taken away; what it has no sign for, as it writes it. */
function asLrm(fields: ImportedFields): ImportedFields {
  const text = JSON.stringify({ ...fields, idNumber: '', ageLimit: '', formVersion: '', unknown: [] })
  const signs = (value: string): string =>
    [...value].map(character => (encodeGbk(character).lost.length > 0 ? '？' : character)).join('')
  const plain = JSON.parse(signs(text).replaceAll('\\"', '＂')) as ImportedFields
  const inCell = (value: string): string => value.replaceAll('@', '＠').replaceAll('#', '＃')
  const education = Object.entries(plain.form).map(([key, value]) => [
    key,
    /^(fullTime|inService)/.test(key) ? inCell(value) : value,
  ])
  return {
    ...plain,
    form: Object.fromEntries(education) as ImportedFields['form'],
    family: plain.family
      .map(member => ({ ...member, unitAndPost: inCell(member.unitAndPost) }))
      .filter(({ title, name, unitAndPost, politics, birth }) => title || name || unitAndPost || politics || birth),
    resume: parseResume(plain.form.resume).entries,
  }
}

describe('.lrm', () => {
  test('what is written is read back as it was, but for what the format lacks', () => {
    fc.assert(
      fc.property(person, fc.constantFrom(null, png, jpeg), (fields, photo) => {
        const { lrm, pic } = writeLrm(fields, photo)
        const back = read(lrm, pic)
        expect(back.fields).toEqual(asLrm(fields))
        expect(back.photo?.bytes ?? null).toEqual(photo && new Uint8Array(photo))
        expect(Buffer.from(writeLrm(back.fields, pic).lrm).equals(Buffer.from(lrm))).toBe(true)
      }),
      { numRuns: 150 },
    )
  })

  test('the parts stand where the editor 2.0 has them', () => {
    const fields = read(
      lrmOf({ 0: '王芳', 9: '大学#理学学士@中央党校研究生', 10: '山东大学', 20: '父亲@', 21: '王强' }),
    ).fields
    expect(fields.form).toMatchObject({
      fullTimeEducation: '大学',
      fullTimeDegree: '理学学士',
      inServiceEducation: '中央党校研究生',
      inServiceDegree: '',
      fullTimeSchool: '山东大学',
      inServiceSchool: '',
    })
    expect(fields.family).toMatchObject([{ title: '父亲', name: '王强', unitAndPost: '' }])
    const text = decode(writeLrm(fields, null).lrm)
    expect(text.endsWith('"\r\n')).toBe(true)
    const parts = text.trim().slice(1, -1).split('","')
    expect(parts).toHaveLength(33)
    expect(parts[9]).toBe('大学#理学学士@中央党校研究生#')
    expect(parts[10]).toBe('山东大学#@#')
    expect(parts[20]).toBe(`父亲${'@'.repeat(12)}`)
  })

  test('a quotation mark inside a text, a line end inside a field, parts of unknown meaning', () => {
    const { fields } = read(lrmOf({ 0: '王芳', 13: '何用', 16: '懂"法律"和"经济"', 28: '甲\r\n乙' }))
    expect(fields.form.speciality).toBe('懂"法律"和"经济"')
    expect(fields.form.reason).toBe('甲\n乙')
    expect(fields.unknown).toEqual([{ tag: 'lrm13', text: '何用' }])
    expect(decode(writeLrm(fields, null).lrm).split('","')[13]).toBe('何用')
  })

  test('what is lost is said', () => {
    const { fields } = read(lrmOf({ 0: '王芳' }))
    const rich = { ...fields, name: '王𠮷', idNumber: '370199197007183018', ageLimit: '已到龄人员' }
    const { lrm, lost } = writeLrm({ ...rich, unknown: [{ tag: 'KuoZhan', text: '甲' }] }, null)
    expect(lost).toHaveLength(4)
    expect(lost.join()).toContain('𠮷')
    expect(read(lrm).fields.name).toBe('王？')
  })

  test('the label does not matter: UTF-8 with and without a mark', () => {
    const text = decode(lrmOf({ 0: '王芳', 25: '局长' }))
    for (const file of [Buffer.from(text), Buffer.from(`\uFEFF${text}`)])
      expect(read(file).fields.form.currentPost).toBe('局长')
  })

  test.each<[string, Uint8Array, string]>([
    ['empty', new Uint8Array(), 'empty'],
    ['no quotes', Buffer.from('姓名,性别'), 'wrong-kind'],
    ['cut short', lrmOf({ 0: '王芳' }).slice(0, 60), 'damaged'],
    ['without its end', lrmOf({ 0: '王芳' }).slice(0, -4), 'damaged'],
    ['no name', lrmOf({ 1: '男' }), 'no-person'],
    ['vast', new Uint8Array(3_000_000).fill(34), 'too-large'],
  ])('%s', (_name, file, code) => {
    const result = parseLrm(file, null)
    expect(result.ok ? 'read' : result.failure.code).toBe(code)
  })

  test('a picture that is none is said, and the person comes all the same', () => {
    const { photo, warnings } = read(lrmOf({ 0: '王芳' }), Buffer.from('照片'))
    expect(photo).toBeNull()
    expect(warnings[0]?.text).toContain('照片无法识别')
  })
})

function lrmOf(parts: Record<number, string>): Uint8Array {
  const all = Array.from({ length: 33 }, (_each, index) => `"${parts[index] ?? ''}"`)
  return encodeGbk(`${all.join(',')}\r\n`).bytes
}

describe('GBK', () => {
  test('every character of GBK survives', () => {
    const text = [...new TextDecoder('gb18030').decode(Buffer.from(everyPair()))]
      .filter(character => character !== '�')
      .join('')
    const { bytes, lost } = encodeGbk(text)
    expect(lost.filter(character => !/[\uE000-\uF8FF]/.test(character))).toEqual([])
    expect(text.length).toBeGreaterThan(23_000)
    const shared = text.replaceAll(/[\uE000-\uF8FF]/g, '？')
    expect(new TextDecoder('gb18030').decode(bytes)).toBe(shared)
  })

  test('common characters have their own codes', () => {
    expect([...encodeGbk('中A，').bytes]).toEqual([0xd6, 0xd0, 0x41, 0xa3, 0xac])
    expect(encodeGbk('𠮷').lost).toEqual(['𠮷'])
  })
})

function everyPair(): number[] {
  const bytes: number[] = []
  for (let lead = 0x81; lead <= 0xfe; lead += 1)
    for (let trail = 0x40; trail <= 0xfe; trail += 1) if (trail !== 0x7f) bytes.push(lead, trail)
  return bytes
}

const folder = join(import.meta.dirname, '../../samples/lrmx')
const truth = (JSON.parse(readFileSync(join(folder, 'truth.json'), 'utf8')) as Truth[]).filter(
  ({ dialect }) => dialect === 'lrm',
)

describe('samples', () => {
  test.each(truth.map(row => [row.file, row] as const))('%s', (file, row) => {
    const picture = readFileSync(join(folder, file.replace('.lrm', '.pic')))
    const { fields, photo, warnings } = read(readFileSync(join(folder, file)), picture)
    expect(summaryOf(fields)).toEqual(expectedOf(row))
    expect(Buffer.from(photo?.bytes ?? []).equals(picture)).toBe(true)
    expect(warnings).toEqual([])
  })
})
