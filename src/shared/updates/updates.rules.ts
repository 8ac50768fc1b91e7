import type { ReleaseNote, UpdateOffer } from './updates'

/** The bytes that are signed. Sign and verify build them here alike; scripts/sign-release.mjs repeats it, a test compares. */
export const signedText = ({ format, version, system, bytes, sha256 }: Omit<ReleaseNote, 'signature'>): string =>
  ['dandang-release', format, version, system, bytes, sha256].join('\n')

/** Both as 1.2.3. */
export function ageOf(version: string, current: string): UpdateOffer['age'] {
  const [one, other] = [version, current].map(text => text.split('.').map(Number))
  for (let i = 0; i < 3; i++) {
    const difference = (one?.[i] ?? 0) - (other?.[i] ?? 0)
    if (difference !== 0) return difference > 0 ? 'newer' : 'older'
  }
  return 'same'
}

const systems: Readonly<Record<string, string>> = {
  'linux-x64': 'Linux（amd64，x86 处理器）',
  'linux-arm64': 'Linux（arm64，飞腾、鲲鹏等处理器）',
  'win32-x64': 'Windows（64 位）',
}
/** A system in the words of whoever fetched the package. */
export const systemWords = (system: string): string => systems[system] ?? system

/** Why a genuine package is of no use here; null when it is. `system` is that of this computer. */
export const whyNotHere = (note: Pick<ReleaseNote, 'system'>, system: string): string | null =>
  note.system === system
    ? null
    : `这是用于 ${systemWords(note.system)} 的安装包，这台计算机要用于 ${systemWords(system)} 的`
