import type { ComponentType } from 'react'
import type { Capability } from '../../shared/accounts/roles'
import type { Session } from '../../shared/session/session'
import { AccountsCard } from '../accounts/AccountsCard'
import { DecisionsCard } from '../accounts/DecisionsCard'
import { RefusalsCard } from '../audit/RefusalsCard'
import { ReviewCard } from '../audit/ReviewCard'
import { CareCoverageCard } from '../care-coverage/CareCoverageCard'
import { CareDueCard } from '../care-rules/CareDueCard'
import { CoverageCard } from '../interviews/home/CoverageCard'
import { DueCard } from '../interviews/home/DueCard'
import { OverdueCard } from '../interviews/home/OverdueCard'
import { TodayTalksCard } from '../interviews/home/TodayTalksCard'
import { PolicyCard } from '../policy/PolicyCard'
import { UnitsCard } from '../units/UnitsCard'
import { CaringDesk, HelpingDesk, QuestionsDesk } from './desks'
import { TodayCard } from './TodayCard'

/** Where a card stands: what is due, the three desks, the two cards below them, the quiet figures, or a duty of administrators. */
export type CardArea = 'today' | 'desks' | 'coverage' | 'promises' | 'figures' | 'duty'

export interface HomeCard {
  readonly id: string
  readonly title: string
  /** Everyone, or all of these capabilities. */
  readonly needs: 'signed-in' | readonly Capability[]
  readonly area: CardArea
  /** A duty card that belongs in the broad column. */
  readonly broad?: true
  readonly Card: ComponentType<{ title: string }>
}

/** The workbench, top to bottom. A module that has something to show there adds its line here and nothing else. */
export const homeCards: readonly HomeCard[] = [
  { id: 'talks', title: '今天的谈话', needs: ['interviews.hold'], area: 'today', Card: TodayTalksCard },
  { id: 'due-care', title: '该关心的人', needs: ['care.read'], area: 'today', Card: CareDueCard },
  { id: 'today', title: '今天', needs: 'signed-in', area: 'today', Card: TodayCard },
  { id: 'due-talks', title: '应谈', needs: ['interviews.plan'], area: 'today', Card: DueCard },
  { id: 'questions', title: '惑有人解', needs: ['care.oversee'], area: 'desks', Card: QuestionsDesk },
  { id: 'helping', title: '困有人帮', needs: ['care.oversee'], area: 'desks', Card: HelpingDesk },
  { id: 'caring', title: '老有人管', needs: ['care.oversee'], area: 'desks', Card: CaringDesk },
  { id: 'coverage', title: '谈话覆盖', needs: ['interviews.oversee'], area: 'coverage', Card: CoverageCard },
  { id: 'care-coverage', title: '关爱覆盖', needs: ['care.oversee'], area: 'coverage', Card: CareCoverageCard },
  { id: 'promises', title: '逾期承诺', needs: ['interviews.hold'], area: 'promises', Card: OverdueCard },
  { id: 'decisions', title: '待审批', needs: ['accounts.decide'], area: 'duty', broad: true, Card: DecisionsCard },
  { id: 'accounts', title: '账户', needs: ['accounts.propose'], area: 'duty', broad: true, Card: AccountsCard },
  { id: 'refusals', title: '近期被拒绝的操作', needs: ['audit.read'], area: 'duty', broad: true, Card: RefusalsCard },
  { id: 'review', title: '封存和检查', needs: ['audit.seal'], area: 'duty', Card: ReviewCard },
  { id: 'policy', title: '安全策略', needs: ['policy.change'], area: 'duty', Card: PolicyCard },
  { id: 'units', title: '单位', needs: ['accounts.propose', 'units.read'], area: 'duty', Card: UnitsCard },
]

/** The cards that an account sees, in the order of the list. */
export function cardsFor(session: Pick<Session, 'account' | 'capabilities'>, cards = homeCards): HomeCard[] {
  return cards.filter(({ needs }) => {
    if (needs === 'signed-in') return true
    return needs.every(capability => session.capabilities.includes(capability))
  })
}
