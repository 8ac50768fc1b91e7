import type { ImportedPackage, ReadAnswer } from '../../shared/cadres/reader-protocol'
import type { ReaderHost } from '../cadres/reader-host'
import { readWhole } from './read-whole'
import type { AskedFile } from './stage'

/** How much of a package is unpacked for one message. */
const together = { files: 32, bytes: 4_000_000 }

export interface ReadGroup {
  readonly group: readonly AskedFile[]
  readonly answers: readonly ReadAnswer[]
}

/** The files of a package, some at a time: they are unpacked in the reader when it is their turn, and never lie on a disk. */
export async function* filesInside(
  reader: ReaderHost,
  { found, folder }: AskedFile,
  { entries }: ImportedPackage,
): AsyncGenerator<ReadGroup> {
  const zip = { load: async () => (await readWhole(found)).file?.bytes }
  for (let from = 0; from < entries.length; ) {
    let [to, bytes] = [from, 0]
    while (to < entries.length && to - from < together.files && (to === from || bytes < together.bytes))
      bytes += entries[to++]?.bytes ?? 0
    const some = entries.slice(from, to)
    const answers = await reader.readInside(
      zip,
      some.map(({ name }) => name),
    )
    yield {
      group: some.map((entry, at) => ({
        found,
        name: `${found.name} › ${entry.name}`,
        folder: entry.name.split('/').at(-2) ?? folder,
        bytes: entry.bytes,
        sha256: answers[at]?.sha256 ?? null,
        failure: null,
        isAsked: true,
      })),
      answers,
    }
    from = to
  }
}
