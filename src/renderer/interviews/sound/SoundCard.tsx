import { App } from 'antd'
import { useState } from 'react'
import type { InterviewHeader } from '../../../shared/interviews/interviews'
import type { Recording, SoundId } from '../../../shared/sound/sound'
import { mayRemove } from '../../../shared/sound/sound.rules'
import { api } from '../../api/client'
import { useCall } from '../../api/query'
import { Button } from '../../ui/Button'
import { Card } from '../../ui/Card'
import { ReasonDialog } from '../../ui/ReasonDialog'
import { clockOf, dayWords, spanWords } from '../interviews.words'
import './sound.css'

interface SoundCardProps {
  readonly header: InterviewHeader
  /** Whether the one who looks holds or records the talk. */
  readonly writes: boolean
  readonly onOpen: (reason: string) => Promise<void>
}

/** What was recorded of a talk, how each recording ended, and the way to hear it. */
export function SoundCard({ header, writes, onOpen }: SoundCardProps) {
  const status = useCall('sound', 'status', { interviewId: header.id })
  const [asking, setAsking] = useState(false)
  const [removing, setRemoving] = useState<SoundId | null>(null)
  const { message } = App.useApp()
  const recordings = status.data?.recordings ?? []
  if (recordings.length === 0) return null
  const there = recordings.filter(({ state }) => state !== 'removed')
  const verdict = mayRemove(header.state)
  const verify = async (): Promise<void> => {
    const { checked, damaged } = await api.sound.verify({ interviewId: header.id })
    if (damaged.length === 0) void message.info(`${checked} 段录音和录下时一致`)
    else void message.error(`${checked} 段录音中有 ${damaged.length} 段和录下时不一致，请从备份恢复`)
  }
  return (
    <Card title="录音" note={`共 ${spanWords(there.reduce((sum, { durationMs }) => sum + durationMs, 0))}`}>
      <ol className="snd-list">
        {recordings.map(each => (
          <li key={each.id}>
            <span>
              {dayWords(each.beganAt)} {clockOf(each.beganAt)}
              <small>{endWords(each)}</small>
            </span>
            <b>{spanWords(each.durationMs)}</b>
            {writes && each.state !== 'removed' && verdict.allowed && (
              <Button size="small" kind="link" onClick={() => setRemoving(each.id)}>
                删除
              </Button>
            )}
          </li>
        ))}
      </ol>
      {there.length > 0 && (
        <p className="snd-acts">
          <Button size="small" onClick={() => setAsking(true)}>
            听录音
          </Button>
          <Button size="small" kind="link" onClick={() => void verify()}>
            核对是否完整
          </Button>
        </p>
      )}
      <ReasonDialog
        open={asking}
        title="听谈话录音"
        consequence="听录音会写入审计日志。离开这一页后再听，要重新说明理由。"
        confirmText="开始听"
        onConfirm={onOpen}
        onClose={() => setAsking(false)}
      />
      <ReasonDialog
        open={removing !== null}
        title="删除这段录音"
        consequence="录音从数据库中抹去，不能恢复。记录的文字不受影响，删除写入审计日志。"
        confirmText="删除录音"
        danger
        onConfirm={async reason => {
          if (removing) await api.sound.remove({ id: removing, reason })
        }}
        onClose={() => setRemoving(null)}
      />
    </Card>
  )
}

/** 陆听松录，or how it came to its end where nobody stopped it. */
function endWords({ state, byName, endedAt }: Recording): string {
  if (state === 'removed') return '已删除'
  return state === 'done' ? `${byName}录` : `${byName}录，在 ${clockOf(endedAt)} 中断`
}
