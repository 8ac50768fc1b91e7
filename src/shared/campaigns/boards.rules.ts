import type { Day } from '../dates/add-months'
import { allowed, refused, type Verdict } from '../result'
import type { Action, ActionFacts, StopFacts } from './boards'

/** Whether one of the ten jobs can be kept as it is written down. */
export function mayKeepAction({ state, doneOn, evidence, progress }: ActionFacts, today: Day): Verdict {
  if (state === '已完成' && doneOn === null) return refused('已完成的，写完成日期')
  if (state === '已完成' && evidence === '') return refused('已完成的，写凭据，如文号、片名')
  if (state !== '已完成' && doneOn !== null) return refused('还没有完成，不写完成日期')
  if (doneOn !== null && doneOn > today) return refused('完成日期还没有到')
  return state === '不开展' && progress === '' ? refused('不开展的，在进展里写明原因') : allowed
}

/** A stop that is still to come has no audience yet. */
export const mayKeepStop = ({ on, audience }: Pick<StopFacts, 'on' | 'audience'>, today: Day): Verdict =>
  audience !== null && on > today ? refused('这一场还没有到，不登记听众人数') : allowed

/** How a job stands on a day: what is over its day and not done is late. */
export function actionMark({ state, dueOn }: ActionFacts, today: Day): 'done' | 'late' | 'soon' | 'none' {
  if (state === '已完成') return 'done'
  if (state === '不开展') return 'none'
  return dueOn !== null && dueOn < today ? 'late' : state === '进行中' ? 'soon' : 'none'
}

/** How many of the ten are done, of those that are carried out. */
export const actionProgress = (actions: readonly Action[]) => ({
  done: actions.filter(({ state }) => state === '已完成').length,
  of: actions.filter(({ state }) => state !== '不开展').length,
})
