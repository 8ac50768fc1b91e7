import { fireEvent, render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { createRef } from 'react'
import { describe, expect, test, vi } from 'vitest'
import { PasswordField, type PasswordHandle } from '../../../src/renderer/ui/PasswordField'

function show() {
  const handle = createRef<PasswordHandle>()
  const onEdit = vi.fn()
  render(<PasswordField label="密码" ref={handle} onEdit={onEdit} />)
  const input = screen.getByLabelText<HTMLInputElement>('密码')
  return { input, onEdit, user: userEvent.setup(), value: () => handle.current?.getValue(), handle }
}

describe('PasswordField', () => {
  test('holds bullets alone while the handle gives the characters', async () => {
    const { input, user, value } = show()
    await user.type(input, 'Aa1#龙')
    expect(input.value).toBe('•••••')
    expect(value()).toBe('Aa1#龙')
    expect(document.body.innerHTML).not.toContain('Aa1')
  })

  test('never has the characters in the input, not even for a moment', async () => {
    const { input, user } = show()
    const seen: string[] = []
    input.addEventListener('input', () => seen.push(input.value))
    await user.type(input, 'geheim')
    expect(seen.join('')).not.toMatch(/[a-z]/)
  })

  test('Backspace and Delete take the character at the caret', async () => {
    const { input, user, value } = show()
    await user.type(input, 'abcdef')
    await user.keyboard('{Backspace}')
    expect(value()).toBe('abcde')
    input.setSelectionRange(1, 1)
    await user.keyboard('{Delete}')
    expect(value()).toBe('acde')
    expect(input.selectionStart).toBe(1)
  })

  test('typing goes in at the caret and over a selection', async () => {
    const { input, user, value } = show()
    await user.type(input, 'abcd')
    input.setSelectionRange(1, 3)
    await user.keyboard('XY')
    expect(value()).toBe('aXYd')
    await user.keyboard('{Home}0{End}9')
    expect(value()).toBe('0aXYd9')
  })

  test('a paste goes in without line ends, and nothing can be copied out', async () => {
    const { input, user, value } = show()
    await user.click(input)
    await user.paste('Shan7\nHe')
    expect(value()).toBe('Shan7He')
    expect(input.value).toBe('•••••••')
    const copy = new Event('copy', { bubbles: true, cancelable: true })
    input.dispatchEvent(copy)
    expect(copy.defaultPrevented).toBe(true)
  })

  test('a value set from outside is taken over and hidden', () => {
    const { input, value } = show()
    fireEvent.input(input, { target: { value: 'Qing#2031' } })
    expect(value()).toBe('Qing#2031')
    expect(input.value).toBe('•••••••••')
    fireEvent.input(input, { target: { value: '••••new•' } })
    expect(value()).toBe('Qingnew1')
    fireEvent.input(input, { target: { value: '' } })
    expect(value()).toBe('')
  })

  test('a character outside the basic plane is one bullet', async () => {
    const { input, user, value } = show()
    await user.click(input)
    await user.paste('𠮷a')
    expect(input.value).toBe('••')
    await user.keyboard('{Home}{Delete}')
    expect(value()).toBe('a')
  })

  test('stops at 128 characters and forgets all when cleared', async () => {
    const { input, user, value, handle, onEdit } = show()
    await user.click(input)
    await user.paste('x'.repeat(200))
    expect(value()).toHaveLength(128)
    handle.current?.clear()
    expect(value()).toBe('')
    expect(input.value).toBe('')
    expect(onEdit).toHaveBeenLastCalledWith('')
  })

  test('says when Caps Lock is on', () => {
    const { input } = show()
    fireEvent.keyDown(input, { key: 'A', modifierCapsLock: true })
    expect(screen.getByText('大写锁定已打开')).toBeTruthy()
    fireEvent.keyUp(input, { key: 'CapsLock', modifierCapsLock: false })
    expect(screen.queryByText('大写锁定已打开')).toBeNull()
  })

  test('Enter submits the form around it', async () => {
    const onSubmit = vi.fn((event: { preventDefault: () => void }) => event.preventDefault())
    render(
      <form onSubmit={onSubmit}>
        <PasswordField label="密码" />
        <button type="submit">登录</button>
      </form>,
    )
    await userEvent.type(screen.getByLabelText('密码'), 'abc{Enter}')
    expect(onSubmit).toHaveBeenCalledOnce()
  })
})
