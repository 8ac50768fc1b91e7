import { AppError } from '../../shared/result'
import { questionThemes, type TalkQuestion } from '../../shared/talk-questions/talk-questions'
import { shippedQuestions } from '../../shared/talk-questions/talk-questions.data'
import type { CoreHandlers } from '../ipc/contexts'
import type { Reads } from '../store/schema'

async function ownOf(db: Reads): Promise<TalkQuestion[]> {
  const rows = await db
    .selectFrom('talkQuestions')
    .select(['id', 'theme', 'text'])
    .orderBy('at')
    .orderBy('id')
    .execute()
  return rows.map(row => ({ ...row, shipped: false }))
}

const place = ({ theme }: TalkQuestion): number => questionThemes.indexOf(theme)
const all = async (db: Reads): Promise<TalkQuestion[]> =>
  [...shippedQuestions, ...(await ownOf(db))].toSorted((a, b) => place(a) - place(b))

/** @throws AppError refused when the same question stands there already */
async function insistNew(db: Reads, text: string, but?: string): Promise<void> {
  if ((await all(db)).some(question => question.text === text && question.id !== but))
    throw new AppError('refused', '题库里已经有这个问题')
}

export const talkQuestionsHandlers: CoreHandlers['talkQuestions'] = {
  list: ({ db }) => all(db),
  async add({ db, caller, now, newId, record }, { theme, text }) {
    const id = newId()
    record({ subject: `talkQuestions:${id}` })
    await insistNew(db, text)
    const at = new Date(now()).toISOString()
    await db.insertInto('talkQuestions').values({ id, theme, text, byId: caller.id, at }).execute()
    return { id, theme, text, shipped: false }
  },
  async change({ db, record }, { id, theme, text }) {
    record({ subject: `talkQuestions:${id}` })
    await insistNew(db, text, id)
    const { numUpdatedRows } = await db
      .updateTable('talkQuestions')
      .set({ theme, text })
      .where('id', '=', id)
      .executeTakeFirst()
    if (numUpdatedRows === 0n) throw new AppError('not-found', '题库里没有这个问题')
    return { id, theme, text, shipped: false }
  },
  async remove({ db, record }, { id, reason }) {
    record({ subject: `talkQuestions:${id}`, reason })
    const { numDeletedRows } = await db.deleteFrom('talkQuestions').where('id', '=', id).executeTakeFirst()
    if (numDeletedRows === 0n) throw new AppError('not-found', '题库里没有这个问题')
    return {}
  },
}
