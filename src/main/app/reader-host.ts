import { join } from 'node:path'
import { utilityProcess } from 'electron'
import type { ImportFailure } from '../../shared/cadres/imported'
import {
  type FileToRead,
  FromReader,
  type ReadAnswer,
  readerLimits,
  type ToReader,
} from '../../shared/cadres/reader-protocol'

/** The part of a utility process that is used. */
export interface ReaderProcess {
  postMessage(message: ToReader): void
  on(event: 'message', listener: (message: unknown) => void): void
  on(event: 'exit', listener: (code: number) => void): void
  kill(): boolean
}

export interface ReaderHost {
  /** Reads one file in the reader. Files wait for one another; a file that ends the reader costs no other. */
  read(file: FileToRead): Promise<ReadAnswer>
  /** Ends the reader at once, as when the application is locked. Files that wait are answered as not read. */
  end(): void
}

const refused = (code: ImportFailure['code'], why: string): ReadAnswer => ({
  ok: false,
  failure: { code, line: null, why },
})
const late = refused(
  'took-too-long',
  `读取超过 ${readerLimits.wallMs / 1000} 秒，已停止。文件可能已损坏，请重新导出后再导入。`,
)
const died = refused('reader-ended', '读取这个文件时出错，已停止读取。文件可能已损坏，请重新导出后再导入。')
const ended = refused('reader-ended', '读取已停止。请重新导入。')

/** Windows starts no process without these; everything else of this one's variables stays here. */
const needed = ['SystemRoot', 'windir']
const surroundings = (): Record<string, string> =>
  Object.fromEntries(needed.flatMap(name => (process.env[name] === undefined ? [] : [[name, process.env[name]]])))

/** A process without a key, a store or a path, with a ceiling on its memory. */
const forkReader = (): ReaderProcess =>
  utilityProcess.fork(join(__dirname, 'reader.js'), [], {
    serviceName: 'dandang-reader',
    stdio: 'ignore',
    env: surroundings(),
    // Electron hands V8 its flags in this form only: the plain flag is taken and has no effect (measured).
    execArgv: [`--js-flags=--max-old-space-size=${readerLimits.heapMegabytes}`],
  })

interface Running {
  readonly process: ReaderProcess
  /** Set while a file is read: answers it and lets the next one start. */
  settle: ((id: number, answer: ReadAnswer) => void) | undefined
  gone: boolean
}

/**
 * Keeps one reader while there are files, and none when there have been none for a while: what it read goes with it.
 * @param fork how a process is started; the tests bring their own
 */
export function createReaderHost(
  fork: () => ReaderProcess = forkReader,
  limits: { wallMs: number; idleMs: number } = readerLimits,
): ReaderHost {
  let running: Running | undefined
  let idle: NodeJS.Timeout | undefined
  let lastId = 0
  let generation = 0
  let queue: Promise<unknown> = Promise.resolve()

  const drop = (reader: Running): void => {
    if (running === reader) running = undefined
    if (reader.gone) return
    reader.gone = true
    reader.process.kill()
  }

  function start(): Running {
    const reader: Running = { process: fork(), settle: undefined, gone: false }
    reader.process.on('message', message => {
      const heard = FromReader.safeParse(message)
      // An answer of another shape comes from a reader that a file has taken over: it is not used again.
      if (heard.success) reader.settle?.(heard.data.id, heard.data.answer)
      else {
        drop(reader)
        reader.settle?.(lastId, died)
      }
    })
    reader.process.on('exit', () => {
      reader.gone = true
      drop(reader)
      reader.settle?.(lastId, died)
    })
    return reader
  }

  function readNow(file: FileToRead): Promise<ReadAnswer> {
    clearTimeout(idle)
    try {
      running ??= start()
    } catch {
      return Promise.resolve(died)
    }
    const reader = running
    lastId += 1
    const own = lastId
    return new Promise(resolve => {
      const wall = setTimeout(() => {
        drop(reader)
        reader.settle?.(own, late)
      }, limits.wallMs)
      reader.settle = (id, answer) => {
        if (id !== own) return
        clearTimeout(wall)
        reader.settle = undefined
        idle = setTimeout(() => drop(reader), limits.idleMs)
        idle.unref()
        resolve(answer)
      }
      reader.process.postMessage({ kind: 'read', id: own, file })
    })
  }

  return {
    read(file) {
      const asked = generation
      const answer = queue.then(() => (asked === generation ? readNow(file) : ended))
      queue = answer
      return answer
    },
    end() {
      generation += 1
      clearTimeout(idle)
      const reader = running
      if (!reader) return
      drop(reader)
      reader.settle?.(lastId, ended)
    },
  }
}
