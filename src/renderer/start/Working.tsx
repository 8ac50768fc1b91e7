import type { Progress } from '../../shared/ipc/define'
import { Button } from '../ui/Button'

/** Long work before the workspace: how far it has come, and a way to stop it. */
export function Working({
  title,
  progress,
  onCancel,
}: {
  title: string
  progress: Progress | null
  onCancel: () => void
}) {
  return (
    <div className="start-form">
      <h1>{title}</h1>
      <progress
        className="start-progress"
        max={progress && progress.total > 0 ? progress.total : 1}
        value={progress?.done ?? 0}
        aria-label={title}
      />
      <p className="start-lead" role="status">
        {progress?.note ?? '正在准备'}。请不要关机。
      </p>
      <div className="start-actions">
        <Button onClick={onCancel}>停止，不作改动</Button>
      </div>
    </div>
  )
}
