/**
 * How long nobody has done anything, in seconds. Some Linux desktops always answer 0; as long as the system has never
 * told more than that, the time since the last key or mouse movement in this window counts instead.
 */
export function idleClock(systemIdleSeconds: () => number, now: () => number) {
  let systemTells = false
  let lastInput = now()
  return {
    input(): void {
      lastInput = now()
    },
    seconds(): number {
      const system = systemIdleSeconds()
      systemTells ||= system > 0
      return systemTells ? system : (now() - lastInput) / 1000
    },
  }
}
