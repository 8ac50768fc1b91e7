import { Modal, Progress } from 'antd'
import { useState } from 'react'
import type { Progress as JobProgress } from '../../shared/ipc/define'
import { Button } from './Button'

interface ProgressDialogProps {
  title: string
  /** null until the job has reported for the first time. */
  progress: JobProgress | null
  /** What a stop means, in words. */
  stopping?: string | undefined
  onCancel: () => void
}

/** Long work in sight, with a way out. Shown while it is mounted. */
export function ProgressDialog({
  title,
  progress,
  stopping: meaning = '已做的部分会撤回',
  onCancel,
}: ProgressDialogProps) {
  const [stopping, setStopping] = useState(false)
  const percent = progress && progress.total > 0 ? Math.floor((progress.done / progress.total) * 100) : 0
  return (
    <Modal
      open
      title={title}
      footer={null}
      closable={false}
      keyboard={false}
      mask={{ closable: false }}
      width={420}
      centered
    >
      <Progress percent={percent} showInfo={false} status="normal" aria-label={title} />
      <p className="dd-progress-note" role="status">
        {stopping ? `正在停下，${meaning}` : (progress?.note ?? '正在准备')}
        {!stopping && progress && progress.total > 0 && (
          <span>
            {progress.done.toLocaleString('zh-CN')}/{progress.total.toLocaleString('zh-CN')}
          </span>
        )}
      </p>
      <div className="dd-dialog-end">
        <Button
          busy={stopping}
          onClick={() => {
            setStopping(true)
            onCancel()
          }}
        >
          停止
        </Button>
      </div>
    </Modal>
  )
}
