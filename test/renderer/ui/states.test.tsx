import { act, fireEvent, render, screen } from '@testing-library/react'
import { expect, test, vi } from 'vitest'
import { Button } from '../../../src/renderer/ui/Button'
import { describeError } from '../../../src/renderer/ui/errorWords'
import { SecretText } from '../../../src/renderer/ui/SecretText'
import { ErrorNote } from '../../../src/renderer/ui/states'
import { watermarkTile } from '../../../src/renderer/ui/Watermark'
import { AppError, errorCodes } from '../../../src/shared/result'

test('an error says what happened and what to do, and never shows the inside of an exception', () => {
  render(<ErrorNote error={new Error('SQLITE: no such column 张三')} onRetry={() => undefined} />)
  expect(screen.getByRole('alert').textContent).not.toContain('SQLITE')
  expect(screen.getByRole('alert').textContent).toContain('已保存的数据没有改动')
  expect(screen.getByRole('button', { name: '再试一次' })).toBeTruthy()
})

test.each(errorCodes)('%s is described in Chinese without 错误 or 成功', code => {
  const { what, next = '' } = describeError(new AppError(code, '一句话'))
  expect(what).not.toBe('')
  expect(what + next).not.toMatch(/系统错误|成功|[a-z]{4,}/)
})

test('a secret is covered, shown when asked for, and covered again after half a minute', async () => {
  vi.useFakeTimers()
  try {
    render(<SecretText mask="138****0000" label="电话" onReveal={async () => '13800000000'} />)
    expect(screen.getByText('138****0000')).toBeTruthy()
    await act(async () => fireEvent.click(screen.getByRole('button', { name: '显示电话' })))
    expect(screen.getByText('13800000000')).toBeTruthy()
    await act(async () => vi.advanceTimersByTime(30_000))
    expect(screen.queryByText('13800000000')).toBeNull()
  } finally {
    vi.useRealTimers()
  }
})

test('a button that may not be pressed can be reached, says why, and does nothing', () => {
  const onClick = vi.fn()
  render(
    <Button reason="不能停用自己的账户" onClick={onClick}>
      停用
    </Button>,
  )
  const button = screen.getByRole('button', { name: '停用' })
  fireEvent.click(button)
  expect(onClick).not.toHaveBeenCalled()
  expect(button.hasAttribute('disabled')).toBe(false)
  expect(button.getAttribute('aria-description')).toBe('不能停用自己的账户')
})

test('the watermark writes any name as text', () => {
  const tile = decodeURIComponent(watermarkTile(['<b>&"区委', '2026-11-23 09:42'], 5, '#1f2328'))
  expect(tile).toContain('&#60;b&#62;&#38;&#34;区委')
  expect(tile).toContain('fill-opacity="0.05"')
})
