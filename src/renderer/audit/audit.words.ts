import { type Role, roles, roleTitles } from '../../shared/accounts/roles'
import type { AuditEntry, AuditFilter, AuditVerdict } from '../../shared/audit/audit'

export interface Facets {
  readonly accounts: readonly { id: string; name: string }[]
  readonly features: readonly { feature: string; title: string }[]
}

const two = (n: number): string => String(n).padStart(2, '0')

/** 2026.11.23, in this computer's time. */
export function dayWords(at: string | Date): string {
  const date = new Date(at)
  return `${date.getFullYear()}.${two(date.getMonth() + 1)}.${two(date.getDate())}`
}
/** 2026.11.23 09:42:07: an audit line is told to the second. */
export function instantWords(at: string): string {
  const date = new Date(at)
  return `${dayWords(date)} ${two(date.getHours())}:${two(date.getMinutes())}:${two(date.getSeconds())}`
}

export const outcomeTitles: Record<AuditEntry['outcome'], string> = { done: '完成', refused: '拒绝', failed: '失败' }

export const accountWords = ({ accountId, accountName }: Pick<AuditEntry, 'accountId' | 'accountName'>): string =>
  accountName !== '' ? accountName : accountId === null ? '未登录' : '已注销的账户'

/** Roles are kept as text in old lines: one that this version no longer knows keeps its name. */
export const rolesWords = (held: readonly string[]): string =>
  held.map(role => ((roles as readonly string[]).includes(role) ? roleTitles[role as Role] : role)).join('、') || '—'

const subjectKinds: Readonly<Record<string, string>> = {
  units: '单位',
  proposals: '申请',
  accounts: '账户',
  policy: '策略',
  backups: '备份',
  imports: '导入',
  cadres: '干部',
  queries: '查询',
  exports: '导出',
  plainExports: '全部导出',
  exchange: '数据交换',
  interviews: '谈话',
  documents: '文书',
  measures: '提醒函询诫勉',
  careMeasures: '关爱措施',
  honours: '荣誉',
  certificates: '证书',
  medals: '在党50年纪念章',
  albums: '风采录',
  campaigns: '出彩行动',
  commendations: '表扬决定',
  careRules: '关爱规则',
  careSurveys: '关爱满意度',
  careEscalations: '关爱上报',
  grassroots: '基层台账',
  promises: '承诺',
  desks: '惑困老事项',
  hardships: '困难帮扶',
  holidays: '放假安排',
  careStandards: '慰问标准',
  sealedNotes: '心理关怀记录',
  entitlements: '休假体检疗休养',
  careBatches: '走访慰问',
  retirements: '退休',
  talkRules: '谈话规则',
  talkQuestions: '题库问题',
}

/** Lines name their object by kind and number only; an account's number is turned into its name. */
export function subjectWords(subject: string | null, facets: Pick<Facets, 'accounts'> | undefined): string {
  if (subject === null) return '—'
  const [kind, id, ...rest] = subject.split(':')
  if (kind === undefined || id === undefined || rest.length > 0) return subject
  const name = kind === 'accounts' ? facets?.accounts.find(account => account.id === id)?.name : undefined
  return name ?? `${subjectKinds[kind] ?? kind} …${id.slice(-6)}`
}

/** Why: the person's own reason, or for what did not happen the rule's words. */
export const whyWords = ({ outcome, reason, details }: Pick<AuditEntry, 'outcome' | 'reason' | 'details'>): string =>
  (outcome === 'done' ? reason : (details ?? reason)) ?? '—'

/** A seal's code in groups of four, as it is read out and compared by eye. */
export const groupsOf = (code: string): string[] => code.replaceAll('-', '').match(/.{1,4}/gu) ?? []

export const problemTitles: Record<NonNullable<AuditVerdict['problem']>['kind'], string> = {
  changed: '日志被改动',
  missing: '日志有缺失',
  'rolled-back': '数据被退回到以前',
  foreign: '有外来的日志',
}

export const count = (n: number): string => n.toLocaleString('zh-CN')

export const noConditions: AuditFilter = {
  from: null,
  to: null,
  accountId: null,
  feature: null,
  outcome: null,
  text: '',
}

export interface Chip {
  readonly key: string
  readonly words: string
  /** The part of the filter that taking the chip away puts back. */
  readonly without: Partial<AuditFilter>
}

/** The conditions in force, each in words that can be read aloud. */
export function chipsOf(filter: AuditFilter, facets: Facets | undefined): Chip[] {
  const chips: Chip[] = []
  const { from, to } = filter
  const dots = (day: string): string => day.replaceAll('-', '.')
  if (from !== null || to !== null) {
    const words =
      from === to && from !== null
        ? dots(from)
        : from === null
          ? `${dots(to ?? '')} 及以前`
          : to === null
            ? `${dots(from)} 起`
            : `${dots(from)} 至 ${dots(to)}`
    chips.push({ key: 'days', words, without: { from: null, to: null } })
  }
  if (filter.accountId !== null) {
    const name = facets?.accounts.find(({ id }) => id === filter.accountId)?.name ?? '…'
    chips.push({ key: 'account', words: `账户是 ${name}`, without: { accountId: null } })
  }
  if (filter.feature !== null) {
    const title = facets?.features.find(({ feature }) => feature === filter.feature)?.title ?? filter.feature
    chips.push({ key: 'feature', words: `模块是 ${title}`, without: { feature: null } })
  }
  if (filter.outcome !== null)
    chips.push({ key: 'outcome', words: `结果是 ${outcomeTitles[filter.outcome]}`, without: { outcome: null } })
  if (filter.text.trim() !== '')
    chips.push({ key: 'text', words: `含有“${filter.text.trim()}”`, without: { text: '' } })
  return chips
}

/** The day by which the log must be looked at again, and how that day lies to today. */
export function reviewDue(
  lastAt: string | null,
  everyDays: number,
  now: number,
): { dueOn: string | null; state: 'late' | 'today' | 'soon'; words: string } {
  if (lastAt === null) return { dueOn: null, state: 'today', words: '还没有检查过' }
  const last = new Date(lastAt)
  const due = new Date(last.getFullYear(), last.getMonth(), last.getDate() + everyDays)
  const today = new Date(now)
  const midnight = new Date(today.getFullYear(), today.getMonth(), today.getDate())
  const days = Math.round((due.getTime() - midnight.getTime()) / 86_400_000)
  const state = days < 0 ? 'late' : days === 0 ? 'today' : 'soon'
  const words = days < 0 ? `逾期 ${-days} 天` : days === 0 ? '今天到期' : `还有 ${days} 天`
  return { dueOn: dayWords(due), state, words }
}
