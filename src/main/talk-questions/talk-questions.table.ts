import type { AccountId } from '../../shared/accounts/accounts'
import type { QuestionTheme } from '../../shared/talk-questions/talk-questions'

export interface TalkQuestionsTable {
  id: string
  theme: QuestionTheme
  text: string
  byId: AccountId
  at: string
}

export const talkQuestionsColumns: Record<keyof TalkQuestionsTable, 'TEXT'> = {
  id: 'TEXT',
  theme: 'TEXT',
  text: 'TEXT',
  byId: 'TEXT',
  at: 'TEXT',
}
