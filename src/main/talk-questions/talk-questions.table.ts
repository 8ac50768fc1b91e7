import type { AccountId } from '../../shared/accounts/accounts'
import type { QuestionTheme } from '../../shared/talk-questions/talk-questions'

export interface TalkQuestionsTable {
  id: string
  theme: QuestionTheme
  text: string
  byId: AccountId
  at: string
}

const talkQuestionsColumns: Record<keyof TalkQuestionsTable, 'TEXT'> = {
  id: 'TEXT',
  theme: 'TEXT',
  text: 'TEXT',
  byId: 'TEXT',
  at: 'TEXT',
}

/** What the feature keeps, by the names of its tables. */
export interface TalkQuestionsTables {
  talkQuestions: TalkQuestionsTable
}
export const talkQuestionsTables = {
  talkQuestions: talkQuestionsColumns,
}
