import { createHash } from 'node:crypto'
import { fileTitle } from '../../shared/exports/exports'
import { mayTakeOut } from '../../shared/plain-exports/plain-exports.rules'
import { insist } from '../../shared/result'
import { highestMark, type SecrecyMark } from '../../shared/secrecy/secrecy.rules'
import { carryOut, goOn } from '../exports/outgoing'
import { instantOf } from '../ipc/clock'
import type { CoreHandlers } from '../ipc/contexts'
import { requireStore } from '../session/session.handlers'
import { openEncrypted, type Raw } from '../store/open'
import { storeFile } from '../store/store-paths'
import { plainRow, quoted, tablesOf } from '../store/whole'
import * as repo from './plain-exports.repo'

/** Secrets, and what is made anew from the rest. All else is written. */
const left: readonly RegExp[] = [
  /^password_history$/,
  /^audit_head$/,
  /^sealed_/,
  /^exchange_identity$/,
  /_search($|_)/,
  /^drafts$/,
  /^photo_bytes$/,
  /^attachment_parts$/,
  /^sound_pieces$/,
]
const SLICE = 2000

interface Contents {
  readonly name: string
  readonly bytes: Buffer
}

/** The rows of one table as JSON, some thousands a file. */
function* rowsOf(raw: Raw, table: string): Generator<Contents> {
  const rows = raw.prepare<[], object>(`SELECT * FROM ${quoted(table)}`).iterate()
  let [slice, part]: [unknown[], number] = [[], 1]
  const file = (): Contents => ({
    name: `table.${table}.${String(part++).padStart(4, '0')}.json`,
    bytes: Buffer.from(JSON.stringify(slice, null, 1)),
  })
  for (const row of rows) {
    slice.push(plainRow(row))
    if (slice.length < SLICE) continue
    yield file()
    slice = []
  }
  if (slice.length > 0 || part === 1) yield file()
}

/** Photos, attachments and recordings as the files that they once were. */
function* filesOf(raw: Raw): Generator<Contents> {
  const photos = raw.prepare<[], { id: string; kind: string; bytes: Buffer }>(
    'SELECT photos.id, photos.kind, bytes FROM photos JOIN photo_bytes ON photo_bytes.key = photos.bytes_key',
  )
  for (const { id, kind, bytes } of photos.iterate()) yield { name: `photo.${id}.${kind}`, bytes }
  const parts = raw.prepare<[string], Buffer>('SELECT bytes FROM attachment_parts WHERE id = ? ORDER BY part').pluck()
  const contents = raw.prepare<[], { id: string; format: string }>('SELECT id, format FROM attachment_contents').all()
  for (const { id, format } of contents)
    yield { name: `attachment.${id}.${format}`, bytes: Buffer.concat(parts.all(id)) }
  const pieces = raw
    .prepare<[number], Buffer>('SELECT bytes FROM sound_pieces WHERE recording_key = ? ORDER BY seq')
    .pluck()
  for (const key of raw.prepare<[], number>('SELECT key FROM sound_recordings').pluck().all())
    yield { name: `sound.${key}.webm`, bytes: Buffer.concat(pieces.all(key)) }
}

const explained = (files: number, at: string): string =>
  [
    '这是担当数据库的全部内容，没有加密，请按密级保管，用完销毁。',
    `导出时间：${at}；文件 ${files} 个，每个文件的 SHA-256 见 manifest.json。`,
    'table.<表名>.<序号>.json：数据库各表的记录，UTF-8 编码的 JSON 数组，每个文件至多 2000 条；二进制字段为 base64。',
    'photo.*、attachment.*、sound.*：照片、附件、谈话录音的原件，文件名中的编号与表中的编号对应。',
    '没有导出的：密码的摘要和密钥、密封记录（只有本人能打开）、草稿、可由其他内容重新生成的检索索引。',
    '',
  ].join('\r\n')

/** Writes everything into a folder in the clear: registered as an export, whole or not at all. */
export const takeOut: CoreHandlers['plainExports']['takeOut'] = async (context, { id, token, mark }) => {
  const { db, caller, now, gatehouse, progress, signal } = context
  const wish = await repo.get(db, caller.id, id)
  insist(mayTakeOut(wish, now()))
  const store = requireStore(context)
  // A connection of its own and one moment of the store: rows are read with pauses in which others write.
  const raw = openEncrypted(storeFile(gatehouse.options.folder), store.dek, { readonly: true })
  try {
    raw.exec('BEGIN')
    const people = Number(raw.prepare('SELECT count(*) FROM cadres').pluck().get())
    const least = highestMark(
      raw.prepare<[], SecrecyMark>("SELECT DISTINCT file ->> '$.secrecy' FROM cadre_files").pluck().all(),
    )
    let folder = ''
    let files = 0
    let at = ''
    const { entry } = await carryOut(
      context,
      {
        kind: 'plain-all',
        people,
        least,
        mark,
        reason: wish.reason,
        recipient: '',
        sensitive: ['idNumber', 'phone', 'family', 'form.health'],
        namePattern: '',
        more: `安全保密管理员 ${wish.decidedBy ?? ''} 批准`,
      },
      entered => {
        const made = gatehouse.options.files.takeFolder(token, fileTitle(entered))
        return { ...made, finish: () => void (folder = made.finish()) }
      },
      async out => {
        const hashes: Record<string, string> = {}
        const write = ({ name, bytes }: Contents): void => {
          hashes[name] = createHash('sha256').update(bytes).digest('hex')
          out.write(name, bytes)
          files += 1
        }
        const tables = tablesOf(raw).filter(table => !left.some(pattern => pattern.test(table)))
        for (const [done, table] of tables.entries()) {
          progress({ done, total: tables.length + 1, note: '正在写出各表' })
          for (const contents of rowsOf(raw, table)) {
            write(contents)
            await goOn(signal)
          }
        }
        progress({ done: tables.length, total: tables.length + 1, note: '正在写出照片、附件和录音' })
        for (const contents of filesOf(raw)) {
          write(contents)
          await goOn(signal)
        }
        at = instantOf(context)
        out.write(
          'manifest.json',
          Buffer.from(JSON.stringify({ at, store: store.vault.storeId, files: hashes }, null, 1)),
        )
        out.write('说明.txt', Buffer.from(`\uFEFF${explained(files, at)}`))
        return people
      },
      async inside => {
        insist(mayTakeOut(await repo.get(inside.db, caller.id, id), now()))
        await repo.change(inside.db, id, { state: 'done', doneAt: at })
      },
    )
    return { entry, folder, files }
  } finally {
    raw.close()
  }
}
