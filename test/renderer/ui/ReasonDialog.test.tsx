import { render, screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { expect, test, vi } from 'vitest'
import { ReasonDialog } from '../../../src/renderer/ui/ReasonDialog'
import { AppError } from '../../../src/shared/result'

const show = (onConfirm: (reason: string) => Promise<void>) => {
  const onClose = vi.fn()
  render(
    <ReasonDialog
      open
      title="停用账户"
      consequence="停用后不能登录，由另一位管理员恢复。"
      confirmText="停用"
      danger
      onConfirm={onConfirm}
      onClose={onClose}
    />,
  )
  return {
    onClose,
    reason: screen.getByLabelText<HTMLTextAreaElement>('理由'),
    button: screen.getByRole('button', { name: '停用' }),
  }
}

test('asks for a reason first and hands it on trimmed', async () => {
  const onConfirm = vi.fn(async () => undefined)
  const { onClose, reason, button } = show(onConfirm)
  expect(screen.getByText('停用后不能登录，由另一位管理员恢复。')).toBeTruthy()
  await userEvent.click(button)
  expect(onConfirm).not.toHaveBeenCalled()
  expect(button.getAttribute('aria-description')).toBe('请先写明理由')
  await userEvent.type(reason, ' 调离岗位 ')
  await userEvent.click(button)
  expect(onConfirm).toHaveBeenCalledExactlyOnceWith('调离岗位')
  await waitFor(() => expect(onClose).toHaveBeenCalledOnce())
})

test('a refusal is shown in its own words and the reason stays', async () => {
  const { onClose, reason, button } = show(async () => {
    throw new AppError('refused', '不能停用自己的账户')
  })
  await userEvent.type(reason, '试一试')
  await userEvent.click(button)
  expect(await screen.findByText('不能停用自己的账户')).toBeTruthy()
  expect(reason.value).toBe('试一试')
  expect(onClose).not.toHaveBeenCalled()
})
