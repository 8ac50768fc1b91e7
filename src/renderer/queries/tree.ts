import type { Group, QueryNode } from '../../shared/queries/queries'

/** Where a node stands: its place in each group on the way down. The whole question is the empty path. */
export type Path = readonly number[]

/** A changed question, and where what was changed stands now. */
export interface Changed {
  readonly tree: Group
  readonly at: Path
}

export const keyOf = (path: Path): string => path.join('.')
export const pathOf = (key: string): Path => (key === '' ? [] : key.split('.').map(Number))

const isWithin = (path: Path, outer: Path): boolean => outer.every((step, depth) => path[depth] === step)

export function nodeAt(node: QueryNode | undefined, [step, ...rest]: Path): QueryNode | undefined {
  if (step === undefined || node === undefined) return node
  return node.kind === 'is' ? undefined : nodeAt(node.of[step], rest)
}

/** The group's members changed; whatever is not a group stays as it is. */
function inGroup(node: Group, path: Path, change: (of: readonly QueryNode[]) => QueryNode[]): Group {
  const [step, ...rest] = path
  if (step === undefined) return { ...node, of: change(node.of) }
  return {
    ...node,
    of: node.of.map((each, index) => (index === step && each.kind !== 'is' ? inGroup(each, rest, change) : each)),
  }
}

const parentOf = (path: Path): Path => path.slice(0, -1)
const placeOf = (path: Path): number => path.at(-1) ?? 0

export function replaceAt(tree: Group, path: Path, node: QueryNode): Group {
  if (path.length === 0) return node.kind === 'is' ? tree : node
  return inGroup(tree, parentOf(path), of => of.with(placeOf(path), node))
}

export const insertAt = (tree: Group, path: Path, node: QueryNode): Group =>
  inGroup(tree, parentOf(path), of => of.toSpliced(placeOf(path), 0, node))

/** Without the node, and without brackets that it leaves empty. Its place is where one stands afterwards. */
export function removeAt(tree: Group, path: Path): Changed {
  if (path.length === 0) return { tree: { ...tree, not: false, of: [] }, at: [] }
  const outer = parentOf(path)
  const parent = nodeAt(tree, outer)
  if (parent && parent.kind !== 'is' && parent.of.length === 1 && outer.length > 0) return removeAt(tree, outer)
  const left = inGroup(tree, outer, of => of.toSpliced(placeOf(path), 1))
  const rest = nodeAt(left, outer)
  const last = rest && rest.kind !== 'is' ? rest.of.length - 1 : -1
  return { tree: left, at: last < 0 ? outer : [...outer, Math.min(placeOf(path), last)] }
}

export function duplicateAt(tree: Group, path: Path): Changed {
  const node = nodeAt(tree, path)
  if (!node || path.length === 0) return { tree, at: path }
  const at = [...parentOf(path), placeOf(path) + 1]
  return { tree: insertAt(tree, at, structuredClone(node)), at }
}

/** Taken from one place and put before what stands at another. Nothing can be put into itself. */
export function moveTo(tree: Group, from: Path, to: Path): Changed {
  const node = nodeAt(tree, from)
  if (!node || from.length === 0 || to.length === 0 || isWithin(to, from)) return { tree, at: from }
  // Put in first, so that both places mean what they meant; then the old one may have shifted by one.
  const depth = to.length - 1
  const shifts = from.length > depth && isWithin(from, parentOf(to)) && (from[depth] ?? -1) >= placeOf(to)
  const old = shifts ? from.with(depth, (from[depth] ?? 0) + 1) : from
  const both = insertAt(tree, to, node)
  const left = inGroup(both, parentOf(old), of => of.toSpliced(placeOf(old), 1))
  const drops = to.length >= old.length && isWithin(to, parentOf(old)) && (to[old.length - 1] ?? 0) > placeOf(old)
  return { tree: left, at: drops ? to.with(old.length - 1, (to[old.length - 1] ?? 1) - 1) : to }
}

/** One step up or down as it is read: past a neighbour, into brackets that follow, out of those that end. */
export function moveBy(tree: Group, path: Path, step: 1 | -1): Changed {
  const [outer, place] = [parentOf(path), placeOf(path)]
  const parent = nodeAt(tree, outer)
  if (path.length === 0 || !parent || parent.kind === 'is') return { tree, at: path }
  const beside = parent.of[place + step]
  if (beside === undefined) {
    if (outer.length === 0) return { tree, at: path }
    return moveTo(tree, path, [...parentOf(outer), placeOf(outer) + (step === 1 ? 1 : 0)])
  }
  if (beside.kind !== 'is') return moveTo(tree, path, [...outer, place + step, step === 1 ? 0 : beside.of.length])
  return moveTo(tree, path, [...outer, step === 1 ? place + 2 : place - 1])
}

/** Brackets around one node, joined the other way than what is around them: that is what they are for. */
export function wrapAt(tree: Group, path: Path): Changed {
  const node = nodeAt(tree, path)
  const parent = nodeAt(tree, parentOf(path))
  if (!node || path.length === 0 || !parent || parent.kind === 'is') return { tree, at: path }
  const kind = parent.kind === 'all' ? 'any' : 'all'
  return { tree: replaceAt(tree, path, { kind, not: false, of: [node] }), at: [...path, 0] }
}

/** A condition steps out behind its brackets; brackets themselves fall away and leave what they held. */
export function unwrapAt(tree: Group, path: Path): Changed {
  const node = nodeAt(tree, path)
  if (!node || path.length === 0) return { tree, at: path }
  if (node.kind !== 'is')
    return { tree: inGroup(tree, parentOf(path), of => of.toSpliced(placeOf(path), 1, ...node.of)), at: path }
  const outer = parentOf(path)
  if (outer.length === 0) return { tree, at: path }
  const moved = moveTo(tree, path, [...parentOf(outer), placeOf(outer) + 1])
  const left = nodeAt(moved.tree, outer)
  return left && left.kind !== 'is' && left.of.length === 0
    ? { tree: removeAt(moved.tree, outer).tree, at: outer }
    : moved
}
