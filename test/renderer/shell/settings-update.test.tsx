import { render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { expect, test, vi } from 'vitest'
import { UpdateCard } from '../../../src/renderer/shell/settings/UpdateCard'
import { AppError } from '../../../src/shared/result'
import type { UpdateOffer } from '../../../src/shared/updates/updates'
import { installBridge } from '../bridge'

const offer: UpdateOffer = {
  token: 't1',
  version: '1.3.0',
  current: '1.2.3',
  age: 'newer',
  sha256: 'a'.repeat(64),
  command: "sudo dpkg -i '/home/ganshi/dandang.deb'",
}
const choose = () => userEvent.click(screen.getByRole('button', { name: '选择安装包' }))

test('a newer package is installed with one click', async () => {
  const startUpdate = vi.fn(() => ({}))
  installBridge({ 'shell.chooseUpdate': () => offer, 'shell.startUpdate': startUpdate })
  render(<UpdateCard />)
  await choose()
  await screen.findByText('签名有效：担当 1.3.0，现在是 1.2.3')
  screen.getByText(offer.command ?? '')
  await userEvent.click(screen.getByRole('button', { name: '退出并安装' }))
  expect(startUpdate).toHaveBeenCalledWith({ token: 't1', insists: false })
})

test('going back is done only by whoever says so, and is told what it means', async () => {
  const startUpdate = vi.fn(() => ({}))
  installBridge({
    'shell.chooseUpdate': () => ({ ...offer, version: '1.1.0', age: 'older' as const }),
    'shell.startUpdate': startUpdate,
  })
  render(<UpdateCard />)
  await choose()
  const install = await screen.findByRole('button', { name: '退出并安装' })
  await userEvent.click(install)
  expect(startUpdate).not.toHaveBeenCalled()
  await userEvent.click(screen.getByRole('checkbox', { name: /要从升级前的备份恢复/ }))
  await userEvent.click(install)
  expect(startUpdate).toHaveBeenCalledWith({ token: 't1', insists: true })
})

test('a package that is not genuine is refused with the reason, and another can be chosen', async () => {
  installBridge({
    'shell.chooseUpdate': () => {
      throw new AppError('refused', '签名不对：请不要安装')
    },
  })
  render(<UpdateCard />)
  await choose()
  expect((await screen.findByRole('alert')).textContent).toContain('签名不对：请不要安装')
  await choose()
})
