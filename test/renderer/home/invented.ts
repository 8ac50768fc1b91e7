import type { Account, AccountId, Proposal } from '../../../src/shared/accounts/accounts'
import { capabilitiesOf, type Role } from '../../../src/shared/accounts/roles'
import type { AuditEntry } from '../../../src/shared/audit/audit'
import { defaultPolicy } from '../../../src/shared/policy/policy.rules'
import type { Session } from '../../../src/shared/session/session'
import type { Unit, UnitId } from '../../../src/shared/units/units'

/** Invented people and units for tests and pictures; none of them exists. */
export const NOW = Date.parse('2026-11-23T01:42:00.000Z')

const uuid = (n: number): string => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`
export const accountId = (n: number): AccountId => uuid(n) as AccountId
export const unitId = (n: number): UnitId => uuid(1000 + n) as UnitId
const proposalId = (n: number): string => uuid(2000 + n)
export const daysAgo = (days: number): string => new Date(NOW - days * 86_400_000).toISOString()

const unitRows: readonly [id: number, parent: number | null, name: string][] = [
  [0, null, '中共云泽区委组织部'],
  [1, 0, '镇街'],
  [2, 0, '区直部门'],
  [3, 0, '企事业单位'],
  [11, 1, '云溪街道'],
  [12, 1, '石桥镇'],
  [13, 1, '松岭镇'],
  [14, 1, '柳浦镇'],
  [21, 2, '区发展和改革局'],
  [22, 2, '区信访局'],
  [23, 2, '区水利局'],
  [24, 2, '区行政审批服务管理局'],
  [31, 3, '区人民医院'],
  [32, 3, '区第一中学'],
]
export const units: readonly Unit[] = unitRows.map(([id, parent, name], index) => ({
  id: unitId(id),
  parentId: parent === null ? null : unitId(parent),
  name,
  position: unitRows.slice(0, index).filter(([, other]) => other === parent).length,
}))

export function account(n: number, name: string, roles: Role[], more: Partial<Account> = {}): Account {
  return {
    id: accountId(n),
    login: `user${n}`,
    name,
    holder: `工号${String(n).padStart(4, '0')}`,
    department: '干部科',
    roles,
    scope: null,
    state: 'active',
    hasPhone: true,
    passwordChangedAt: daysAgo(n),
    mustChangePassword: false,
    lockedOut: false,
    createdAt: daysAgo(200),
    ...more,
  }
}

export const accounts: readonly Account[] = [
  account(1, '陆听松', ['sysadmin'], { login: 'lutingsong', department: '办公室', scope: [] }),
  account(2, '方汀兰', ['secadmin'], { login: 'fangtinglan', department: '办公室', scope: [] }),
  account(3, '姜怀瑾', ['auditor'], { login: 'jianghuaijin', department: '纪检组', scope: [] }),
  account(4, '周启明', ['officer', 'interviewer'], { login: 'zhouqiming' }),
  account(5, '王若谷', ['officer'], { login: 'wangruogu', scope: [unitId(1)], lockedOut: true }),
  account(6, '欧阳清越明远', ['interviewer'], {
    login: 'ouyang.qingyue',
    scope: [unitId(11), unitId(12), unitId(13)],
    hasPhone: false,
  }),
  account(7, '孙晚晴', ['leader'], { login: 'sunwanqing', department: '部领导', passwordChangedAt: daysAgo(28) }),
  account(8, '何以宁', ['officer'], { login: 'heyining', state: 'disabled', passwordChangedAt: daysAgo(96) }),
  account(9, '许问渠', ['officer'], {
    login: 'xuwenqu',
    department: '组织科',
    scope: [unitId(2)],
    mustChangePassword: true,
    passwordChangedAt: daysAgo(1),
  }),
  account(10, '赵见山', ['interviewer'], {
    login: 'zhaojianshan',
    department: '老干部科',
    passwordChangedAt: daysAgo(33),
  }),
]

export const proposal = (n: number, change: Proposal['change'], more: Partial<Proposal> = {}): Proposal => ({
  id: proposalId(n),
  change,
  reason: '工作需要',
  proposedBy: accountId(1),
  proposedByName: '陆听松',
  proposedAt: daysAgo(n),
  state: 'waiting',
  decidedByName: null,
  decidedAt: null,
  decisionReason: null,
  ...more,
})

export const proposals: readonly Proposal[] = [
  proposal(
    1,
    {
      kind: 'open',
      account: {
        login: 'liangbozhou',
        name: '梁柏舟',
        holder: '工号0031',
        department: '干部监督科',
        phone: '13800000000',
        roles: ['officer'],
        scope: [unitId(2), unitId(3)],
      },
    },
    { reason: '新调入干部监督科，11月20日到岗' },
  ),
  proposal(2, { kind: 'reset', accountId: accountId(5) }, { reason: '本人忘记密码，已当面核对' }),
  proposal(
    6,
    { kind: 'change', accountId: accountId(6), roles: ['interviewer'], scope: [unitId(1)] },
    { state: 'accepted', decidedByName: '方汀兰', decidedAt: daysAgo(5), decisionReason: '同意' },
  ),
  proposal(
    9,
    { kind: 'close', accountId: accountId(8) },
    { state: 'rejected', decidedByName: '方汀兰', decidedAt: daysAgo(8), decisionReason: '先停用，待工作交接完毕' },
  ),
]

export const policy = { ...defaultPolicy('secret'), passwordLength: 12, idleSeconds: 300 }

export function sessionOf(n: number): Session {
  const held = accounts.find(({ id }) => id === accountId(n)) ?? account(n, '某人', ['officer'])
  return {
    account: { id: held.id, login: held.login, name: held.name, department: held.department, roles: held.roles },
    capabilities: capabilitiesOf(held.roles),
    unit: '中共云泽区委组织部',
    storeId: uuid(9999),
    profile: 'secret',
    demo: false,
    idleSeconds: 300,
    watermarkOpacityPercent: 5,
    passwordRules: { passwordLength: policy.passwordLength, passwordKinds: policy.passwordKinds },
    passwordDue: null,
    readOnly: null,
    signedInAt: daysAgo(0),
  }
}

const acts: readonly [
  channel: string,
  title: string,
  subject: string | null,
  outcome: AuditEntry['outcome'],
  reason: string | null,
][] = [
  ['session.signIn', '登录', null, 'done', null],
  ['units.add', '新增单位', '柳浦镇', 'done', null],
  ['accounts.revealPhone', '查看账户电话', '王若谷', 'done', '核对重置密码申请'],
  ['session.signIn', '登录', 'wangruogu', 'failed', '登录名或密码不对'],
  ['accounts.propose', '申请账户变动', '梁柏舟', 'done', '新调入干部监督科'],
  ['accounts.decide', '审批账户申请', '梁柏舟', 'refused', '提出申请的人不能自己审批'],
  ['policy.change', '调整安全策略', null, 'done', '按秘密级单机管理收紧自动锁定时间'],
  ['units.remove', '删除单位', '镇街', 'refused', '还有下级单位，先移走或删除下级单位'],
]

/** One line of an invented log; every seventh week holds a review. */
export function auditLine(seq: number, last = 1200): AuditEntry {
  const [channel, title, subject, outcome, reason] = acts[seq % acts.length] as (typeof acts)[number]
  const who = accounts[seq % 5] as Account
  const review = seq % 97 === 0
  return {
    seq,
    at: new Date(NOW - (last - seq) * 600_000).toISOString(),
    accountId: who.id,
    accountName: who.name,
    roles: who.roles,
    machine: 'GB-PC-07',
    channel: review ? 'audit.review' : channel,
    title: review ? '记录审计检查' : title,
    subject: review ? null : subject,
    outcome: review ? 'done' : outcome,
    reason: review ? '按周检查，未见异常' : reason,
    details: channel === 'policy.change' ? '{"idleSeconds":[600,300]}' : null,
  }
}
