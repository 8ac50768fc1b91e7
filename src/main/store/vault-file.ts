import { AppError } from '../../shared/result'
import { readIfThere, writeFileAtomic } from './atomic-file'
import { vaultFiles } from './store-paths'
import { parseVault, printVault, type Vault } from './vault-format'

type Copy = { readonly path: string; readonly vault?: Vault; readonly failure?: AppError }

function readCopy(path: string): Copy | undefined {
  try {
    const bytes = readIfThere(path)
    return bytes && { path, vault: parseVault(bytes.toString('utf8')) }
  } catch (failure) {
    if (failure instanceof AppError) return { path, failure }
    throw failure
  }
}

const readCopies = (folder: string) => vaultFiles(folder).flatMap(path => readCopy(path) ?? [])

/**
 * The whole copies of the header, best first, equal ones once: what `unlock` takes.
 * @throws AppError store-missing, store-damaged, store-too-new
 */
export function readVaultCopies(folder: string): readonly Vault[] {
  const copies = readCopies(folder)
  if (copies.length === 0) throw new AppError('store-missing', '找不到数据库的钥匙文件')
  const vaults = copies.flatMap(({ vault }) => vault ?? []).toSorted((a, b) => b.generation - a.generation)
  const tooNew = copies.find(({ failure }) => failure?.code === 'store-too-new')?.failure
  if (tooNew) throw tooNew
  const [first, second] = vaults
  if (!first) throw copies[0]?.failure ?? new AppError('store-damaged', '数据库的钥匙文件已损坏')
  return second && second.checksum !== first.checksum ? [first, second] : [first]
}

/** The best copy. Prefer `readVaultCopies` for unlocking: a changed copy then gives way to the other one. */
export function readVault(folder: string): Vault {
  const [best] = readVaultCopies(folder)
  if (!best) throw new AppError('store-damaged', '数据库的钥匙文件已损坏')
  return best
}

/** Writes both copies, one after the other and the worse one first: a kill at any moment leaves one good copy. */
export function writeVault(folder: string, vault: Vault): void {
  const text = printVault(vault)
  parseVault(text) // What could not be read back must not replace what can.
  const copies = readCopies(folder)
  const generation = (path: string) => copies.find(copy => copy.path === path)?.vault?.generation ?? 0
  for (const path of vaultFiles(folder).toSorted((a, b) => generation(a) - generation(b))) writeFileAtomic(path, text)
}

/** Whether both files hold exactly this header. */
export function isVaultWritten(folder: string, vault: Vault): boolean {
  const text = printVault(vault)
  return (
    readCopies(folder).filter(copy => copy.vault && printVault(copy.vault) === text).length ===
    vaultFiles(folder).length
  )
}

/** What the start screen shows before anyone signs in; proven only by the unlock that follows. */
export function vaultLabel(folder: string): { label: string; storeId: string; createdAt: string } {
  const { label, storeId, createdAt } = readVault(folder)
  return { label, storeId, createdAt }
}
