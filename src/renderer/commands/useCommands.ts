import { useEffect, useEffectEvent } from 'react'
import { api, onCoreEvent } from '../api/client'
import { bySection, type Command, type CommandContext } from './command'
import { isWriting, shortcutOf, writesText } from './keys'

/** The command that a key press means, if any. */
export function commandForKey(commands: readonly Command[], event: KeyboardEvent): Command | undefined {
  const pressed = shortcutOf(event)
  if (pressed === undefined || (writesText(pressed) && isWriting(event.target))) return undefined
  return commands.find(({ shortcut, alias }) => shortcut === pressed || alias === pressed)
}

/** Puts the table's commands on the keys and into the application menu for as long as the page stands. */
export function useCommands(commands: readonly Command[], context: CommandContext): void {
  const onKey = useEffectEvent((event: KeyboardEvent) => {
    if (event.defaultPrevented) return
    const command = commandForKey(commands, event)
    if (!command) return
    event.preventDefault()
    command.run(context)
  })
  const onMenu = useEffectEvent((id: string) => commands.find(command => command.id === id)?.run(context))

  useEffect(() => {
    const listen = (event: KeyboardEvent): void => onKey(event)
    addEventListener('keydown', listen)
    const stop = onCoreEvent(event => {
      if (event.kind === 'menu') onMenu(event.command)
    })
    return () => {
      removeEventListener('keydown', listen)
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
