import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { PartialDate } from '../../../src/shared/dates/partial-date'
import { createNames, type NameFacts, nameOf, partsOf, safeName } from '../../../src/shared/exports/file-names.rules'

const facts: NameFacts = {
  name: '王  芳',
  idNumber: '370199198403120021',
  birth: PartialDate.parse('1984-03'),
  unitName: '石桥镇',
  post: '党委书记、镇长',
  place: 7,
  of: 120,
}

test.each([
  ['{姓名}', '王芳'],
  ['{姓名}{身份证号}', '王芳370199198403120021'],
  ['{单位}-{姓名}-{出生年月}', '石桥镇-王芳-1984.03'],
  ['{序号} {姓名}（{现任职务}）', '007 王芳（党委书记、镇长）'],
  ['任免表_{姓名}', '任免表_王芳'],
  ['{姓名}{没有}', '王芳{没有}'],
  ['', '未命名'],
  ['..', '未命名'],
])('%s gives %s', (pattern, expected) => {
  expect(nameOf(pattern, facts)).toBe(expected)
})

test('what is not known leaves no hole', () => {
  expect(nameOf('{单位}-{姓名}-{出生年月}', { ...facts, unitName: '', birth: null })).toBe('王芳')
  expect(nameOf('{姓名}_{单位}_{出生年月}', { ...facts, unitName: '' })).toBe('王芳_1984.03')
})

test.each([
  ['A/B\\C:D*E?F"G<H>I|J', 'A／B＼C：D＊E？F”G＜H＞I｜J'],
  ['../../etc/passwd', '／..／etc／passwd'],
  ['CON', '_CON'],
  ['nul.txt', '_nul.txt'],
  ['COM¹', '_COM¹'],
  ['console', 'console'],
  ['王芳.  . ', '王芳'],
  ['王\0芳\n\u202Egpj.\u200B', '王芳gpj'],
  ['e\u0301', 'é'],
  ['𠮷田\uD800', '𠮷田'],
  ['　 ', '未命名'],
])('%j becomes %s', (text, expected) => {
  expect(safeName(text)).toBe(expected)
})

test('any text becomes a name that every system takes', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 600 }), text => {
      const name = safeName(text)
      expect(name).not.toMatch(/[\p{Cc}\p{Cf}\p{Cs}<>:"/\\|?*]/u)
      expect(name).not.toMatch(/^[. ]|[. ]$/)
      expect(name.length).toBeLessThanOrEqual(101)
      expect(Buffer.byteLength(name)).toBeGreaterThan(0)
      expect(Buffer.byteLength(`${name}（10000）.lrmx`)).toBeLessThanOrEqual(255)
      expect(safeName(name)).toBe(name)
    }),
    { numRuns: 2000 },
  )
})

test('a long name is cut between characters', () => {
  expect(safeName('𠮷'.repeat(200))).toBe('𠮷'.repeat(50))
  expect(Buffer.byteLength(safeName('长'.repeat(200)))).toBeLessThanOrEqual(200)
})

test('people of one name get numbers', () => {
  const next = createNames('.lrmx')
  expect(['王芳', '王芳', 'Wang', 'WANG', '王芳'].map(next)).toEqual([
    '王芳.lrmx',
    '王芳（2）.lrmx',
    'Wang.lrmx',
    'WANG（2）.lrmx',
    '王芳（3）.lrmx',
  ])
})

test('the parts of a pattern', () => {
  expect(partsOf('{单位}-{姓名}')).toEqual(['姓名', '单位'])
})
