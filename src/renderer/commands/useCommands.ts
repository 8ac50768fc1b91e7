import { useEffect, useRef } from 'react'
import { api, onCoreEvent } from '../api/client'
import { isWriting, shortcutOf, writesText } from './keys'
import { bySection, type Command, type CommandContext } from './table'

/** The command that a key press means, if any. */
export function commandForKey(commands: readonly Command[], event: KeyboardEvent): Command | undefined {
  const pressed = shortcutOf(event)
  if (pressed === undefined || (writesText(pressed) && isWriting(event.target))) return undefined
  return commands.find(({ shortcut, alias }) => shortcut === pressed || alias === pressed)
}

/** Puts the table's commands on the keys and into the application menu for as long as the page stands. */
export function useCommands(commands: readonly Command[], context: CommandContext): void {
  const current = useRef({ commands, context })
  current.current = { commands, context }

  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      if (event.defaultPrevented) return
      const command = commandForKey(current.current.commands, event)
      if (!command) return
      event.preventDefault()
      command.run(current.current.context)
    }
    addEventListener('keydown', onKey)
    const stop = onCoreEvent(event => {
      if (event.kind === 'menu')
        current.current.commands.find(({ id }) => id === event.command)?.run(current.current.context)
    })
    return () => {
      removeEventListener('keydown', onKey)
      stop()
    }
  }, [])

  useEffect(() => {
    const sections = bySection(commands).map(({ title, items }) => ({
      title,
      items: items.map(item => ({ id: item.id, title: item.title, shortcut: item.shortcut ?? null })),
    }))
    api.shell.setMenu({ sections }).catch(() => undefined)
  }, [commands])
}
