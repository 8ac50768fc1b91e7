import type { KeyboardEvent } from 'react'
import type { CadreId } from '../../../shared/cadres/cadres'
import type { TrashedRow } from '../../../shared/cadres/cadres.contract'
import { Button } from '../../ui/Button'
import { instantWords, monthWords } from '../cadres.words'
import { trashedHow } from './trash.words'

interface TrashTableProps {
  rows: readonly TrashedRow[]
  edits: boolean
  picked: ReadonlySet<CadreId>
  onPick: (picked: ReadonlySet<CadreId>) => void
  onOpen: (id: CadreId) => void
  onRestore: (row: TrashedRow) => void
}

/** Up and down lead from name to name; Space on a name picks, Enter opens. */
function walkRows(event: KeyboardEvent<HTMLTableSectionElement>): void {
  const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0
  if (step === 0 || event.altKey || event.ctrlKey) return
  const rows = [...event.currentTarget.rows]
  const at = rows.findIndex(row => row.contains(document.activeElement))
  const next = rows[at + step]?.querySelector<HTMLElement>('.cdr-entry')
  if (!next) return
  event.preventDefault()
  next.focus()
}

export function TrashTable({ rows, edits, picked, onPick, onOpen, onRestore }: TrashTableProps) {
  const toggle = (id: CadreId): void => {
    const next = new Set(picked)
    if (!next.delete(id)) next.add(id)
    onPick(next)
  }
  const all = rows.every(({ id }) => picked.has(id))
  return (
    <table className="trs-table">
      <thead>
        <tr>
          <th>
            {edits && (
              <input
                type="checkbox"
                aria-label="选中列出的全部档案"
                checked={all}
                onChange={() => onPick(all ? new Set() : new Set(rows.map(({ id }) => id)))}
              />
            )}
            姓名
          </th>
          <th>性别</th>
          <th>出生年月</th>
          <th>单位和职务</th>
          <th>移入时间</th>
          <th>经办</th>
          <th>原因</th>
          {edits && <th className="trs-act">操作</th>}
        </tr>
      </thead>
      <tbody onKeyDown={walkRows}>
        {rows.map(row => (
          <tr key={row.id} data-picked={picked.has(row.id) || undefined} onDoubleClick={() => onOpen(row.id)}>
            <td className="trs-name">
              {edits && (
                <input
                  type="checkbox"
                  tabIndex={-1}
                  aria-label={`选中${row.name}`}
                  checked={picked.has(row.id)}
                  onChange={() => toggle(row.id)}
                />
              )}
              <button
                type="button"
                className="cdr-entry"
                onClick={() => onOpen(row.id)}
                onKeyDown={event => {
                  if (event.key !== ' ' || !edits) return
                  event.preventDefault()
                  toggle(row.id)
                }}
              >
                {row.name}
              </button>
            </td>
            <td>{row.sex ?? ''}</td>
            <td>{monthWords(row.birth)}</td>
            <td className="trs-post">{row.currentPost || row.unitName}</td>
            <td>{instantWords(row.trashedAt)}</td>
            <td>{row.byName}</td>
            <td className="trs-why">{trashedHow(row)}</td>
            {edits && (
              <td className="trs-act">
                <Button size="small" kind="link" onClick={() => onRestore(row)}>
                  恢复<span className="dd-hidden">{row.name}</span>
                </Button>
              </td>
            )}
          </tr>
        ))}
      </tbody>
    </table>
  )
}
