import { expect, test } from 'vitest'
import { Day } from '../../../src/shared/dates/add-months'
import { builtInHolidayYears } from '../../../src/shared/dates/holiday-years'
import { calendarOf, mayAdoptHolidayYear } from '../../../src/shared/dates/work-days'
import { holidayCsv, readHolidays } from '../../../src/shared/holidays/holiday-file.rules'
import { missingYears } from '../../../src/shared/holidays/holidays.rules'
import { readNotice } from '../../../src/shared/holidays/notice-text.rules'

const notice2026 = `国务院办公厅关于2026年
部分节假日安排的通知
国办发明电〔2025〕7号
各省、自治区、直辖市人民政府，国务院各部委、各直属机构：
经国务院批准，现将2026年元旦、春节、清明节、劳动节、端午节、中秋节和国庆节放假调休日期的具体安排通知如下。
一、元旦：1月1日（周四）至3日（周六）放假调休，共3天。1月4日（周日）上班。
二、春节：2月15日（农历腊月二十八、周日）至23日（农历正月初七、周一）放假调休，共9天。2月14日（周六）、2月28日（周六）上班。
三、清明节：4月4日（周六）至6日（周一）放假，共3天。
四、劳动节：5月1日（周五）至5日（周二）放假调休，共5天。5月9日（周六）上班。
五、端午节：6月19日（周五）至21日（周日）放假，共3天。
六、中秋节：9月25日（周五）至27日（周日）放假，共3天。
七、国庆节：10月1日（周四）至7日（周三）放假调休，共7天。9月20日（周日）、10月10日（周六）上班。
节假日期间，各地区、各部门要妥善安排好值班和安全、保卫、疫情防控等工作。`

test('a whole notice is read as the table that ships', () => {
  const { table, doubts } = readNotice(notice2026, null)
  const shipped = builtInHolidayYears.find(({ year }) => year === 2026)
  expect(doubts).toEqual([])
  expect(table).toMatchObject({ year: 2026, off: shipped?.off, workedWeekends: shipped?.workedWeekends })
  expect(table?.source).toBe('国务院办公厅关于2026年部分节假日安排的通知（国办发明电〔2025〕7号）')
  expect(table && mayAdoptHolidayYear(table)).toEqual({ allowed: true })
})

test.each([
  ['春节：2月15日至23日放假调休，共9天。', 2026, [['春节', '2026-02-15', '2026-02-23']], []],
  ['一、元旦：1月1日（周三）放假1天，不调休。', 2025, [['元旦', '2025-01-01', '2025-01-01']], []],
  [
    '四、劳动节:4月29日至5月3日放假调休,共5天。4月23日(星期日)、5月6日(星期六)上班。',
    2023,
    [['劳动节', '2023-04-29', '2023-05-03']],
    ['2023-04-23', '2023-05-06'],
  ],
  [
    '七、中秋节、国庆节：9月29日至10月6日放假调休，共8天。10月7日（星期六）、8日（星期日）上班。',
    2023,
    [['中秋节、国庆节', '2023-09-29', '2023-10-06']],
    ['2023-10-07', '2023-10-08'],
  ],
  // What is only suggested is no day off.
  [
    '二、春节：2月10日至17日放假调休，共8天。2月4日（星期日）、2月18日（星期日）上班。鼓励各单位安排职工在除夕（2月9日）休息。',
    2024,
    [['春节', '2024-02-10', '2024-02-17']],
    ['2024-02-04', '2024-02-18'],
  ],
])('%s', (text, year, off, worked) => {
  const { table, doubts } = readNotice(text, year)
  expect(doubts).toEqual([])
  expect(table?.off.map(({ name, from, to }) => [name, from, to])).toEqual(off)
  expect(table?.workedWeekends).toEqual(worked)
})

test.each([
  ['春节：2月15日至23日放假调休，共8天。', 2026, '春节：原文写共 8 天，按日期算是 9 天'],
  ['元旦：1月1日（周五）放假1天。', 2026, '元旦：1月1日(周五)是周四，原文写的是周五'],
  ['端午节：放假按往年办理。', 2026, '端午节：没有读出放假日期'],
  ['春节：2月15日至13日放假，共9天。', 2026, '春节：结束日期早于开始日期'],
  ['元旦：1月1日放假，与周末连休。', 2027, '元旦：原文写“连休”，周末仍按周末休息'],
  [
    '元旦：2022年12月31日至2023年1月2日放假调休，共3天。',
    2023,
    '元旦：2022.12.31 至 2022.12.31 不在 2023 年内，没有列入，请补进那一年的表',
  ],
])('%s gives a doubt', (text, year, doubt) => {
  expect(readNotice(text, year).doubts).toContain(doubt)
})

test.each([
  ['春节：2月15日至23日放假，共9天。', null, '文字里没有写是哪一年的放假安排，请先选年份'],
  ['今天天气很好', 2026, '没有读出节日，每个节日应另起一行，写作“春节：2月15日至23日放假调休，共9天。”'],
])('%s is no table', (text, year, doubt) => {
  expect(readNotice(text, year)).toEqual({ table: null, doubts: [doubt] })
})

test.each(builtInHolidayYears.map(table => [table.year, table] as const))(
  '%d survives saving and reading',
  (_year, table) => {
    expect(readHolidays(`\uFEFF${holidayCsv(table)}`, null)).toEqual({ table, doubts: [] })
    expect(readHolidays(JSON.stringify(table), null)).toEqual({ table, doubts: [] })
  },
)

test.each([
  [
    '类别,名称,开始,结束\n放假,元旦,2027-01-01,\n休息,春节,2027-02-06,2027-02-12',
    '第 3 行读不懂，应为“放假,春节,2027-02-05,2027-02-11”',
  ],
  ['类别,名称,开始,结束\n', '表格里没有放假日期'],
  ['{"year": 2027', '文件不是完整的 JSON'],
  ['{"year": 2027}', '文件不是放假安排，应有 year、source、off、workedWeekends'],
])('%s is told', (text, doubt) => {
  expect(readHolidays(text, 2027).doubts).toContain(doubt)
})

test.each([
  ['2026-10-31', []],
  ['2026-11-01', [2027]],
  ['2026-12-31', [2027]],
  ['2027-01-01', [2027]],
  ['2027-11-01', [2027, 2028]],
  ['2024-12-01', [2024]],
])('on %s the years %j are missing', (on, missing) => {
  expect(missingYears(Day.parse(on), calendarOf(builtInHolidayYears))).toEqual(missing)
})
