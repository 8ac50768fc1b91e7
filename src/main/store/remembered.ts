import type { Reads } from './schema'

/** Enough for the orders of a list and what an officer goes back and forth between. */
const MOST = 16

const memories = new WeakMap<object, Map<string, Promise<unknown>>>()

/** Lets what is worked out of an open store be kept until the next commit. */
export const rememberFor = (root: Reads): void => void memories.set(root, new Map())

/** Called after every commit. */
export const forget = (root: Reads): void => memories.get(root)?.clear()

/**
 * What `work` makes of the store, made once until the next commit. `key` must say all that it depends on.
 * Inside a transaction nothing is kept, since it is not what others see.
 */
export function remembered<T>(db: Reads, key: string, work: () => Promise<T>): Promise<T> {
  const memory = memories.get(db)
  if (!memory) return work()
  const known = memory.get(key) as Promise<T> | undefined
  const made = known ?? work()
  // What was asked for last stands last, so that the first is the one to drop.
  memory.delete(key)
  memory.set(key, made)
  if (!known) made.catch(() => memory.delete(key))
  for (const oldest of memory.keys()) {
    if (memory.size <= MOST) break
    memory.delete(oldest)
  }
  return made
}
