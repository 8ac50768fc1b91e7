import { type KeyboardEvent, useRef, useState } from 'react'
import { columnOf, type RosterKey, rosterKeys } from '../../shared/exports/roster-columns'
import { Icon } from '../ui/icons'
import { SearchField } from '../ui/TextField'
import { moved } from './roster.form'

interface ColumnsPickerProps {
  columns: readonly RosterKey[]
  onChange: (columns: readonly RosterKey[]) => void
}

/** All columns to take from on the left, the chosen in their order on the right. Alt with arrows moves a chosen one. */
export function ColumnsPicker({ columns, onChange }: ColumnsPickerProps) {
  const [text, setText] = useState('')
  const list = useRef<HTMLOListElement>(null)
  const words = text.trim()
  const offered = rosterKeys.filter(key => columnOf(key).title.includes(words))
  const toggle = (key: RosterKey): void =>
    onChange(columns.includes(key) ? columns.filter(other => other !== key) : [...columns, key])

  const move = (from: number, to: number): void => {
    if (to < 0 || to >= columns.length) return
    onChange(moved(columns, from, to))
    // The row goes on being the one that the keys are on.
    requestAnimationFrame(() => list.current?.children[to]?.querySelector<HTMLElement>('[data-walk]')?.focus())
  }
  const walk = (event: KeyboardEvent, at: number): void => {
    const step = { ArrowUp: -1, ArrowDown: 1 }[event.key]
    if (step !== undefined) {
      event.preventDefault()
      if (event.altKey) move(at, at + step)
      else list.current?.children[at + step]?.querySelector<HTMLElement>('[data-walk]')?.focus()
    } else if (event.key === 'Delete') {
      const key = columns[at]
      if (key) toggle(key)
    }
  }

  return (
    <div className="exp-columns">
      <div className="exp-offered">
        <SearchField label="查找列" placeholder="查找列" value={text} onChange={setText} />
        <div className="exp-offered-list" role="group" aria-label="可选的列">
          {offered.map(key => (
            <label key={key} className="exp-check">
              <input type="checkbox" checked={columns.includes(key)} onChange={() => toggle(key)} />
              {columnOf(key).title}
              {columnOf(key).sensitive !== null && <small>敏感</small>}
            </label>
          ))}
          {offered.length === 0 && <p className="exp-hint">没有这样的列</p>}
        </div>
      </div>
      <div className="exp-chosen">
        <p className="dd-label" id="exp-chosen">
          已选 {columns.length} 列，按此次序
        </p>
        <ol ref={list} aria-labelledby="exp-chosen">
          {columns.map((key, at) => (
            <li key={key}>
              <button
                type="button"
                data-walk
                className="exp-chosen-name"
                aria-description="Alt 加上下键移动，Delete 去掉"
                onKeyDown={event => walk(event, at)}
              >
                <i>{at + 1}</i>
                {columnOf(key).title}
              </button>
              <Step title={columnOf(key).title} act="上移" icon="up" off={at === 0} onClick={() => move(at, at - 1)} />
              <Step
                title={columnOf(key).title}
                act="下移"
                icon="down"
                off={at === columns.length - 1}
                onClick={() => move(at, at + 1)}
              />
              <Step title={columnOf(key).title} act="去掉" icon="close" off={false} onClick={() => toggle(key)} />
            </li>
          ))}
        </ol>
      </div>
    </div>
  )
}

interface StepProps {
  title: string
  act: string
  icon: 'up' | 'down' | 'close'
  off: boolean
  onClick: () => void
}

const Step = ({ title, act, icon, off, onClick }: StepProps) => (
  <button
    type="button"
    className="exp-step"
    aria-label={`${act}${title}`}
    disabled={off}
    onClick={onClick}
    tabIndex={-1}
  >
    <Icon name={icon} size={14} />
  </button>
)
