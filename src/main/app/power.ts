import { powerMonitor, type WebContents } from 'electron'
import { idleClock } from './idle-clock'

const CHECK_EVERY_MS = 1000

/**
 * Calls `lock` when the person has been away for as long as the policy allows, and at once on suspend, screen lock
 * and user switch. Linux tells neither of screen lock nor of user switch, so there the idle time alone counts.
 */
export function lockWhenAway(idleLimitSeconds: () => number | undefined, lock: (why: string) => void) {
  const idle = idleClock(() => powerMonitor.getSystemIdleTime(), Date.now)
  setInterval(() => {
    const limit = idleLimitSeconds()
    if (limit !== undefined && idle.seconds() >= limit) lock('idle')
  }, CHECK_EVERY_MS)
  powerMonitor.on('suspend', () => lock('suspend'))
  powerMonitor.on('shutdown', () => lock('shutdown'))
  powerMonitor.on('lock-screen', () => lock('lock-screen'))
  powerMonitor.on('user-did-resign-active', () => lock('user-switch'))
  return {
    /** Listens to what is done in a page. Each new page is watched. */
    watch: (contents: WebContents): void => void contents.on('input-event', () => idle.input()),
  }
}
