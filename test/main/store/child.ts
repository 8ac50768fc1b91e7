import { type ChildProcess, spawn } from 'node:child_process'
import { basename, join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { build } from 'vite'

/** Bundles a child script so that plain Node can run it. */
export async function bundle(entry: URL): Promise<string> {
  const source = fileURLToPath(entry)
  const outDir = join(process.cwd(), 'node_modules/.cache/dandang/children', basename(source, '.ts'))
  await build({
    configFile: false,
    logLevel: 'silent',
    build: {
      ssr: source,
      outDir,
      emptyOutDir: true,
      rollupOptions: { output: { entryFileNames: 'child.mjs' } },
    },
  })
  return join(outDir, 'child.mjs')
}

export type Child = {
  readonly process: ChildProcess
  /** Resolves with the words of the first line that begins with `word`. */
  readonly says: (word: string) => Promise<readonly string[]>
  readonly lines: readonly string[]
  readonly ended: Promise<void>
}

export function start(script: string, args: readonly string[]): Child {
  const child = spawn(process.execPath, [script, ...args], { stdio: ['ignore', 'pipe', 'inherit'] })
  const lines: string[] = []
  const waiting: { word: string; tell: (words: readonly string[]) => void }[] = []
  let rest = ''
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    const parts = (rest + text).split('\n')
    rest = parts.pop() ?? ''
    for (const line of parts) {
      lines.push(line)
      for (const { word, tell } of waiting) if (line.startsWith(word)) tell(line.split(' '))
    }
  })
  const ended = new Promise<void>(resolve => {
    child.once('close', () => resolve())
  })
  const says = (word: string) =>
    new Promise<readonly string[]>((tell, fail) => {
      const found = lines.find(line => line.startsWith(word))
      if (found !== undefined) tell(found.split(' '))
      waiting.push({ word, tell })
      void ended.then(() => fail(new Error(`the child ended without saying ${word}`)))
    })
  return { process: child, says, lines, ended }
}

/** Starts a child, waits until it is ready and a while longer, kills it, and tells the last number it reported. */
export async function runAndKill(
  script: string,
  args: readonly string[],
  word: string,
  afterMs: number,
): Promise<number> {
  const child = start(script, args)
  await child.says('ready')
  await sleep(afterMs)
  child.process.kill('SIGKILL')
  await child.ended
  const last = child.lines.findLast(line => line.startsWith(word))
  return last === undefined ? 0 : Number(last.split(' ')[1])
}
