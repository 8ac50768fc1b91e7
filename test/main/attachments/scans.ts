import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { AddOutcome } from '../../../src/shared/attachments/attachments.contract'
import type { CadreId } from '../../../src/shared/cadres/cadres'
import type { JobOptions } from '../../../src/shared/ipc/define'
import { tempFolder } from '../../helpers/folders'
import { type Core, signedIn } from '../../helpers/harness'

/** A PNG's beginning and then `length` bytes that no other `seed` has. */
export function scanOf(seed: number, length = 200): Buffer {
  const bytes = Buffer.alloc(length, seed)
  Buffer.from('89504e470d0a1a0a', 'hex').copy(bytes)
  bytes.writeUInt32LE(seed, length - 4)
  return bytes
}
export const pdfOf = (words: string): Buffer => Buffer.from(`%PDF-1.7\n${words}`)

export interface Desk {
  readonly core: Core
  readonly id: CadreId
  /** Writes files into a folder of their own and adds them, as if the person had dropped them. */
  add(
    files: Readonly<Record<string, Buffer>>,
    more?: { readonly category?: '9' | '4' | null; readonly options?: JobOptions; readonly to?: CadreId },
  ): Promise<AddOutcome[]>
}

export async function withPerson(core?: Core): Promise<Desk> {
  const own = core ?? (await signedIn('officer'))
  const { cadre } = await own.api.cadres.add({ name: '李望舒', birth: null, unitId: null })
  let tokens = 0
  return {
    core: own,
    id: cadre.id,
    add: (files, { category = null, options = {}, to = cadre.id } = {}) => {
      const folder = tempFolder()
      const paths = Object.entries(files).map(([name, bytes]) => {
        writeFileSync(join(folder, name), bytes)
        return join(folder, name)
      })
      const token = `t${tokens++}`
      own.files.grantReading(token, paths)
      return own.api.attachments.add({ cadreId: to, token, category }, options)
    },
  }
}

export const countOf = ({ gatehouse }: Core, table: string): unknown =>
  gatehouse.store?.raw.prepare(`SELECT count(*) FROM ${table}`).pluck().get()

/** Opens an attachment with a reason and puts its parts together. */
export async function contentOf({ api }: Core, cadreId: CadreId, id: AddOutcome['id']): Promise<Buffer> {
  if (id === null) throw new Error('it was not added')
  const { parts } = await api.attachments.open({ cadreId, id, reason: '核对任职时间' })
  const read: Uint8Array[] = []
  for (let part = 0; part < parts; part += 1) read.push((await api.attachments.part({ cadreId, id, part })).bytes)
  return Buffer.concat(read)
}

export const linesOf = ({ gatehouse }: Core, channel: string): Record<string, unknown>[] =>
  (gatehouse.store?.raw.prepare<[], string>('SELECT body FROM audit_lines ORDER BY seq').pluck().all() ?? [])
    .map(body => JSON.parse(body) as Record<string, unknown>)
    .filter(line => line.channel === channel)
