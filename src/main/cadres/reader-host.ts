import type { ImportFailure } from '../../shared/cadres/imported'
import {
  type FileToRead,
  FromReader,
  type ReadAnswer,
  readerLimits,
  type ToReader,
} from '../../shared/cadres/reader-protocol'

/** A reader process as the core sees it: started and ended by the shell, reached over a port of its own. */
export interface ReaderProcess {
  postMessage(message: ToReader): void
  on(event: 'message', listener: (message: unknown) => void): void
  on(event: 'exit', listener: () => void): void
  kill(): void
}

/** A package, known by this object. Its bytes are fetched when the reader does not have them. */
export interface PackageSource {
  readonly load: () => Promise<Uint8Array | undefined>
}

export interface ReaderHost {
  /**
   * Reads some files, small ones several at a time, and answers each in its place. Calls wait for one another; a file
   * that ends the reader costs no other.
   */
  read(files: readonly FileToRead[]): Promise<readonly ReadAnswer[]>
  /** The same for some files of a package, which is brought to the reader once and again when there is another reader. */
  readInside(zip: PackageSource, names: readonly string[]): Promise<readonly ReadAnswer[]>
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

const gone = refused('not-readable', '压缩包已不在原处或已被改动。请重新选择后再导入。')

/** The answers, or what became of all the files together. */
type Outcome = readonly ReadAnswer[] | 'late' | 'died' | 'ended'
const answerOf = { late, died, ended }

interface Running {
  readonly process: ReaderProcess
  /** Set while files are read: answers them and lets the next ones start. */
  settle: ((id: number, outcome: Outcome) => void) | undefined
  /** The package that it has in memory. */
  held: PackageSource | undefined
  gone: boolean
}

/**
 * Keeps one reader while there are files, and none when there have been none for a while: what it read goes with it.
 * @param fork how a process is started
 */
export function createReaderHost(
  fork: () => ReaderProcess,
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
    const reader: Running = { process: fork(), settle: undefined, held: undefined, gone: false }
    reader.process.on('message', message => {
      const heard = FromReader.safeParse(message)
      // An answer of another shape comes from a reader that a file has taken over: it is not used again.
      if (heard.success) reader.settle?.(heard.data.id, heard.data.answers)
      else {
        drop(reader)
        reader.settle?.(lastId, 'died')
      }
    })
    reader.process.on('exit', () => {
      reader.gone = true
      drop(reader)
      reader.settle?.(lastId, 'died')
    })
    return reader
  }

  function ask(count: number, question: (id: number) => ToReader, holds?: PackageSource): Promise<Outcome> {
    clearTimeout(idle)
    try {
      running ??= start()
    } catch {
      return Promise.resolve('died')
    }
    const reader = running
    reader.held = holds
    lastId += 1
    const own = lastId
    return new Promise(resolve => {
      const wall = setTimeout(() => {
        drop(reader)
        reader.settle?.(own, 'late')
      }, limits.wallMs)
      reader.settle = (id, outcome) => {
        if (id !== own) return
        clearTimeout(wall)
        reader.settle = undefined
        idle = setTimeout(() => drop(reader), limits.idleMs)
        idle.unref()
        const short = typeof outcome !== 'string' && outcome.length !== count
        if (short) drop(reader)
        resolve(short ? 'died' : outcome)
      }
      reader.process.postMessage(question(own))
    })
  }

  /** What several files together did to the reader is found out file by file. */
  async function oneByOne<T>(
    all: readonly T[],
    asked: number,
    question: (some: readonly T[]) => Promise<Outcome>,
  ): Promise<readonly ReadAnswer[]> {
    const outcome = asked === generation ? await question(all) : 'ended'
    if (typeof outcome !== 'string') return outcome
    if (all.length < 2 || outcome === 'ended') return all.map(() => answerOf[outcome])
    const answers: ReadAnswer[] = []
    for (const one of all) answers.push(...(await oneByOne([one], asked, question)))
    return answers
  }

  const askFiles = (files: readonly FileToRead[]): Promise<Outcome> =>
    ask(files.length, id => ({ kind: 'read', id, files }))

  async function askInside(zip: PackageSource, names: readonly string[]): Promise<Outcome> {
    const bytes = running?.held === zip ? null : await zip.load()
    if (bytes === undefined) return names.map(() => gone)
    return ask(names.length, id => ({ kind: 'inside', id, package: bytes, names }), zip)
  }

  function inTurn(work: (asked: number) => Promise<readonly ReadAnswer[]>): Promise<readonly ReadAnswer[]> {
    const asked = generation
    const answers = queue.then(() => work(asked))
    queue = answers
    return answers
  }

  return {
    read: files => inTurn(asked => oneByOne(files, asked, askFiles)),
    readInside: (zip, names) => inTurn(asked => oneByOne(names, asked, some => askInside(zip, some))),
    end() {
      generation += 1
      clearTimeout(idle)
      const reader = running
      if (!reader) return
      drop(reader)
      reader.settle?.(lastId, 'ended')
    },
  }
}
