import { fireEvent, screen, waitFor, within } from '@testing-library/react'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { CadresRoutes } from '../../../src/renderer/cadres/CadresRoutes'
import type { CadreId } from '../../../src/shared/cadres/cadres'
import { type Core, signedIn } from '../../helpers/harness'
import { jpegOf } from '../../main/photos/pictures'
import { showOver } from '../home/show'

let core: Core
let id: CadreId
beforeEach(async () => {
  core = await signedIn('officer')
  id = (await core.api.cadres.add({ name: '李望舒', birth: null, unitId: null })).cadre.id
})
afterEach(() => {
  core.close()
  vi.unstubAllGlobals()
})

async function open() {
  const state = await core.api.session.state({})
  if (state.kind !== 'open') throw new Error('not signed in')
  const shown = showOver(core.bridge, state.session, <CadresRoutes />)
  await shown.user.dblClick(await screen.findByRole('rowheader', { name: /李望舒/ }))
  return shown
}
const dialog = async () => within(await screen.findByRole('dialog', { name: '李望舒的照片' }))
const photoOf = async () => (await core.api.cadres.get({ id })).photo

test('a file that is no picture is refused before anything opens it', async () => {
  const decode = vi.fn()
  vi.stubGlobal('createImageBitmap', decode)
  const { user } = await open()
  await user.click(await screen.findByRole('button', { name: '给李望舒放照片' }))
  const page = await dialog()
  expect(page.getByRole('button', { name: '保存' }).getAttribute('aria-description')).toBe('先选一张照片')
  const fake = new File(['<svg onload="x"></svg>'], '照片.jpg', { type: 'image/jpeg' })
  fireEvent.change(page.getByLabelText('照片文件'), { target: { files: [fake] } })
  expect(await page.findByText('不是能用的照片。可以用 JPG、PNG、BMP，不超过 4000 万像素')).toBeTruthy()
  const vast = new File([jpegOf(9000, 9000)], '照片.jpg', { type: 'image/jpeg' })
  fireEvent.drop(page.getByRole('button', { name: '选择照片' }), { dataTransfer: { files: [vast] } })
  await waitFor(() => expect(page.getAllByText(/不是能用的照片/)).toHaveLength(1))
  expect(decode).not.toHaveBeenCalled()
  decode.mockRejectedValue(new Error('broken'))
  const broken = new File([jpegOf(300, 400)], '照片.jpg', { type: 'image/jpeg' })
  fireEvent.paste(document, { clipboardData: { files: [broken] } })
  expect(await page.findByText('这张照片打不开，可能已损坏。请换一张')).toBeTruthy()
  expect(await photoOf()).toBeNull()
})

test('the photo stands at the head and on the form; it is taken away, and back through the history', async () => {
  await core.api.photos.set({ cadreId: id, bytes: jpegOf(300, 400) })
  const { user } = await open()
  const head = await screen.findByRole('button', { name: '给李望舒换照片' })
  const picture = await within(head).findByRole('img', { name: '照片' })
  expect(picture.getAttribute('src')).toMatch(/^data:image\/jpeg;base64,\/9j/)
  await user.click(screen.getByRole('tab', { name: '任免表' }))
  const sheet = within(await screen.findByRole('region', { name: '任免表第一页' }))
  expect(await sheet.findByRole('img', { name: '照片' })).toBeTruthy()

  await user.click(head)
  await user.click((await dialog()).getByRole('button', { name: '去掉照片' }))
  await screen.findByText('去掉李望舒的照片', { selector: '.ant-modal-confirm-title' })
  const [, confirm] = screen.getAllByRole('button', { name: '去掉照片' })
  await user.click(confirm as HTMLElement)
  await waitFor(async () => expect(await photoOf()).toBeNull())
  await user.click(await screen.findByRole('tab', { name: '变更' }))
  const [step] = await screen.findAllByRole('listitem')
  expect(step?.textContent).toContain('更换照片')
  expect(step?.textContent).toContain('原照片')
  await user.click(within(step as HTMLElement).getByRole('button', { name: '撤销' }))
  await waitFor(async () => expect(await photoOf()).not.toBeNull())
  expect(await screen.findByRole('button', { name: '给李望舒换照片' })).toBeTruthy()
})
