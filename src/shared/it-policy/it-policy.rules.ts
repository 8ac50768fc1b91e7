import type { PolicyFigure, SecurityPolicy } from '../policy/policy'
import { figureTitles, isLooserThan } from '../policy/policy.rules'
import { allowed, refused, type Verdict } from '../result'
import type { ItLimits, ItPolicyFile } from './it-policy'

export const setByIt = '由单位信息部门统一设置'

/** The figures of the unit's policy that IT may tighten. */
const figures = ['idleSeconds', 'watermarkOpacityPercent'] as const satisfies readonly (PolicyFigure & keyof ItLimits)[]
const itBound = (limits: ItLimits, name: PolicyFigure): number | undefined =>
  figures.some(figure => figure === name) ? limits[name as (typeof figures)[number]] : undefined

/**
 * What holds while a policy file lies there that cannot be read as one: nothing leaves, nothing is recorded, and the
 * computer locks after three minutes as in the strictest profile.
 */
export const whileRefused: ItPolicyFile = {
  exportAllowed: false,
  plainExportAllowed: false,
  recordingAllowed: false,
  idleSeconds: 180,
}

/** The stricter of the unit's policy and IT's, figure by figure. */
export function tightened(policy: SecurityPolicy, limits: ItLimits): SecurityPolicy {
  const stricter = { ...policy }
  for (const name of figures) {
    const bound = limits[name]
    if (bound !== undefined && isLooserThan(name, policy[name], bound)) stricter[name] = bound
  }
  return { ...stricter, soundRecording: policy.soundRecording && limits.recordingAllowed !== false }
}

/** 不超过 120 秒, as IT's bound stands beside a figure; undefined where IT has set none. */
function itBoundWords(limits: ItLimits, name: PolicyFigure): string | undefined {
  const bound = itBound(limits, name)
  if (bound === undefined) return undefined
  return `${isLooserThan(name, bound - 1, bound) ? '不少于' : '不超过'} ${bound} ${figureTitles[name].unit}`
}

/** The same with what holds here, where the unit's own figure is looser: 不超过 120 秒，现按 120 秒执行. */
export function itHoldWords(limits: ItLimits, name: PolicyFigure, unitValue: number): string | undefined {
  const [bound, words] = [itBound(limits, name), itBoundWords(limits, name)]
  if (bound === undefined || words === undefined || !isLooserThan(name, unitValue, bound)) return words
  return `${words}，这台计算机按 ${bound} ${figureTitles[name].unit}执行`
}

/** Whether what is changed stays within IT's bounds. What stood before they came may stay: they hold all the same. */
export function mayAdoptUnder(limits: ItLimits, current: SecurityPolicy, wanted: SecurityPolicy): Verdict {
  for (const name of figures) {
    const bound = limits[name]
    if (bound !== undefined && wanted[name] !== current[name] && isLooserThan(name, wanted[name], bound))
      return refused(`${figureTitles[name].title}${setByIt}：${itBoundWords(limits, name)}`)
  }
  return wanted.soundRecording && !current.soundRecording ? mayRecordHere(limits) : allowed
}

export const mayRecordHere = ({ recordingAllowed }: ItLimits): Verdict =>
  recordingAllowed === false ? refused(`谈话录音${setByIt}：不允许`) : allowed

/** Whether what the store holds may go into a file. Paper is not meant. */
export function mayLeave({ exportAllowed, plainExportAllowed }: ItLimits, as: 'plain' | 'sealed'): Verdict {
  if (exportAllowed === false) return refused(`存成文件${setByIt}：不允许。打印不受影响；需要文件时请与信息部门联系`)
  if (as === 'plain' && plainExportAllowed === false)
    return refused(`存成未加密的文件${setByIt}：不允许。打印不受影响；需要文件时请与信息部门联系`)
  return allowed
}

/** Whether a folder may be opened as a store. */
export const mayUseFolder = ({ storeFolder }: ItPolicyFile, folder: string): Verdict =>
  storeFolder === undefined || folder === storeFolder ? allowed : refused(`数据库的位置${setByIt}：${storeFolder}`)

/** Whether another second place for backups may be chosen. */
export const mayPlaceSecond = ({ backupFolder }: ItLimits): Verdict =>
  backupFolder === undefined ? allowed : refused(`第二备份位置${setByIt}：${backupFolder}`)
