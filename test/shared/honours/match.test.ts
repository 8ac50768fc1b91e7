import { expect, test } from 'vitest'
import type { PartialDate } from '../../../src/shared/dates/partial-date'
import { differences, rewardOf } from '../../../src/shared/honours/match.rules'
import { kindFromName, levelFrom, natureFrom } from '../../../src/shared/honours/presets.rules'
import { matchHead, readLine } from '../../../src/shared/honours/sheet.rules'

const told = (on: string | null, name: string) => ({ on: on as PartialDate | null, name })

test.each([
  ['the same day and name', told('2029-03-02', '嘉奖'), told('2029-03-02', '嘉奖'), true],
  ['a month and a day of it', told('2029-03', '记三等功'), told('2029-03-02', '三等功'), true],
  ['another month', told('2029-03', '嘉奖'), told('2029-04', '嘉奖'), false],
  ['another year of the same honour', told('2028-03', '嘉奖'), told('2029-03', '嘉奖'), false],
  ['no date: the name must be the same', told(null, '先进工作者'), told('2029', '先进工作者'), true],
  ['no date and a name that holds the other', told(null, '区先进工作者'), told('2029', '先进工作者'), false],
])('%s', (_why, row, honour, isSame) => {
  const found = differences([row], [honour])
  expect(found.pairs).toHaveLength(isSame ? 1 : 0)
  expect(found.inFile).toHaveLength(isSame ? 0 : 1)
  expect(found.inRegister).toHaveLength(isSame ? 0 : 1)
})

test('each row answers for one: two alike are not one', () => {
  const row = told('2029-03', '嘉奖')
  expect(differences([row, row], [told('2029-03', '嘉奖')])).toMatchObject({ inFile: [row], inRegister: [] })
})

test('the exact one is taken before one that is told less exactly', () => {
  const [coarse, exact] = [told('2029', '嘉奖'), told('2029-03-02', '嘉奖')]
  expect(differences([coarse, exact], [told('2029-03-02', '嘉奖')]).inFile).toEqual([coarse])
})

test('posthumous is said in the file', () => {
  const honour = { on: '2029-03' as PartialDate, authority: '云泽区委', name: '模范党员', posthumous: true }
  expect(rewardOf(honour).name).toBe('模范党员（追授）')
})

test.each([
  ['记三等功', '', '三等功', '区'],
  ['嘉奖', '中共云泽区委、云泽区人民政府', '嘉奖', '区'],
  ['授予“澄州市优秀共产党员”称号', '中共澄州市委', '党内表彰', '市'],
  ['全国先进工作者', '', '先模', '国家'],
  ['岚江省劳动模范', '岚江省人民政府', '先模', '省'],
  ['“出彩型”好干部', '中共云泽区委', '出彩型', '区'],
])('%s by %s is preset as %s, %s', (name, authority, kind, level) => {
  expect([kindFromName(name), levelFrom(authority, name)]).toEqual([kind, level])
})

test.each([
  ['中共云泽区委、云泽区人民政府', '党委政府'],
  ['中共云泽区委', '党委'],
  ['云泽区人民政府', '政府'],
  ['中共云泽区委组织部', '党委部门'],
  ['云泽区总工会', '群团'],
  ['', '其他'],
])('%s is %s', (authority, nature) => {
  expect(natureFrom(authority)).toBe(nature)
})

const columns = ['holderName', 'name', 'on', 'bonus', 'kind']
test.each([
  [['', '嘉奖', '2029.03'], '没有写获得者'],
  [['甲', '', '2029.03'], '没有写荣誉名称'],
  [['甲', '嘉奖', ''], '没有写日期'],
  [['甲', '嘉奖', '去年'], '日期“去年”看不懂，写作 2026.07.01'],
  [['甲', '嘉奖', '2029.03', '很多'], '奖金“很多”看不懂，写作 1500'],
])('a line that cannot be read says why: %j', (cells, words) => {
  expect(readLine({ line: 2, cells }, columns)).toBe(words)
})

test('the head is found below a title, whatever its columns are called', () => {
  const rows = [
    { line: 1, cells: ['荣誉统计'] },
    { line: 2, cells: ['序号', '姓名', '表彰名称', '授予单位', '时间'] },
    { line: 3, cells: ['1', '甲', '嘉奖', '云泽区委', '2029.3'] },
  ]
  expect(matchHead(rows)).toEqual({ at: 1, columns: ['', 'holderName', 'name', 'authority', 'on'] })
})
