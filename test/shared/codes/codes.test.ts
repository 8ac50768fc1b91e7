import { describe, expect, test } from 'vitest'
import { codeTables, loadRegionCodes, loadTechnicalTitleCodes } from '../../../src/shared/codes/codes'
import { codeTable, unpackEntries } from '../../../src/shared/codes/table'

/** Counts as the index of the domain's code tables gives them. */
const counts: Record<keyof typeof codeTables, number> = {
  sex: 4,
  nationality: 56,
  nationalityExtension: 4,
  political: 13,
  education: 19,
  educationEditor: 19,
  degree: 56,
  degreeStandard: 56,
  health: 3,
  familyTitle: 81,
  familyTitleSystem: 104,
  leadershipLevel: 10,
  rankGeneral: 12,
  rankTechnical: 11,
  rankEnforcement: 11,
  rankJustice: 83,
  personCategory: 21,
  personStatus: 5,
  managedCategory: 5,
  grade: 27,
  staffing: 4,
  assessmentGrade: 14,
  punishmentParty: 5,
  punishmentGovernment: 6,
  punishmentInstitution: 4,
  reward: 5,
  rewardSystem: 10,
  ageLimit: 6,
  appointMode: 6,
  memberKind: 3,
  trainingKind: 5,
  archiveClass: 10,
}
const tables = Object.entries(codeTables)

test.each(tables)('%s has the count of its source, and finds each entry', (name, table) => {
  expect(table.entries).toHaveLength(counts[name as keyof typeof counts])
  expect(table.title).not.toBe('')
  expect(table.standard).not.toBe('')
  expect(new Set(table.entries.map(({ code }) => code)).size).toBe(table.entries.length)
  for (const [place, entry] of table.entries.entries()) {
    expect(table.byCode(entry.code)).toBe(entry)
    expect(table.orderOf(entry.name)).toBeLessThanOrEqual(place)
    expect(table.byName(entry.name)?.name).toBe(entry.name)
  }
})

test('the large tables load when they are needed', async () => {
  const regions = await loadRegionCodes()
  expect(regions.entries).toHaveLength(2341)
  expect(regions.byCode('210200')).toEqual({ code: '210200', name: '辽宁大连', parent: '210000' })
  expect(regions.byName('上海')?.code).toBe('310000')
  expect(regions.byName('内蒙古')?.code).toBe('150000')
  expect(regions.byCode('820000')?.name).toBe('澳门')
  expect(new Set(regions.entries.map(({ code }) => code)).size).toBe(2341)
  const titles = await loadTechnicalTitleCodes()
  expect(titles.entries).toHaveLength(351)
  expect(titles.byName('副教授')?.code).toBe('012')
  expect(titles.byName('讲师(高校)')?.code).toBe('013')
})

describe('other wordings', () => {
  test.each([
    ['sex', '男', '1'],
    ['political', '中国共产党党员', '01'],
    ['political', '九三', '10'],
    ['political', ' 九三学社 ', '10'],
    ['degree', '军士硕士', '352'],
    ['degree', '军事硕士', '352'],
    ['nationalityExtension', '其他族', '91'],
    ['education', '省(区、市)委党校大学', '2B'],
    ['educationEditor', '大学', '21'],
    ['rankJustice', '一级高级警长', '403'],
    ['punishmentInstitution', '降低岗位等级', '02630'],
    ['reward', '三等功', '01114'],
    ['assessmentGrade', '不确定等次', '5'],
  ] as const)('%s knows %s', (name, wording, code) => {
    expect(codeTables[name].byName(wording)?.code).toBe(code)
  })

  test('what is in no table is not found', () => {
    expect(codeTables.nationality.byName('汉')).toBeUndefined()
    expect(codeTables.nationality.orderOf('')).toBeUndefined()
    expect(codeTables.leadershipLevel.byCode('0141')).toBeUndefined()
  })
})

test('a wording never hides a name of its own, and the first of two names wins', () => {
  const table = codeTable({ title: '试', standard: '试', confidence: 'medium' }, [
    { code: '1', name: '甲', aliases: ['乙'] },
    { code: '2', name: '乙' },
    { code: '3', name: '甲' },
  ])
  expect(table.byName('乙')?.code).toBe('2')
  expect(table.byName('甲')?.code).toBe('1')
  expect(table.orderOf('乙')).toBe(1)
})

test('levels and ranks carry the span of grades, punishments their months', () => {
  expect(codeTables.leadershipLevel.byName('县处级正职')).toMatchObject({ gradeFrom: 18, gradeTo: 12, oldCode: '0131' })
  expect(codeTables.rankGeneral.byName('四级调研员')).toMatchObject({ gradeFrom: 20, gradeTo: 14 })
  expect(codeTables.punishmentGovernment.byName('记过')?.months).toBe(12)
  expect(codeTables.punishmentGovernment.byName('开除')?.months).toBeNull()
  for (const { gradeFrom, gradeTo } of [...codeTables.leadershipLevel.entries, ...codeTables.rankGeneral.entries])
    expect(gradeFrom).toBeGreaterThanOrEqual(gradeTo)
})

test('a packed table is read', () => {
  expect(unpackEntries('\n  01甲  1A乙（丙） ', '9', '丁')).toEqual([
    { code: '901', name: '丁甲' },
    { code: '91A', name: '丁乙（丙）' },
  ])
})
