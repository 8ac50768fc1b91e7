interface Wanted {
  readonly needed: readonly string[]
  readonly versions: readonly string[]
}
export function readElf(file: string): Wanted
export function newestOf(versions: readonly string[]): Record<string, string>
export function compareVersions(a: string, b: string): number
export function beyond(addon: Wanted, program: Wanted): string[]
