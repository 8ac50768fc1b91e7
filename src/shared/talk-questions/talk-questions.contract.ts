import * as z from 'zod'
import { Reason } from '../accounts/accounts'
import { command, query } from '../ipc/define'
import { QuestionText, QuestionTheme, TalkQuestion } from './talk-questions'

const configure = { needs: 'interviews.configure' } as const
const own = { id: z.uuid() }
const words = { theme: QuestionTheme, text: QuestionText }

export const talkQuestionsContract = {
  /** Those that ship, then the unit's own, theme by theme. */
  list: query(z.object({}), z.array(TalkQuestion), { title: '查看谈话题库', needs: 'interviews.hold' }),
  add: command(z.object(words), TalkQuestion, { title: '添加题库问题', ...configure }),
  change: command(z.object({ ...own, ...words }), TalkQuestion, { title: '修改题库问题', ...configure }),
  remove: command(z.object({ ...own, reason: Reason }), z.object({}), { title: '去掉题库问题', ...configure }),
}
