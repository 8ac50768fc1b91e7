import { InputNumber, Segmented } from 'antd'
import { useId, useState } from 'react'
import { useDraft } from '../api/drafts'
import { useSession } from '../api/session'
import { FormDialog } from '../ui/FormDialog'

/** What the officer chose for the hall. */
export interface HallPlan {
  readonly seconds: number
  readonly perPage: 1 | 6
}
const usual = { seconds: 12, six: false }

interface HallDialogProps {
  readonly count: number
  readonly onStart: (plan: HallPlan) => void
  readonly onClose: () => void
}

/** Names go public with this: the officer says so, and is told what does not change. */
export function HallDialog({ count, onStart, onClose }: HallDialogProps) {
  const { idleSeconds } = useSession()
  const id = useId()
  const draft = useDraft('albums.hall', usual)
  const [agreed, setAgreed] = useState(false)
  const { seconds, six } = draft.value
  return (
    <FormDialog
      title="大厅展示"
      act="开始展示"
      refusal={agreed ? undefined : '先确认这些姓名可以公开展示'}
      onAct={async () => onStart({ seconds, perPage: six ? 6 : 1 })}
      onClose={onClose}
    >
      <p>全屏轮流展示现在条件下的 {count} 项荣誉，只有照片或名牌、姓名、职务、荣誉和事迹，没有别的内容。</p>
      <div className="wall-plan">
        <Segmented
          aria-label="每屏"
          value={six ? 6 : 1}
          onChange={next => draft.set({ ...draft.value, six: next === 6 })}
          options={[
            { value: 1, label: '每屏一项' },
            { value: 6, label: '每屏六项' },
          ]}
        />
        <label htmlFor={id}>每屏停留</label>
        <InputNumber
          id={id}
          min={4}
          max={120}
          precision={0}
          value={seconds}
          onChange={next => draft.set({ ...draft.value, seconds: next ?? usual.seconds })}
          suffix="秒"
        />
      </div>
      <p className="dd-aside">空格暂停，左右键翻页，Esc 结束。</p>
      <p className="dd-aside">
        无人操作满 {Math.round(idleSeconds / 60)}{' '}
        分钟照常自动锁定，展示随之结束；屏幕水印照常保留。要长时间展示，请另存风采录后用它播放。
      </p>
      <label className="exp-check">
        <input type="checkbox" checked={agreed} onChange={event => setAgreed(event.target.checked)} />
        这些人和团队的姓名、照片可以公开展示
      </label>
    </FormDialog>
  )
}
