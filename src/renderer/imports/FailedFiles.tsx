import { App } from 'antd'
import type { BatchId } from '../../shared/imports/imports'
import { api } from '../api/client'
import { useCall } from '../api/query'
import { Button } from '../ui/Button'
import { ErrorNote, Loading } from '../ui/states'

/** As much as the clipboard takes at once. */
const MOST_COPIED = 20_000

/** Files that could not be read: which, where, why and what to do. */
export function FailedFiles({ batchId }: { batchId: BatchId }) {
  const { message } = App.useApp()
  const files = useCall('imports', 'files', { batchId, which: 'failed', offset: 0, limit: 500 })
  if (files.isPending) return <Loading />
  if (files.isError) return <ErrorNote error={files.error} onRetry={() => void files.refetch()} />
  const { rows, total } = files.data
  const copy = async (): Promise<void> => {
    const text = rows.map(({ failure }) => failure).join('\n')
    await api.shell.copyText({ text: text.slice(0, MOST_COPIED) })
    void message.info(`已复制 ${rows.length} 行`)
  }
  return (
    <div className="imp-list imp-failed" role="region" aria-label="读不了的文件" tabIndex={0}>
      <p className="imp-take">
        {total} 个文件没有读入，其余照常。
        <Button kind="link" size="small" onClick={() => void copy()}>
          复制清单
        </Button>
      </p>
      <ol>
        {rows.map(({ place, failure }) => (
          <li key={place}>{failure}</li>
        ))}
      </ol>
      {total > rows.length && <p className="imp-quiet">只列出前 {rows.length} 个。</p>}
    </div>
  )
}
