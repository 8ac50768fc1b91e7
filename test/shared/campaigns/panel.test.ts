import { expect, test } from 'vitest'
import { type Marks, NomineeId, Panel } from '../../../src/shared/campaigns/campaigns'
import { marksRefusal, panelOrder } from '../../../src/shared/campaigns/panel.rules'

const [a, b, c] = [1, 2, 3].map(at => NomineeId.parse(`00000000-0000-4000-8000-00000000000${at}`)) as [
  NomineeId,
  NomineeId,
  NomineeId,
]
const panel = Panel.parse({
  on: '2026-06-01',
  members: [
    { name: '甲', post: '' },
    { name: '乙', post: '' },
  ],
  criteria: [
    { title: '实绩', most: 60 },
    { title: '公认', most: 40 },
  ],
})
const marks = (nomineeId: NomineeId, member: string, points: (number | null)[]): Marks => ({
  nomineeId,
  member,
  points,
  remark: '',
})

test.each<[string, Marks[], [NomineeId, number | null, number | null][]]>([
  [
    'nobody has marked',
    [],
    [
      [a, null, null],
      [b, null, null],
      [c, null, null],
    ],
  ],
  [
    'the mean of sums',
    [marks(a, '甲', [50, 30]), marks(a, '乙', [55, 30]), marks(b, '甲', [60, 40])],
    [
      [b, 100, 1],
      [a, 82.5, 2],
      [c, null, null],
    ],
  ],
  [
    'equal means share a place',
    [marks(a, '甲', [50, 30]), marks(b, '甲', [40, 40]), marks(c, '甲', [10, 10])],
    [
      [a, 80, 1],
      [b, 80, 1],
      [c, 20, 3],
    ],
  ],
  [
    'who left something out is not counted',
    [marks(a, '甲', [60, null]), marks(a, '乙', [10, 10])],
    [
      [a, 20, 1],
      [b, null, null],
      [c, null, null],
    ],
  ],
  [
    'who left the panel is not counted',
    [marks(a, '丙', [60, 40])],
    [
      [a, null, null],
      [b, null, null],
      [c, null, null],
    ],
  ],
])('%s', (_name, given, expected) => {
  expect(panelOrder([a, b, c], given, panel).map(({ nomineeId, mean, place }) => [nomineeId, mean, place])).toEqual(
    expected,
  )
})

test.each<[(number | null)[], string | undefined]>([
  [[60, 40], undefined],
  [[60, null], undefined],
  [[61, 0], '“实绩”最多 60 分'],
  [[60], '评审项目刚被改过，请重新打开再评'],
])('marks %j', (points, refusal) => {
  expect(marksRefusal({ points }, panel)).toBe(refusal)
})
