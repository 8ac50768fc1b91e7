import { allowed, refused, type Verdict } from '../result'
import type { Unit, UnitId } from './units'

/** The unit and everything below it. */
export function withSubUnits(units: readonly Unit[], roots: readonly string[]): Set<string> {
  const children = new Map<string | null, Unit[]>()
  for (const unit of units) children.set(unit.parentId, [...(children.get(unit.parentId) ?? []), unit])
  const found = new Set<string>()
  const queue = [...roots]
  for (let id = queue.pop(); id !== undefined; id = queue.pop()) {
    if (found.has(id)) continue
    found.add(id)
    queue.push(...(children.get(id) ?? []).map(child => child.id))
  }
  return found
}

const sameName = (units: readonly Unit[], parentId: UnitId | null, name: string, except?: UnitId): boolean =>
  units.some(unit => unit.parentId === parentId && unit.id !== except && unit.name === name.trim())

export function mayAdd(units: readonly Unit[], parentId: UnitId, name: string): Verdict {
  if (!units.some(unit => unit.id === parentId)) return refused('上级单位不在可见范围内')
  return sameName(units, parentId, name) ? refused('同一上级下已有这个名称') : allowed
}

export function mayRename(units: readonly Unit[], id: UnitId, name: string): Verdict {
  const unit = units.find(other => other.id === id)
  if (!unit) return refused('单位不在可见范围内')
  return sameName(units, unit.parentId, name, id) ? refused('同一上级下已有这个名称') : allowed
}

export function mayMove(units: readonly Unit[], id: UnitId, parentId: UnitId): Verdict {
  const unit = units.find(other => other.id === id)
  if (!unit) return refused('单位不在可见范围内')
  if (unit.parentId === null) return refused('本级单位不能移动')
  if (!units.some(other => other.id === parentId)) return refused('上级单位不在可见范围内')
  if (withSubUnits(units, [id]).has(parentId)) return refused('不能移到自己或下级单位之下')
  return sameName(units, parentId, unit.name, id) ? refused('同一上级下已有这个名称') : allowed
}

export function mayRemove(units: readonly Unit[], id: UnitId): Verdict {
  const unit = units.find(other => other.id === id)
  if (!unit) return refused('单位不在可见范围内')
  if (unit.parentId === null) return refused('本级单位不能删除')
  return units.some(other => other.parentId === id) ? refused('还有下级单位，先移走或删除下级单位') : allowed
}
