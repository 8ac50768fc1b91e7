/**
 * Roles and what they may do. This file is the one table: dispatch checks it, the menu derives from it,
 * and a test calls every channel as every role and compares.
 * Source: rule book 10D (三员分立): the three administrators see no business data, hold separate accounts,
 * and the auditor is never an administrator.
 */
export const roles = ['sysadmin', 'secadmin', 'auditor', 'officer', 'interviewer', 'leader'] as const
export type Role = (typeof roles)[number]

export const roleTitles: Record<Role, string> = {
  sysadmin: '系统管理员',
  secadmin: '安全保密管理员',
  auditor: '安全审计员',
  officer: '组织干事',
  interviewer: '谈话人',
  leader: '领导',
}

export const capabilities = [
  'accounts.read',
  'accounts.propose',
  'accounts.decide',
  'accounts.reveal',
  'policy.read',
  'policy.change',
  'audit.read',
  'audit.seal',
  'alarms.acknowledge',
  'backups.read',
  'backups.make',
  'backups.configure',
  'units.read',
  'units.edit',
  'cadres.read',
  'cadres.edit',
  'cadres.export',
  'exports.read',
  'plain.ask',
  'plain.decide',
  'exchange.read',
  'exchange.partners',
  'exchange.send',
  'exchange.receive',
  'interviews.hold',
  'interviews.plan',
  'interviews.configure',
  'interviews.oversee',
  'measures.read',
  'measures.edit',
  'care.read',
  'care.edit',
  'care.configure',
  'care.oversee',
  'honours.read',
  'honours.edit',
  'honours.configure',
] as const
export type Capability = (typeof capabilities)[number]

const grants: Record<Role, readonly Capability[]> = {
  sysadmin: [
    'accounts.read',
    'accounts.propose',
    'accounts.reveal',
    'policy.read',
    'backups.read',
    'backups.make',
    'backups.configure',
    'units.read',
  ],
  secadmin: [
    'accounts.read',
    'accounts.decide',
    'policy.read',
    'policy.change',
    'alarms.acknowledge',
    'backups.read',
    'units.read',
    'exports.read',
    'plain.decide',
    'exchange.read',
    'exchange.partners',
  ],
  auditor: ['audit.read', 'audit.seal', 'policy.read', 'exports.read'],
  officer: [
    'backups.read',
    'backups.make',
    'units.read',
    'units.edit',
    'cadres.read',
    'cadres.edit',
    'cadres.export',
    'exports.read',
    'plain.ask',
    'exchange.read',
    'exchange.send',
    'exchange.receive',
    'interviews.hold',
    'interviews.plan',
    'interviews.configure',
    'interviews.oversee',
    'measures.read',
    'measures.edit',
    'care.read',
    'care.edit',
    'care.configure',
    'care.oversee',
    'honours.read',
    'honours.edit',
    'honours.configure',
  ],
  interviewer: ['units.read', 'exchange.read', 'exchange.send', 'interviews.hold'],
  leader: ['units.read', 'interviews.hold', 'interviews.oversee', 'measures.read', 'care.oversee', 'honours.read'],
}

/** Capabilities of an account: the union over its roles, in the order of the list above. */
export function capabilitiesOf(held: readonly Role[]): Capability[] {
  return capabilities.filter(capability => held.some(role => grants[role].includes(capability)))
}

export const administratorRoles = ['sysadmin', 'secadmin', 'auditor'] as const satisfies readonly Role[]
export const businessRoles = ['officer', 'interviewer', 'leader'] as const satisfies readonly Role[]

export const isAdministrator = (role: Role): boolean => (administratorRoles as readonly Role[]).includes(role)
