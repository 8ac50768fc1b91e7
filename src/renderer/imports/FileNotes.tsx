import { App } from 'antd'
import type { BatchId, ReadFile } from '../../shared/imports/imports'
import { api } from '../api/client'
import { useCall } from '../api/query'
import { Button } from '../ui/Button'
import { ErrorNote, Loading } from '../ui/states'

/** As much as the clipboard takes at once. */
const MOST_COPIED = 20_000

const linesOf = ({ name, failure, warnings }: ReadFile): string[] =>
  failure === null
    ? warnings.map(({ line, text }) => `“${name}”${line === null ? '' : `第 ${line} 行`}：${text}`)
    : [failure]

/** Files that could not be read, or of which something did not come in: which, where, why and what to do. */
export function FileNotes({ batchId, which }: { batchId: BatchId; which: 'failed' | 'noted' }) {
  const { message } = App.useApp()
  const files = useCall('imports', 'files', { batchId, which, offset: 0, limit: 500 })
  if (files.isPending) return <Loading />
  if (files.isError) return <ErrorNote error={files.error} onRetry={() => void files.refetch()} />
  const { rows, total } = files.data
  const lines = rows.flatMap(linesOf)
  const copy = async (): Promise<void> => {
    await api.shell.copyText({ text: lines.join('\n').slice(0, MOST_COPIED) })
    void message.info(`已复制 ${lines.length} 行`)
  }
  const title = which === 'failed' ? '读不了的文件' : '文件提醒'
  return (
    <div className="imp-list imp-failed" role="region" aria-label={title} tabIndex={0}>
      <p className="imp-take">
        {which === 'failed' ? `${total} 个文件没有读入，其余照常。` : `${total} 个文件读入了，下面几处请看一看。`}
        <Button kind="link" size="small" onClick={() => void copy()}>
          复制清单
        </Button>
      </p>
      <ol>
        {lines.map((line, at) => (
          <li key={at}>{line}</li>
        ))}
      </ol>
      {total > rows.length && <p className="imp-quiet">只列出前 {rows.length} 个文件。</p>}
    </div>
  )
}
