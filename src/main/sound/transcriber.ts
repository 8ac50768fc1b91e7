import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { AppError } from '../../shared/result'
import { type ModelManifest, Segment } from '../../shared/sound/transcript'

/** Turns one recording into words. Times are those of the recording. */
export type Transcribe = (sound: AsyncIterable<Uint8Array>, signal: AbortSignal) => AsyncIterable<Segment>

const MOST_SEGMENTS = 20_000

/** The program of a model folder whose files have just been compared with its manifest. */
export const programOf = (folder: string, { program, arguments: args }: ModelManifest): Transcribe =>
  async function* (sound, signal) {
    const child = spawn(join(folder, program), args, {
      cwd: folder,
      env: {},
      shell: false,
      stdio: ['pipe', 'pipe', 'ignore'],
      signal,
      killSignal: 'SIGKILL',
    })
    const ended = new Promise<number | null>(resolve => {
      child.once('error', () => resolve(null))
      child.once('close', code => resolve(code))
    })
    // A program that stops listening says so by its exit code.
    const fed = pipeline(Readable.from(sound), child.stdin).catch(() => undefined)
    try {
      let count = 0
      for await (const line of createInterface({ input: child.stdout })) {
        if (line.trim() === '') continue
        const segment = read(line)
        if (!segment || ++count > MOST_SEGMENTS) throw new AppError('refused', '语音转写模型的输出不合要求')
        yield segment
      }
      await fed
      if (signal.aborted) throw new AppError('cancelled', '已停止转写')
      if ((await ended) !== 0) throw new AppError('refused', '语音转写模型出错停止，录音和记录不受影响')
    } finally {
      child.kill('SIGKILL')
    }
  }

function read(line: string): Segment | undefined {
  try {
    return Segment.parse(JSON.parse(line))
  } catch {
    return undefined
  }
}
