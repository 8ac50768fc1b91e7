import { powerMonitor } from 'electron'

const CHECK_EVERY_MS = 1000

/**
 * Calls `lock` when the person has been away for as long as the policy allows, and at once on suspend, screen lock
 * and user switch. Linux tells neither of screen lock nor of user switch, so there the idle time alone counts.
 */
export function lockWhenAway(idleLimitSeconds: () => number | undefined, lock: (why: string) => void): () => void {
  const timer = setInterval(() => {
    const limit = idleLimitSeconds()
    if (limit !== undefined && powerMonitor.getSystemIdleTime() >= limit) lock('idle')
  }, CHECK_EVERY_MS)
  powerMonitor.on('suspend', () => lock('suspend'))
  powerMonitor.on('shutdown', () => lock('shutdown'))
  powerMonitor.on('lock-screen', () => lock('lock-screen'))
  powerMonitor.on('user-did-resign-active', () => lock('user-switch'))
  return () => clearInterval(timer)
}
