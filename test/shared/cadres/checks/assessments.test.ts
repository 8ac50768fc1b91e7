import type { Parts } from '../person'
import { casesOf } from './cases'

const graded = (...years: number[]): Parts => ({ assessments: years.map(year => ({ year, grade: '称职' })) })

casesOf('assessment.missing', [
  [{}],
  [{ workStart: '2020-07' }],
  [graded(2022, 2023, 2024, 2025)],
  [graded(2022, 2024, 2025), ['likely', '缺 2023年的年度考核结果']],
  [graded(2019, 2024, 2025), ['likely', '2020年、2021年、2022年、2023年']],
  [graded(2023, 2024), ['look', '还没有 2025年的']],
  [{ ...graded(2023, 2024), status: '退休' }],
  [{ ...graded(2022, 2023, 2024, 2025), workStart: '2021-07' }],
  [{ ...graded(2023, 2024, 2025), workStart: '1990-07' }],
  [
    { ...graded(2022, 2023, 2024, 2025), workStart: '2018-07' },
    ['look', '从 2022 年记起，参加工作以来此前 3 年没有记录'],
  ],
  [{ ...graded(1996, 1997), workStart: '1980', status: '去世' }],
  [{ ...graded(2022, 2023, 2024, 2025), workStart: '2020' }, ['look', '此前 1 年']],
])

casesOf(
  'assessment.missing',
  [
    [graded(2024)],
    [graded(2023), ['look', '2024年']],
    [graded(2025)],
    [graded(2024, 2025)],
    [graded(2022, 2024), ['likely', '2023年']],
    [{}],
  ],
  '2026-03',
)

casesOf('assessment.years', [
  [{}],
  [graded(2024, 2025)],
  [{ ...graded(2019), workStart: '2020-07' }, ['likely', '2019 年度考核早于参加工作的 2020 年']],
  [{ ...graded(2020), workStart: '2020' }],
  [graded(2026)],
  [graded(2027), ['likely', '2027 年还没有到']],
  [graded(2024, 2024), ['look', '2024 年度考核记了两次']],
  [
    {
      assessments: [
        { year: 2024, grade: '优秀' },
        { year: 2024, grade: '称职' },
      ],
    },
    ['certain', '等次不同'],
  ],
])

casesOf('assessment.grades', [
  [{}],
  [{ assessments: [{ year: 2024, grade: '优秀' }] }],
  [{ assessments: [{ year: 2024, grade: '' }] }],
  [{ assessments: [{ year: 2024, grade: '不确定等次' }] }],
  [{ assessments: [{ year: 2024, grade: '未参加考核' }] }],
  [{ assessments: [{ year: 2024, grade: '良' }] }, ['look', '“良”不是规范名称']],
  [
    {
      assessments: [
        { year: 2023, grade: '称职' },
        { year: 2024, grade: '好' },
      ],
    },
    ['look', '2024'],
  ],
])
