import { AppError } from '../../../src/shared/result'
import { altered, open, type Store } from './pair'

/**
 * Opens a package of which some bytes are others. @returns refused with the reason, or opened: then not one byte of what was
 * signed can have changed, and whoever calls this finds the package as it was sent
 */
export async function openMutated(at: Store, path: string, bytes: Buffer): Promise<'opened' | { refused: string }> {
  try {
    await open(at, altered(path, bytes))
    return 'opened'
  } catch (error) {
    if (error instanceof AppError && error.code === 'refused') return { refused: error.message }
    throw error
  }
}
