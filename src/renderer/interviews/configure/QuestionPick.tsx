import { Select } from 'antd'
import { questionThemes } from '../../../shared/talk-questions/talk-questions'
import { useCall } from '../../api/query'

interface QuestionPickProps {
  /** What stands there already is not offered again. */
  readonly taken: readonly string[]
  readonly onPick: (question: string) => void
}

/** Draws a question from the bank, theme by theme; found by its words. */
export function QuestionPick({ taken, onPick }: QuestionPickProps) {
  const questions = useCall('talkQuestions', 'list', {})
  const left = (questions.data ?? []).filter(({ text }) => !taken.includes(text))
  return (
    <Select<string>
      aria-label="从题库选"
      className="itv-pick"
      size="small"
      placeholder="从题库选一个问题"
      value={null}
      onChange={onPick}
      showSearch={{ optionFilterProp: 'label' }}
      notFoundContent="题库里没有这样的问题"
      options={questionThemes.map(theme => ({
        label: theme,
        title: theme,
        options: left.filter(each => each.theme === theme).map(({ text }) => ({ value: text, label: text })),
      }))}
    />
  )
}
