import { Modal } from 'antd'
import { type KeyboardEvent, useEffect, useId, useState } from 'react'
import { isComposing, useComposedText } from '../ui/composed'
import { Icon } from '../ui/icons'
import './commands.css'
import { shownShortcut } from './keys'
import { search } from './match'
import type { Command } from './table'

interface PaletteProps {
  commands: readonly Command[]
  onRun: (command: Command) => void
  onClose: () => void
}

/** Ctrl+K: every page and command by its name, its pinyin or its initials, without the mouse. */
export function Palette({ commands, onRun, onClose }: PaletteProps) {
  return (
    <Modal
      open
      onCancel={onClose}
      footer={null}
      closable={false}
      width={560}
      className="palette"
      style={{ top: '12vh' }}
      title={<span className="dd-hidden">查找页面和命令</span>}
    >
      <PaletteList commands={commands} onRun={onRun} />
    </Modal>
  )
}

export function PaletteList({ commands, onRun }: Omit<PaletteProps, 'onClose'>) {
  const [query, setQuery] = useState('')
  const [at, setAt] = useState(0)
  const [syllablesOf, setSyllablesOf] = useState<(text: string) => readonly string[]>(() => () => [])
  const id = useId()

  useEffect(() => {
    let left = false
    void import('./pinyin').then(module => {
      if (!left) setSyllablesOf(() => module.syllablesOf)
    })
    return () => {
      left = true
    }
  }, [])

  const items = commands
    .filter(({ hidden }) => !hidden)
    .map(command => ({ command, title: command.title, syllables: syllablesOf(command.title) }))
  const found = search(query, items)
  const active = Math.min(at, found.length - 1)

  const field = useComposedText({
    value: query,
    onChange: text => {
      setQuery(text)
      setAt(0)
    },
    onEnter: () => {
      const chosen = found[active]
      if (chosen) onRun(chosen.command)
    },
  })
  const move = (event: KeyboardEvent<HTMLInputElement>): void => {
    if (isComposing(event.nativeEvent)) return
    const steps: Record<string, number> = { ArrowDown: 1, ArrowUp: -1, PageDown: 6, PageUp: -6 }
    const step = steps[event.key]
    if (step !== undefined && found.length > 0) {
      event.preventDefault()
      setAt(Math.max(0, Math.min(found.length - 1, active + step)))
    }
    field.onKeyDown(event)
  }
  useEffect(() => {
    document.getElementById(`${id}-${active}`)?.scrollIntoView?.({ block: 'nearest' })
  }, [id, active])

  return (
    <>
      <div className="palette-field">
        <Icon name="search" />
        <input
          {...field}
          onKeyDown={move}
          type="text"
          role="combobox"
          aria-expanded="true"
          aria-controls={`${id}-list`}
          aria-activedescendant={found.length > 0 ? `${id}-${active}` : undefined}
          aria-label="查找页面和命令"
          placeholder="页面或命令，可输拼音首字母"
          autoFocus
          spellCheck={false}
          autoComplete="off"
        />
      </div>
      <ul className="palette-list" id={`${id}-list`} role="listbox" aria-label="页面和命令">
        {found.map(({ command }, i) => (
          <li
            key={command.id}
            id={`${id}-${i}`}
            role="option"
            aria-selected={i === active}
            onMouseMove={() => setAt(i)}
            onClick={() => onRun(command)}
          >
            <span className="palette-section">{command.section}</span>
            <span className="palette-title">{command.title}</span>
            {command.shortcut !== undefined && <kbd>{shownShortcut(command.shortcut)}</kbd>}
          </li>
        ))}
      </ul>
      {found.length === 0 && (
        <p className="palette-none" role="status">
          没有叫这个名字的页面或命令
        </p>
      )}
    </>
  )
}
