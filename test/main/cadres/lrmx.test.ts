import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { formFields } from '../../../src/main/cadres/form-fields'
import { parseLrmx } from '../../../src/main/cadres/lrmx'
import { writeLrmx } from '../../../src/main/cadres/lrmx-write'
import type { ImportedCadre, ImportFailure } from '../../../src/shared/cadres/imported'
import { dialects, writeDialect } from './dialects'
import { jpeg, person, png } from './people'
import { expectedOf, summaryOf, type Truth } from './truth'

const read = (file: Uint8Array | string): ImportedCadre => {
  const result = parseLrmx(typeof file === 'string' ? Buffer.from(file) : file)
  if (!result.ok) throw new Error(result.failure.why)
  return result.value
}
const refusal = (file: Uint8Array | string): ImportFailure | undefined => {
  const result = parseLrmx(typeof file === 'string' ? Buffer.from(file) : file)
  return result.ok ? undefined : result.failure
}
const one = (inner: string, name = '王芳'): string => `<Person><XingMing>${name}</XingMing>${inner}</Person>`

describe('round trips', () => {
  test('what is written is read back as it was', () => {
    fc.assert(
      fc.property(person, fc.constantFrom(null, png, jpeg), (fields, photo) => {
        const file = writeLrmx(fields, photo)
        const back = read(file)
        expect(back.fields).toEqual(fields)
        expect(back.photo?.bytes ?? null).toEqual(photo && new Uint8Array(photo))
        expect(Buffer.from(writeLrmx(back.fields, back.photo?.bytes ?? null)).equals(Buffer.from(file))).toBe(true)
      }),
      { numRuns: 150 },
    )
  })

  test.each(Object.entries(dialects))('%s', (_name, dialect) => {
    const writable = person.filter(fields => dialect.can?.(fields) ?? true)
    fc.assert(
      fc.property(writable, fields => {
        const back = read(writeDialect(dialect, fields, png))
        expect({ ...back.fields, unknown: byTag(back.fields) }).toEqual({
          ...(dialect.keeps?.(fields) ?? fields),
          unknown: byTag(dialect.keeps?.(fields) ?? fields),
        })
        expect(back.photo?.kind).toBe('png')
      }),
      { numRuns: 60 },
    )
  })
})
const byTag = ({ unknown }: ImportedCadre['fields']) => unknown.toSorted((a, b) => (a.tag < b.tag ? -1 : 1))

describe('one field at a time', () => {
  const birthOf = (written: string) => read(one(`<ChuShengNianYue>${written}</ChuShengNianYue>`)).fields.birth
  test.each([
    ['197204', '1972-04'],
    ['19720415', '1972-04-15'],
    ['1972', '1972'],
    ['1972.04', '1972-04'],
    ['1972-4', '1972-04'],
    ['1972年4月', '1972-04'],
    ['１９７２．０４', '1972-04'],
    ['1972。04', '1972-04'],
    ['1972..04.', '1972-04'],
    ['19720400', '1972-04'],
    ['19720000', '1972'],
    ['197200', '1972'],
    ['\v1972.04　', '1972-04'],
    [' \n ', null],
    ['', null],
  ])('出生年月 %j', (written, birth) => {
    expect(birthOf(written)).toBe(birth)
  })

  test.each(['1972.13', '不详', '197204至今', '72.04', '1972.04（49岁）', '19720231'])(
    'a date that is none is kept aside and said: %s',
    written => {
      const { fields, warnings } = read(one(`\n<ChuShengNianYue>${written}</ChuShengNianYue>`))
      expect(fields.birth).toBeNull()
      expect(fields.unknown).toEqual([{ tag: 'ChuShengNianYue', text: written }])
      expect(warnings).toEqual([{ line: 2, text: `“出生年月”写的是“${written}”，不是日期，未录入；请核对后补填` }])
      const again = Buffer.from(writeLrmx(fields, null)).toString()
      expect(again).toContain(`<ChuShengNianYue>${written}</ChuShengNianYue>`)
      const mended = { ...fields, birth: '1972-04' as typeof fields.birth }
      expect(Buffer.from(writeLrmx(mended, null)).toString()).toContain('<ChuShengNianYue>197204</ChuShengNianYue>')
    },
  )

  test.each([
    ['王  芳', '王芳'],
    ['王　芳', '王芳'],
    [' 王芳\n', '王芳'],
    ['John  Smith', 'John Smith'],
    ['阿依古丽·买买提', '阿依古丽·买买提'],
  ])('姓名 %j', (written, name) => {
    expect(read(one('', written)).fields.name).toBe(name)
  })

  test('性别 is 男, 女, or kept aside', () => {
    for (const [written, sex] of [
      ['男', '男'],
      ['女性', '女'],
      ['1', '男'],
      [' 女 ', '女'],
      ['', null],
      ['未知', null],
    ])
      expect(read(one(`<XingBie>${written}</XingBie>`)).fields.sex).toBe(sex)
    expect(read(one('<XingBie>未知</XingBie>')).fields.unknown).toEqual([{ tag: 'XingBie', text: '未知' }])
  })

  test('a line end inside a one-line cell closes up between Chinese', () => {
    const { fields } = read(one('<XianRenZhiWu>区委组织部\r\n  副部长，IT\n Manager</XianRenZhiWu>'))
    expect(fields.form.currentPost).toBe('区委组织部副部长，IT Manager')
  })

  test('身份证号 in any writing', () => {
    const { fields } = read(one('<ShenFenZheng> ３７０１９９ 19940604396x </ShenFenZheng>'))
    expect(fields.idNumber).toBe('37019919940604396X')
  })

  test('text that is too long is cut, said, and written back whole', () => {
    const long = `${'很'.repeat(110)}长的专长`
    const file = one(`<ShuXiZhuanYeYouHeZhuanChang>${long}</ShuXiZhuanYeYouHeZhuanChang><Version>3</Version>`)
    const { fields, warnings } = read(file)
    expect(fields.form.speciality).toBe('很'.repeat(110))
    expect(warnings[0]?.text).toBe('“熟悉专业有何专长”超过 110 字，只取了前面的部分；超出的是“长的专长”')
    const back = read(writeLrmx(fields, null))
    expect(back.fields).toEqual(fields)
    expect(Buffer.from(writeLrmx(fields, null)).toString()).toContain(long)
    const edited = { ...fields, form: { ...fields.form, speciality: '法律' } }
    expect(Buffer.from(writeLrmx(edited, null)).toString()).not.toContain(long)
  })

  test('the family: blank members go, dates that are none stay as written, extra cells stay with their member', () => {
    const unit = `${'某局'.repeat(130)}局长`
    const file = one(
      `<JiaTingChengYuan><Item><ChengWei>父亲</ChengWei><XingMing>王 强</XingMing><ChuShengRiQi>不详</ChuShengRiQi>
      <GongZuoDanWeiJiZhiWu>${unit}</GongZuoDanWeiJiZhiWu><ShenFen>农民</ShenFen></Item>
      <Item><ChengWei> </ChengWei></Item></JiaTingChengYuan>`,
    )
    const { fields, warnings } = read(file)
    expect(fields.family).toEqual([
      { title: '父亲', name: '王强', birth: null, birthText: '不详', politics: '', unitAndPost: unit.slice(0, 248) },
    ])
    expect(warnings.map(({ text }) => text.slice(0, 9))).toEqual(['家庭成员“王强”的'])
    const written = Buffer.from(writeLrmx(fields, null)).toString()
    expect(written).toContain(unit)
    expect(written).toContain('<ShenFen>农民</ShenFen>\r\n    </Item>')
    expect(read(written).fields.unknown).toEqual(fields.unknown)
  })

  test('elements that no field knows are kept, nested ones too', () => {
    const file = one('<KuoZhan>甲</KuoZhan><Zu><A>1</A><B><C>2</C></B></Zu><Version>3.2</Version>')
    const { fields } = read(file)
    expect(fields.unknown).toEqual([
      { tag: 'KuoZhan', text: '甲' },
      { tag: 'Zu/A', text: '1' },
      { tag: 'Zu/B/C', text: '2' },
    ])
    expect(read(writeLrmx(fields, null)).fields).toEqual(fields)
  })

  test('a cell that comes twice', () => {
    const twice = one('<MinZu/><MinZu>汉族</MinZu>\n<MinZu>回族</MinZu>')
    expect(read(twice).fields.nation).toBe('汉族')
    expect(read(twice).warnings).toEqual([{ line: 2, text: '“民族”出现了两次，采用第一次的内容；第二次是“回族”' }])
  })

  test('what was escaped twice, stray signs and entities of HTML', () => {
    const broken = one('<XianRenZhiWu>R&D&nbsp;中心&amp;lt;一&amp;gt;部 <副>主任</XianRenZhiWu>')
    expect(read(broken).fields.form.currentPost).toBe('R&D 中心<一>部 <副>主任')
    expect(read(broken).warnings[0]?.text).toBe('文件的格式有误，已自动修复，请核对各栏内容')
    const literal = one('<XianRenZhiWu>写作&amp;lt;的符号</XianRenZhiWu><Version>3.2.1.16</Version>')
    expect(read(literal).fields.form.currentPost).toBe('写作&lt;的符号')
  })

  test('a few broken bytes leave UTF-8 what it is', () => {
    const bytes = Buffer.from(one(`<XianRenZhiWu>${'历城区委组织部'.repeat(5)}</XianRenZhiWu>`))
    bytes[60] = 0xff
    const { fields, warnings } = read(bytes)
    expect(fields.name).toBe('王芳')
    expect(warnings[0]?.text).toMatch(/^有 \d 个字损坏/)
  })

  test('pictures', () => {
    const photoOf = (text: string) => read(one(`<ZhaoPian>${text}</ZhaoPian>`))
    expect(photoOf(jpeg.toString('base64')).photo).toMatchObject({ kind: 'jpeg', width: 80, height: 100 })
    expect(photoOf(`data:image/png;base64,${png.toString('base64')}`).photo).toMatchObject({ kind: 'png' })
    const bmp = Buffer.alloc(60)
    bmp.write('BM')
    bmp.writeInt32LE(80, 18)
    bmp.writeInt32LE(-100, 22)
    expect(photoOf(bmp.toString('base64')).photo).toMatchObject({ kind: 'bmp', width: 80, height: 100 })
    const vast = Buffer.from(png)
    vast.writeUInt32BE(60_000, 16)
    vast.writeUInt32BE(60_000, 20)
    for (const bad of ['不是照片', 'AAAA', vast.toString('base64'), jpeg.subarray(0, 12).toString('base64')]) {
      expect(photoOf(bad).photo).toBeNull()
      expect(photoOf(bad).warnings[0]?.text).toContain('照片无法识别')
    }
  })
})

describe('what is written', () => {
  test('is the editor’s own form to the byte', () => {
    const fields = read(one('<XingBie>男</XingBie><RenMianLiYou>甲\n乙</RenMianLiYou>', '王芳 & <五>')).fields
    const text = Buffer.from(writeLrmx(fields, null)).toString()
    expect(text.startsWith('\uFEFF<?xml version="1.0" encoding="utf-8"?>\r\n<Person>\r\n  <XingMing>')).toBe(true)
    expect(text).toContain('<XingMing>王芳&amp;&lt;五&gt;</XingMing>')
    expect(text).toContain('  <NiRenZhiWu>\r\n  </NiRenZhiWu>\r\n')
    expect(text).toContain('<RenMianLiYou>甲\r\n乙</RenMianLiYou>')
    expect(text.endsWith('  <Version>3.2.1.16</Version>\r\n</Person>')).toBe(true)
    const tags = [...text.matchAll(/^ {2}<([A-Z]\w*)/gm)].map(([, tag]) => tag)
    expect(tags).toEqual(formFields.map(({ tag }) => tag))
    expect(tags).toHaveLength(34)
    expect(text.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/)
  })
})

describe('refusals', () => {
  test.each<[string, string, ImportFailure['code'], number | null]>([
    ['empty', '', 'empty', null],
    ['another root', '<Unit><XingMing>甲</XingMing></Unit>', 'wrong-kind', 1],
    ['no name', '\n<Person>\n<XingMing> </XingMing></Person>', 'no-person', 3],
    ['cut short', one('<MinZu>汉族</MinZu>').slice(0, -20), 'damaged', 1],
    ['tags crossed', '<Person><XingMing>甲\n</XingBie></Person>', 'damaged', 2],
    ['a DTD', '<!DOCTYPE Person [<!ENTITY a "b">]><Person/>', 'unsafe', 1],
    ['no XML', '姓名：王芳', 'damaged', 1],
  ])('%s', (_name, text, code, line) => {
    const failure = refusal(text)
    expect(failure).toMatchObject({ code, line })
    expect(failure?.why).toMatch(/[\u4e00-\u9fff]{6}/)
  })
})

const folder = join(import.meta.dirname, '../../samples/lrmx')
const truth = (JSON.parse(readFileSync(join(folder, 'truth.json'), 'utf8')) as Truth[]).filter(({ file }) =>
  file.endsWith('.lrmx'),
)

describe('samples', () => {
  test.each(truth.map(row => [row.file, row] as const))('%s', (file, row) => {
    const { fields, photo, warnings } = read(readFileSync(join(folder, file)))
    expect(summaryOf(fields)).toEqual(expectedOf(row))
    expect(photo?.kind).toBe('png')
    expect(warnings).toEqual([])
    expect(read(writeLrmx(fields, photo?.bytes ?? null)).fields).toEqual({
      ...fields,
      formVersion: fields.formVersion || '3.2.1.16',
    })
  })
})
