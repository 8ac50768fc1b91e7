import { App } from 'antd'
import { useEffect, useRef } from 'react'
import { useLocation } from 'wouter'
import type { CadreId } from '../../../shared/cadres/cadres'
import { Icon } from '../../ui/icons'
import './open.css'
import { afterClosing, LIST, type OpenPerson, routeOf, useOpenPeople } from './open.store'

/** The list and everybody whose file is open. Ctrl+Tab goes round, Ctrl+W and the middle button close. */
export function OpenStrip() {
  const { people, current } = useOpenPeople()
  const [location, go] = useLocation()
  const { message } = App.useApp()
  const strip = useRef<HTMLElement>(null)
  useEffect(() => {
    if (current !== null)
      strip.current?.querySelector('[aria-current=page]')?.scrollIntoView({ block: 'nearest', inline: 'nearest' })
  }, [current])
  if (people.length === 0) return null

  const close = ({ id, unsaved, name }: OpenPerson): void => {
    const state = useOpenPeople.getState()
    const next = afterClosing(state, id)
    state.close(id)
    if (next !== null) go(next)
    if (unsaved) void message.info(`${name}没有保存的修改已留作草稿，再打开时可以接着改`)
  }
  return (
    <nav ref={strip} className="opn-strip" aria-label="打开的档案">
      <button
        type="button"
        className="opn-list"
        aria-current={location === LIST ? 'page' : undefined}
        onClick={() => go(LIST)}
      >
        <Icon name="cadres" size={16} />
        干部名册
      </button>
      {people.map(person => (
        <OpenTab
          key={person.id}
          person={person}
          current={current}
          onOpen={() => go(routeOf(person))}
          onClose={() => close(person)}
        />
      ))}
    </nav>
  )
}

interface OpenTabProps {
  person: OpenPerson
  current: CadreId | null
  onOpen: () => void
  onClose: () => void
}

function OpenTab({ person: { id, name, unsaved }, current, onOpen, onClose }: OpenTabProps) {
  return (
    <span
      className="opn-tab"
      data-current={id === current || undefined}
      onMouseDown={event => {
        // The middle button would begin to scroll.
        if (event.button === 1) event.preventDefault()
      }}
      onAuxClick={event => {
        if (event.button === 1) onClose()
      }}
    >
      <button
        type="button"
        className="opn-name"
        aria-current={id === current ? 'page' : undefined}
        title={name}
        onClick={onOpen}
        onKeyDown={event => {
          if (event.key === 'Delete') onClose()
        }}
      >
        <span>{name}</span>
        {unsaved && (
          <i title="有没有保存的修改">
            <span className="dd-hidden">，有没有保存的修改</span>
          </i>
        )}
      </button>
      <button type="button" className="opn-close" aria-label={`关闭${name}`} tabIndex={-1} onClick={onClose}>
        <Icon name="close" size={14} />
      </button>
    </span>
  )
}
