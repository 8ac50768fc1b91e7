/** How far each writer's changes are known: the writer's id and the number of its last change. */
export type Versions = Readonly<Record<string, number>>

/** One value of a person as a store holds it: what it is, and which changes it knows of. */
export interface Stand {
  /** Of the value; empty where there is none. */
  readonly hash: string
  readonly versions: Versions
  /** What a person knew who decided between two values; gone with the next change. */
  readonly over?: Versions
  /** The writer for whom that person decided. */
  readonly by?: string
}

/** A value that nobody has ever filled in. */
export const nothingYet: Stand = { hash: '', versions: {} }

export const knows = (versions: Versions, other: Versions): boolean =>
  Object.entries(other).every(([writer, count]) => (versions[writer] ?? 0) >= count)

function together(a: Versions, b: Versions): Versions {
  const all: Record<string, number> = { ...a }
  for (const [writer, count] of Object.entries(b)) all[writer] = Math.max(all[writer] ?? 0, count)
  return all
}

const equal = (a: Versions, b: Versions): boolean => knows(a, b) && knows(b, a)

/** Who numbers changes, and the number of the next one: higher than every one that this writer has used. */
export interface Writer {
  readonly id: string
  next(atLeast: number): number
}

/** The value with one more change of this writer's own. */
const changed = (hash: string, versions: Versions, { id, next }: Writer): Stand => ({
  hash,
  versions: { ...versions, [id]: next((versions[id] ?? 0) + 1) },
})

/** What is known of a value when it is looked at again: another value than before was written here meanwhile. */
export function observe(known: Stand | undefined, hash: string, writer: Writer): Stand {
  const before = known ?? nothingYet
  return before.hash === hash ? before : changed(hash, before.versions, writer)
}

/**
 * same: nothing to do; take: theirs was written knowing ours; keep: ours was written knowing theirs; conflict: each was
 * written without knowing the other, and a person decides.
 */
export type Judgement = 'same' | 'take' | 'keep' | 'conflict'

/**
 * What becomes of a value that comes from another store. Two people who decided the same conflict at the same time are not asked
 * again: the higher writer's decision holds in both stores.
 * @param own the writer of this store: whoever claims more of its changes than stand here has kept what was undone or lost here
 */
export function judge(ours: Stand, theirs: Stand, own: string): Judgement {
  if (ours.hash === theirs.hash) return 'same'
  const claimed = theirs.versions[own] ?? 0
  if (claimed > (ours.versions[own] ?? 0) && !equal(ours.versions, {})) return 'conflict'
  const [weKnow, theyKnow] = [knows(ours.versions, theirs.versions), knows(theirs.versions, ours.versions)]
  if (weKnow !== theyKnow) return theyKnow ? 'take' : 'keep'
  if (weKnow || !ours.over || !theirs.over || !ours.by || !theirs.by || ours.by === theirs.by) return 'conflict'
  if (!equal(ours.over, theirs.over)) return 'conflict'
  return theirs.by > ours.by ? 'take' : 'keep'
}

/** Of one value that two stores have come to by themselves, what the one knows that knows more; of two decisions the higher writer's. */
function agreed(ours: Stand, theirs: Stand): Stand {
  if (ours.over && theirs.over && equal(ours.over, theirs.over))
    return (theirs.by ?? '') > (ours.by ?? '') ? theirs : ours
  return knows(theirs.versions, ours.versions) ? theirs : ours
}

/** A person's choice, or null where the judgement alone decides. */
export type Choice = 'keep' | 'take'

/** How a value stands after the judgement, or after a person decided otherwise; undefined while a conflict is not decided. */
export function settle(
  ours: Stand,
  theirs: Stand,
  choice: Choice | null,
  writer: Writer,
): { readonly stand: Stand; readonly takes: boolean } | undefined {
  const judged = judge(ours, theirs, writer.id)
  const versions = together(ours.versions, theirs.versions)
  if (judged === 'same') return { stand: { ...agreed(ours, theirs), versions }, takes: false }
  if (choice === null || choice === judged) {
    if (judged === 'conflict') return undefined
    const held = judged === 'take' ? theirs : ours
    // A later value that is simply newer keeps its own knowledge; one that won between decisions knows of both.
    const isNewer = knows(held.versions, versions)
    return { stand: isNewer ? held : { ...held, versions }, takes: judged === 'take' }
  }
  const hash = choice === 'take' ? theirs.hash : ours.hash
  return { stand: { ...changed(hash, versions, writer), over: versions, by: writer.id }, takes: choice === 'take' }
}
