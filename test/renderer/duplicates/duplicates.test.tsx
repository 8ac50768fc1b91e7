import { screen, waitFor, within } from '@testing-library/react'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { CadresRoutes } from '../../../src/renderer/cadres/CadresRoutes'
import type { CadreId } from '../../../src/shared/cadres/cadres'
import { PartialDate } from '../../../src/shared/dates/partial-date'
import { type Core, signedIn } from '../../helpers/harness'
import { showOver } from '../home/show'

let core: Core
beforeEach(async () => {
  core = await signedIn('officer')
})
afterEach(() => core.close())

async function add(name: string, values: Record<string, unknown> = {}): Promise<CadreId> {
  const { cadre } = await core.api.cadres.add({ name, birth: PartialDate.parse('1984-03'), unitId: null })
  const changes = Object.entries(values).map(([field, value]) => ({ field, value }))
  if (changes.length > 0) await core.api.cadres.change({ id: cadre.id, revision: 1, reason: '', changes })
  return cadre.id
}

async function open() {
  const state = await core.api.session.state({})
  if (state.kind !== 'open') throw new Error('not signed in')
  return showOver(core.bridge, state.session, <CadresRoutes />)
}
const grades = (grade: string) => [
  { year: 2023, grade: '称职' },
  { year: 2024, grade },
]
const full = { nation: '汉族', sex: '女', assessments: grades('称职'), 'form.health': '健康' }
const bare = { nation: '汉族', assessments: grades('优秀'), phone: '13800000000', 'form.health': '一般' }

test('the fuller file is kept, differences are walked by keys, and the merge is undone from the strip', async () => {
  const drop = await add('林岫', bare)
  const keep = await add('林岫', full)
  const { user, places } = await open()
  await user.click(await screen.findByRole('button', { name: '重复档案' }))
  await user.click(await screen.findByRole('button', { name: '对照合并' }))
  expect(places.at(-1)).toBe(`/cadres/duplicates/${keep}/${drop}`)

  const grade = await screen.findByRole('radiogroup', { name: '年度考核：两份说法不同' })
  const groups = screen.getAllByRole('radiogroup').map(group => group.getAttribute('aria-label'))
  expect(groups).toEqual([
    '性别：只有保留的有',
    '联系电话：只有另一份有',
    '年度考核：两份说法不同',
    '健康状况：两份说法不同',
  ])
  const [kept, other, both] = within(grade).getAllByRole<HTMLInputElement>('radio')
  await waitFor(() => expect(document.activeElement).toBe(screen.getAllByRole('radio')[0]))
  expect(kept?.checked).toBe(true)
  await user.keyboard('{ArrowDown}{ArrowDown}{ArrowRight}')
  expect(other?.checked).toBe(true)
  await user.keyboard('{ArrowRight}{ArrowRight}')
  expect(both?.checked).toBe(true)
  await user.keyboard('{ArrowLeft}{Enter}{Enter}')
  const form = within(screen.getByRole('form', { name: '合并' }))
  expect(document.activeElement).toBe(form.getByLabelText('合并理由'))
  expect(form.getByText(/从另一份取 2 处，另一份移入回收站/)).toBeTruthy()
  expect(form.getByRole('button', { name: '合并' }).getAttribute('aria-description')).toBe('先写明理由')
  await user.keyboard('同一人{Enter}')

  expect(await screen.findByText(/林岫的两份档案已合并，从另一份取了 2 处/)).toBeTruthy()
  const merged = await core.api.cadres.get({ id: keep })
  expect(merged.cadre).toMatchObject({ sex: '女', assessments: grades('优秀'), phone: '*********00' })
  expect((await core.api.cadres.get({ id: drop })).mergedInto).toBe(keep)
  await user.click(screen.getByRole('button', { name: '撤销合并' }))
  expect(await screen.findByRole('button', { name: '对照合并' })).toBeTruthy()
  expect((await core.api.cadres.get({ id: keep })).cadre.assessments).toEqual(grades('称职'))
})

test('what is masked is shown in both files after one reason; what is alike is folded away', async () => {
  const drop = await add('林岫', bare)
  const keep = await add('林岫', full)
  const { user } = await open()
  await user.click(await screen.findByRole('button', { name: '重复档案' }))
  await user.click(await screen.findByRole('button', { name: '对照合并' }))
  const health = within(await screen.findByRole('radiogroup', { name: '健康状况：两份说法不同' }))
  expect(health.getAllByText('已遮住')).toHaveLength(2)
  expect(screen.queryByText('民族')).toBeNull()
  await user.click(screen.getByRole('button', { name: /展开相同的/ }))
  expect(screen.getByText('民族')).toBeTruthy()
  expect(screen.getByText('1 行相同')).toBeTruthy()
  await user.click(health.getByRole('button', { name: '显示健康状况' }))
  const dialog = within(await screen.findByRole('dialog'))
  await user.type(dialog.getByLabelText('理由'), '核对')
  await user.click(dialog.getByRole('button', { name: '显示' }))
  expect(await health.findByText('一般')).toBeTruthy()
  expect(health.getByText('健康')).toBeTruthy()
  const bodies = core.gatehouse.store?.raw
    .prepare("SELECT body FROM audit_lines WHERE body LIKE '%cadres.reveal%'")
    .pluck()
    .all()
  expect(bodies?.map(body => [keep, drop].findIndex(id => String(body).includes(id)))).toEqual([0, 1])
})

test('choices stay when the page is left, and begin anew when a file has changed', async () => {
  await add('林岫', bare)
  const keep = await add('林岫', full)
  const { user } = await open()
  const compare = async () => {
    await user.click(await screen.findByRole('button', { name: '对照合并' }))
    return within(await screen.findByRole('radiogroup', { name: '年度考核：两份说法不同' }))
  }
  await user.click(await screen.findByRole('button', { name: '重复档案' }))
  await user.click((await compare()).getByRole('radio', { name: /另一份/ }))
  await user.click(screen.getByRole('button', { name: '重复档案' }))
  const again = await compare()
  expect(again.getByRole<HTMLInputElement>('radio', { name: /另一份/ }).checked).toBe(true)
  expect(screen.getByText('接着上次没有做完的选择')).toBeTruthy()
  await user.click(screen.getByRole('button', { name: '重复档案' }))
  const { revision } = await core.api.cadres.get({ id: keep })
  await core.api.cadres.change({ id: keep, revision, reason: '', changes: [{ field: 'nation', value: '回族' }] })
  const anew = await compare()
  expect(anew.getByRole<HTMLInputElement>('radio', { name: /保留的这份/ }).checked).toBe(true)
})

test('two people are put aside with a reason, seen again, and listed anew', async () => {
  await add('林岫')
  await add('林岫')
  const { user } = await open()
  await user.click(await screen.findByRole('button', { name: '重复档案' }))
  await user.click(await screen.findByRole('button', { name: '不是同一人' }))
  const dialog = within(await screen.findByRole('dialog'))
  await user.type(dialog.getByLabelText('理由'), '堂姐妹')
  await user.click(dialog.getByRole('button', { name: '认定不是同一人' }))
  expect(await screen.findByText('没有发现重复的档案')).toBeTruthy()
  await user.click(screen.getByText('已认定不是同一人 1'))
  expect(await screen.findByText(/陆四 .* 认定：堂姐妹/)).toBeTruthy()
  await user.click(screen.getByRole('button', { name: '取消认定' }))
  expect(await screen.findByText('还没有认定过')).toBeTruthy()
})

test('a person’s page and the dialog for a new one tell of another file', async () => {
  const first = await add('林岫')
  const { user, places } = await open()
  await user.click(await screen.findByRole('button', { name: '新增干部' }))
  const dialog = within(await screen.findByRole('dialog'))
  await user.type(dialog.getByLabelText('姓名'), '林岫')
  expect(await dialog.findByText('已有同名的档案，填上出生年月可以分辨')).toBeTruthy()
  await user.type(dialog.getByLabelText('出生年月'), '1984.03')
  expect(await dialog.findByText('已有同名的档案，出生年月也相符')).toBeTruthy()
  await user.click(dialog.getByRole('button', { name: '新增并填写' }))
  await screen.findByRole('form', { name: '编辑档案' })
  await user.click(screen.getByText('干部名册'))
  await user.dblClick((await screen.findAllByRole('row', { name: /林岫/ }))[0] as HTMLElement)
  expect(await screen.findByText('可能还有一份档案')).toBeTruthy()
  await user.click(screen.getByRole('button', { name: '打开那一份' }))
  await screen.findByText('可能还有一份档案')
  expect(places.some(place => place === `/cadres/${first}`)).toBe(true)
})
