import { createHash } from 'node:crypto'
import type { ImportFailure } from '../../shared/cadres/imported'
import type { ReadAnswer, ToReader } from '../../shared/cadres/reader-protocol'
import { isForm, isPackage, largestOf, largestPicture, mega, stem, tooLargeFile } from './file-names'
import { picturesOf } from './package'
import { readCadreFile } from './read-file'
import { type OpenedZip, openZip } from './zip-guard'

const refused = (failure: ImportFailure): ReadAnswer => ({ ok: false, failure })
const nested: ImportFailure = {
  code: 'unsafe',
  line: null,
  why: '压缩包里面的压缩包没有读取。请先解压，再选择里面的这一个。',
}

interface Held {
  readonly zip: OpenedZip
  readonly pictures: ReadonlyMap<string, string>
}

/** One file of a package, unpacked, read and let go of. */
async function readOne({ zip, pictures }: Held, name: string): Promise<ReadAnswer> {
  if (isPackage(name)) return refused(nested)
  const most = largestOf(name)
  if ((zip.entries.get(name) ?? 0) > most * mega) return refused(tooLargeFile(most))
  const bytes = await zip.unpack(name)
  if (!bytes.ok) return bytes
  const answer = await readCadreFile({
    name: name.split('/').at(-1) ?? '',
    bytes: bytes.value,
    picture: isForm(name) ? await readPicture(zip, pictures.get(stem(name))) : null,
  })
  return { ...answer, sha256: createHash('sha256').update(bytes.value).digest('hex') }
}

/** A picture that cannot be read costs the picture alone: the form says that it is missing. */
async function readPicture(zip: OpenedZip, picture: string | undefined): Promise<Uint8Array | null> {
  if (picture === undefined) return null
  const isSmall = (zip.entries.get(picture) ?? 0) <= largestPicture * mega
  const bytes = isSmall ? await zip.unpack(picture) : undefined
  return bytes?.ok ? bytes.value : new Uint8Array()
}

/** What the reader answers. Between two messages it keeps nothing but the package whose files are asked for. */
export function createReader(): (message: ToReader) => Promise<ReadAnswer[]> {
  let held: Held | undefined
  return async message => {
    const answers: ReadAnswer[] = []
    if (message.kind === 'read') {
      held = undefined
      for (const file of message.files) answers.push(await readCadreFile(file))
      return answers
    }
    if (message.package) {
      held = undefined
      const zip = await openZip(message.package)
      if (!zip.ok) return message.names.map(() => zip)
      held = { zip: zip.value, pictures: picturesOf(zip.value.entries.keys()) }
    }
    for (const name of held ? message.names : []) if (held) answers.push(await readOne(held, name))
    return answers
  }
}
