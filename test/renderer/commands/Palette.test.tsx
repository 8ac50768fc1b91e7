import { render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { expect, test, vi } from 'vitest'
import type { Command } from '../../../src/renderer/commands/command'
import { PaletteList } from '../../../src/renderer/commands/Palette'
import type { FoundPerson } from '../../../src/renderer/commands/people'
import { commandsFor } from '../../../src/renderer/commands/table'

const destinations = [
  { id: 'home', route: '/', title: '工作台' },
  { id: 'audit', route: '/audit', title: '审计' },
]

function show() {
  const onRun = vi.fn<(command: Command) => void>()
  render(<PaletteList commands={commandsFor(destinations, [])} onRun={onRun} />)
  return { onRun, input: screen.getByRole('combobox') }
}
const selected = () => screen.getByRole('option', { selected: true }).textContent

test('initials and Enter run a command without the mouse', async () => {
  const { onRun, input } = show()
  await userEvent.type(input, 'sj')
  expect((await screen.findByRole('option', { name: /审计/ })).getAttribute('aria-selected')).toBe('true')
  await userEvent.keyboard('{Enter}')
  expect(onRun.mock.calls[0]?.[0].id).toBe('go.audit')
})

test('the arrows move and stop at the ends', async () => {
  const { input } = show()
  expect(selected()).toContain('工作台')
  await userEvent.type(input, '{ArrowUp}{ArrowDown}')
  expect(selected()).toContain('审计')
  expect(input.getAttribute('aria-activedescendant')).toBe(screen.getByRole('option', { selected: true }).id)
  await userEvent.keyboard('{PageDown}{PageDown}{PageDown}{ArrowDown}')
  expect(selected()).toContain('深色')
})

test('Enter that comes before the answer opens what was typed, never what answers fewer letters', async () => {
  const open = vi.fn<(id: string) => void>()
  const answers = new Map<string, (names: string[]) => void>()
  const find = (text: string) =>
    new Promise<FoundPerson[]>(resolve => {
      answers.set(text, names => resolve(names.map(name => ({ id: name, name, about: '' }))))
    })
  render(<PaletteList commands={[]} onRun={vi.fn()} people={{ find, open }} />)
  await userEvent.type(screen.getByRole('combobox'), 's')
  answers.get('s')?.(['史大奈'])
  await screen.findByText('史大奈')
  await userEvent.type(screen.getByRole('combobox'), 'x{Enter}')
  expect(open).not.toHaveBeenCalled()
  answers.get('sx')?.(['单雄信'])
  await vi.waitFor(() => expect(open.mock.calls).toEqual([['单雄信']]))
})

test('the palette does not offer to open itself, and says when nothing is found', async () => {
  const { input } = show()
  expect(screen.queryByText('查找页面和命令')).toBeNull()
  await userEvent.type(input, 'qqqq')
  expect((await screen.findByRole('status')).textContent).toBe('没有叫这个名字的页面或命令')
})

test('a person is asked for at once; what is typed meanwhile is asked next, the newest alone', async () => {
  const asked: { text: string; answer: (names: string[]) => void }[] = []
  const find = (text: string) =>
    new Promise<FoundPerson[]>(resolve => {
      asked.push({ text, answer: names => resolve(names.map(name => ({ id: name, name, about: '' }))) })
    })
  render(<PaletteList commands={[]} onRun={vi.fn()} people={{ find, open: vi.fn() }} />)
  await userEvent.type(screen.getByRole('combobox'), 'sxx')
  expect(asked.map(({ text }) => text)).toEqual(['s'])
  expect(screen.getByRole('listbox').getAttribute('aria-busy')).toBe('true')
  expect(screen.queryByRole('status')).toBeNull()
  asked[0]?.answer(['史大奈'])
  await vi.waitFor(() => expect(asked.map(({ text }) => text)).toEqual(['s', 'sxx']))
  expect(screen.queryByText('史大奈')).toBeNull()
  asked[1]?.answer(['单雄信'])
  expect(await screen.findByText('单雄信')).toBeTruthy()
  expect(screen.getByRole('listbox').getAttribute('aria-busy')).toBe('false')
})
