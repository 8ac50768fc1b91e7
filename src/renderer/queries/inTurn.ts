let last: Promise<unknown> = Promise.resolve()

/** One after the other: counts of many lists must not stand before the answer that somebody is waiting for. */
export function inTurn<T>(ask: () => Promise<T>): Promise<T> {
  const next = last.then(ask, ask)
  last = next.catch(() => undefined)
  return next
}
