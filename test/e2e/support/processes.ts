import { closeSync, openSync, readdirSync, readFileSync, readlinkSync, readSync } from 'node:fs'

export interface Process {
  readonly pid: number
  /** browser, zygote, gpu-process, renderer, or the service of a utility process such as node.mojom.NodeService. */
  readonly kind: string
}

const orElse = <T, F>(read: () => T, otherwise: F): T | F => {
  try {
    return read()
  } catch {
    // A process may end between two looks at it.
    return otherwise
  }
}

/** State letter and parent of a process, as /proc/<pid>/stat has them after the name in brackets. */
function statOf(pid: number): { state: string; parent: number } | undefined {
  const text = orElse(() => readFileSync(`/proc/${pid}/stat`, 'latin1'), undefined)
  const [state, parent] = text?.slice(text.lastIndexOf(')') + 2).split(' ') ?? []
  return state === undefined ? undefined : { state, parent: Number(parent) }
}

/** Whether a process still has memory: a zombie has given it back and waits only to be counted. */
export const isAlive = (pid: number): boolean => !['Z', 'X', undefined].includes(statOf(pid)?.state)

function kindOf(pid: number): string {
  const line = orElse(() => readFileSync(`/proc/${pid}/cmdline`, 'latin1'), '')
  const type = /--type=([\w-]+)/.exec(line)?.[1] ?? 'browser'
  return /--utility-sub-type=([\w.]+)/.exec(line)?.[1] ?? type
}

/** A process and everything that descends from it. */
export function processesOf(root: number): Process[] {
  const parents = readdirSync('/proc')
    .filter(name => /^\d+$/.test(name))
    .flatMap(name => {
      const stat = statOf(Number(name))
      return stat && stat.state !== 'Z' ? [[Number(name), stat.parent] as const] : []
    })
  const family = parents.some(([pid]) => pid === root) ? [root] : []
  for (const member of family) family.push(...parents.filter(([, parent]) => parent === member).map(([pid]) => pid))
  return family.map(pid => ({ pid, kind: kindOf(pid) }))
}

/** Ends a process and all its descendants at once, as a power cut would. */
export function killAll(root: number): void {
  for (const { pid } of processesOf(root)) orElse(() => process.kill(pid, 'SIGKILL'), undefined)
}

/** Resolves with the milliseconds until none of the processes is alive, or undefined when one outlives the limit. */
export async function goneAfter(pids: readonly number[], limitMs: number): Promise<number | undefined> {
  const startedAt = performance.now()
  while (pids.some(isAlive)) {
    if (performance.now() - startedAt > limitMs) return undefined
    await new Promise(resolve => setTimeout(resolve, 2))
  }
  return performance.now() - startedAt
}

const CHUNK = 4 * 2 ** 20
/** Longer than any needle, so that none is cut in two by the edge of a chunk. */
const OVERLAP = 4096

/**
 * Hands every piece of memory that a process can write, or has made itself, to `look`. Mapped files that it only reads
 * (the program, libraries, fonts) hold nothing of a person. Returns how many bytes there were.
 */
export function readMemory(pid: number, look: (piece: Buffer) => void): number {
  const regions = readFileSync(`/proc/${pid}/maps`, 'latin1')
    .split('\n')
    .map(line => /^([0-9a-f]+)-([0-9a-f]+) (\S{4}) \S+ \S+ (\d+)/.exec(line))
    .filter(match => match !== null)
    .filter(([, , , access = '', inode]) => access.startsWith('r') && (access[1] === 'w' || inode === '0'))
  const memory = openSync(`/proc/${pid}/mem`, 'r')
  const buffer = Buffer.alloc(CHUNK + OVERLAP)
  let bytes = 0
  try {
    for (const [, first = '', last = ''] of regions) {
      const end = Number.parseInt(last, 16)
      for (let at = Number.parseInt(first, 16); at < end; at += CHUNK) {
        const wanted = Math.min(end - at, buffer.length)
        // Pages that are only reserved, and the kernel's own, cannot be read: there is nothing in them.
        const read = orElse(() => readSync(memory, buffer, 0, wanted, at), 0)
        bytes += read
        if (read > 0) look(buffer.subarray(0, read))
      }
    }
  } finally {
    closeSync(memory)
  }
  return bytes
}

const tables = ['tcp', 'tcp6', 'udp', 'udp6', 'raw', 'raw6', 'icmp', 'icmp6', 'packet']

export interface Socket {
  readonly holder: Process
  readonly localPort: number
  /** Such as "udp 00000000:A0A4 > 00000000:0000", as the kernel writes it. */
  readonly text: string
}

/** The network sockets that these processes hold. Sockets between processes of one computer (unix) do not count. */
export function networkSockets(processes: readonly Process[]): Socket[] {
  const byInode = new Map<string, Omit<Socket, 'holder'>>()
  for (const table of tables) {
    // All processes see the same network, so any one's table is everyone's.
    const lines = orElse(() => readFileSync(`/proc/${processes[0]?.pid}/net/${table}`, 'latin1'), '').split('\n')
    for (const line of lines.slice(1)) {
      const fields = line.trim().split(/\s+/)
      const [inode, local = '', remote = ''] = table === 'packet' ? [fields[8]] : [fields[9], fields[1], fields[2]]
      const localPort = Number.parseInt(local.split(':')[1] ?? '', 16)
      if (inode) byInode.set(inode, { localPort, text: `${table} ${local} > ${remote}` })
    }
  }
  return processes.flatMap(holder =>
    orElse(() => readdirSync(`/proc/${holder.pid}/fd`), [] as string[]).flatMap(name => {
      const target = orElse(() => readlinkSync(`/proc/${holder.pid}/fd/${name}`), '')
      const socket = byInode.get(/^socket:\[(\d+)\]$/.exec(target)?.[1] ?? '')
      return socket ? [{ holder, ...socket }] : []
    }),
  )
}
