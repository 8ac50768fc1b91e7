import { useState } from 'react'
import { type Pasted, pastedOf } from '../../shared/grassroots/pasted.rules'
import { api } from '../api/client'
import { useJob } from '../api/useJob'
import { Button } from '../ui/Button'
import { FormDialog } from '../ui/FormDialog'
import { ErrorNote } from '../ui/states'
import { TextField } from '../ui/TextField'

interface PasteDialogProps<T> {
  readonly title: string
  readonly heads: readonly string[]
  readonly hint: string
  readonly read: (text: string) => Pasted<T>
  /** One row of the preview, cell by cell. */
  readonly cellsOf: (row: T) => readonly string[]
  /** What else stands in the way, and what has to be typed besides. */
  readonly more?: { readonly refusal: string | undefined; readonly field: React.ReactNode } | undefined
  readonly onRows?: (rows: readonly T[]) => void
  readonly onTake: (rows: readonly T[]) => Promise<unknown>
  readonly onClose: () => void
}

const PREVIEWED = 8
const MOST = 2000

/** Rows copied from a spreadsheet: seen before they are taken, with what is wrong in each line. Only whole, or not at all. */
export function PasteDialog<T>({
  title,
  heads,
  hint,
  read,
  cellsOf,
  more,
  onRows,
  onTake,
  onClose,
}: PasteDialogProps<T>) {
  const [text, setText] = useState('')
  const [error, setError] = useState<unknown>(null)
  const job = useJob()
  const { rows, faults } = read(text)
  const take = (next: string): void => {
    setText(next)
    onRows?.(read(next).rows)
  }
  async function readFile(): Promise<void> {
    setError(null)
    try {
      const chosen = await api.shell.chooseImport({ what: 'files' })
      if (!chosen) return
      const found = await job.run('读取表格', options => api.grassroots.readSheet({ token: chosen.token }, options))
      if (found) take(pastedOf(found.rows))
    } catch (failure) {
      setError(failure)
    }
  }
  const refusal =
    text.trim() === ''
      ? '先从表格里复制几行，粘贴进来'
      : faults.length > 0
        ? `有 ${faults.length} 行要改`
        : rows.length === 0
          ? '没有可以登记的行'
          : rows.length > MOST
            ? `一次最多 ${MOST} 行`
            : more?.refusal
  return (
    <FormDialog
      title={title}
      act={rows.length === 0 ? '登记' : `登记 ${rows.length} 行`}
      refusal={refusal}
      width={860}
      onAct={() => onTake(rows)}
      onClose={onClose}
    >
      <p className="dd-aside">
        在 Excel 里按“{heads.join('、')}”的次序排好，选中几行复制，粘贴到下面；或者读取整个文件的第一张表。{hint}
      </p>
      <span>
        <Button size="small" busy={job.running !== null} onClick={() => void readFile()}>
          从 Excel 文件读取
        </Button>
      </span>
      {(error ?? job.error) !== null && <ErrorNote error={error ?? job.error} />}
      <TextField label="粘贴的行" value={text} onChange={take} multiline rows={6} autoFocus />
      {faults.length > 0 && (
        <ul className="grs-faults" role="alert">
          {faults.slice(0, PREVIEWED).map(({ line, words }) => (
            <li key={line}>
              第 {line} 行：{words}
            </li>
          ))}
          {faults.length > PREVIEWED && <li>还有 {faults.length - PREVIEWED} 行</li>}
        </ul>
      )}
      {rows.length > 0 && (
        <div className="grs-preview">
          <table>
            <thead>
              <tr>
                {heads.map(head => (
                  <th key={head} scope="col">
                    {head}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {rows.slice(0, PREVIEWED).map((row, place) => {
                const cells = cellsOf(row)
                return (
                  <tr key={`${place} ${cells.join(' ')}`}>
                    {cells.map((cell, at) => (
                      <td key={heads[at]}>{cell}</td>
                    ))}
                  </tr>
                )
              })}
            </tbody>
          </table>
          {rows.length > PREVIEWED && <p className="dd-aside">还有 {rows.length - PREVIEWED} 行</p>}
        </div>
      )}
      {more?.field}
    </FormDialog>
  )
}
