import { expect, test } from 'vitest'
import type { AccountId } from '../../../src/shared/accounts/accounts'
import type { CadreId } from '../../../src/shared/cadres/cadres'
import type { InterviewKind } from '../../../src/shared/interviews/kinds'
import { shippedKinds } from '../../../src/shared/interviews/kinds.data'
import {
  type Booked,
  mayHold,
  mayMeet,
  mayMeetThen,
  overlaps,
  type TalkerFacts,
} from '../../../src/shared/interviews/planning.rules'

const kindOf = (key: string): InterviewKind => {
  const kind = shippedKinds.find(each => each.key === key)
  if (!kind) throw new Error(`no kind ${key}`)
  return kind
}
const account = (id: string, more: Partial<TalkerFacts> = {}): TalkerFacts => ({
  id: id as AccountId,
  name: `谈话人${id}`,
  holder: `工号${id}`,
  department: '干部科',
  roles: ['officer'],
  active: true,
  ...more,
})
const a = account('a')
const b = account('b', { roles: ['interviewer'] })
const c = account('c', { roles: ['leader'] })
const gone = account('d', { active: false })
const everyone = [a, b, c, gone]
const plan = (more: Partial<Parameters<typeof mayHold>[0]> = {}) => ({
  mode: '当面' as const,
  subjects: ['p1' as CadreId],
  talkers: [a.id],
  recorderId: null,
  ...more,
})
const reason = (verdict: ReturnType<typeof mayHold>): string => (verdict.allowed ? '' : verdict.reason)

test.each<[string, string, ReturnType<typeof plan>, string]>([
  ['an officer talks face to face', 'everyday', plan(), ''],
  ['by telephone where the kind allows it', 'everyday', plan({ mode: '电话' }), ''],
  ['an admonition is never by telephone', 'admonition', plan({ mode: '电话' }), '诫勉谈话要当面进行，不能用电话'],
  ['nor by video', 'admonition', plan({ mode: '视频' }), '诫勉谈话要当面进行，不能用视频'],
  ['two examiners at least', 'inspection', plan(), '考察谈话要有 2 名以上谈话人，现在是 1 名'],
  ['two examiners', 'inspection', plan({ talkers: [a.id, b.id] }), ''],
  ['the same one twice is one', 'inspection', plan({ talkers: [a.id, a.id] }), '谈话人里有人列了两次'],
  [
    'an interviewer does not admonish',
    'admonition',
    plan({ talkers: [b.id] }),
    '谈话人b的角色不能担任诫勉谈话的谈话人',
  ],
  ['a leader does', 'admonition', plan({ talkers: [c.id] }), ''],
  ['a closed account holds nothing', 'everyday', plan({ talkers: [gone.id] }), '谈话人的账户已停用或者注销，请换人'],
  ['nor records', 'everyday', plan({ recorderId: gone.id }), '记录人的账户已停用或者注销，请换人'],
  [
    'talker and recorder differ where it is signed',
    'admonition',
    plan({ recorderId: a.id }),
    '诫勉谈话的谈话人和记录人不能是同一人',
  ],
  ['one may do both elsewhere', 'everyday', plan({ recorderId: a.id }), ''],
  [
    'one at a time',
    'everyday',
    plan({ subjects: ['p1', 'p2'] as CadreId[] }),
    '日常谈心谈话一次谈一人；几个人一起谈请选集体谈话',
  ],
  ['several at once', 'group', plan({ subjects: ['p1', 'p2'] as CadreId[] }), ''],
  ['nobody twice', 'group', plan({ subjects: ['p1', 'p1'] as CadreId[] }), '谈话对象里有人列了两次'],
])('%s', (_case, key, input, words) => {
  expect(reason(mayHold(input, kindOf(key), everyone))).toBe(words)
})

test('a kind that is switched off is not held', () => {
  expect(reason(mayHold(plan(), { ...kindOf('everyday'), active: false }, everyone))).toContain('已停用')
})

const subject = { id: 'p1', name: '许问渠', family: [{ title: '妻子', name: '姜怀瑾' }] }
test.each<[string, TalkerFacts, Parameters<typeof mayMeet>[2], string]>([
  ['a stranger', a, undefined, ''],
  ['the person', account('x', { name: '许问渠' }), undefined, '与谈话对象同名'],
  ['the person by the name of the holder', account('x', { holder: '许 问渠' }), undefined, '与谈话对象同名'],
  ['a relative', account('x', { name: '姜怀瑾' }), undefined, '登记的家庭成员同名'],
  ['who is named', a, { names: ['谈话人a'], departments: [] }, '须回避'],
  ['a whole department', a, { names: [], departments: ['干部科'] }, '须回避'],
  ['another department', a, { names: [], departments: ['办公室'] }, ''],
])('avoidance: %s', (_case, talker, avoid, words) => {
  const said = reason(mayMeet([subject], [talker], avoid))
  if (words === '') expect(said).toBe('')
  else expect(said).toContain(words)
})

test('the refusal does not say why somebody must stay away', () => {
  const said = reason(mayMeet([subject], [a], { names: ['谈话人a'], departments: [] }))
  expect(said).toBe('谈话人a须回避这次谈话，请换人')
})

const at = (time: string, minutes = 60) => ({ startsAt: `2030-01-07T${time}:00.000Z`, minutes })
test.each([
  ['before', at('08:00'), at('09:00'), false],
  ['touching', at('08:00', 60), at('09:00', 60), false],
  ['one minute', at('08:00', 61), at('09:00', 60), true],
  ['within', at('08:00', 180), at('09:00', 10), true],
  ['the same', at('09:00'), at('09:00'), true],
  ['after', at('11:00'), at('09:00'), false],
])('%s: overlap %#', (_case, one, other, expected) => {
  expect(overlaps(one, other)).toBe(expected)
  expect(overlaps(other, one)).toBe(expected)
})

const booked: Booked = { id: 't', ...at('09:00'), accounts: [a.id, b.id], subjects: ['p9'] }
test.each([
  ['a free talker', [c.id], null, ['p1'], ''],
  ['a busy talker', [a.id], null, ['p1'], '名a在'],
  ['a busy recorder', [c.id], b.id, ['p1'], '名b在'],
  ['a busy person', [c.id], null, ['p9'], '名p9在'],
])('%s', (_case, talkers, recorderId, subjects, words) => {
  const verdict = mayMeetThen(
    { ...at('09:30'), talkers, recorderId, subjects: subjects as CadreId[] },
    [booked],
    id => `名${id}`,
  )
  expect(verdict.allowed).toBe(words === '')
  if (words !== '') expect(reason(verdict)).toContain(words)
})

test('every shipped kind has its own key and an outline whose parts differ', () => {
  expect(new Set(shippedKinds.map(({ key }) => key)).size).toBe(shippedKinds.length)
  for (const { outline } of shippedKinds) expect(new Set(outline.map(({ key }) => key)).size).toBe(outline.length)
})
