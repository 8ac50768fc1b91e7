import { screen, waitFor, within } from '@testing-library/react'
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

async function add(name: string, values: Record<string, unknown>): Promise<string> {
  const { cadre } = await core.api.cadres.add({ name, birth: PartialDate.parse('1984-03'), unitId: null })
  const changes = Object.entries(values).map(([field, value]) => ({ field, value }))
  await core.api.cadres.change({ id: cadre.id, revision: 1, reason: '', changes })
  return cadre.id
}

async function open() {
  const state = await core.api.session.state({})
  if (state.kind !== 'open') throw new Error('not signed in')
  return showOver(core.bridge, state.session, <CadresRoutes />)
}
const slips = { workStart: '1996-01', idNumber: '370199198403040025' }

test('from the list to the findings, put aside with a reason, shown apart and taken back', async () => {
  await add('李望舒', slips)
  const { user } = await open()
  await user.click(await screen.findByRole('button', { name: '核对' }))
  const person = within(await screen.findByRole('region', { name: '李望舒' }))
  expect(screen.getByText('2 处，1 人')).toBeTruthy()
  const [masked, work] = person.getAllByRole('button', { name: '不再提示' })
  if (!masked || !work) throw new Error('no buttons')
  expect(masked.getAttribute('aria-description')).toBe('内容遮住了，打开档案看过再处理')
  await user.click(work)
  const dialog = within(await screen.findByRole('dialog'))
  await user.type(dialog.getByLabelText('理由'), '组织已认定')
  await user.click(dialog.getByRole('button', { name: '不再提示' }))
  expect(await screen.findByText('1 处，1 人')).toBeTruthy()
  await user.click(screen.getByText('不再提示', { selector: '.ant-segmented-item-label' }))
  expect(await screen.findByText(/陆四 .* 不再提示：组织已认定/)).toBeTruthy()
  await user.click(screen.getByRole('button', { name: '恢复提示' }))
  expect(await screen.findByText('没有不再提示的核对结果')).toBeTruthy()
})

test('narrowed by how sure, and back', async () => {
  await add('李望舒', slips)
  const { user } = await open()
  await user.click(await screen.findByRole('button', { name: '核对' }))
  await screen.findByText('2 处，1 人')
  await user.click(screen.getByRole('button', { name: '必有一误 1' }))
  expect(await screen.findByText('1 处，1 人')).toBeTruthy()
  await user.click(screen.getByRole('button', { name: '必有一误 1' }))
  await user.click(screen.getByRole('button', { name: '请核对 0' }))
  await user.click(await screen.findByRole('button', { name: '去掉条件' }))
  expect(await screen.findByText('2 处，1 人')).toBeTruthy()
})

test('what is masked is worded once it is shown, and “去修改” leads to the field', async () => {
  await add('李望舒', slips)
  const { user, places } = await open()
  await user.click(await screen.findByRole('button', { name: '核对' }))
  await user.click(await screen.findByRole('button', { name: '李望舒' }))
  expect(await screen.findByText('身份证号已遮住，显示以后才看得到说的是什么')).toBeTruthy()
  await user.click(screen.getByRole('button', { name: '显示身份证号' }))
  const dialog = within(await screen.findByRole('dialog', { name: '显示身份证号' }))
  await user.type(dialog.getByLabelText('理由'), '核对')
  await user.click(dialog.getByRole('button', { name: '显示' }))
  expect(await screen.findByText(/校验位/)).toBeTruthy()
  const [mend] = screen.getAllByRole('button', { name: '去修改' })
  if (!mend) throw new Error('no button')
  await user.click(mend)
  expect(places.at(-1)).toMatch(/\/edit\/idNumber$/)
  const form = within(await screen.findByRole('form', { name: '编辑档案' }))
  await waitFor(() => expect(document.activeElement).toBe(form.getByLabelText('身份证号')))
})

test('printing takes a number of the register first, and leaves what is masked out', async () => {
  await add('李望舒', slips)
  const { user } = await open()
  await user.click(await screen.findByRole('button', { name: '核对' }))
  await user.click(await screen.findByRole('button', { name: '打印清单' }))
  const dialog = within(await screen.findByRole('dialog'))
  await user.type(dialog.getByLabelText('理由'), '逐人核实')
  await user.click(dialog.getByRole('button', { name: '登记并打印' }))
  await waitFor(async () => {
    const { entries } = await core.api.exports.list({ year: null, kind: null, text: '', offset: 0, limit: 5 })
    expect(entries).toMatchObject([{ kind: 'checks-print', people: 1, reason: '逐人核实', outcome: 'failed' }])
  })
})
