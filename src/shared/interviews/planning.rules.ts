import type { AccountId } from '../accounts/accounts'
import type { Role } from '../accounts/roles'
import { nameKey } from '../cadres/duplicates.rules'
import { allowed, refused, type Verdict } from '../result'
import type { Plan, Slot } from './interviews'
import type { InterviewKind } from './kinds'

/** An account that shall hold or record a talk, as far as the rules need it. */
export interface TalkerFacts {
  readonly id: AccountId
  readonly name: string
  readonly holder: string
  readonly department: string
  readonly roles: readonly Role[]
  readonly active: boolean
}

/** One of those who shall be talked to. */
export interface SubjectFacts {
  readonly id: string
  readonly name: string
  readonly family: readonly { readonly title: string; readonly name: string }[]
}

/** Another talk in the calendar. */
export interface Booked extends Slot {
  readonly id: string
  readonly accounts: readonly string[]
  readonly subjects: readonly string[]
}

/**
 * Who must not hold this talk, told for this one check and kept nowhere: neither in the plan nor in the log does it stand
 * from whom something was heard. Source: rule book 7.3 and 6A (who reports is protected).
 */
export interface Avoiding {
  readonly names: readonly string[]
  readonly departments: readonly string[]
}
const nobodyToAvoid: Avoiding = { names: [], departments: [] }

const endOf = ({ startsAt, minutes }: Slot): number => Date.parse(startsAt) + minutes * 60_000
/** Whether two talks share a minute; one that begins when the other ends does not. */
export const overlaps = (a: Slot, b: Slot): boolean =>
  Date.parse(a.startsAt) < endOf(b) && Date.parse(b.startsAt) < endOf(a)

const sameName = (a: string, b: string): boolean => nameKey(a) !== '' && nameKey(a) === nameKey(b)

/** Whether the kind lets these people talk in this way at all. */
export function mayHold(
  plan: Pick<Plan, 'mode' | 'subjects' | 'talkers' | 'recorderId'>,
  kind: InterviewKind,
  talkers: readonly TalkerFacts[],
): Verdict {
  if (!kind.active) return refused(`“${kind.title}”已停用，请换一种谈话`)
  if (!kind.modes.includes(plan.mode)) return refused(`${kind.title}要${kind.modes.join('或')}进行，不能用${plan.mode}`)
  if (plan.subjects.length > 1 && !kind.group) return refused(`${kind.title}一次谈一人；几个人一起谈请选集体谈话`)
  if (new Set(plan.subjects).size < plan.subjects.length) return refused('谈话对象里有人列了两次')
  if (new Set(plan.talkers).size < plan.talkers.length) return refused('谈话人里有人列了两次')
  if (plan.talkers.length < kind.talkersAtLeast)
    return refused(`${kind.title}要有 ${kind.talkersAtLeast} 名以上谈话人，现在是 ${plan.talkers.length} 名`)
  for (const id of plan.talkers) {
    const talker = talkers.find(each => each.id === id)
    if (!talker?.active) return refused('谈话人的账户已停用或者注销，请换人')
    if (!talker.roles.some(role => (kind.holders as readonly Role[]).includes(role)))
      return refused(`${talker.name}的角色不能担任${kind.title}的谈话人`)
  }
  if (plan.recorderId !== null) {
    const recorder = talkers.find(each => each.id === plan.recorderId)
    if (!recorder?.active) return refused('记录人的账户已停用或者注销，请换人')
    if (plan.talkers.length === 1 && plan.talkers[0] === plan.recorderId && kind.signed)
      return refused(`${kind.title}的谈话人和记录人不能是同一人`)
  }
  return allowed
}

/** All that the log keeps of it: neither who was to stay away nor whose relative somebody is. */
const AVOIDED = '有谈话人、记录人须回避'

/**
 * Whether nobody on either side must stay away: the person concerned, their relatives, and whom the planner names.
 * A name that is the same is refused although it may be somebody else: the planner then takes another talker.
 * Source: rule book 7.3 (avoidance check).
 */
export function mayMeet(
  subjects: readonly SubjectFacts[],
  talkers: readonly TalkerFacts[],
  avoid: Avoiding = nobodyToAvoid,
): Verdict {
  for (const talker of talkers) {
    const isCalled = (name: string): boolean => sameName(name, talker.name) || sameName(name, talker.holder)
    if (avoid.names.some(isCalled) || avoid.departments.some(department => sameName(department, talker.department)))
      return refused(`${talker.name}须回避这次谈话，请换人`, AVOIDED)
    for (const subject of subjects) {
      if (isCalled(subject.name)) return refused(`${talker.name}与谈话对象同名，本人不能与自己谈，请换人`, AVOIDED)
      const relative = subject.family.find(({ name }) => isCalled(name))
      if (relative) return refused(`${talker.name}与谈话对象登记的家庭成员同名，有亲属关系的须回避，请换人`, AVOIDED)
    }
  }
  return allowed
}

const hour = (instant: string): string => {
  const date = new Date(instant)
  const two = (n: number): string => String(n).padStart(2, '0')
  return `${date.getMonth() + 1}月${date.getDate()}日 ${two(date.getHours())}:${two(date.getMinutes())}`
}

/** Whether everyone is free. @param nameOf how an account or a person is called in the refusal */
export function mayMeetThen(
  plan: Slot & Pick<Plan, 'subjects' | 'talkers' | 'recorderId'>,
  booked: readonly Booked[],
  nameOf: (id: string) => string,
): Verdict {
  const accounts: readonly string[] = plan.recorderId === null ? plan.talkers : [...plan.talkers, plan.recorderId]
  for (const other of booked) {
    if (!overlaps(plan, other)) continue
    const busy =
      accounts.find(id => other.accounts.includes(id)) ?? plan.subjects.find(id => other.subjects.includes(id))
    if (busy !== undefined)
      return refused(
        `${nameOf(busy)}在 ${hour(other.startsAt)} 已有一次谈话，时间重叠，请换个时间`,
        '时间与另一次谈话重叠',
      )
  }
  return allowed
}
