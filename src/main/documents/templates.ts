import { open } from 'node:fs/promises'
import { basename } from 'node:path'
import { sizeWords } from '../../shared/attachments/attachments.rules'
import { recognise } from '../../shared/attachments/recognise.rules'
import {
  type TemplateForm,
  type TemplateState,
  type TemplateVersion,
  templateForms,
} from '../../shared/documents/templates'
import { AppError } from '../../shared/result'
import * as accounts from '../accounts/accounts.repo'
import { pathFailure } from '../imports/walk'
import type { CoreHandlers } from '../ipc/contexts'
import { requireStore } from '../session/session.handlers'
import type { Reads } from '../store/schema'
import { templateFaults } from './docx-file'
import { contentOf, put, versions } from './templates.repo'

/** A template of text and a coat of arms stays far below. */
const MOST_BYTES = 2_000_000

async function stateOf(db: Reads, form: TemplateForm): Promise<TemplateState> {
  const names = await accounts.names(db)
  const kept = await versions(db, form)
  const described = await Promise.all(
    kept.map(async ({ version, name, content, changedAt, changedBy, reason }): Promise<TemplateVersion> => {
      const faults = content === null ? '' : await templateFaults(form, new Uint8Array(content)).catch(faultWords)
      const bytes = content?.byteLength ?? 0
      return { version, name, bytes, changedAt, byName: names.get(changedBy) ?? '', reason, problems: faults }
    }),
  )
  const shipped = { version: 0, name: '', bytes: 0, changedAt: '', byName: '', reason: '随应用提供', problems: '' }
  return { form, versions: [...described, shipped] }
}
function faultWords(error: unknown): string {
  if (error instanceof AppError) return error.message
  throw error
}

/** Reads what the person chose, no more than a template may have. */
async function readChosen(path: string): Promise<Uint8Array> {
  const handle = await open(path, 'r').catch((error: unknown) => {
    throw new AppError('refused', `文件${pathFailure(error).why}`)
  })
  try {
    const { size } = await handle.stat()
    if (size > MOST_BYTES) throw new AppError('refused', `模板有 ${sizeWords(size)}，不能超过 ${sizeWords(MOST_BYTES)}`)
    return new Uint8Array(await handle.readFile())
  } finally {
    await handle.close()
  }
}

type Handlers = CoreHandlers['documents']

export const templateHandlers: Pick<Handlers, 'templates' | 'putTemplate' | 'saveTemplate' | 'restoreTemplate'> = {
  templates: ({ db }) => Promise.all(templateForms.map(form => stateOf(db, form))),

  async putTemplate(context, { form, token, reason }) {
    const { db, gatehouse, commit, now, caller } = context
    if (requireStore(context).readOnly)
      throw new AppError('refused', '数据可能被换成了旧的，在安全保密管理员确认之前只能查看')
    const [path, ...others] = gatehouse.options.files.takeReading(token)
    if (path === undefined || others.length > 0) throw new AppError('refused', '一次放入一个模板文件')
    const name = basename(path)
    const bytes = await readChosen(path)
    const found = recognise(name, bytes.subarray(0, 1024), () => ['[Content_Types].xml', 'word/document.xml'])
    if ('why' in found || found.format !== 'docx') throw new AppError('refused', '模板要是 Word 文件（.docx）')
    const faults = await templateFaults(form, bytes)
    if (faults !== '') throw new AppError('refused', faults)
    await commit(async inside => {
      inside.record({ subject: `documents:${form}`, reason, details: `${form}模板，${sizeWords(bytes.length)}` })
      const by = { id: caller.id, at: new Date(now()).toISOString(), reason }
      await put(inside.db, form, { name, content: bytes }, by)
    })
    return stateOf(db, form)
  },

  async saveTemplate({ db, gatehouse, record }, { form, version, target }) {
    record({ subject: `documents:${form}`, details: `第 ${version} 版` })
    const bytes = await contentOf(db, form, version)
    const file = gatehouse.options.files.take(target)
    try {
      file.write(bytes)
      file.finish()
    } finally {
      file.abandon()
    }
    return {}
  },

  async restoreTemplate({ db, caller, now, record }, { form, version, reason }) {
    record({ subject: `documents:${form}`, reason, details: `改用第 ${version} 版` })
    const older = (await versions(db, form)).find(each => each.version === version)
    if (version !== 0 && !older) throw new AppError('not-found', '没有这一版模板')
    const by = { id: caller.id, at: new Date(now()).toISOString(), reason }
    await put(db, form, { name: older?.name ?? '', content: older?.content ?? null }, by)
    return stateOf(db, form)
  },
}
