import { describe, expect, test } from 'vitest'
import { applyChanges } from '../../../../src/shared/cadres/diff.rules'
import { describeChange } from '../../../../src/shared/cadres/diff-words'
import type { PairContext, Proposal } from '../../../../src/shared/cadres/pairs/pair'
import { pairOf, textPairs } from '../../../../src/shared/cadres/pairs/pairs'
import { complete, type Parts, person } from '../person'

const units = [
  { id: '0b6f7a52-6d3b-4c39-9a9e-2f6d0c1b7e12', name: '石桥镇' },
  { id: '0b6f7a52-6d3b-4c39-9a9e-2f6d0c1b7e13', name: '老街' },
  { id: '0b6f7a52-6d3b-4c39-9a9e-2f6d0c1b7e14', name: '老街' },
] as unknown as PairContext['units']

/** The offers in words, those that are not ticked in brackets, then what is told beside them. */
function told({ offers, unread, notes }: Proposal): string[] {
  const words = offers.map(({ change, taken }) => {
    const { label, before, after } = describeChange(change)
    const text = `${label}：${before} → ${after}`
    return taken ? text : `（${text}）`
  })
  return [...words, ...unread.map(text => `不懂 ${text}`), ...notes.map(text => `注 ${text}`)]
}
const look = (key: string, way: 'toRows' | 'toTexts', parts: Parts, years?: number): string[] => {
  const pair = pairOf(key)
  if (!pair) throw new Error(key)
  return told(pair[way](person(parts), { units, years }))
}
const text = (form: Parts['form'], more: Parts = {}): Parts => ({ form, ...more })

describe('rows out of texts', () => {
  test.each<[name: string, key: string, parts: Parts, expected: string[]]>([
    ['a date', 'party', text({ partyText: '200405；民建' }), ['入党日期：（空） → 2004.05']],
    [
      'another date',
      'party',
      text({ partyText: '2004.05' }, { partyJoined: '2005-05' }),
      ['入党日期：2005.05 → 2004.05'],
    ],
    ['a day of the month', 'party', text({ partyText: '200405' }, { partyJoined: '2004-05-12' }), []],
    ['no understanding', 'party', text({ partyText: '去年' }), ['不懂 去年']],
    [
      'a party outside',
      'party',
      text({ partyText: '民建' }, { partyJoined: '2004-05' }),
      ['注 文字里没有入党时间；入党日期留着，不对的在“编辑”里改。'],
    ],
    [
      'a new year between two, another grade, older years left alone',
      'assessments',
      text(
        { assessments: '2023年年度考核称职；2024年年度考核优秀；2025年表现良。' },
        {
          assessments: [
            { year: 2001, grade: '称职' },
            { year: 2023, grade: '优秀' },
            { year: 2025, grade: '称职' },
          ],
        },
      ),
      ['年度考核第2行：等次 优秀 → 等次 称职', '年度考核增加一行：（空） → 2024，优秀', '不懂 2025年表现良'],
    ],
    [
      'rewards and punishments go apart; what the cell does not name may go',
      'rewards',
      text(
        { rewardsAndPunishments: '2015年3月，经区委批准，嘉奖；2020年4月19日，因失职，受党内警告处分。' },
        {
          rewards: [
            { on: '2015-03-02', name: '嘉奖' },
            { on: '2018', name: '记三等功' },
          ],
        },
      ),
      [
        '奖励记录第1行：批准机关 （空） → 批准机关 区委',
        '（奖励记录第2行删除：2018，记三等功 → （空））',
        '处分处理增加一行：（空） → 党纪处分，党内警告，2020.04.19，失职',
      ],
    ],
    [
      'a line of the résumé that was corrected keeps its level',
      'resume',
      text(
        { resume: '2004.09--2008.07  云州大学学习\n2008.07--         石桥镇镇长' },
        {
          resume: [
            { from: '2008-07', text: '石桥镇副镇长', level: '乡科级正职' },
            { from: '2001', text: '务农' },
          ],
        },
      ),
      [
        '履历增加一行：（空） → 2004.09，2008.07，云州大学学习',
        '履历第1行：经历 石桥镇副镇长 → 经历 石桥镇镇长',
        '（履历第2行删除：2001，务农 → （空））',
      ],
    ],
    [
      'education beside a row that knows the dates',
      'education',
      text(
        {
          fullTimeEducation: '大学',
          fullTimeDegree: '法学学士',
          fullTimeSchool: '云州大学法学院法学专业',
          inServiceEducation: '省委党校研究生',
        },
        { education: [{ education: '大学', school: '云州大学', major: '法学院法学', from: '2004-09', to: '2008-07' }] },
      ),
      ['学历学位第1行：学位 （空） → 学位 法学学士', '学历学位增加一行：（空） → 在职，省委党校研究生'],
    ],
    [
      'posts with the unit of the tree, the first one 主职; a post is not ended by what is not written',
      'posts',
      text(
        { currentPost: '石桥镇党委书记、人大主席，老街书记' },
        { posts: [{ unitName: '云溪镇', title: '镇长', role: '兼职' }] },
      ),
      [
        '职务增加一行：（空） → 石桥镇，党委书记，主职，在任',
        '职务增加一行：（空） → 石桥镇，人大主席，兼职，在任',
        '职务增加一行：（空） → 老街，书记，兼职，在任',
        '注 “云溪镇镇长”在任，文字里没有写；已经免去的在“编辑”里写上免职时间。',
      ],
    ],
    [
      'a rank behind the post is told and no post',
      'posts',
      text({ currentPost: '区信访局副局长、三级主任科员' }, { rank: '二级主任科员' }),
      [
        '职务增加一行：（空） → 区信访局，副局长，主职，在任',
        '注 文字里的职级是三级主任科员，现职级填的是二级主任科员；在“编辑”里核对。',
      ],
    ],
    [
      'a post that was left is not taken up again unasked',
      'posts',
      text({ currentPost: '石桥镇镇长' }, { posts: [{ unitName: '石桥镇', title: '镇长', status: '已免' }] }),
      ['（职务增加一行：（空） → 石桥镇，镇长，主职，在任）'],
    ],
    [
      'a measure that need not stand in the cell is not offered to go',
      'rewards',
      text({ rewardsAndPunishments: '无' }, { punishments: [{ kind: '诫勉', name: '诫勉' }, { name: '党内警告' }] }),
      ['（处分处理第2行删除：党纪处分，党内警告 → （空））'],
    ],
  ])('%s', (_name, key, parts, expected) => {
    expect(look(key, 'toRows', parts)).toEqual(expected)
  })
})

test('a post stands at the unit of the tree that alone has its name', () => {
  const cadre = person({ form: { currentPost: '石桥镇镇长，老街书记，云溪镇人大代表' } })
  const made = applyChanges(
    cadre,
    (pairOf('posts')?.toRows(cadre, { units }).offers ?? []).map(({ change }) => change),
  )
  expect(made.posts.map(({ unitId }) => unitId)).toEqual([units[0]?.id, null, null])
})

describe('texts out of rows', () => {
  const years = [2021, 2022, 2023, 2024, 2025].map(year => ({ year, grade: '称职' }))
  test.each<[name: string, key: string, parts: Parts, expected: string[], years?: number]>([
    [
      'the date before other parties',
      'party',
      text({ partyText: '民建；民盟' }, { partyJoined: '2004-05' }),
      ['入党时间：民建；民盟 → 200405；民建；民盟'],
    ],
    ['群众 is no more', 'party', text({ partyText: '群众' }, { partyJoined: '2004-05' }), ['入党时间：群众 → 200405']],
    [
      'what is not understood is written over only when asked for',
      'party',
      text({ partyText: '去年' }, { partyJoined: '2004-05' }),
      ['（入党时间：去年 → 200405）', '不懂 去年'],
    ],
    ['no date', 'party', text({ partyText: '200405' }), []],
    [
      'three years where the cell is empty',
      'assessments',
      text({}, { assessments: years }),
      ['年度考核结果：（空） → 2023年年度考核称职；2024年年度考核称职；2025年年度考核称职。'],
    ],
    [
      'as many as it gives now, and what was not understood stays',
      'assessments',
      text({ assessments: '2024年年度考核称职；2020年支援。' }, { assessments: years }),
      ['年度考核结果：2024年年度考核称职；2020年支援。 → 2025年年度考核称职。2020年支援。', '不懂 2020年支援'],
    ],
    [
      'as many as asked for',
      'assessments',
      text({}, { assessments: years }),
      ['年度考核结果：（空） → 2024年年度考核称职；2025年年度考核称职。'],
      2,
    ],
    ['the same in other words', 'assessments', text({ assessments: '2024、2025年均称职' }, { assessments: years }), []],
    [
      'parts that say it already keep their words; a punishment comes in by its date',
      'rewards',
      text(
        { rewardsAndPunishments: '2019年8月，被区委授予“好干部”称号；2021年1月，获先进个人。' },
        {
          rewards: [{ on: '2019-08', authority: '区委', name: '授予“好干部”称号' }],
          punishments: [
            { name: '党内警告', on: '2018-02-03', authority: '区纪委' },
            { kind: '诫勉', name: '诫勉', on: '2022' },
          ],
        },
      ),
      [
        '奖惩情况：2019年8月，被区委授予“好干部”称号；2021年1月，获先进个人。 → 2018年2月3日，经区纪委批准，给予党内警告处分；2019年8月，被区委授予“好干部”称号。',
        '注 “2021年1月，获先进个人”没有对应的记录，照记录写就不再出现。',
      ],
    ],
    [
      'an admonition that stands in the cell stays',
      'rewards',
      text({ rewardsAndPunishments: '2022年，诫勉' }, { punishments: [{ kind: '诫勉', name: '诫勉', on: '2022' }] }),
      [],
    ],
    [
      'a date that was corrected',
      'rewards',
      text({ rewardsAndPunishments: '2015年3月，嘉奖。' }, { rewards: [{ on: '2015-04', name: '嘉奖' }] }),
      ['奖惩情况：2015年3月，嘉奖。 → 2015年4月，嘉奖。', '注 “2015年3月，嘉奖”没有对应的记录，照记录写就不再出现。'],
    ],
    ['no rows', 'rewards', text({ rewardsAndPunishments: '2015年3月，嘉奖。' }), []],
    [
      'a résumé, with the line that no row holds',
      'resume',
      text({ resume: '199-- 务农' }, { resume: [{ from: '2008-07', text: '石桥镇镇长' }] }),
      ['简历：199-- 务农 → 2008.07--         石桥镇镇长\n\n199-- 务农', '不懂 199-- 务农'],
    ],
    [
      'education cells one by one; a kind without rows is left alone',
      'education',
      text(
        { fullTimeEducation: '大专', fullTimeDegree: '法学学士', inServiceEducation: '大学' },
        { education: [{ education: '大学', school: '云州大学', major: '法学' }] },
      ),
      [
        '全日制教育学历：大专 → 大学',
        '（全日制教育学位：法学学士 → （空））',
        '全日制教育毕业院校系及专业：（空） → 云州大学法学专业',
        '注 没有在职教育的记录，这几栏文字不动。',
      ],
    ],
    [
      'posts: what is named already keeps the wording of its unit',
      'posts',
      text(
        { currentPost: '云泽区委常委、组织部部长' },
        {
          posts: [
            { unitName: '中共云泽区委员会', title: '常委、组织部部长' },
            { unitName: '区委党校', title: '校长', role: '兼职' },
          ],
        },
      ),
      ['现任职务：云泽区委常委、组织部部长 → 云泽区委常委、组织部部长，区委党校校长'],
    ],
    [
      'a rank behind the post is no post, and is written as the file has it now',
      'posts',
      text(
        { currentPost: '区信访局副局长、三级主任科员' },
        { posts: [{ unitName: '区信访局', title: '副局长' }], rank: '二级主任科员' },
      ),
      ['现任职务：区信访局副局长、三级主任科员 → 区信访局副局长、二级主任科员'],
    ],
    [
      'whoever holds a rank alone',
      'posts',
      text(
        { currentPost: '区信访局一级主任科员' },
        { posts: [{ unitName: '区信访局', title: '四级主任科员' }], rank: '一级主任科员' },
      ),
      [],
    ],
    [
      'posts: what is held no more goes, what was not understood stays',
      'posts',
      text({ currentPost: '石桥镇镇长，负责全面工作' }, { posts: [{ unitName: '石桥镇', title: '党委书记' }] }),
      [
        '现任职务：石桥镇镇长，负责全面工作 → 石桥镇党委书记，负责全面工作',
        '不懂 负责全面工作',
        '注 “石桥镇镇长”没有对应的在任职务，照记录写就不再出现。',
      ],
    ],
  ])('%s', (_name, key, parts, expected, wanted) => {
    expect(look(key, 'toTexts', parts, wanted)).toEqual(expected)
  })
})

test.each(textPairs.map(pair => [pair.key, pair] as const))(
  '%s: of a file at one with itself nothing is offered',
  (_key, pair) => {
    const whole = complete({
      posts: [{ unitName: '云泽区司法局', title: '局长' }],
      education: [
        { education: '大学', degree: '法学学士', school: '山东大学法学院', major: '法学' },
        { kind: '在职', education: '山东省委党校研究生', school: '山东省委党校', major: '法学' },
      ],
    })
    for (const way of ['toRows', 'toTexts'] as const)
      expect([way, told(pair[way](whole, { units }))]).toEqual([way, []])
  },
)

test.each(textPairs.map(pair => [pair.key, pair] as const))(
  '%s: rows out of the text, then the text out of the rows: nothing is left',
  (_key, pair) => {
    const whole = complete()
    const bare = { ...whole, resume: [], rewards: [], assessments: [], partyJoined: null }
    const filled = applyChanges(
      bare,
      pair.toRows(bare, { units }).offers.map(({ change }) => change),
    )
    expect(pair.hasRows(filled)).toBe(true)
    expect(told(pair.toTexts(filled, { units }))).toEqual([])
    expect(told(pair.toRows(filled, { units }))).toEqual([])
  },
)
