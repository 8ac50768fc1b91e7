import { Modal } from 'antd'
import { type KeyboardEvent, useEffect, useId, useMemo, useRef, useState } from 'react'
import { isComposing, useComposedText } from '../ui/composed'
import { Icon } from '../ui/icons'
import './commands.css'
import type { Command } from './command'
import { shownShortcut } from './keys'
import { search } from './match'
import { type FoundPerson, type People, useFoundPeople } from './people'
import { useSyllables } from './useSyllables'

interface PaletteProps {
  commands: readonly Command[]
  onRun: (command: Command) => void
  onClose: () => void
  /** Finds people where the account may see them. */
  people?: People | undefined
}

/** Ctrl+K: every page and command by its name, its pinyin or its initials, and people, without the mouse. */
export function Palette({ onClose, ...list }: PaletteProps) {
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
      <PaletteList {...list} />
    </Modal>
  )
}

export function PaletteList({ commands, onRun, people }: Omit<PaletteProps, 'onClose'>) {
  const [query, setQuery] = useState('')
  const [at, setAt] = useState(0)
  const entered = useRef(false)
  const syllablesOf = useSyllables()
  const id = useId()

  const items = useMemo(
    () =>
      commands
        .filter(({ hidden }) => !hidden)
        .map(command => ({ command, title: command.title, syllables: syllablesOf?.(command.title) ?? [] })),
    [commands, syllablesOf],
  )
  const { persons, busy } = useFoundPeople(people, query)
  const found = [
    ...search(query, items).map(({ command }) => ({ kind: 'command' as const, command })),
    ...persons.map(person => ({ kind: 'person' as const, person })),
  ]
  const active = Math.min(at, found.length - 1)
  const choose = (chosen: (typeof found)[number]): void =>
    chosen.kind === 'command' ? onRun(chosen.command) : people?.open(chosen.person.id)
  const what = people ? '查找人、页面和命令' : '查找页面和命令'

  const settled = syllablesOf !== undefined && !busy
  /** Enter that comes before the answer waits for it: what answers earlier words is never opened. */
  function enter(): void {
    const chosen = found[active]
    if (!entered.current || !settled || !chosen) return
    entered.current = false
    choose(chosen)
  }

  const field = useComposedText({
    value: query,
    onChange: text => {
      setQuery(text)
      setAt(0)
      entered.current = false
    },
    onEnter: () => {
      entered.current = true
      enter()
    },
  })
  useEffect(enter)
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
          aria-label={what}
          placeholder={people ? '姓名、拼音首字母、职务，或页面和命令' : '页面或命令，可输拼音首字母'}
          autoFocus
          spellCheck={false}
          autoComplete="off"
        />
      </div>
      <ul
        className="palette-list"
        id={`${id}-list`}
        role="listbox"
        aria-label={people ? '人、页面和命令' : '页面和命令'}
        aria-busy={busy}
      >
        {found.map((item, i) => (
          <li
            key={item.kind === 'command' ? item.command.id : item.person.id}
            id={`${id}-${i}`}
            role="option"
            aria-selected={i === active}
            onMouseMove={() => setAt(i)}
            onClick={() => choose(item)}
          >
            {item.kind === 'command' ? <CommandLine command={item.command} /> : <PersonLine person={item.person} />}
          </li>
        ))}
      </ul>
      {found.length === 0 && settled && (
        <p className="palette-none" role="status">
          {people ? '没有找到这样的人、页面或命令' : '没有叫这个名字的页面或命令'}
        </p>
      )}
    </>
  )
}

const CommandLine = ({ command }: { command: Command }) => (
  <>
    <span className="palette-section">{command.section}</span>
    <span className="palette-title">{command.title}</span>
    {command.shortcut !== undefined && <kbd>{shownShortcut(command.shortcut)}</kbd>}
  </>
)

const PersonLine = ({ person }: { person: FoundPerson }) => (
  <>
    <span className="palette-section">人员</span>
    <span className="palette-title">
      {person.name}
      <span className="palette-about">{person.about}</span>
    </span>
  </>
)
