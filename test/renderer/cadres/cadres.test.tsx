import { screen, waitFor, within } from '@testing-library/react'
import type { ReactNode } from 'react'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { CadresRoutes } from '../../../src/renderer/cadres/CadresRoutes'
import { PartialDate } from '../../../src/shared/dates/partial-date'
import { type Core, signedIn } from '../../helpers/harness'
import { showOver } from '../home/show'

let core: Core
beforeEach(async () => {
  core = await signedIn('officer')
})
afterEach(() => core.close())

async function open(page: ReactNode = <CadresRoutes />) {
  const state = await core.api.session.state({})
  if (state.kind !== 'open') throw new Error('not signed in')
  return showOver(core.bridge, state.session, page)
}
type User = Awaited<ReturnType<typeof open>>['user']

const add = async (name: string, changes: readonly { field: string; value: unknown }[] = []) => {
  const { cadre } = await core.api.cadres.add({ name, birth: PartialDate.parse('1984-03'), unitId: null })
  if (changes.length > 0) await core.api.cadres.change({ id: cadre.id, revision: 1, reason: '', changes: [...changes] })
  return cadre.id
}
async function retype(user: User, field: HTMLElement, text: string): Promise<void> {
  await user.clear(field)
  await user.type(field, text)
}

test('add, fill in, save, see before and after, undo; then the list opens the file by key', async () => {
  const { user, places } = await open()
  await user.click(await screen.findByRole('button', { name: '新增第一个人' }))
  const dialog = within(await screen.findByRole('dialog'))
  expect(dialog.getByRole('button', { name: '新增并填写' }).getAttribute('aria-description')).toBe('先写姓名')
  await user.type(dialog.getByLabelText('姓名'), '李望舒')
  await user.type(dialog.getByLabelText('出生年月'), '1984.')
  expect(dialog.getByText('日期写作 1984、1984.03 或 1984.03.15')).toBeTruthy()
  await user.type(dialog.getByLabelText('出生年月'), '03')
  await user.click(dialog.getByRole('button', { name: '新增并填写' }))

  const form = within(await screen.findByRole('form', { name: '编辑档案' }))
  const save = (): HTMLElement => form.getByRole('button', { name: '保存' })
  expect(save().getAttribute('aria-description')).toBe('还没有改动')
  await retype(user, form.getByLabelText('出生年月'), '1984年13月')
  expect(save().getAttribute('aria-description')).toContain('出生年月：日期写作')
  await retype(user, form.getByLabelText('出生年月'), '198405')
  expect(form.getByText('原为 1984.03')).toBeTruthy()
  await user.type(form.getByLabelText('现任职务'), '石桥镇党委书记')
  await user.type(form.getByLabelText('修改理由'), '按档案核对')
  await user.click(save())

  expect(await screen.findByText('已保存，改了 2 项')).toBeTruthy()
  await user.click(screen.getByRole('tab', { name: '变更' }))
  const [changed] = await screen.findAllByText('1984.03', { selector: 'del' })
  expect(changed?.parentElement?.textContent).toContain('1984.05')
  expect(screen.getByText('理由：按档案核对')).toBeTruthy()
  await user.click(within(screen.getByRole('status')).getByRole('button', { name: '撤销' }))
  expect(await screen.findByText('撤销修改', { selector: 'b' })).toBeTruthy()
  const id = places.at(-1)?.split('/')[2] ?? ''
  const [row] = await core.api.cadres.search({ text: '李望舒', limit: 1 })
  expect(row).toMatchObject({ id, birth: '1984-03', currentPost: '' })

  await user.click(screen.getByRole('button', { name: '干部名册' }))
  const grid = await screen.findByRole('grid', { name: '干部名单' })
  await screen.findByRole('rowheader', { name: /李望舒/ })
  grid.focus()
  await user.keyboard('{ArrowDown}{ArrowRight}')
  expect(await screen.findByRole('complementary', { name: '李望舒的概要' })).toBeTruthy()
  await user.keyboard('{Enter}')
  expect(await screen.findByRole('heading', { name: '李望舒', level: 1 })).toBeTruthy()
})

test('the ID number is masked until it is shown with a reason, which the audit log keeps', async () => {
  const id = await add('李望舒', [{ field: 'idNumber', value: '370199198403040024' }])
  const { user } = await open()
  await user.dblClick(await screen.findByRole('rowheader', { name: /李望舒/ }))
  expect(await screen.findByText('37**************24')).toBeTruthy()
  expect(document.body.textContent).not.toContain('370199198403040024')
  await user.click(screen.getByRole('button', { name: '显示身份证' }))
  const dialog = within(await screen.findByRole('dialog', { name: '显示身份证号' }))
  expect(dialog.getByRole('button', { name: '显示' }).getAttribute('aria-description')).toBe('请先写明理由')
  await user.type(dialog.getByLabelText('理由'), '核对身份')
  await user.click(dialog.getByRole('button', { name: '显示' }))
  expect(await screen.findByText('370199198403040024')).toBeTruthy()
  await user.click(screen.getByRole('button', { name: '遮住身份证' }))
  expect(screen.getByText('37**************24')).toBeTruthy()
  expect(await core.api.cadres.history({ id })).toHaveLength(2)
})

test('a refused value is said at its field, and what was changed meanwhile is looked at first', async () => {
  const id = await add('李望舒')
  const { user, places } = await open()
  await user.dblClick(await screen.findByRole('rowheader', { name: /李望舒/ }))
  await user.click(await screen.findByRole('button', { name: '编辑' }))
  expect(places.at(-1)).toBe(`/cadres/${id}/edit`)
  const form = within(await screen.findByRole('form', { name: '编辑档案' }))
  await user.type(form.getByLabelText('籍贯'), '云州云泽')
  await core.api.cadres.change({ id, revision: 1, reason: '', changes: [{ field: 'nation', value: '汉族' }] })
  expect(await screen.findByText('这份档案在您修改期间改过')).toBeTruthy()
  expect(form.getByRole('button', { name: '保存' }).getAttribute('aria-description')).toBe('先看过新的内容')
  await user.click(screen.getByRole('button', { name: '核对过了，接着改' }))
  await user.click(form.getByRole('button', { name: '保存' }))
  await screen.findByText('已保存，改了 1 项')
  expect((await core.api.cadres.get({ id })).cadre).toMatchObject({ nation: '汉族', nativePlace: '云州云泽' })
})

test('rows by keyboard: from the text, moved, taken out, and a wrong date named', async () => {
  const resume = '2006.08--2009.10  云溪镇科员\n2009.10--2012.03  区委组织部科员'
  const id = await add('李望舒', [{ field: 'form.resume', value: resume }])
  const { user } = await open()
  await user.dblClick(await screen.findByRole('rowheader', { name: /李望舒/ }))
  await user.click(await screen.findByRole('button', { name: '编辑' }))
  const form = within(await screen.findByRole('form', { name: '编辑档案' }))
  await user.click(form.getByRole('button', { name: '简历：对照文字和记录' }))
  const dialog = within(await screen.findByRole('dialog', { name: '简历：文字和记录' }))
  await user.click(dialog.getByRole('button', { name: '放进修改 2 处' }))
  const rows = within(form.getByRole('group', { name: '履历' }))
  const text = (row: number): HTMLInputElement => rows.getByLabelText(`第${row}行经历`)
  expect(text(2).value).toBe('区委组织部科员')
  text(2).focus()
  await user.keyboard('{Alt>}{ArrowUp}{/Alt}')
  expect(text(1).value).toBe('区委组织部科员')
  expect(document.activeElement).toBe(text(1))
  await user.keyboard('{Control>}{Enter}{/Control}')
  await user.type(rows.getByLabelText('第2行开始'), '二零年')
  expect(form.getByRole('button', { name: '保存' }).getAttribute('aria-description')).toContain('第2行开始')
  await user.keyboard('{Control>}{Delete}{/Control}')
  await user.click(form.getByRole('button', { name: '保存' }))
  await screen.findByText('已保存，改了 1 项')
  const { cadre } = await core.api.cadres.get({ id })
  expect(cadre.resume.map(row => [row.from, row.text])).toEqual([
    ['2009-10', '区委组织部科员'],
    ['2006-08', '云溪镇科员'],
  ])
})

test('the recycle bin: out of the list with a reason, and back', async () => {
  await add('李望舒')
  await add('郑知行')
  const { user } = await open()
  await user.click(await screen.findByRole('checkbox', { name: '选中李望舒' }))
  await user.click(within(screen.getByRole('group', { name: '选中的人' })).getByRole('button', { name: '移入回收站' }))
  const dialog = within(await screen.findByRole('dialog'))
  await user.type(dialog.getByLabelText('理由'), '重复录入')
  await user.click(dialog.getByRole('button', { name: '移入回收站' }))
  await waitFor(() => expect(screen.queryByRole('rowheader', { name: /李望舒/ })).toBeNull())
  expect(screen.getByText('全部 1 人')).toBeTruthy()
  await user.click(screen.getByRole('button', { name: '回收站' }))
  const table = within(await screen.findByRole('table'))
  expect(table.getByRole('row', { name: /李望舒 .*陆四 重复录入/ })).toBeTruthy()
  await user.click(table.getByRole('button', { name: '恢复李望舒' }))
  expect(await screen.findByText('回收站是空的')).toBeTruthy()
  expect((await core.api.cadres.trashed({ text: '', offset: 0, limit: 10 })).total).toBe(0)
})

test('in the recycle bin a file is read, several come back at once, and one that was merged asks first', async () => {
  const [first, second, kept, gone] = [await add('李望舒'), await add('郑知行'), await add('何蕙'), await add('何蕙')]
  await core.api.cadres.trash({ ids: [first, second], reason: '误建' })
  const merged = { keep: kept, drop: gone, revisions: { keep: 1, drop: 1 }, sides: [], takePhoto: false }
  await core.api.duplicates.merge({ ...merged, reason: '同一人' })
  const { user, places } = await open()
  await user.click(await screen.findByRole('button', { name: '回收站' }))
  await user.click(within(await screen.findByRole('table')).getByRole('button', { name: '李望舒' }))
  expect(await screen.findByText('已在回收站')).toBeTruthy()
  expect(screen.queryByRole('button', { name: '编辑' })).toBeNull()
  await user.click(screen.getByText('干部名册'))
  await user.click(await screen.findByRole('button', { name: '回收站' }))
  expect(await screen.findByRole('row', { name: /何蕙 .*合并，并入何蕙：同一人/ })).toBeTruthy()
  await user.click(screen.getByRole('button', { name: '恢复何蕙' }))
  await user.click(await screen.findByRole('button', { name: '打开保留的那份' }))
  expect(places.at(-1)).toBe(`/cadres/${kept}/history`)
  await user.click(screen.getByText('干部名册'))
  await user.click(await screen.findByRole('button', { name: '回收站' }))
  const name = await screen.findByRole('button', { name: '郑知行' })
  name.focus()
  await user.keyboard(' {ArrowDown} ')
  expect(screen.getByText('已选 2 份')).toBeTruthy()
  const bar = within(screen.getByRole('group', { name: '选中的档案' }))
  await user.click(bar.getByRole('button', { name: '恢复' }))
  await waitFor(() => expect(screen.queryByRole('button', { name: '郑知行' })).toBeNull())
  expect(within(screen.getByRole('table')).getByRole('button', { name: '何蕙' })).toBeTruthy()
})
