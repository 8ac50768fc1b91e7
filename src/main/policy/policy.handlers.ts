import { mayAdoptUnder } from '../../shared/it-policy/it-policy.rules'
import {
  figureTitles,
  mayAdopt,
  policyFigures,
  policySwitches,
  switchTitles,
  switchWords,
} from '../../shared/policy/policy.rules'
import { insist } from '../../shared/result'
import type { CoreHandlers } from '../ipc/contexts'
import * as policies from './policy.repo'

export const policyHandlers: CoreHandlers['policy'] = {
  get: ({ db }) => policies.current(db),

  async change({ db, now, record, limits }, { policy, reason }) {
    const before = await policies.current(db)
    const changes = policyFigures
      .filter(name => before[name] !== policy[name])
      .map(name => `${figureTitles[name].title} ${before[name]}→${policy[name]}`)
    const switched = policySwitches
      .filter(name => before[name] !== policy[name])
      .map(name => `${switchTitles[name].title} ${switchWords(before[name])}→${switchWords(policy[name])}`)
    record({ reason, details: [...changes, ...switched].join('；') || '没有变动' })
    insist(mayAdopt(before, policy))
    insist(mayAdoptUnder(limits, before, policy))
    return policies.adopt(db, new Date(now()).toISOString(), policy)
  },
}
