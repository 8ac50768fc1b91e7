import { type CSSProperties, type KeyboardEvent, type ReactNode, useEffect, useRef } from 'react'
import { fieldLabels } from '../../../shared/cadres/field-labels'
import { Button } from '../../ui/Button'
import { isComposing } from '../../ui/composed'
import { Icon } from '../../ui/icons'
import { type RawRow, type RowsFieldName, rowsSpecs } from './edit.rows'
import { blankRow, isBlankRow, wrongInRow } from './edit.values'
import { RowCell } from './RowCell'

interface RowsEditorProps {
  field: RowsFieldName
  rows: readonly RawRow[]
  onChange: (rows: readonly RawRow[]) => void
  error: string | undefined
}

/** A table of the file, row by row. Alt with arrows moves a row, Ctrl+Enter adds one below, Ctrl+Delete takes one out. */
export function RowsEditor({ field, rows, onChange, error }: RowsEditorProps) {
  const { layout, columns } = rowsSpecs[field]
  const blocks = layout === 'block'
  const box = useRef<HTMLDivElement>(null)
  const goal = useRef<{ row: number; column: number } | null>(null)
  useEffect(() => {
    // A row that was moved or added keeps the keys.
    if (goal.current === null) return
    const { row, column } = goal.current
    goal.current = null
    const line = box.current?.querySelectorAll('[data-row]')[row]
    line?.querySelectorAll<HTMLElement>('input, textarea')[column]?.focus()
  })

  const add = (at: number): void => {
    goal.current = { row: at, column: 0 }
    onChange([...rows.slice(0, at), blankRow(field, rows), ...rows.slice(at)])
  }
  const remove = (at: number): void => {
    goal.current = { row: Math.min(at, rows.length - 2), column: 0 }
    onChange(rows.filter((_, index) => index !== at))
  }
  const move = (from: number, step: 1 | -1, column = 0): void => {
    const to = from + step
    const row = rows[from]
    if (!row || to < 0 || to >= rows.length) return
    goal.current = { row: to, column }
    onChange(rows.toSpliced(from, 1).toSpliced(to, 0, row))
  }
  const onKeyDown = (event: KeyboardEvent, at: number, column: number): void => {
    if (isComposing(event.nativeEvent)) return
    const act =
      event.altKey && event.key === 'ArrowUp'
        ? () => move(at, -1, column)
        : event.altKey && event.key === 'ArrowDown'
          ? () => move(at, 1, column)
          : event.ctrlKey && event.key === 'Enter'
            ? () => add(at + 1)
            : event.ctrlKey && event.key === 'Delete'
              ? () => remove(at)
              : undefined
    if (!act) return
    event.preventDefault()
    event.stopPropagation()
    act()
  }

  return (
    <div
      ref={box}
      className="cdr-rows"
      role="group"
      aria-label={fieldLabels[field]}
      style={{ '--tracks': columns.map(({ track }) => track).join(' ') } as CSSProperties}
    >
      {rows.length > 0 && !blocks && (
        <div className="cdr-rows-head" aria-hidden="true">
          {columns.map(({ key, label }) => (
            <span key={key}>{label}</span>
          ))}
        </div>
      )}
      {rows.map((row, at) => (
        // Rows have no names of their own: their place is what they are.
        <div
          key={`${at}`}
          className={blocks ? 'cdr-rows-block' : 'cdr-rows-row'}
          data-row={at}
          {...(blocks && { role: 'group', 'aria-label': `第${at + 1}行` })}
        >
          {blocks && <b className="cdr-rows-number">{at + 1}</b>}
          <Cells blocks={blocks}>
            {columns
              .filter(({ key, when }) => when === undefined || when(row) || (row[key] ?? '') !== '')
              .map((column, place) => (
                <div
                  key={column.key}
                  data-span={blocks ? column.span : undefined}
                  onKeyDownCapture={event => onKeyDown(event, at, place)}
                >
                  <RowCell
                    field={field}
                    column={column}
                    row={row}
                    at={at}
                    labelled={blocks}
                    onChange={cells =>
                      onChange(rows.map((other, index) => (index === at ? { ...other, ...cells } : other)))
                    }
                  />
                </div>
              ))}
          </Cells>
          <span className="cdr-rows-acts">
            <RowButton icon="up" label={`第${at + 1}行上移`} off={at === 0} onClick={() => move(at, -1)} />
            <RowButton
              icon="down"
              label={`第${at + 1}行下移`}
              off={at === rows.length - 1}
              onClick={() => move(at, 1)}
            />
            <RowButton icon="close" label={`第${at + 1}行删去`} off={false} onClick={() => remove(at)} />
          </span>
          {!blocks && !isBlankRow(field, row) && wrongInRow(field, row) !== undefined && (
            <p className="dd-wrong cdr-rows-wrong">{wrongInRow(field, row)}</p>
          )}
        </div>
      ))}
      <p className="cdr-rows-end">
        <Button size="small" icon={<Icon name="plus" size={16} />} onClick={() => add(rows.length)}>
          加一行
        </Button>
        <span>Ctrl Enter 在下面加一行，Alt ↑↓ 移动，Ctrl Delete 删去</span>
        {error !== undefined && <span className="dd-wrong">{error}</span>}
      </p>
    </div>
  )
}

/** A line's cells are columns of the row itself, a block's have a grid of their own. */
const Cells = ({ blocks, children }: { blocks: boolean; children: ReactNode }) =>
  blocks ? <div className="cdr-rows-cells">{children}</div> : children

function RowButton(props: { icon: 'up' | 'down' | 'close'; label: string; off: boolean; onClick: () => void }) {
  return (
    <button
      type="button"
      className="cdr-rows-act"
      aria-label={props.label}
      disabled={props.off}
      onClick={props.onClick}
    >
      <Icon name={props.icon} size={16} />
    </button>
  )
}
