// What a process has used of memory and of the processor, as Linux tells it.
import { readFileSync, writeFileSync } from 'node:fs'

/** From here on the peak of this process counts anew: what a sign-in took for its key derivation is given back. */
export const forgetPeak = () => writeFileSync('/proc/self/clear_refs', '5')

/** The most memory that a process has ever held, in MiB. Pages that several processes share count for each. */
export function peakOf(pid) {
  const status = readFileSync(`/proc/${pid}/status`, 'utf8')
  return Number(/^VmHWM:\s+(\d+) kB/m.exec(status)?.[1]) / 1024
}

/** The processor time that a process has taken, in milliseconds. */
export function cpuOf(pid) {
  const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
  const [user, system] = stat
    .slice(stat.lastIndexOf(') ') + 2)
    .split(' ')
    .slice(11, 13)
  return (Number(user) + Number(system)) * 10
}
