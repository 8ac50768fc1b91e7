import { fireEvent, screen, waitFor, within } from '@testing-library/react'
import { expect, test } from 'vitest'
import { UnitsPage } from '../../../src/renderer/units/UnitsPage'
import { unitId, units } from '../home/invented'
import { show } from '../home/show'

const item = (name: string): Promise<HTMLElement> => screen.findByRole('treeitem', { name: new RegExp(`^${name}`) })
const names = (): string[] => screen.getAllByRole('treeitem').map(({ textContent }) => textContent ?? '')

test('the whole tree by keyboard: walk, fold, and only one stop of the Tab key', async () => {
  const { user } = show(<UnitsPage />, 4)
  ;(await item('中共云泽区委组织部')).focus()
  await user.keyboard('{ArrowDown}')
  expect(document.activeElement).toBe(await item('镇街'))
  await user.keyboard('{ArrowLeft}')
  expect((await item('镇街')).getAttribute('aria-expanded')).toBe('false')
  expect(names()).not.toContain('石桥镇')
  await user.keyboard('{ArrowRight}{ArrowRight}')
  expect(document.activeElement).toBe(await item('云溪街道'))
  await user.keyboard('{ArrowLeft}')
  expect(document.activeElement).toBe(await item('镇街'))
  await user.keyboard('{End}')
  expect(document.activeElement?.textContent).toBe('区第一中学')
  await user.keyboard('{Home}')
  expect(screen.getAllByRole('treeitem').filter(({ tabIndex }) => tabIndex === 0)).toHaveLength(1)
})

test('Insert adds below, one after another, until Esc gives the keys back to the tree', async () => {
  const { user, called } = show(<UnitsPage />, 4)
  ;(await item('企事业单位')).focus()
  fireEvent.click(await item('企事业单位'))
  await user.keyboard('{Insert}')
  const field = await screen.findByLabelText('企事业单位下的新单位')
  await user.type(field, '区人民医院{Enter}')
  expect(await screen.findByText('同一上级下已有这个名称')).toBeTruthy()
  expect(called('units.add')).toEqual([])
  await user.clear(field)
  await user.type(field, '区图书馆{Enter}')
  await waitFor(() => expect(names()).toContain('区图书馆'))
  expect((field as HTMLInputElement).value).toBe('')
  await user.type(field, '区博物馆{Enter}')
  await waitFor(() => expect(called('units.add')).toHaveLength(2))
  await user.keyboard('{Escape}')
  expect(screen.queryByLabelText('企事业单位下的新单位')).toBeNull()
  expect(document.activeElement).toBe(await item('企事业单位'))
})

test('the Enter that confirms a candidate of the input method stores nothing', async () => {
  const { user, called } = show(<UnitsPage />, 4)
  await user.click(await item('镇街'))
  await user.click(screen.getByRole('button', { name: '新增下级' }))
  const field = (await screen.findByLabelText('镇街下的新单位')) as HTMLInputElement
  fireEvent.compositionStart(field)
  field.value = 'xin zhen'
  fireEvent.input(field)
  fireEvent.keyDown(field, { key: 'Enter', keyCode: 229, isComposing: true })
  fireEvent.keyDown(field, { key: 'Escape', keyCode: 229, isComposing: true })
  field.value = '新镇'
  fireEvent.compositionEnd(field)
  expect(called('units.add')).toEqual([])
  fireEvent.keyDown(field, { key: 'Enter' })
  await waitFor(() => expect(called('units.add')).toEqual([{ parentId: unitId(1), name: '新镇' }]))
})

test('F2 renames; leaving the field without a change asks for nothing', async () => {
  const { user, called } = show(<UnitsPage />, 4)
  await user.click(await item('石桥镇'))
  ;(await item('石桥镇')).focus()
  await user.keyboard('{F2}{Enter}')
  expect(called('units.rename')).toEqual([])
  await user.keyboard('{F2}')
  const field = await screen.findByLabelText('石桥镇的新名称')
  await user.clear(field)
  await user.type(field, '石桥街道{Enter}')
  await waitFor(() => expect(called('units.rename')).toEqual([{ id: unitId(12), name: '石桥街道' }]))
  expect(await item('石桥街道')).toBeTruthy()
})

test('moving: with Alt and arrows among sisters, and to another parent', async () => {
  const { user, called } = show(<UnitsPage />, 4)
  await user.click(await item('石桥镇'))
  ;(await item('石桥镇')).focus()
  await user.keyboard('{Alt>}{ArrowUp}{/Alt}')
  await waitFor(() => expect(called('units.move')).toEqual([{ id: unitId(12), parentId: unitId(1), position: 0 }]))
  await waitFor(() => expect(names().slice(2, 4)).toEqual(['石桥镇', '云溪街道']))
  expect(screen.getByRole('button', { name: '上移' }).getAttribute('aria-description')).toBe('已在最前')

  await user.click(screen.getByRole('button', { name: '换上级' }))
  const dialog = within(await screen.findByRole('dialog'))
  expect(dialog.getByRole('button', { name: '移动' }).getAttribute('aria-description')).toBe('先选择新的上级')
  expect(dialog.getByRole('radio', { name: '镇街现在的上级' })).toHaveProperty('disabled', true)
  expect(dialog.getByRole('radio', { name: '石桥镇不能移到自己或下级单位之下' })).toHaveProperty('disabled', true)
  await user.click(dialog.getByRole('radio', { name: '企事业单位' }))
  await user.click(dialog.getByRole('button', { name: '移动' }))
  await waitFor(() => expect(called('units.move')[1]).toEqual({ id: unitId(12), parentId: unitId(3), position: 2 }))
})

test('removing asks once and names the unit; what has units below is grey', async () => {
  const { user, called } = show(<UnitsPage />, 4)
  await user.click(await item('镇街'))
  const remove = (): HTMLElement => screen.getByRole('button', { name: '删除' })
  expect(remove().getAttribute('aria-description')).toBe('还有下级单位，先移走或删除下级单位')
  await user.click(await item('柳浦镇'))
  await user.click(remove())
  const dialog = within(await screen.findByRole('dialog'))
  expect(dialog.getAllByText('删除单位：柳浦镇')).not.toEqual([])
  await user.click(dialog.getByRole('button', { name: '删除' }))
  await waitFor(() => expect(called('units.remove')).toEqual([{ id: unitId(14) }]))
  expect((await item('镇街')).getAttribute('aria-selected')).toBe('true')
})

test('the search keeps the way to what it finds and says when there is nothing', async () => {
  const { user } = show(<UnitsPage />, 4)
  const search = await screen.findByLabelText('按名称查找单位')
  await user.type(search, '水利')
  expect(screen.getByText('找到 1 个')).toBeTruthy()
  expect(screen.getAllByRole('treeitem')).toHaveLength(3)
  await user.type(search, '没有')
  await user.click(screen.getByRole('button', { name: '看全部单位' }))
  expect(screen.getAllByRole('treeitem')).toHaveLength(units.length)
})

test('a new store offers the usual groups in one click', async () => {
  const { user, called } = show(<UnitsPage />, 4, { units: units.slice(0, 1) })
  await user.click(await screen.findByRole('button', { name: /三类/ }))
  await waitFor(() => expect(called('units.add')).toHaveLength(3))
  await waitFor(() => expect(names()).toEqual(['中共云泽区委组织部3', '镇街', '区直部门', '企事业单位']))
})

test('who may only read sees the tree and no way to change it', async () => {
  const { user, called } = show(<UnitsPage />, 7)
  ;(await item('镇街')).focus()
  await user.keyboard('{F2}{Insert}{Delete}{Alt>}{ArrowDown}{/Alt}')
  expect(screen.queryByRole('textbox', { name: /新/ })).toBeNull()
  expect(screen.queryByRole('button', { name: '新增下级' })).toBeNull()
  expect(called('units.move')).toEqual([])
})
