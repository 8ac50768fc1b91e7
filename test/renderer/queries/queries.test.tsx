import { screen, waitFor, within } from '@testing-library/react'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { QueriesPage } from '../../../src/renderer/queries/QueriesPage'
import type { Group } from '../../../src/shared/queries/queries'
import { type Core, signedIn } from '../../helpers/harness'
import { showOver } from '../home/show'

let core: Core
beforeEach(async () => {
  core = await signedIn('officer')
})
afterEach(() => core.close())

async function open() {
  // The dictionary comes a moment after the page; until then nothing is found by its initials.
  await import('../../../src/renderer/commands/pinyin')
  const state = await core.api.session.state({})
  if (state.kind !== 'open') throw new Error('not signed in')
  const shown = showOver(core.bridge, state.session, <QueriesPage />)
  await screen.findByRole('combobox', { name: '加条件' })
  return shown
}
type User = Awaited<ReturnType<typeof open>>['user']

async function add(name: string, values: Record<string, unknown>) {
  const { cadre } = await core.api.cadres.add({ name, birth: null, unitId: null })
  const changes = Object.entries(values).map(([field, value]) => ({ field, value }))
  await core.api.cadres.change({ id: cadre.id, revision: 1, reason: '', changes })
}
async function three() {
  await add('李望舒', { birth: '1984-03', sex: '女' })
  await add('王若谷', { birth: '1996-05', sex: '男' })
  await add('丁一', { sex: '女' })
}
const tab = (name: string) => screen.findByRole('tab', { name })

/** Chooses in a picker by what is typed, as fast as the dictionary allows. */
async function choose(user: User, picker: string, typed: string, title: string) {
  await user.click(screen.getByRole('combobox', { name: picker }))
  await user.keyboard(typed)
  const best = await waitFor(() => {
    const shown = '.ant-select-dropdown:not(.ant-select-dropdown-hidden) .ant-select-item-option'
    const [first] = document.querySelectorAll(shown)
    expect(first?.textContent.startsWith(title)).toBe(true)
    return first
  })
  if (best) await user.click(best)
}

test('a field by its initials, a value, and the counts follow; whom the files leave open stands apart', async () => {
  await three()
  const { user } = await open()
  expect(screen.getByText('想找什么样的人')).toBeTruthy()
  await choose(user, '加条件', 'nl', '年龄')
  const value = await screen.findByRole('textbox', { name: '第1条年龄：值' })
  expect(document.activeElement).toBe(value)
  expect(screen.getByText('年龄不小于 ？ 岁')).toBeTruthy()
  expect(screen.getByRole('button', { name: '保存' }).getAttribute('aria-description')).toBe('年龄：还没有填完')
  await user.type(value, '四十')
  expect(screen.getByText('年龄：要填整数')).toBeTruthy()
  await user.clear(value)
  await user.type(value, '40')
  expect(await tab('符合 1 人')).toBeTruthy()
  expect(await screen.findByRole('rowheader', { name: /李望舒/ })).toBeTruthy()
  await user.click(await tab('无法判断 1 人'))
  expect(await screen.findByRole('rowheader', { name: /丁一/ })).toBeTruthy()
  expect(screen.queryByRole('rowheader', { name: /李望舒/ })).toBeNull()
})

test('brackets by keys: wrapped, moved, copied, taken out, and taken back', async () => {
  const { user } = await open()
  await choose(user, '加条件', 'xb', '性别')
  await choose(user, '加条件', '照片', '有照片')
  const sentence = () => document.querySelector('.qry-sentence')?.textContent
  expect(sentence()).toBe('性别是？，并且有照片')
  screen.getByRole('button', { name: '第1条性别' }).focus()
  await user.keyboard('{Alt>}{ArrowRight}{/Alt}')
  expect(document.activeElement?.getAttribute('aria-label')).toBe('第1.1条性别')
  screen.getByRole('button', { name: '第2条有照片' }).focus()
  await user.keyboard('{Alt>}{ArrowUp}{/Alt}')
  expect(sentence()).toBe('性别是？，或者有照片')
  await user.keyboard('{Control>}d{/Control}')
  expect(sentence()).toBe('性别是？，或者有照片，或者有照片')
  await user.click(screen.getByRole('button', { name: '第1.2条有照片取反' }))
  expect(sentence()).toBe('性别是？，或者不是“有照片”，或者有照片')
  screen.getByRole('button', { name: '第1.3条有照片' }).focus()
  await user.keyboard('{Delete}')
  expect(document.activeElement?.getAttribute('aria-label')).toBe('第1.2条有照片')
  await user.keyboard('{Alt>}{ArrowLeft}{/Alt}')
  expect(sentence()).toBe('性别是？，并且不是“有照片”')
  await user.click(screen.getByRole('button', { name: '撤销' }))
  expect(sentence()).toBe('性别是？，或者不是“有照片”')
})

test('a starting question is opened, changed, kept under a name, shared, renamed and removed', async () => {
  await three()
  const { user } = await open()
  await user.click(screen.getByRole('button', { name: '女性、少数民族或非中共党员' }))
  expect(await tab('符合 3 人')).toBeTruthy()
  await user.click(screen.getByRole('button', { name: '第2.3条入党日期：删去' }))
  expect(await tab('符合 2 人')).toBeTruthy()
  await user.click(screen.getByRole('button', { name: '保存' }))
  const dialog = within(await screen.findByRole('dialog'))
  await user.clear(dialog.getByLabelText('名称'))
  expect(dialog.getByRole('button', { name: '保存' }).getAttribute('aria-description')).toBe('先写名称')
  await user.type(dialog.getByLabelText('名称'), '女干部')
  await user.click(dialog.getByRole('checkbox', { name: /共享给其他人/ }))
  await user.click(dialog.getByRole('button', { name: '保存' }))
  const mine = within(await screen.findByRole('region', { name: '我的查询' }))
  expect(await mine.findByRole('button', { name: /女干部已共享.*2 人/ })).toBeTruthy()
  // The list lives with the data.
  await add('何以宁', { sex: '女' })
  expect(await mine.findByRole('button', { name: /女干部已共享.*3 人/ })).toBeTruthy()

  await user.click(screen.getByRole('button', { name: '新查询' }))
  expect(screen.getByText('还没有条件')).toBeTruthy()
  await user.click(mine.getByRole('button', { name: /女干部已共享/ }))
  expect(await tab('符合 3 人')).toBeTruthy()
  expect(screen.queryByRole('combobox', { name: '加条件' })).toBeNull()
  await user.click(mine.getByRole('button', { name: '女干部：更多' }))
  // The menu takes the focus some frames after it opens: chosen sooner than that, it would take it from the dialog.
  await waitFor(() => expect(document.activeElement?.getAttribute('role')).toBe('menuitem'))
  await user.click(await screen.findByRole('menuitem', { name: '改名' }))
  const again = within(await screen.findByRole('dialog'))
  await user.type(again.getByLabelText('名称'), '和少数民族')
  await user.click(again.getByRole('button', { name: '保存' }))
  expect(await mine.findByRole('button', { name: /女干部和少数民族/, current: true })).toBeTruthy()
  expect((await core.api.queries.list({})).map(({ name, shared }) => [name, shared])).toEqual([
    ['女干部和少数民族', true],
  ])
})

test('a file that is opened from the result and come back from finds the question and the list as they were', async () => {
  await three()
  const { user, unmount, places } = await open()
  await user.click(screen.getByRole('button', { name: '女性、少数民族或非中共党员' }))
  await user.dblClick(await screen.findByRole('rowheader', { name: /丁一/ }))
  expect(places.at(-1)).toMatch(/^\/cadres\//)
  unmount()
  await open()
  expect(await screen.findByRole('rowheader', { name: /丁一/ })).toBeTruthy()
  expect(await screen.findByRole('complementary', { name: '丁一的概要' })).toBeTruthy()
})

test('what somebody else shares is used and kept under another name, not changed', async () => {
  const tree: Group = { kind: 'all', not: false, of: [] }
  tree.of.push({ kind: 'is', not: false, field: 'name', operator: 'filled', values: [] })
  const kept = await core.api.queries.save({ id: null, name: '全部干部', tree, on: null, shared: true })
  const handed = core.gatehouse.store?.raw.prepare('UPDATE queries SET owner_id = ? WHERE id = ?')
  const other = core.gatehouse.store?.raw.prepare("SELECT id FROM accounts WHERE login <> 'lusi' LIMIT 1").pluck().get()
  handed?.run(other, kept.id)
  const { user } = await open()
  const shared = within(await screen.findByRole('region', { name: '别人共享的' }))
  await user.click(shared.getByRole('button', { name: /全部干部/ }))
  expect(shared.queryByRole('button', { name: '全部干部：更多' })).toBeNull()
  await user.click(await screen.findByRole('button', { name: '另存为' }))
  const dialog = within(await screen.findByRole('dialog'))
  await user.click(dialog.getByRole('button', { name: '保存' }))
  await waitFor(async () => expect(await core.api.queries.list({})).toHaveLength(2))
})
