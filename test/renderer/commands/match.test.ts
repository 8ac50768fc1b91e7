import { describe, expect, test } from 'vitest'
import { scoreOf, search } from '../../../src/renderer/commands/match'
import { syllablesOf } from '../../../src/renderer/commands/pinyin'

const titles = ['工作台', '账户', '安全策略', '审计', '单位', '设置', '锁定', '标准大小', '大字号', '关于担当']
const items = titles.map(title => ({ title, syllables: syllablesOf(title) }))
const find = (query: string) => search(query, items).map(({ title }) => title)

describe('finding by name, pinyin and initials', () => {
  test.each([
    ['gzt', '工作台'],
    ['gongzuotai', '工作台'],
    ['gongzt', '工作台'],
    ['aqcl', '安全策略'],
    ['anquan', '安全策略'],
    ['clu', '安全策略'],
    ['sj', '审计'],
    ['shenj', '审计'],
    ['zh', '账户'],
    ['策略', '安全策略'],
    ['ＡＱＣＬ', '安全策略'],
    ["shen'ji", '审计'],
    ['dzh', '大字号'],
    ['dd', '关于担当'],
  ])('%s finds %s first', (query, title) => {
    expect(find(query)[0]).toBe(title)
  })

  test('letters that no syllable begins with find nothing', () => {
    expect(find('xyz')).toEqual([])
    expect(find('gzz')).toEqual([])
  })

  test('a title that begins with the words comes before one that merely holds them', () => {
    expect(find('大')).toEqual(['大字号', '标准大小'])
  })

  test('nothing typed shows everything in the table’s order', () => {
    expect(find('')).toEqual(titles)
  })

  test('before the dictionary has come, names are found all the same', () => {
    expect(scoreOf('审', { title: '审计', syllables: [] })).toBeGreaterThan(0)
    expect(scoreOf('sj', { title: '审计', syllables: [] })).toBe(0)
  })
})
