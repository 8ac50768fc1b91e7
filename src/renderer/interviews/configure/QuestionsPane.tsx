import { Select } from 'antd'
import { type FormEvent, useState } from 'react'
import { type QuestionTheme, questionThemes, type TalkQuestion } from '../../../shared/talk-questions/talk-questions'
import { api } from '../../api/client'
import { useCall } from '../../api/query'
import { Button } from '../../ui/Button'
import { Card } from '../../ui/Card'
import { ReasonDialog } from '../../ui/ReasonDialog'
import { ErrorNote, Loading } from '../../ui/states'
import { TextField } from '../../ui/TextField'

/** 题库: questions theme by theme, those that ship and the unit's own. */
export function QuestionsPane() {
  const questions = useCall('talkQuestions', 'list', {})
  const [editing, setEditing] = useState<TalkQuestion>()
  const [removing, setRemoving] = useState<TalkQuestion>()
  return (
    <>
      <Card title={editing ? '修改问题' : '添加问题'}>
        <QuestionForm key={editing?.id ?? 'new'} question={editing} onDone={() => setEditing(undefined)} />
      </Card>
      {questions.isPending && <Loading />}
      {questions.isError && <ErrorNote error={questions.error} onRetry={() => void questions.refetch()} />}
      <div className="itv-bank">
        {questionThemes.map(theme => {
          const here = (questions.data ?? []).filter(each => each.theme === theme)
          return (
            <Card key={theme} title={theme} note={`${here.length} 个`}>
              <ul className="itv-bank-rows">
                {here.map(question => (
                  <li key={question.id}>
                    <span>{question.text}</span>
                    {!question.shipped && (
                      <span className="dd-row-acts">
                        <Button size="small" kind="link" onClick={() => setEditing(question)}>
                          修改
                        </Button>
                        <Button size="small" kind="link" onClick={() => setRemoving(question)}>
                          去掉
                        </Button>
                      </span>
                    )}
                  </li>
                ))}
              </ul>
            </Card>
          )
        })}
      </div>
      {removing && (
        <ReasonDialog
          open
          title="从题库去掉"
          consequence={`“${removing.text}”不再能选；已经写进提纲和记录的不受影响。`}
          confirmText="去掉"
          onConfirm={async reason => {
            await api.talkQuestions.remove({ id: removing.id, reason })
          }}
          onClose={() => setRemoving(undefined)}
        />
      )}
    </>
  )
}

function QuestionForm({ question, onDone }: { question: TalkQuestion | undefined; onDone: () => void }) {
  const [theme, setTheme] = useState<QuestionTheme>(question?.theme ?? '工作履职')
  const [text, setText] = useState(question?.text ?? '')
  const [busy, setBusy] = useState(false)
  const [error, setError] = useState<unknown>(null)
  async function save(event: FormEvent): Promise<void> {
    event.preventDefault()
    if (busy || text.trim().length < 2) return
    setBusy(true)
    setError(null)
    try {
      if (question) await api.talkQuestions.change({ id: question.id, theme, text })
      else await api.talkQuestions.add({ theme, text })
      setText('')
      onDone()
    } catch (failure) {
      setError(failure)
    }
    setBusy(false)
  }
  return (
    <form className="itv-bank-form" onSubmit={event => void save(event)}>
      <Select
        aria-label="主题"
        value={theme}
        onChange={setTheme}
        options={questionThemes.map(value => ({ value, label: value }))}
      />
      <TextField label="问题" hideLabel placeholder="写一个问题" value={text} onChange={setText} maxChars={200} />
      {question && <Button onClick={onDone}>取消</Button>}
      <Button submit busy={busy} reason={text.trim().length < 2 ? '先写问题' : undefined}>
        {question ? '保存' : '添加'}
      </Button>
      {error !== null && <ErrorNote error={error} />}
    </form>
  )
}
