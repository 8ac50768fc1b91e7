import { createEvent, fireEvent, render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { useState } from 'react'
import { describe, expect, test, vi } from 'vitest'
import { SearchField, TextField } from '../../../src/renderer/ui/TextField'

function Host({
  onText,
  onEnter,
  nfkc,
}: {
  onText?: (text: string) => void
  onEnter?: (text: string) => void
  nfkc?: boolean
}) {
  const [text, setText] = useState('')
  return (
    <>
      <TextField
        label="姓名"
        value={text}
        onChange={next => {
          onText?.(next)
          setText(next)
        }}
        {...(onEnter ? { onEnter } : {})}
        {...(nfkc ? { nfkc } : {})}
      />
      <button type="button" onClick={() => setText('改过')}>
        改
      </button>
    </>
  )
}

/** What Chromium sends while 张 is composed: the inputs in between carry the letters of the pinyin. */
function compose(input: HTMLInputElement, steps: string[], result: string): void {
  fireEvent.compositionStart(input)
  for (const step of steps) {
    input.value = step
    fireEvent(input, createEvent.input(input, { isComposing: true }))
  }
  input.value = result
  fireEvent(input, createEvent.input(input, { isComposing: true }))
  fireEvent.compositionEnd(input, { data: result })
}

describe('Chinese input', () => {
  test('publishes the finished word once and never the pinyin', () => {
    const onText = vi.fn()
    render(<Host onText={onText} />)
    const input = screen.getByLabelText<HTMLInputElement>('姓名')
    compose(input, ['z', 'zh', 'zhang'], '张')
    expect(onText.mock.calls).toEqual([['张']])
    expect(input.value).toBe('张')
  })

  test('plain typing is published letter by letter', async () => {
    const onText = vi.fn()
    render(<Host onText={onText} />)
    await userEvent.type(screen.getByLabelText('姓名'), 'ab')
    expect(onText.mock.calls).toEqual([['a'], ['ab']])
  })

  test('the Enter that confirms a candidate does not submit; the next one does', () => {
    const onEnter = vi.fn()
    render(<Host onEnter={onEnter} />)
    const input = screen.getByLabelText<HTMLInputElement>('姓名')
    fireEvent.compositionStart(input)
    fireEvent.keyDown(input, { key: 'Enter', isComposing: true })
    fireEvent.keyDown(input, { key: 'Enter', keyCode: 229 })
    fireEvent.compositionEnd(input)
    // Some input methods send the key after the end, still as 229.
    fireEvent.keyDown(input, { key: 'Enter', keyCode: 229 })
    expect(onEnter).not.toHaveBeenCalled()
    input.value = '张'
    fireEvent.keyDown(input, { key: 'Enter', keyCode: 13 })
    expect(onEnter).toHaveBeenCalledExactlyOnceWith('张')
  })

  test('a change from outside waits until the composition has ended', () => {
    render(<Host />)
    const input = screen.getByLabelText<HTMLInputElement>('姓名')
    fireEvent.compositionStart(input)
    input.value = 'zh'
    fireEvent.click(screen.getByText('改'))
    expect(input.value).toBe('zh')
  })

  test('full-width becomes half-width on leaving, only where asked', () => {
    render(<Host nfkc />)
    const input = screen.getByLabelText<HTMLInputElement>('姓名')
    fireEvent.input(input, { target: { value: '１２Ａ　' } })
    expect(input.value).toBe('１２Ａ　')
    fireEvent.blur(input)
    expect(input.value).toBe('12A')
  })

  test('a name keeps its own characters', () => {
    render(<Host />)
    const input = screen.getByLabelText<HTMLInputElement>('姓名')
    fireEvent.input(input, { target: { value: '阿依古丽·买买提Ａ' } })
    fireEvent.blur(input)
    expect(input.value).toBe('阿依古丽·买买提Ａ')
  })

  test('counts characters and says so instead of cutting', () => {
    render(<TextField label="理由" value={'𠮷'.repeat(5)} maxChars={4} onChange={() => undefined} />)
    expect(screen.getByLabelText<HTMLInputElement>('理由').value).toBe('𠮷'.repeat(5))
    expect(screen.getByText('最多 4 个字，现有 5 个')).toBeTruthy()
  })
})

describe('SearchField', () => {
  test('Esc empties it and then belongs to the layer around it', async () => {
    const onOuter = vi.fn()
    function Search() {
      const [text, setText] = useState('张')
      return (
        <div
          onKeyDown={event => {
            if (event.key === 'Escape') onOuter()
          }}
        >
          <SearchField label="查找" value={text} onChange={setText} />
        </div>
      )
    }
    render(<Search />)
    const input = screen.getByLabelText<HTMLInputElement>('查找')
    input.focus()
    await userEvent.keyboard('{Escape}')
    expect(input.value).toBe('')
    expect(onOuter).not.toHaveBeenCalled()
    await userEvent.keyboard('{Escape}')
    expect(onOuter).toHaveBeenCalledOnce()
  })
})
