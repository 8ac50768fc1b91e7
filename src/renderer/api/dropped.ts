import { AppError } from '../../shared/result'
import type { ChosenFiles } from '../../shared/shell/shell.contract'

/**
 * A token for files that a person dropped; null when none of them lies on this computer. Only the preload can tell where
 * they lie. @throws AppError what the shell refused
 */
export async function grantDropped(files: readonly File[]): Promise<ChosenFiles | null> {
  const granted = await window.dandang.drop(files)
  if (granted.ok) return granted.value
  throw new AppError(granted.error.code, granted.error.message, granted.error.details)
}
