import { expect, test } from 'vitest'
import {
  type Handing,
  type MedalColumn,
  type MedalDecision,
  noMedalFacts,
  type TakingBack,
} from '../../../src/shared/medals/medals'
import { mayDecide, mayHand, mayKeepFacts, mayTakeBack } from '../../../src/shared/medals/medals.rules'
import { membersFrom } from '../../../src/shared/medals/pasted.rules'

const wordsOf = (verdict: ReturnType<typeof mayDecide>): string => (verdict.allowed ? '' : verdict.reason)

test.each<[readonly (MedalColumn | 'none')[], MedalDecision, string, string]>([
  [[], '授予', '', '先选人'],
  [['qualifies'], '授予', '', ''],
  [['qualifies', 'qualifies'], '授予', '', ''],
  [['qualifies', 'review'], '授予', '核对过', '需要核对的逐个定'],
  [['review'], '授予', '', '需要核对的，写明核对的结果'],
  [['review'], '授予', '原始档案写 1976 年 6 月', ''],
  [['missing'], '授予', '大家都知道', '有人缺日期，补齐以后再定'],
  [['missing'], '暂缓', '等档案', ''],
  [['qualifies'], '不授', '', '不授要写明理由'],
  [['qualifies', 'qualifies'], '暂缓', '等体检', ''],
  [['later'], '授予', '', '有人到这一年七一还不满50年'],
  [['none'], '授予', '', '有人不在这一年的名单里'],
  [['given'], '暂缓', '重新核对', ''],
])('%j %s %j', (columns, decision, reason, words) => {
  expect(
    wordsOf(
      mayDecide(
        columns.map(column => ({ column, handed: false })),
        decision,
        reason,
      ),
    ),
  ).toBe(words)
})

test('what was handed is not decided again', () => {
  expect(wordsOf(mayDecide([{ column: 'given', handed: true }], '不授', 'x'))).toContain('先在台账里登记收回')
})

const handing = (more: Partial<Handing> = {}): Handing =>
  ({ medalNo: '', on: '2026-06-29', by: '部领导', to: '本人', receiver: '', ...more }) as Handing
test.each<[Partial<Handing>, string]>([
  [{}, ''],
  [{ on: '2026-07-02' as Handing['on'] }, '颁发日期还没有到'],
  [{ on: '2025-12-31' as Handing['on'] }, '颁发日期早于授予的年度'],
  [{ to: '家属' }, '由家属代领的，写明姓名和关系'],
  [{ to: '家属', receiver: '长子' }, ''],
])('handing %j', (more, words) => {
  expect(wordsOf(mayHand(handing(more), 2026, '2026-07-01'))).toBe(words)
})

const back = (more: object = {}) =>
  ({ how: '误发', on: '2026-07-01', ground: null, documentNo: '', ...more }) as TakingBack
test.each<[object, string]>([
  [{}, ''],
  [{ on: '2026-07-02' }, '收回日期还没有到'],
  [{ on: '2026-06-28' }, '收回日期早于颁发日期'],
  [{ how: '撤销' }, '选撤销的情形'],
  [{ how: '撤销', ground: '弄虚作假，骗取奖励' }, '写撤销决定的文号'],
])('taking back %j', (more, words) => {
  expect(wordsOf(mayTakeBack(back(more), '2026-06-29', '2026-07-01'))).toBe(words)
})

test.each<[object, boolean]>([
  [{ leftOn: '1985', rejoinedOn: '1985-03' }, true],
  [{ leftOn: '1985-04', rejoinedOn: '1985-03' }, false],
  [{ refullOn: '1986' }, false],
  [{ leftOn: '1985', rejoinedOn: '1986-03', refullOn: '1986-01' }, false],
])('facts %j', (more, may) => {
  expect(mayKeepFacts({ ...noMedalFacts, ...more }).allowed).toBe(may)
})

const units = [
  { id: '00000000-0000-4000-8000-00000000000a', name: '云泽区石桥镇' },
  { id: '00000000-0000-4000-8000-00000000000b', name: '老年大学' },
  { id: '00000000-0000-4000-8000-00000000000c', name: '老年大学' },
]
test('a list of old members is read with its head, its title and its gaps', () => {
  const { rows, faults } = membersFrom(
    [
      '石桥镇老党员',
      '姓名\t性别\t出生年月',
      '秦望山\t男\t1950.3\t云泽区石桥镇\t石桥村党支部\t1976年3月\t\t',
      '\t',
      '苗素心\t女\t\t青石社区\t第二支部\t\t\t行动不便',
    ].join('\n'),
    units,
  )
  expect(faults).toEqual([])
  expect(rows).toMatchObject([
    {
      name: '秦望山',
      birth: '1950-03',
      unitId: units[0]?.id,
      branch: '石桥村党支部',
      partyJoined: '1976-03',
      partyFull: null,
    },
    {
      name: '苗素心',
      sex: '女',
      birth: null,
      unitId: null,
      branch: '青石社区 第二支部',
      partyJoined: null,
      note: '行动不便',
    },
  ])
})
test.each([
  ['\t男', '没有写姓名'],
  ['甲\tx', '性别写男或者女'],
  ['甲\t男\t五零年', '出生年月“五零年”看不懂，写作 1950.03 或 1950.03.12'],
  ['甲\t男\t1950\t老年大学', '有 2 个单位都叫“老年大学”'],
  ['甲\t男\t1980\t\t\t1976.03', '入党早于出生'],
])('%j is refused', (text, words) => {
  expect(membersFrom(text, units).faults).toEqual([{ line: 1, words }])
})
