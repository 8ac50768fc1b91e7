import { casesOf } from './cases'

casesOf('text.party', [
  [{}],
  [{ partyJoined: '1995-06' }],
  [{ partyJoined: '1995-06', form: { partyText: '199506' } }],
  [{ partyJoined: '1995-06-12', form: { partyText: '1995.06' } }],
  [{ partyJoined: '1995', form: { partyText: '199506' } }],
  [{ form: { partyText: '群众' } }],
  [{ partyJoined: '1995-07', form: { partyText: '199506' } }, ['certain', '栏写的是1995.06，入党日期1995.07']],
  [{ form: { partyText: '199506；民建' } }, ['look', '入党日期没有填']],
  [{ partyJoined: '1995-06', form: { partyText: '民建' } }, ['look', '没有入党时间']],
  [{ partyJoined: '1995-06', form: { partyText: '一九九五年入党' } }, ['look', '不是规范写法']],
])

const graded = [
  { year: 2022, grade: '称职' },
  { year: 2023, grade: '优秀' },
  { year: 2024, grade: '称职' },
]
const assessments = (text: string) => ({ assessments: graded, form: { assessments: text } })

casesOf('text.assessments', [
  [{}],
  [{ assessments: graded }],
  [{ form: { assessments: '2023年年度考核优秀。' } }],
  [assessments('2023年年度考核优秀；2024年年度考核称职。')],
  [assessments('2023年年度考核称职；2024年年度考核称职。'), ['certain', '2023 年度考核，栏内写称职，记录为优秀']],
  [
    assessments('2023、2024、2025年年度考核分别为优秀。'),
    ['certain', '2024'],
    ['look', '2025 年度考核写在栏内，没有记录'],
  ],
  [assessments('2022年年度考核称职；2024年年度考核称职。'), ['look', '2023 年度考核有记录，栏内没有写']],
  [assessments('无')],
  [{ assessments: [{ year: 2024, grade: '不定等次' }], form: { assessments: '2024年年度考核不确定等次。' } }],
])

const kept = [
  { on: '2010-05', authority: '县政府', name: '记三等功' },
  { on: '2018', authority: '', name: '全市先进工作者' },
]
const measure = { authority: '', documentNumber: '', reason: '', influenceUntil: null, revokedOn: null }
const punished = [
  { ...measure, kind: '党纪处分' as const, name: '党内警告', on: '2021-03' },
  { ...measure, kind: '诫勉' as const, name: '诫勉', on: '2021-05' },
]
const rewards = (text: string) => ({ rewards: kept, form: { rewardsAndPunishments: text } })

casesOf('text.rewards', [
  [{}],
  [{ rewards: kept }],
  [{ form: { rewardsAndPunishments: '2010年5月，经县政府批准，记三等功。' } }],
  [{ form: { rewardsAndPunishments: '无' } }],
  [rewards('2010年5月，经县政府批准，记三等功；2018年6月，被市委评为“全市先进工作者”。')],
  [rewards('2010年5月，经县政府批准，记三等功。'), ['look', '“2018全市先进工作者”有记录，奖惩情况栏没有写']],
  [rewards('无'), ['look', '2010.05记三等功'], ['look', '全市先进工作者']],
  [
    rewards('2010年5月，经县政府批准，记三等功；2018年，全市先进工作者；2020年1月，经市政府批准，记二等功。'),
    ['look', '“2020.01记二等功”写在奖惩情况栏，没有记录'],
  ],
  [rewards('2011年5月，经县政府批准，记三等功；2018年，全市先进工作者。'), ['look', '2011.05'], ['look', '2010.05']],
  [{ punishments: punished, form: { rewardsAndPunishments: '2021年3月，经县纪委批准，给予党内警告处分。' } }],
  [
    { punishments: punished, form: { rewardsAndPunishments: '2021年3月，经县纪委批准，给予政务记过处分。' } },
    ['look', '“2021.03给予政务记过处分”写在奖惩情况栏，没有记录'],
    ['look', '“2021.03党内警告”有记录，奖惩情况栏没有写'],
  ],
])

const rows = [
  { from: '1990-07', to: '1995-03', text: '县农业局干部（其间：1992.09--1994.07在省委党校学习）' },
  { from: '1995-03', text: '县农业局副局长' },
]
const lines = [
  '1990.07--1995.03  县农业局干部（其间：1992.09--1994.07在省委党校学习）',
  '1995.03--         县农业局副局长',
]
const resume = (...text: string[]) => ({ resume: rows, form: { resume: text.join('\n') } })

casesOf('text.resume', [
  [{}],
  [{ resume: rows }],
  [{ form: { resume: lines.join('\n') } }],
  [resume(...lines)],
  [
    resume(
      '1990.07--1995.03  县农业局干部',
      '                  （其间：1992.09--1994.07在省委党校学习）',
      lines[1] ?? '',
    ),
  ],
  [resume(lines[0] ?? '', '1995.04--         县农业局副局长'), ['look', '有 1 处不同，从第2行起']],
  [resume(lines[0] ?? '', '1995.03--         县农业局 副局长')],
  [resume(lines[0] ?? ''), ['look', '有 1 处不同（栏内 1 段，履历 2 行），从第2行起']],
  [resume(...lines, '', '县第十届人大代表'), ['look', '栏内 3 段，履历 2 行']],
  [resume('1990.07--1995.03  县林业局干部', lines[1] ?? ''), ['look', '从第1行起']],
])
