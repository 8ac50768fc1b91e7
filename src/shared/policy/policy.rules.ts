import { allowed, refused, type Verdict } from '../result'
import type { PolicyFigure, PolicySwitch, ProfileName, SecurityPolicy } from './policy'

/** How far a figure of a regulation or a practice can be trusted. Anything but CONFIRMED warns: 参考,以文件为准. */
export type SourceStatus = 'CONFIRMED' | 'MEMORY'

/** One figure of a profile. `loosest` is the bound a unit may not pass; tighter is always open to it. */
export interface Figure {
  readonly value: number
  readonly loosest: number
  readonly validFrom: string
  readonly source: string
  readonly status: SourceStatus
}
export type Profile = Readonly<Record<PolicyFigure, Figure>>

/** Which way is stricter: 1 when a larger figure is stricter, -1 when a smaller one is. */
const stricter: Record<PolicyFigure, 1 | -1> = {
  passwordLength: 1,
  passwordKinds: 1,
  passwordHistory: 1,
  passwordCycleDays: -1,
  maxTries: -1,
  idleSeconds: -1,
  auditReviewDays: -1,
  watermarkOpacityPercent: 1,
}

export const policyFigures = Object.keys(stricter) as PolicyFigure[]

export const figureTitles: Record<PolicyFigure, { title: string; unit: string }> = {
  passwordLength: { title: '密码最短长度', unit: '位' },
  passwordKinds: { title: '密码字符种类', unit: '种' },
  passwordHistory: { title: '不得重复的历次密码', unit: '次' },
  passwordCycleDays: { title: '密码更换周期', unit: '天' },
  maxTries: { title: '连续输错后锁定', unit: '次' },
  idleSeconds: { title: '无操作自动锁定', unit: '秒' },
  auditReviewDays: { title: '审计检查间隔', unit: '天' },
  watermarkOpacityPercent: { title: '屏幕水印浓度', unit: '%' },
}

/** What a unit may allow. Every profile starts with all of it off. */
export const policySwitches = ['soundRecording'] as const satisfies readonly PolicySwitch[]
export const switchTitles: Record<PolicySwitch, { title: string; meaning: string }> = {
  soundRecording: { title: '允许谈话录音', meaning: '本人同意时才能录，加密存在本库' },
}
export const switchWords = (on: boolean): string => (on ? '允许' : '不允许')

export const profileTitles: Record<ProfileName, string> = { internal: '内部', secret: '秘密', confidential: '机密' }
export const profileMeanings: Record<ProfileName, string> = {
  internal: '工作秘密和内部资料，用于未定密的单机',
  secret: '按秘密级单机管理，密码每月更换，三分钟无操作即锁定',
  confidential: '按机密级单机管理，密码每周更换，三分钟无操作即锁定',
}

const since = '2026-01-01'
const figure = (value: number, loosest: number, source: string, status: SourceStatus): Figure => ({
  value,
  loosest,
  validFrom: since,
  source,
  status,
})
const kinds = figure(3, 2, '单位通行做法', 'MEMORY')
const tries = figure(5, 5, '登录失败处理，等保三级通行为 5 次', 'MEMORY')
const history = (value: number, loosest: number) => figure(value, loosest, '5 次以内不得相同的通行做法', 'MEMORY')
const review = figure(7, 31, '审计员每周检查日志的通行做法', 'MEMORY')
const watermark = figure(5, 3, '本应用默认', 'MEMORY')

/**
 * The three profiles of rule book 10E and the stricter figures of the two secrecy grades.
 * None of these figures was read in a primary text, so none is marked CONFIRMED.
 */
export const profiles: Record<ProfileName, Profile> = {
  internal: {
    passwordLength: figure(10, 8, '秘密级不少于 8 位的通行规定', 'MEMORY'),
    passwordKinds: kinds,
    passwordHistory: history(5, 3),
    passwordCycleDays: figure(30, 90, '非涉密 90 天、秘密级一个月的通行规定', 'MEMORY'),
    maxTries: tries,
    idleSeconds: figure(600, 900, '屏保 3 至 15 分钟的通行做法', 'MEMORY'),
    auditReviewDays: review,
    watermarkOpacityPercent: watermark,
  },
  secret: {
    passwordLength: figure(10, 8, '秘密级不少于 8 位的通行规定', 'MEMORY'),
    passwordKinds: figure(3, 3, '单位通行做法', 'MEMORY'),
    passwordHistory: history(5, 5),
    passwordCycleDays: figure(30, 30, '秘密级每月更换的通行规定', 'MEMORY'),
    maxTries: tries,
    idleSeconds: figure(180, 600, '空闲不超过 10 分钟的通行规定', 'MEMORY'),
    auditReviewDays: review,
    watermarkOpacityPercent: watermark,
  },
  confidential: {
    passwordLength: figure(12, 10, '机密级不少于 10 位的通行规定', 'MEMORY'),
    passwordKinds: figure(3, 3, '单位通行做法', 'MEMORY'),
    passwordHistory: history(10, 5),
    passwordCycleDays: figure(7, 7, '机密级每周更换的通行规定', 'MEMORY'),
    maxTries: tries,
    idleSeconds: figure(180, 180, '三分钟屏保的单位规定', 'MEMORY'),
    auditReviewDays: figure(7, 7, '审计员每周检查日志的通行做法', 'MEMORY'),
    watermarkOpacityPercent: watermark,
  },
}

/** The policy a store starts with. */
export function defaultPolicy(profile: ProfileName): SecurityPolicy {
  const figures = Object.fromEntries(policyFigures.map(name => [name, profiles[profile][name].value]))
  return { profile, ...figures, soundRecording: false } as SecurityPolicy
}

export const isLooserThan = (name: PolicyFigure, value: number, bound: number): boolean =>
  (value - bound) * stricter[name] < 0

/** Whether one figure stays within its profile. Source: rule book 10E, "unit may tighten, never loosen below the min". */
export function mayAdoptFigure(profile: ProfileName, name: PolicyFigure, value: number): Verdict {
  const { loosest } = profiles[profile][name]
  if (!isLooserThan(name, value, loosest)) return allowed
  const { title, unit } = figureTitles[name]
  const bound = stricter[name] === 1 ? '不少于' : '不超过'
  return refused(`${title}不能宽于“${profileTitles[profile]}”类别的底线：${bound} ${loosest} ${unit}`)
}

/** Whether a whole policy may be adopted: same profile, every figure within it. */
export function mayAdopt(current: SecurityPolicy, wanted: SecurityPolicy): Verdict {
  if (current.profile !== wanted.profile) return refused('密级类别在建立数据库时选定，不能在这里更改')
  for (const name of policyFigures) {
    const verdict = mayAdoptFigure(wanted.profile, name, wanted[name])
    if (!verdict.allowed) return verdict
  }
  return allowed
}

/** Passwords that guessing starts with; compared without case and after folding look-alike digits. */
const commonPasswords = [
  'password',
  'qwerty',
  'admin',
  'abc123',
  '123456',
  '12345678',
  '888888',
  '666666',
  '111111',
  '000000',
  'iloveyou',
  'welcome',
  'letmein',
  'zaq12wsx',
  'qazwsx',
  '1qaz2wsx',
  'woaini',
  'dandang',
  'zuzhibu',
  'ganbu',
]
const unleet = (text: string): string =>
  text
    .toLowerCase()
    .replaceAll('0', 'o')
    .replaceAll('1', 'l')
    .replaceAll('3', 'e')
    .replaceAll('@', 'a')
    .replaceAll('$', 's')

export function countKinds(password: string): number {
  return [/[a-z]/, /[A-Z]/, /\d/, /[^a-zA-Z\d]/].filter(kind => kind.test(password)).length
}

/** A run such as 123456, abcdef or aaaaaa that makes up at least half of the password. */
function isMostlyRun(chars: readonly string[]): boolean {
  let run = 1
  let longest = 1
  let step: number | undefined
  for (let i = 1; i < chars.length; i++) {
    const difference = (chars[i]?.codePointAt(0) ?? 0) - (chars[i - 1]?.codePointAt(0) ?? 0)
    run = Math.abs(difference) <= 1 && difference === step ? run + 1 : Math.abs(difference) <= 1 ? 2 : 1
    step = difference
    longest = Math.max(longest, run)
  }
  return longest >= 4 && longest * 2 >= chars.length
}

/**
 * Whether a password may be used. `personWords` are the person's login, name and unit: a password built on them is refused.
 * Length counts characters, not code units.
 */
export function mayUsePassword(
  password: string,
  policy: Pick<SecurityPolicy, 'passwordLength' | 'passwordKinds'>,
  personWords: readonly string[],
): Verdict {
  const chars = [...password.normalize('NFKC')]
  if (chars.length < policy.passwordLength)
    return refused(`密码至少 ${policy.passwordLength} 位，现在 ${chars.length} 位`)
  const found = countKinds(password)
  if (found < policy.passwordKinds)
    return refused(`密码要含小写、大写、数字、符号中的 ${policy.passwordKinds} 种，现在只有 ${found} 种`)
  if (isMostlyRun(chars)) return refused('密码不能以连续或重复的字符为主')
  if (/(19|20)\d{2}(0[1-9]|1[0-2])(0[1-9]|[12]\d|3[01])/.test(password))
    return refused('密码中不能含有八位日期，容易被人猜到')
  const folded = unleet(password)
  const common = commonPasswords.find(word => folded.includes(unleet(word)) && word.length * 2 >= chars.length)
  if (common !== undefined) return refused('这个密码太常见，换一个')
  const own = personWords.find(word => [...word].length >= 2 && folded.includes(unleet(word)))
  if (own !== undefined) return refused('密码中不能含有登录名、姓名或单位名')
  return allowed
}

/** Why a password is due for change: it was given by an administrator, or its cycle has run out. */
export function passwordDue(
  account: { readonly mustChangePassword: boolean; readonly passwordChangedAt: string },
  policy: Pick<SecurityPolicy, 'passwordCycleDays'>,
  now: number,
): 'initial' | 'expired' | null {
  if (account.mustChangePassword) return 'initial'
  return passwordDaysLeft(account, policy, now) <= 0 ? 'expired' : null
}

/** Whole days until the password must be changed; zero or less when it is due. */
export function passwordDaysLeft(
  account: { readonly passwordChangedAt: string },
  policy: Pick<SecurityPolicy, 'passwordCycleDays'>,
  now: number,
): number {
  const elapsedDays = (now - Date.parse(account.passwordChangedAt)) / 86_400_000
  return Math.ceil(policy.passwordCycleDays - elapsedDays)
}
