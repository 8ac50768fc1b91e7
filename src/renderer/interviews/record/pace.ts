/** Typing is kept once it pauses, and while it does not pause at least this often: a kill loses less than two seconds. */
const DEBOUNCE_MS = 600
const AT_LEAST_EVERY_MS = 1200

/** When what is typed is sent. @param run sends it */
export function createPace(run: () => void) {
  let timer: ReturnType<typeof setTimeout> | undefined
  let since: number | undefined
  const stop = (): void => {
    if (timer) clearTimeout(timer)
    timer = undefined
    since = undefined
  }
  const after = (delay: number): void => {
    if (timer) clearTimeout(timer)
    timer = setTimeout(() => {
      stop()
      run()
    }, delay)
  }
  return {
    /** Something was typed. */
    soon(): void {
      const now = performance.now()
      since ??= now
      after(Math.min(DEBOUNCE_MS, Math.max(0, since + AT_LEAST_EVERY_MS - now)))
    },
    after,
    stop,
  }
}
