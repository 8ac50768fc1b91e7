import { fireEvent, screen, waitFor, within } from '@testing-library/react'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { AttachmentsTab } from '../../../src/renderer/cadres/attachments/AttachmentsTab'
import { ImportHost } from '../../../src/renderer/imports/ImportHost'
import type { Result } from '../../../src/shared/result'
import type { ChosenFiles } from '../../../src/shared/shell/shell.contract'
import { type Desk, pdfOf, scanOf, withPerson } from '../../main/attachments/scans'
import { showOver } from '../home/show'

let desk: Desk
beforeEach(async () => {
  desk = await withPerson()
})
afterEach(() => desk.core.close())

async function open() {
  const { core, id } = desk
  const state = await core.api.session.state({})
  if (state.kind !== 'open') throw new Error('not signed in')
  const file = await core.api.cadres.get({ id })
  const page = (
    <>
      <ImportHost />
      <AttachmentsTab file={file} />
    </>
  )
  return showOver(core.bridge, state.session, page)
}
const titles = (): (string | null)[] => [...document.querySelectorAll('.att-title')].map(title => title.textContent)

test('files that are dropped on a class are added to it, and none is read as an import', async () => {
  await open()
  await screen.findByText('还没有附件')
  const granted: Result<ChosenFiles> = { ok: true, value: { token: 'dropped', names: ['a.png'], count: 1 } }
  const drop = vi.fn(() => Promise.resolve(granted))
  const add = vi.spyOn(desk.core.bridge, 'invoke')
  Object.assign(desk.core.bridge, { drop })
  const files = [new File(['x'], 'a.png')]
  fireEvent.drop(screen.getByRole('button', { name: /学历职称培训/ }), { dataTransfer: { files, types: ['Files'] } })
  await waitFor(() =>
    expect(add.mock.calls.map(([request]) => request)).toContainEqual(
      expect.objectContaining({
        channel: 'attachments.add',
        input: { cadreId: desk.id, token: 'dropped', category: '4' },
      }),
    ),
  )
  expect(drop).toHaveBeenCalledTimes(1)
  expect(add.mock.calls.some(([{ channel }]) => channel === 'imports.stage')).toBe(false)
  expect(await screen.findByText('请重新选择文件')).toBeTruthy()
})

test('keys go through the titles, move a row, and ask before one is taken out', async () => {
  await desk.add({ 'a.png': scanOf(1), 'b.png': scanOf(2), 'c.png': scanOf(3) }, { category: '9' })
  const { user } = await open()
  const first = await screen.findByRole('button', { name: 'a' })
  first.focus()
  await user.keyboard('{ArrowDown}')
  expect(document.activeElement?.textContent).toBe('b')
  await user.keyboard('{Alt>}{ArrowUp}{/Alt}')
  await waitFor(() => expect(titles()).toEqual(['b', 'a', 'c']))
  await user.keyboard('{Delete}')
  const dialog = within(await screen.findByRole('dialog', { name: '移出《b》' }))
  await user.type(dialog.getByLabelText('理由'), '放错了人')
  await user.click(dialog.getByRole('button', { name: '移出' }))
  await waitFor(() => expect(titles()).toEqual(['a', 'c']))
  await user.click(screen.getByRole('button', { name: /已移出 ?1/ }))
  await user.click(screen.getByRole('button', { name: /恢复 ?《b》/ }))
  await waitFor(() => expect(screen.queryByRole('button', { name: /已移出 ?1/ })).toBeNull())
})

test('what the window cannot show says so, and a picture is opened for a reason alone', async () => {
  await desk.add({ '决定.pdf': pdfOf('x'), '证书.png': scanOf(1) }, { category: '9' })
  const { user } = await open()
  const pdf = await screen.findByRole('button', { name: /查看 ?《决定》/ })
  expect(pdf.getAttribute('aria-description')).toBe('PDF 不能在窗口里看，另存后用阅读程序打开')
  await user.click(screen.getByRole('button', { name: /查看 ?《证书》/ }))
  const dialog = within(await screen.findByRole('dialog', { name: '查阅附件' }))
  expect(dialog.getByRole('button', { name: '查阅' }).getAttribute('aria-description')).toBe('请先写明理由')
  await user.type(dialog.getByLabelText('理由'), '核对')
  await user.click(dialog.getByRole('button', { name: '查阅' }))
  // It is a picture by its first bytes alone: that it cannot be decoded is said with a way out.
  expect(await screen.findByText(/这张图片太大或已损坏/)).toBeTruthy()
})
