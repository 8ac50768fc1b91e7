import type { CoreHandlers } from '../ipc/contexts'
import { printDocument, saveDocument } from './document.job'
import { sourceOf } from './sources'
import { templateHandlers } from './templates'

export const documentsHandlers: CoreHandlers['documents'] = {
  async proof(context, { document }) {
    const { body, people, mark, sealed } = await sourceOf(context, document, false)
    return { body, people, mark, sealed }
  },
  async wholeProof(context, { document, reason }) {
    context.record({ subject: `${document.of}s:${document.id}`, reason })
    const { body, people, mark, sealed, unsealed } = await sourceOf(context, document, true)
    context.record({ details: `密封内容 ${unsealed} 条` })
    return { body, people, mark, sealed }
  },
  ...templateHandlers,
  save: saveDocument,
  print: printDocument,
}
