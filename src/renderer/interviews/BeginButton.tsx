import { App } from 'antd'
import { today } from '../../shared/dates/today'
import type { InterviewHeader } from '../../shared/interviews/interviews'
import { Button } from '../ui/Button'
import { dayWords } from './interviews.words'

/** Begins the record, or goes on with it. Whoever begins before the day that was planned is asked: the day counts from then on. */
export function BeginButton({ header, onBegin }: { header: InterviewHeader; onBegin: () => void }) {
  const { modal } = App.useApp()
  const isPlanned = header.state === 'planned'
  const isEarly = isPlanned && today(new Date(header.startsAt)) > today()
  const begin = (): void => {
    if (!isEarly) return onBegin()
    void modal.confirm({
      title: `计划在${dayWords(header.startsAt)}谈，现在就开始？`,
      content: '开始以后谈话日期记为今天，也不能再改期或者取消。',
      okText: '现在开始',
      cancelText: '不开始',
      onOk: onBegin,
    })
  }
  return (
    <Button kind="primary" onClick={begin}>
      {isPlanned ? '开始记录' : '接着记录'}
    </Button>
  )
}
