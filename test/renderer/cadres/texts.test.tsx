import { screen, within } from '@testing-library/react'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { CadresRoutes } from '../../../src/renderer/cadres/CadresRoutes'
import { markedParts, shortened } from '../../../src/renderer/cadres/texts/marked'
import type { CadreId } from '../../../src/shared/cadres/cadres'
import { type Core, signedIn } from '../../helpers/harness'
import { type Parts, person } from '../../shared/cadres/person'
import { showOver } from '../home/show'

let core: Core
let id: CadreId
beforeEach(async () => {
  core = await signedIn('officer')
  id = (await core.api.cadres.add({ name: '李望舒', birth: null, unitId: null })).cadre.id
})
afterEach(() => core.close())

async function keep({ form = {}, ...parts }: Parts): Promise<void> {
  const made = person(parts)
  const changes = [
    ...Object.keys(parts).map(field => ({ field, value: made[field as keyof typeof made] as unknown })),
    ...Object.entries(form).map(([name, value]) => ({ field: `form.${name}`, value })),
  ]
  await core.api.cadres.change({ id, revision: 1, reason: '', changes })
}

async function open() {
  const state = await core.api.session.state({})
  if (state.kind !== 'open') throw new Error('not signed in')
  const shown = showOver(core.bridge, state.session, <CadresRoutes />)
  await shown.user.dblClick(await screen.findByRole('rowheader', { name: /李望舒/ }))
  return shown
}
const current = async () => (await core.api.cadres.get({ id })).cadre

test('奖惩情况 out of the rows: before and after are shown, the wording can be changed, one step is saved and undone', async () => {
  await keep({
    form: { rewardsAndPunishments: '2019年8月，被区委授予“好干部”称号；待核。' },
    rewards: [
      { on: '2019-08', authority: '区委', name: '授予“好干部”称号' },
      { on: '2024-12', authority: '区委', name: '嘉奖' },
    ],
  })
  const { user } = await open()
  await user.click(await screen.findByRole('tab', { name: /奖惩/ }))
  await user.click(await screen.findByRole('button', { name: '文字和记录有不同' }))
  const dialog = within(await screen.findByRole('dialog', { name: '奖惩情况：文字和记录' }))
  // The other way first: what the text says and the rows lack.
  expect(dialog.getByRole('checkbox', { name: '奖励记录增加一行' })).toHaveProperty('checked', true)
  await user.click(dialog.getByText('由记录生成文字'))
  expect(dialog.getByText('“待核”没有对应的记录，照记录写就不再出现。')).toBeTruthy()
  expect(dialog.getByText('待核', { selector: 'del' })).toBeTruthy()
  await user.click(dialog.getByRole('button', { name: '改写法' }))
  const text = dialog.getByLabelText<HTMLTextAreaElement>('奖惩情况改为')
  expect(text.value).toBe('2019年8月，被区委授予“好干部”称号；2024年12月，经区委批准，嘉奖。')
  await user.clear(text)
  await user.type(text, '2024年12月，区委嘉奖。')
  const reason = dialog.getByLabelText('修改理由')
  await user.clear(reason)
  expect(dialog.getByRole('button', { name: '保存 1 处' }).getAttribute('aria-description')).toBe('写明理由')
  await user.type(reason, '年底核对')
  await user.click(dialog.getByRole('button', { name: '保存 1 处' }))
  expect(await screen.findByText('已保存，改了 1 项')).toBeTruthy()
  expect((await current()).form.rewardsAndPunishments).toBe('2024年12月，区委嘉奖。')
  const [step] = await core.api.cadres.history({ id })
  expect(step).toMatchObject({ kind: 'change', reason: '年底核对', changes: [{ field: 'form.rewardsAndPunishments' }] })
  await user.click(within(screen.getByRole('status')).getByRole('button', { name: '撤销' }))
  await screen.findByRole('tab', { name: /奖惩/, selected: true })
  expect((await current()).form.rewardsAndPunishments).toContain('待核')
})

test('a finding leads to the rows out of the text: what is not ticked stays, what is not understood is told', async () => {
  await keep({
    form: { assessments: '2023年年度考核优秀；2024年年度考核称职；2022年支援边疆。' },
    assessments: [{ year: 2023, grade: '称职' }],
  })
  const { user, places } = await open()
  await user.click(await screen.findByRole('tab', { name: /核对/ }))
  const [lead] = await screen.findAllByRole('button', { name: '对照文字' })
  if (!lead) throw new Error('no finding')
  await user.click(lead)
  expect(places.at(-1)).toBe(`/cadres/${id}/checks/assessments`)
  const dialog = within(await screen.findByRole('dialog', { name: '年度考核结果：文字和记录' }))
  expect(within(dialog.getByRole('region', { name: '没有看懂的' })).getByText('2022年支援边疆')).toBeTruthy()
  await user.click(dialog.getByRole('checkbox', { name: '年度考核第1行' }))
  expect(dialog.getByText('2 处不同，选了 1 处')).toBeTruthy()
  await user.click(dialog.getByRole('button', { name: '保存 1 处' }))
  await screen.findByText('已保存，改了 1 项')
  expect(places.at(-1)).toBe(`/cadres/${id}/checks`)
  expect((await current()).assessments).toEqual([
    { year: 2023, grade: '称职' },
    { year: 2024, grade: '称职' },
  ])
})

test('a file at one with itself says so, and nothing can be saved', async () => {
  await keep({ form: { partyText: '200405' }, partyJoined: '2004-05' })
  const { user } = await open()
  await user.click(await screen.findByRole('button', { name: '编辑' }))
  await user.click(await screen.findByRole('button', { name: '入党时间：对照文字和记录' }))
  const dialog = within(await screen.findByRole('dialog', { name: '入党时间：文字和记录' }))
  expect(dialog.getByText('文字和记录说的一样')).toBeTruthy()
  expect(dialog.queryByRole('button', { name: /放进修改/ })).toBeNull()
})

test.each([
  ['甲；乙。', '甲；丙。', ['甲；', '[乙]', '。'], ['甲；', '[丙]', '。']],
  ['甲；乙。', '甲。', ['甲', '[；乙]', '。'], ['甲。']],
  ['', '甲', [], ['[甲]']],
  ['甲\n乙\n', '甲\n乙\n丙', ['甲\n乙\n'], ['甲\n乙\n', '[丙]']],
  ['同', '同', ['同'], ['同']],
])('%j and %j', (before, after, left, right) => {
  const marked = markedParts(before, after)
  const shown = (parts: typeof marked.before) => parts.map(({ text, differs }) => (differs ? `[${text}]` : text))
  expect([shown(marked.before), shown(marked.after)]).toEqual([left, right])
})

test('of many lines that are the same the first and the last are shown', () => {
  const lines = Array.from({ length: 9 }, (_, at) => `${at}\n`)
  expect(shortened(lines.join(''))).toEqual({ head: '0\n1\n', lines: 5, tail: '7\n8\n' })
  expect(shortened(lines.slice(0, 6).join(''))).toBeUndefined()
})
