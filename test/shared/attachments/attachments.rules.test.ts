import { expect, test } from 'vitest'
import { ArchiveClass } from '../../../src/shared/attachments/attachments'
import {
  classTitle,
  markOfCopy,
  sizeWords,
  suggestedClass,
  titleFrom,
} from '../../../src/shared/attachments/attachments.rules'
import { archiveClassCodes } from '../../../src/shared/codes/archive-class'
import { SecrecyMark } from '../../../src/shared/secrecy/secrecy.rules'

test('the classes of the model are those of the archive', () => {
  expect(ArchiveClass.options).toEqual(archiveClassCodes.entries.map(({ code }) => code))
  for (const category of ArchiveClass.options) expect(classTitle(category)).not.toBe('')
})

test.each([
  ['关于周听松同志任职的通知.pdf', '9'],
  ['2023年度考核登记表.jpg', '3'],
  ['本科毕业证书.png', '4'],
  ['入党志愿书.pdf', '6'],
  ['优秀共产党员奖状.jpg', '7'],
  ['党内警告处分决定.pdf', '8'],
  ['出生日期认定表.tif', '5'],
  ['自传.pdf', '2'],
  ['干部履历表.pdf', '1'],
  ['IMG_20240301.jpg', '10'],
])('%s belongs to class %s', (name, category) => {
  expect(suggestedClass(name)).toBe(category)
})

test.each([
  ['任职通知.pdf', '任职通知'],
  ['.pdf', '未命名材料'],
  ['无后缀', '无后缀'],
  ['a\u0007b.png', 'a b'],
  [`${'长'.repeat(120)}.png`, '长'.repeat(100)],
])('the first title of %j is %s', (name, title) => {
  expect(titleFrom(name)).toBe(title)
})

test.each([
  ['内部', '', '内部'],
  ['秘密', '内部', '秘密'],
  ['内部', '机密★5年', '机密★5年'],
  ['秘密★10年', '秘密★10年', '秘密★10年'],
])('a copy of what bears %s, of a person that bears %s, bears %s', (own, person, mark) => {
  expect(markOfCopy(SecrecyMark.parse(own), person)).toBe(mark)
})

test.each([
  [1, '1 KB'],
  [999_400, '999 KB'],
  [1_000_000, '1 MB'],
  [1_240_000, '1.2 MB'],
  [50_000_000, '50 MB'],
])('%d bytes are %s', (bytes, words) => {
  expect(sizeWords(bytes)).toBe(words)
})
