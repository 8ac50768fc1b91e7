import type { Unit, UnitId } from '../units/units'

/** A name is told apart without blanks, marks and the 中共 that papers write before it and trees mostly do not. */
const plain = (text: string): string =>
  text
    .normalize('NFKC')
    .replaceAll(/[\s·,，、;；]/g, '')
    .replace(/^中共/, '')
const shortest = 2

/** 安平县 and 县委办公室 are 安平县委办公室; 安平县 and 财政局 are 安平县财政局. */
function joined(above: string, name: string): string[] {
  const last = above.at(-1) ?? ''
  return name.startsWith(last) && last !== '' ? [above + name, above.slice(0, -1) + name] : [above + name]
}

/**
 * The unit with whose name a post begins, such as 石桥镇 for 石桥镇党委书记: by its own name or with the names of those above
 * it before it. The longest name wins; where two units bear it nobody can say. The unit at the top is never meant, as
 * posts of the place itself begin with its name too. Source: formats §3.2, the post is written with its unit before it.
 */
export function unitByPost(units: readonly Unit[]): (post: string) => UnitId | undefined {
  const byId = new Map(units.map(unit => [unit.id, unit]))
  const bearers = new Map<string, Set<UnitId>>()
  let longest = 0
  for (const { id, name, parentId } of units) {
    const names = new Set([plain(name)])
    for (
      let above = parentId === null ? undefined : byId.get(parentId);
      above;
      above = above.parentId === null ? undefined : byId.get(above.parentId)
    )
      for (const long of Array.from(names).flatMap(own => joined(plain(above.name), own))) names.add(long)
    for (const own of names) {
      if (own.length < shortest) continue
      bearers.set(own, (bearers.get(own) ?? new Set()).add(id))
      longest = Math.max(longest, own.length)
    }
  }
  return post => {
    const text = plain(post)
    for (let length = Math.min(longest, text.length); length >= shortest; length--) {
      const found = bearers.get(text.slice(0, length))
      if (found) return found.size === 1 ? [...found].find(id => byId.get(id)?.parentId !== null) : undefined
    }
    return undefined
  }
}
