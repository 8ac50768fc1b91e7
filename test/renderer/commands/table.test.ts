import { describe, expect, test } from 'vitest'
import { bySection } from '../../../src/renderer/commands/command'
import { belongsToInputMethod, shortcutOf, shownShortcut } from '../../../src/renderer/commands/keys'
import { startCommands } from '../../../src/renderer/commands/start-commands'
import { commandsFor } from '../../../src/renderer/commands/table'
import { commandForKey } from '../../../src/renderer/commands/useCommands'
import { modulesFor } from '../../../src/renderer/shell/modules'
import { capabilities } from '../../../src/shared/accounts/roles'
import { contract } from '../../../src/shared/contract'

const commands = commandsFor(modulesFor(capabilities), capabilities)
const press = (key: string, more: Partial<KeyboardEvent> = {}, target: EventTarget = document.body) =>
  commandForKey(commands, {
    key,
    ctrlKey: false,
    altKey: false,
    shiftKey: false,
    isComposing: false,
    keyCode: 0,
    target,
    ...more,
  } as KeyboardEvent)?.id

describe('the table of commands', () => {
  test('no id and no key stands twice', () => {
    const ids = commands.map(({ id }) => id)
    const keys = commands.flatMap(({ shortcut, alias }) => [shortcut, alias]).filter(key => key !== undefined)
    expect(new Set(ids).size).toBe(ids.length)
    expect(new Set(keys).size).toBe(keys.length)
  })

  test('no command takes a key of the input method', () => {
    const taken = [...commands, ...startCommands].filter(({ shortcut }) => shortcut && belongsToInputMethod(shortcut))
    expect(taken).toEqual([])
    for (const key of ['Ctrl+Space', 'Shift', 'Ctrl+.', 'Ctrl+Shift', 'Ctrl+Shift+F'])
      expect(belongsToInputMethod(key)).toBe(true)
  })

  test('the menu made from it is one that the shell accepts', () => {
    const sections = bySection(commands).map(({ title, items }) => ({
      title,
      items: items.map(({ id, title: name, shortcut }) => ({ id, title: name, shortcut: shortcut ?? null })),
    }))
    expect(sections.map(({ title }) => title)).toEqual(['担当', '前往', '查看', '帮助'])
    expect(contract.shell.setMenu.input.safeParse({ sections }).success).toBe(true)
  })

  test('before sign-in there is nothing that leads into the workspace', () => {
    expect(startCommands.map(({ id }) => id)).toContain('app.quit')
    expect(startCommands.some(({ id }) => id.startsWith('go.') || id === 'app.palette')).toBe(false)
  })
})

describe('keys', () => {
  test('are found with and without their helpers', () => {
    expect(press('k', { ctrlKey: true })).toBe('app.palette')
    expect(press('K', { ctrlKey: true })).toBe('app.palette')
    expect(press('=', { ctrlKey: true })).toBe('view.zoomIn')
    expect(press('+', { ctrlKey: true, shiftKey: true })).toBe('view.zoomIn')
    expect(press('-', { ctrlKey: true })).toBe('view.zoomOut')
    expect(press('F1')).toBe('help.manual')
    expect(press('F1', { ctrlKey: true })).toBe('help.shortcuts')
    expect(press('?', { shiftKey: true })).toBe('help.shortcuts')
    expect(press('2', { ctrlKey: true })).toBe('go.cadres')
    expect(press('k')).toBeUndefined()
    expect(press('k', { ctrlKey: true, shiftKey: true })).toBeUndefined()
  })

  test('that an input method is using mean nothing', () => {
    expect(press('k', { ctrlKey: true, isComposing: true })).toBeUndefined()
    expect(press('k', { ctrlKey: true, keyCode: 229 })).toBeUndefined()
    expect(shortcutOf({ key: 'Process', ctrlKey: true, altKey: false, shiftKey: false })).toBeUndefined()
  })

  test('a ? that is being written stays in the text; Ctrl+K works there too', () => {
    const input = document.createElement('input')
    expect(press('?', { shiftKey: true }, input)).toBeUndefined()
    expect(press('F1', {}, input)).toBe('help.manual')
    expect(press('k', { ctrlKey: true }, input)).toBe('app.palette')
  })

  test('are shown as a person reads them', () => {
    expect(shownShortcut('Ctrl+Plus')).toBe('Ctrl 加号')
    expect(shownShortcut('Ctrl+-')).toBe('Ctrl 减号')
    expect(shownShortcut('Ctrl+K')).toBe('Ctrl K')
  })
})
