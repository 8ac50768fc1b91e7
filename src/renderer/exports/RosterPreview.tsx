import type { Whom } from '../../shared/exports/exports'
import type { RosterSpec } from '../../shared/exports/roster.rules'
import { useCall } from '../api/query'
import { ErrorNote, Loading } from '../ui/states'
import { count } from './exports.words'

/** The first people as they will stand in the roster. What is masked stays masked here, whatever was ticked. */
export function RosterPreview({ whom, roster }: { whom: Whom; roster: RosterSpec }) {
  const found = useCall('exports', 'previewRoster', { whom, roster })
  if (found.isPending) return <Loading />
  if (found.isError) return <ErrorNote error={found.error} onRetry={() => void found.refetch()} />
  const { title, columns, groups, people } = found.data
  const listed = groups.reduce((sum, { rows }) => sum + rows.length, 0)
  return (
    <div className="exp-preview" role="region" aria-label="名册预览" tabIndex={0}>
      <table style={{ width: `${columns.reduce((sum, { width }) => sum + width + 1.5, 0)}em` }}>
        <caption>{title}</caption>
        <colgroup>
          {columns.map(({ title: head, width }) => (
            <col key={head} style={{ width: `${width + 1.5}em` }} />
          ))}
        </colgroup>
        <thead>
          <tr>
            {columns.map(({ title: head }) => (
              <th key={head} scope="col">
                {head}
              </th>
            ))}
          </tr>
        </thead>
        {groups.map(({ name, rows }, at) => (
          <tbody key={`${at}-${name}`}>
            {name !== '' && (
              <tr className="exp-preview-group">
                <th scope="rowgroup" colSpan={columns.length}>
                  {name}
                </th>
              </tr>
            )}
            {rows.map((values, row) => (
              <tr key={row}>
                {values.map((value, column) => (
                  <td key={columns[column]?.title} data-align={columns[column]?.align}>
                    {value}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        ))}
      </table>
      {listed < people && (
        <p className="exp-hint">
          预览只列前 {count(listed)} 人，导出的是全部 {count(people)} 人
        </p>
      )}
    </div>
  )
}
