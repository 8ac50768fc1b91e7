import { type PolicyFigure, type PolicySwitch, SecurityPolicy } from '../../shared/policy/policy'
import {
  figureTitles,
  isLooserThan,
  policyFigures,
  policySwitches,
  profiles,
  switchTitles,
  switchWords,
} from '../../shared/policy/policy.rules'

/** 秒（5 分钟）: seconds are what is stored, minutes are what one thinks in. */
export function unitWords(name: PolicyFigure, value: number): string {
  const { unit } = figureTitles[name]
  return name === 'idleSeconds' && value >= 60 && value % 60 === 0 ? `${unit}（${value / 60} 分钟）` : unit
}
export const valueWords = (name: PolicyFigure, value: number): string => `${value} ${unitWords(name, value)}`

/** The bound as a bound: 不少于 8 位, 不超过 30 天. */
export function boundWords(name: PolicyFigure, loosest: number): string {
  return `${isLooserThan(name, loosest - 1, loosest) ? '不少于' : '不超过'} ${valueWords(name, loosest)}`
}

export type Against = 'same' | 'stricter' | 'looser'
export const againstTitles: Record<Against, string> = { same: '同默认', stricter: '严于默认', looser: '宽于默认' }

/** How a figure stands against the default of its profile. */
export function againstDefault(policy: SecurityPolicy, name: PolicyFigure): Against {
  const standard = profiles[policy.profile][name].value
  if (policy[name] === standard) return 'same'
  return isLooserThan(name, policy[name], standard) ? 'looser' : 'stricter'
}

/** The bounds of the model itself, beyond which no profile goes. */
export function boundsOf(name: PolicyFigure): { min: number; max: number } {
  const { minValue, maxValue } = SecurityPolicy.shape[name]
  return { min: minValue ?? 0, max: maxValue ?? Number.MAX_SAFE_INTEGER }
}

export interface FigureChange {
  readonly name: PolicyFigure | PolicySwitch
  readonly words: string
}

/** What a new policy would change, in the words of the confirmation. */
export function changesBetween(current: SecurityPolicy, wanted: SecurityPolicy): FigureChange[] {
  const figures = policyFigures
    .filter(name => current[name] !== wanted[name])
    .map(name => ({
      name,
      words: `${figureTitles[name].title}：${valueWords(name, current[name])} 改为 ${valueWords(name, wanted[name])}`,
    }))
  const switches = policySwitches
    .filter(name => current[name] !== wanted[name])
    .map(name => ({
      name,
      words: `${switchTitles[name].title}：${switchWords(current[name])} 改为 ${switchWords(wanted[name])}`,
    }))
  return [...figures, ...switches]
}
