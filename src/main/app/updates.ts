import { createHash, createPublicKey, randomUUID, verify } from 'node:crypto'
import { createReadStream, createWriteStream, existsSync, mkdirSync, readdirSync, rmSync, statSync } from 'node:fs'
import { readFile, rename } from 'node:fs/promises'
import { basename, extname, join } from 'node:path'
import { Transform } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { AppError } from '../../shared/result'
import { ReleaseNote, type UpdateOffer } from '../../shared/updates/updates'
import { ageOf, signedText, whyNotHere } from '../../shared/updates/updates.rules'

const MOST_NOTE_BYTES = 4096
/** This package and the one before it, for going back. */
const KEPT = 2

interface UpdatesOptions {
  /** Where genuine packages are kept. */
  readonly folder: string
  /** The public key of releases in PEM; anything else means that this application knows none. */
  readonly releaseKey: string
  readonly version: string
  /** As `linux-x64`. */
  readonly system: string
}

/** Who gets a package on its way onto the system: a command to type, or its own installer. */
const commands: Readonly<Record<string, (file: string) => string>> = {
  '.deb': file => `sudo dpkg -i '${file}'`,
  '.exe': () => '',
  '.msi': () => '',
}

async function readNote(file: string): Promise<ReleaseNote> {
  const place = `${file}.sig`
  if (!existsSync(place))
    throw new AppError('refused', `没有找到签名文件“${basename(place)}”，请把它和安装包放在同一个文件夹里再选`)
  if (statSync(place).size > MOST_NOTE_BYTES) throw new AppError('invalid-input', '签名文件不对，请重新拷贝')
  try {
    return ReleaseNote.parse(JSON.parse(await readFile(place, 'utf8')))
  } catch {
    throw new AppError('invalid-input', '签名文件读不懂，可能没有拷贝完整，请重新拷贝')
  }
}

function assertSigned(note: ReleaseNote, releaseKey: string): void {
  if (!releaseKey.includes('-----BEGIN PUBLIC KEY-----'))
    throw new AppError('refused', '这个版本没有内置发布公钥，不能从文件升级，请系统管理员直接安装')
  const signature = Buffer.from(note.signature, 'base64')
  if (!verify(null, Buffer.from(signedText(note)), createPublicKey(releaseKey), signature))
    throw new AppError('refused', '签名不对：这个安装包不是担当的发布者签发的，或者被改动过。请不要安装')
}

/** Copies and hashes in one reading: what is installed later is what was looked at, whatever happens to the stick. */
async function copyHashing(from: string, to: string): Promise<string> {
  const hash = createHash('sha256')
  const hashing = new Transform({
    transform(chunk: Buffer, _encoding, next) {
      hash.update(chunk)
      next(null, chunk)
    },
  })
  await pipeline(createReadStream(from), hashing, createWriteStream(to, { mode: 0o600 }))
  return hash.digest('hex')
}

/** Looks at packages that a person chose, and keeps the genuine ones until they are installed. Knows no network. */
export function createUpdates({ folder, releaseKey, version, system }: UpdatesOptions) {
  const offers = new Map<string, { readonly file: string; readonly offer: UpdateOffer }>()

  function dropOld(): void {
    const files = readdirSync(folder).map(name => join(folder, name))
    const newestFirst = files.toSorted((a, b) => statSync(b).mtimeMs - statSync(a).mtimeMs)
    for (const file of newestFirst.slice(KEPT)) rmSync(file, { force: true })
  }

  return {
    /** @throws AppError invalid-input and refused, each with what to do; nothing is kept then */
    async offer(chosen: string): Promise<UpdateOffer> {
      const extension = extname(chosen).toLowerCase()
      const command = commands[extension]
      if (!command) throw new AppError('invalid-input', '请选择安装包：.deb、.exe 或 .msi 文件')
      const note = await readNote(chosen)
      assertSigned(note, releaseKey)
      const useless = whyNotHere(note, system)
      if (useless !== null) throw new AppError('refused', useless)
      mkdirSync(folder, { recursive: true, mode: 0o700 })
      const partial = join(folder, `${randomUUID()}.partial`)
      try {
        if (statSync(chosen).size !== note.bytes || (await copyHashing(chosen, partial)) !== note.sha256)
          throw new AppError('invalid-input', '安装包和签名文件对不上，可能没有拷贝完整，请重新拷贝这两个文件')
        const file = join(folder, `dandang-${note.version}-${system}${extension}`)
        await rename(partial, file)
        dropOld()
        const token = randomUUID()
        const text = command(file)
        const age = ageOf(note.version, version)
        const facts = { token, version: note.version, current: version, age, sha256: note.sha256 }
        const offer: UpdateOffer = { ...facts, command: text === '' ? null : text }
        offers.set(token, { file, offer })
        return offer
      } finally {
        rmSync(partial, { force: true })
      }
    },
    /** The file to install. @throws AppError refused, also for one that is not newer, unless the person insists */
    take(token: string, insists: boolean): string {
      const found = offers.get(token)
      if (!found || !existsSync(found.file)) throw new AppError('refused', '安装包已不在了，请重新选择')
      if (found.offer.age !== 'newer' && !insists) throw new AppError('refused', '这不是更新的版本，请先确认要换成它')
      return found.file
    },
  }
}
export type Updates = ReturnType<typeof createUpdates>
