import { Login, type NewAccount, type Scope } from '../../shared/accounts/accounts'
import { type businessRoles, isAdministrator, type Role } from '../../shared/accounts/roles'
import type { Unit } from '../../shared/units/units'

export type BusinessRole = (typeof businessRoles)[number]

/** Roles and scope as the form asks for them: the kind of account first, so that a forbidden mix cannot be chosen at all. */
export interface RoleScope {
  /** One administrator role alone, or any business roles. */
  roles: Role[]
  /** Sees the whole store; otherwise the units listed, each with what is below it. */
  whole: boolean
  units: string[]
}

export interface OpenDraft extends RoleScope {
  login: string
  name: string
  holder: string
  department: string
  phone: string
}

/** The narrowest of the business roles to begin with, and no scope chosen yet. */
export const emptyDraft: OpenDraft = {
  login: '',
  name: '',
  holder: '',
  department: '',
  phone: '',
  roles: ['officer'],
  whole: false,
  units: [],
}

/** Administrators see no business data, so they have no units at all. */
export function scopeOf({ roles, whole, units }: RoleScope): Scope {
  if (roles.some(isAdministrator)) return []
  return whole ? null : units
}

export const newAccountOf = (draft: OpenDraft): NewAccount => ({
  login: draft.login.trim(),
  name: draft.name.trim(),
  holder: draft.holder.trim(),
  department: draft.department.trim(),
  phone: draft.phone.trim(),
  roles: draft.roles,
  scope: scopeOf(draft),
})

export type Problems<T> = Partial<Record<keyof T, string>>

export function roleScopeProblems({ roles, whole, units }: RoleScope): Problems<RoleScope> {
  if (roles.length === 0) return { roles: '至少选一个角色' }
  if (roles.some(isAdministrator) || whole || units.length > 0) return {}
  return { units: '选择可以查看的单位，或选“全部单位”' }
}

/** What is missing or cannot be taken, by field. Lengths are said by the fields themselves while one types. */
export function openProblems(draft: OpenDraft): Problems<OpenDraft> {
  const problems: Problems<OpenDraft> = roleScopeProblems(draft)
  const login = Login.safeParse(draft.login)
  if (draft.login.trim() === '') problems.login = '填写登录名'
  else if (!login.success) problems.login = login.error.issues[0]?.message ?? '登录名不能用'
  if (draft.name.trim() === '') problems.name = '填写姓名'
  if (draft.holder.trim() === '') problems.holder = '填写工号或姓名，用来识别同一人的几个账户'
  return problems
}

/** Leaves out a unit that stands below another one of the choice: the upper one already covers it. */
export function normaliseUnits(chosen: readonly string[], units: readonly Pick<Unit, 'id' | 'parentId'>[]): string[] {
  const parents = new Map<string, string | null>(units.map(({ id, parentId }) => [id, parentId]))
  const covered = (id: string): boolean => {
    for (let above = parents.get(id); above; above = parents.get(above)) if (chosen.includes(above)) return true
    return false
  }
  return chosen.filter(id => parents.has(id) && !covered(id))
}

export interface UnitLevel {
  readonly unit: Unit
  /** The units it stands below, from the top. */
  readonly above: readonly string[]
}

/** Every unit with the way down to it, in the order of the tree. What stands above the reader's scope is not there. */
export function levelsOf(units: readonly Unit[]): UnitLevel[] {
  const ways = new Map<string, readonly string[]>()
  return units.map(unit => {
    const way = unit.parentId === null ? undefined : ways.get(unit.parentId)
    const above = unit.parentId === null || !way ? [] : [...way, unit.parentId]
    ways.set(unit.id, above)
    return { unit, above }
  })
}
