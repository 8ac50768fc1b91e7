import { InterviewKind } from '../../shared/interviews/kinds'
import { shippedKinds } from '../../shared/interviews/kinds.data'
import { AppError } from '../../shared/result'
import * as accounts from '../accounts/accounts.repo'
import type { CoreHandlers } from '../ipc/contexts'
import * as photos from '../photos/photos.repo'
import { confirm } from './confirming'
import * as content from './content'
import * as interviews from './interviews.repo'
import * as kinds from './kinds.repo'
import { leavingHandlers } from './leaving'
import * as notes from './notes.repo'
import { planningHandlers, talkerFacts } from './planning'
import { plansTalks } from './plans-talks'
import { recordingHandlers } from './recording'
import { searchLines } from './search'

export const interviewsHandlers: CoreHandlers['interviews'] = {
  ...planningHandlers,
  ...recordingHandlers,
  ...leavingHandlers,
  confirm,

  kinds: ({ db }) => kinds.current(db),
  async kindVersions({ db }, { key }) {
    const names = await accounts.names(db)
    const changed = (await kinds.versions(db, key)).map(({ changedBy, ...each }) => ({
      ...each,
      byName: names.get(changedBy) ?? '',
    }))
    const shipped = shippedKinds.find(kind => kind.key === key)
    if (!shipped) return changed
    return [...changed, { kind: { ...shipped, version: 0 }, changedAt: '', byName: '', reason: '随应用提供' }]
  },
  async changeKind({ db, caller, now, record }, { kind, version, reason }) {
    record({ subject: `interviews:${kind.key}`, reason })
    const present = (await kinds.current(db)).find(({ key }) => key === kind.key)
    if (version !== (present?.version ?? 0)) throw new AppError('conflict', '这种谈话刚被改过，请重新打开再改')
    const parts = kind.outline.map(({ key }) => key)
    if (new Set(parts).size < parts.length) throw new AppError('refused', '提纲里有两部分的标识相同')
    const next = { ...InterviewKind.parse(kind), version: version + 1 }
    await kinds.put(db, next, { id: caller.id, at: new Date(now()).toISOString(), reason })
    return next
  },
  async talkers({ db }) {
    const business = new Set<string>(['officer', 'interviewer', 'leader'])
    const facts = (await talkerFacts(db)).filter(
      ({ active, roles }) => active && roles.some(role => business.has(role)),
    )
    return facts.map(({ id, name, department, roles }) => ({ id, name, department, roles: [...roles] }))
  },

  async list({ db, caller }, page) {
    const { rows, total } = await interviews.list(db, caller, plansTalks(caller), page)
    return { rows: await interviews.headersOf(db, rows, caller.id), total }
  },
  async get(context, { id }) {
    return content.contentOf(context, await content.readable(context, id))
  },
  async header(context, { id }) {
    const { row } = await content.open(context, id)
    return interviews.headerOf(context.db, row, context.caller.id)
  },
  async photo(context, { id, cadreId }) {
    const { row } = await content.open(context, id)
    const subjects = (await interviews.subjectsOf(context.db, [row.key])).get(row.key) ?? []
    const subject = subjects.find(each => each.id === cadreId)
    if (!subject) throw new AppError('not-found', '这次谈话里没有这个人')
    const shown = await photos.shownOf(context.db, cadreId)
    return shown === null ? null : photos.get(context.db, cadreId, shown)
  },

  async unseal(context, { id, noteId, reason }) {
    context.record({ subject: `interviews:${id}`, reason })
    const row = await content.readable(context, id)
    const note = (await notes.listOf(context.db, row.key)).find(each => each.id === noteId)
    if (!note) throw new AppError('not-found', '没有这一条记录')
    return { text: note.text }
  },
  async search(context, { text, limit }) {
    const { db, caller } = context
    const found = await searchLines(db, caller.id, text, limit)
    if (found.length === 0) return []
    const keys = [...new Set(found.map(({ interviewKey }) => interviewKey))]
    const rows = await db.selectFrom('interviews').selectAll().where('key', 'in', keys).execute()
    const headers = await interviews.headersOf(db, rows, caller.id)
    const headerOf = new Map(rows.map(({ key }, at) => [key, headers[at]]))
    return found.flatMap(({ id, interviewKey, text: line }) => {
      const header = headerOf.get(interviewKey)
      return header ? [{ header, noteId: id, text: line }] : []
    })
  },
}
