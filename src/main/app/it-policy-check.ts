import type { ItPolicyState } from '../../shared/it-policy/it-policy'
import type { Check } from '../../shared/self-check/report'

/** A refused file locks the computer down, so it fails the check as well. */
export function checkPolicy({ state, place, problems, notes, inForce }: ItPolicyState): Check {
  const check = (found: Check['state'], detail: string): Check => ({
    group: 'policy',
    title: '统一策略',
    state: found,
    detail,
  })
  if (state === 'none') return check('ok', `没有策略文件（${place}），由单位和个人设置`)
  if (state === 'refused') return check('fail', `没有采用 ${place}：${[...problems, ...notes].join('；')}`)
  const named = Object.keys(inForce).filter(key => key !== '$schema')
  const holds = named.length === 0 ? '没有写任何一项' : `统一的有 ${named.join('、')}`
  return check('ok', [`${place}：${holds}`, ...notes].join('；'))
}
