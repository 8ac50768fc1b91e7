import { useRef, useState } from 'react'
import type { JobOptions, Progress } from '../../shared/ipc/define'
import { AppError } from '../../shared/result'

export interface RunningJob {
  readonly title: string
  readonly progress: Progress | null
}

/** One long job at a time, with its progress and a way to stop it. A stopped job is no failure: it just gives nothing. */
export function useJob() {
  const [running, setRunning] = useState<RunningJob | null>(null)
  const [error, setError] = useState<unknown>(null)
  const controller = useRef<AbortController | null>(null)

  async function run<T>(title: string, start: (options: JobOptions) => Promise<T>): Promise<T | undefined> {
    const own = new AbortController()
    controller.current = own
    setError(null)
    setRunning({ title, progress: null })
    try {
      return await start({ signal: own.signal, onProgress: progress => setRunning({ title, progress }) })
    } catch (failure) {
      if (!(failure instanceof AppError && failure.code === 'cancelled')) setError(failure)
      return undefined
    } finally {
      setRunning(null)
    }
  }
  return { running, error, run, cancel: () => controller.current?.abort(), forget: () => setError(null) }
}
