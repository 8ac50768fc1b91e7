import { expect, test } from 'vitest'
import { lowestRanks, wageGradeOf } from '../../../../src/shared/cadres/checks/levels.rules'
import { codeTables } from '../../../../src/shared/codes/codes'
import { casesOf } from './cases'

const resume = [
  { from: '1990-07', to: '2011-03', text: '县农业局干部' },
  { from: '2011-03', to: '2015-03', text: '县农业局副局长', level: '乡科级副职' },
  { from: '2015-03', to: '2019-05', text: '清河镇镇长', level: '乡科级正职' },
  { from: '2019-05', text: '清河镇党委书记', level: '乡科级正职' },
]

casesOf('post.dates', [
  [{}],
  [{ workStart: '1990-07', currentPostSince: '2019-05', postLevel: '乡科级正职', postLevelSince: '2015-03' }],
  [{ workStart: '1990-07', currentPostSince: '1989-05' }, ['likely', '任现职时间 1989.05 早于参加工作时间']],
  [{ workStart: '1990', currentPostSince: '1990-05' }],
  [{ workStart: '1990-07', rank: '一级科员', rankSince: '1989' }, ['likely', '任现职级时间']],
  [{ currentPostSince: '2015-03', postLevel: '乡科级正职', postLevelSince: '2019-05' }, ['look', '是否在现职上提任']],
  [{ currentPostSince: '2019', postLevel: '乡科级正职', postLevelSince: '2019-05' }],
  [{ postLevelSince: '2019-05' }, ['look', '没有填现职务层次']],
  [{ rankSince: '2019-06' }, ['look', '没有填现职级']],
])

casesOf('post.resume', [
  [{}],
  [{ currentPostSince: '2019-05' }],
  [{ resume }],
  [{ resume, currentPostSince: '2019-05' }],
  [{ resume, currentPostSince: '2019' }],
  [{ resume, currentPostSince: '2019-06' }, ['look', '没有从任现职时间 2019.06 开始的一段']],
  [{ resume: [{ from: '2019', text: '镇党委书记' }], currentPostSince: '2019-06' }],
  [{ resume, currentPostSince: '2020' }, ['look', '2020']],
])

casesOf('level.resume', [
  [{}],
  [{ postLevel: '乡科级正职', postLevelSince: '2015-03' }],
  [{ resume, postLevel: '乡科级正职', postLevelSince: '2015-03' }],
  [{ resume, postLevel: '乡科级正职', postLevelSince: '2015' }],
  [{ resume, postLevel: '乡科级正职', postLevelSince: '2019-05' }, ['likely', '最早任乡科级正职是 2015.03']],
  [{ resume, postLevel: '县处级副职', postLevelSince: '2019-05' }],
  [
    { resume, postLevel: '县处级副职', postLevelSince: '2020-05' },
    ['look', '没有从任现职务层次时间 2020.05 开始的一段'],
  ],
  [{ resume, postLevelSince: '2015-03' }],
])

casesOf('rank.resume', [
  [{}],
  [{ rank: '二级主任科员', rankSince: '2019-06' }],
  [{ rank: '二级主任科员', rankSince: '2018-06' }, ['look', '自 2019.06 起设置']],
  [{ rank: '二级主任科员', rankSince: '2019' }],
  [{ rank: '二级警长', rankSince: '2012-06' }],
  [{ resume, rank: '二级警长', rankSince: '1989-06' }, ['look', '早于履历的开始时间']],
  [{ resume, rank: '二级主任科员', rankSince: '2020-06' }],
  [{ rank: '二级主任科员', rankSince: '2018' }, ['look', '二级主任科员']],
])

casesOf('level.words', [
  [{}],
  [{ postLevel: '乡科级正职', rank: '二级主任科员' }],
  [{ rank: '三级高级警长' }],
  [{ rank: '一级主管' }],
  [{ postLevel: '科长级' }, ['look', '“科长级”不是规范名称']],
  [{ rank: '主任科员' }, ['look', '不在各职级序列中']],
  [{ postLevel: '副处', rank: '调研员' }, ['look', '副处'], ['look', '调研员']],
])

casesOf('level.rank', [
  [{}],
  [{ postLevel: '乡科级正职' }],
  [{ rank: '二级科员' }],
  [{ postLevel: '乡科级正职', rank: '二级主任科员' }],
  [{ postLevel: '乡科级正职', rank: '四级调研员' }],
  [{ postLevel: '乡科级正职', rank: '三级主任科员' }, ['look', '最低职级是二级主任科员']],
  [{ postLevel: '县处级副职', rank: '一级主任科员' }, ['look', '最低职级是四级调研员']],
  [{ postLevel: '乡科级正职', rank: '一级警员' }],
  [{ postLevel: '省部级副职', rank: '二级科员' }],
])

casesOf('level.grade', [
  [{}],
  [{ wageGrade: '二十级' }],
  [{ postLevel: '乡科级正职' }],
  [{ wageGrade: '二十级', postLevel: '乡科级正职' }],
  [{ wageGrade: '20级4档', postLevel: '乡科级正职' }],
  [{ wageGrade: '二十三级', postLevel: '乡科级正职' }, ['look', '对应 22 级至 16 级，级别填的是 23 级']],
  [{ wageGrade: '十四级', postLevel: '乡科级正职', rank: '四级调研员' }],
  [{ wageGrade: '十三级', postLevel: '乡科级正职', rank: '四级调研员' }, ['look', '22 级至 14 级']],
  [{ wageGrade: '管理七级', postLevel: '乡科级正职' }],
])

test('grades are read in figures and in words', () => {
  expect(['二十级', '20级', '二十级4档', '二十七级', '一级', '28级', '七级职员', ''].map(wageGradeOf)).toEqual([
    20,
    20,
    20,
    27,
    1,
    undefined,
    7,
    undefined,
  ])
})

test('the lowest rank and its post have the same span of grades but for the lowest', () => {
  for (const [level, rank] of Object.entries(lowestRanks)) {
    const [post, lowest] = [codeTables.leadershipLevel.byName(level), codeTables.rankGeneral.byName(rank)]
    expect(post?.gradeFrom).toBe(lowest?.gradeFrom)
    if (rank !== '四级主任科员') expect(post?.gradeTo).toBe(lowest?.gradeTo)
  }
})
