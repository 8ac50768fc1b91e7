import type { PastImport } from '../../shared/imports/imports'
import { Card } from '../ui/Card'
import { StateMark } from '../ui/marks'
import { minuteWords } from './imports.words'
import { Undo } from './Undo'

/** Imports that were confirmed, the newest first, each undone as one step. */
export function PastImports({ rows }: { rows: readonly PastImport[] }) {
  if (rows.length === 0) return null
  return (
    <Card title="导入记录">
      <table className="imp-table">
        <thead>
          <tr>
            <th>时间</th>
            <th>来源</th>
            <th>经办</th>
            <th>文件</th>
            <th>新增</th>
            <th>更新</th>
            <th>状态</th>
            <th aria-label="操作" />
          </tr>
        </thead>
        <tbody>
          {rows.map(row => (
            <tr key={row.id}>
              <td>{minuteWords(row.at)}</td>
              <td>{row.source}</td>
              <td>{row.byName}</td>
              <td>{row.files}</td>
              <td>{row.added}</td>
              <td>{row.changed}</td>
              <td>
                {row.state === 'undone' ? (
                  <StateMark state="soon">{row.undoneAt ? `${minuteWords(row.undoneAt)} 撤销` : '已撤销'}</StateMark>
                ) : (
                  <StateMark state="done">已导入</StateMark>
                )}
              </td>
              <td>{row.state === 'confirmed' && <Undo batchId={row.id} />}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Card>
  )
}
