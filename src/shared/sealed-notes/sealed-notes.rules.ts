import { addDays, type Day } from '../dates/add-months'
import { allowed, refused, type Verdict } from '../result'
import { type Carer, type Contact, MOST_CARERS, MOST_CONTACTS } from './sealed-notes'

/** When to be in touch next: as the latest contact says, of two on one day the later one. */
export function nextContactOf(contacts: readonly Pick<Contact, 'on' | 'nextOn'>[]): Day | null {
  let latest: Pick<Contact, 'on' | 'nextOn'> | undefined
  for (const contact of contacts) if (!latest || contact.on >= latest.on) latest = contact
  return latest?.nextOn ?? null
}

export const lastContactOf = (contacts: readonly Pick<Contact, 'on'>[]): Day | null =>
  contacts
    .map(({ on }) => on)
    .toSorted()
    .at(-1) ?? null

export type ContactStanding = 'late' | 'today' | 'soon' | 'later' | 'none'
const SOON_DAYS = 3
export function contactStanding(day: Day, nextOn: Day | null): ContactStanding {
  if (nextOn === null) return 'none'
  if (nextOn < day) return 'late'
  if (nextOn === day) return 'today'
  return nextOn <= addDays(day, SOON_DAYS) ? 'soon' : 'later'
}

export function mayKeepContact({ on, asked, arranged, nextOn }: Contact, today: Day): Verdict {
  if (on > today) return refused('联系的日期还没有到')
  if (asked.trim() === '' && arranged.trim() === '') return refused('写上本人想要什么，或者安排了什么')
  return nextOn !== null && nextOn < on ? refused('下次联系早于这次') : allowed
}

export const mayAddContact = (count: number): Verdict =>
  count < MOST_CONTACTS ? allowed : refused(`一份最多 ${MOST_CONTACTS} 次，请另建一份`)

/** Whether another may be named, or be given anew what a reset has taken. */
export function mayGrant(carers: readonly Carer[], id: Carer['id']): Verdict {
  const known = carers.find(carer => carer.id === id)
  if (known?.state === 'holds') return refused('这个人已经能打开')
  return !known && carers.length >= MOST_CARERS ? refused(`最多 ${MOST_CARERS} 个关爱人`) : allowed
}

/** Whether a carer may be taken off: somebody who can open it has to stay. */
export function mayWithdraw(carers: readonly Carer[], id: Carer['id']): Verdict {
  if (!carers.some(carer => carer.id === id)) return refused('这个人不是关爱人')
  const left = carers.filter(carer => carer.id !== id && carer.state === 'holds')
  return left.length > 0 ? allowed : refused('去掉以后就没有人能打开了，先指定另一个人')
}
