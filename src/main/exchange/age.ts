import { Decrypter, Encrypter, generateX25519Identity, identityToRecipient } from 'age-encryption'
import { AppError } from '../../shared/result'
import { changedOnTheWay } from './refusals'

export const newAgeKey = generateX25519Identity
export const recipientOf = identityToRecipient

type Parts = AsyncIterable<Uint8Array> | Iterable<Uint8Array>
const streamOf = (parts: Parts): ReadableStream<Uint8Array> => ReadableStream.from(parts)

export type Lock = { readonly recipient: string } | { readonly passphrase: string }
export type Key = { readonly ageKey: string; readonly passphrase: string | null }

/** Encrypts in the age format, for one recipient or under a passphrase. @throws AppError refused for a recipient that is none */
export async function encrypt(parts: Parts, lock: Lock): Promise<AsyncIterable<Uint8Array>> {
  const encrypter = new Encrypter()
  if ('passphrase' in lock) encrypter.setPassphrase(lock.passphrase)
  else encrypter.addRecipient(lock.recipient)
  return encrypter.encrypt(streamOf(parts))
}

/** Whether a card's recipient is one at all. */
export function isRecipient(text: string): boolean {
  try {
    new Encrypter().addRecipient(text)
    return true
  } catch {
    return false
  }
}

const START = 'age-encryption.org/v1\n'
/** The stanzas of an age file stand at its very beginning; nothing of ours has more than one. */
export const HEADER_BYTES = 2000

/**
 * @param header the first bytes of the file @param file all of it
 * @returns the plaintext, of which each piece has been authenticated; that nothing is missing shows at its end
 * @throws AppError refused with what is wrong: no such file, another's, a passphrase that is missing or wrong, or, also while
 *   it is read, altered bytes
 */
export async function* decrypt(
  header: Buffer,
  file: AsyncIterable<Uint8Array>,
  { ageKey, passphrase }: Key,
): AsyncGenerator<Uint8Array> {
  const start = header.toString('latin1')
  if (!start.startsWith(START)) throw new AppError('refused', '这不是数据包或回执，或者文件开头已损坏，请换一个文件')
  const isByPassphrase = start.startsWith('-> scrypt ', START.length)
  if (isByPassphrase && passphrase === null)
    throw new AppError('refused', '这个数据包用口令加密，请输入对方另行告知的口令', { needsPassphrase: true })
  const decrypter = new Decrypter()
  if (isByPassphrase && passphrase !== null) decrypter.addPassphrase(passphrase)
  else decrypter.addIdentity(ageKey)
  try {
    yield* await decrypter.decrypt(streamOf(file))
  } catch (error) {
    if (error instanceof AppError) throw error
    const message = error instanceof Error ? error.message : ''
    if (!message.includes('no identity matched')) throw changedOnTheWay()
    throw isByPassphrase
      ? new AppError('refused', '口令不对，没有打开', { needsPassphrase: true })
      : new AppError('refused', '这个文件不是加密给本库的：发错了单位，或者对方用的是本库以前的名片')
  }
}
