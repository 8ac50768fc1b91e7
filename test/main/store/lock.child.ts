import { writeSync } from 'node:fs'
import { lockStore } from '../../../src/main/store/store-lock'
import { AppError } from '../../../src/shared/result'

/** Takes the lock and keeps it until the parent kills it. */
const [, , folder = ''] = process.argv
try {
  const lock = lockStore(folder)
  writeSync(1, 'locked\n')
  setInterval(() => lock, 1000)
} catch (error) {
  writeSync(1, `refused ${error instanceof AppError ? error.code : String(error)}\n`)
}
