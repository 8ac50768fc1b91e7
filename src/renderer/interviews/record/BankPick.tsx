import { QuestionPick } from '../configure/QuestionPick'
import type { RecordStore } from './record.store'
import { useRecord } from './useRecord'

/** Draws a question from the bank into the talk: it stands among the lines as asked, and what is typed next is its answer. */
export function BankPick({ store }: { store: RecordStore }) {
  const lines = useRecord(store, state => state.lines)
  const asked = lines.filter(({ form }) => form === '问').map(({ text }) => text)
  return (
    <QuestionPick
      taken={asked}
      onPick={question => {
        const { commit, setForm, type } = store.getState()
        commit()
        setForm('问')
        type(question)
        commit()
        setForm('答')
      }}
    />
  )
}
