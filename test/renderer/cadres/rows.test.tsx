import { screen, within } from '@testing-library/react'
import { afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import { CadresRoutes } from '../../../src/renderer/cadres/CadresRoutes'
import type { CadreId } from '../../../src/shared/cadres/cadres'
import { type Core, signedIn } from '../../helpers/harness'
import { type Parts, person } from '../../shared/cadres/person'
import { showOver } from '../home/show'

// The tabs load when they are opened. On a busy computer that takes longer than one waits for what they show.
beforeAll(async () => {
  await Promise.all([
    import('../../../src/renderer/cadres/rows/PostsTab'),
    import('../../../src/renderer/cadres/rows/RewardsTab'),
  ])
})

let core: Core
let id: CadreId
beforeEach(async () => {
  core = await signedIn('officer')
  id = (await core.api.cadres.add({ name: '李望舒', birth: null, unitId: null })).cadre.id
})
afterEach(() => core.close())

async function keep(parts: Parts): Promise<void> {
  const made = person(parts)
  const changes = Object.keys(parts).map(field => ({ field, value: made[field as keyof typeof made] }))
  await core.api.cadres.change({ id, revision: 1, reason: '', changes })
}

async function open(tab: RegExp) {
  const state = await core.api.session.state({})
  if (state.kind !== 'open') throw new Error('not signed in')
  const shown = showOver(core.bridge, state.session, <CadresRoutes />)
  await shown.user.dblClick(await screen.findByRole('rowheader', { name: /李望舒/ }))
  await shown.user.click(await screen.findByRole('tab', { name: tab }))
  return shown
}
const cells = (row: HTMLElement): (string | null)[] =>
  within(row)
    .getAllByRole('cell')
    .map(cell => cell.textContent)
const rowsOf = (region: HTMLElement): HTMLElement[] => within(region).getAllByRole('row').slice(1)

test('an empty 职务 says what to do; a post is added by keyboard and stands there afterwards', async () => {
  const { user } = await open(/职务/)
  expect(await screen.findByText('还没有在任职务')).toBeTruthy()
  await user.click(screen.getByRole('button', { name: '填写' }))
  const form = within(await screen.findByRole('form', { name: '编辑档案' }))
  const posts = within(form.getByRole('group', { name: '职务' }))
  await user.click(posts.getByRole('button', { name: '加一行' }))
  const first = within(posts.getByRole('group', { name: '第1行' }))
  await user.type(first.getByLabelText('任职单位'), '石桥镇')
  await user.type(first.getByLabelText('职务名称'), '镇长')
  await user.type(first.getByLabelText('班子内排序'), '一')
  expect(first.getByText('写 1 到 999 的整数')).toBeTruthy()
  expect(form.getByRole('button', { name: '保存' }).getAttribute('aria-description')).toContain('第1行班子内排序')
  await user.clear(first.getByLabelText('班子内排序'))
  await user.type(first.getByLabelText('班子内排序'), '２')
  await user.type(first.getByLabelText('任职时间'), '2021.3')
  await user.keyboard('{Control>}{Enter}{/Control}')
  const second = within(posts.getByRole('group', { name: '第2行' }))
  await user.type(second.getByLabelText('职务名称'), '区人大代表')
  await user.click(form.getByRole('button', { name: '保存' }))
  await screen.findByText('已保存，改了 1 项')
  expect(screen.getByRole('tab', { name: /职务/ }).getAttribute('aria-selected')).toBe('true')
  expect(rowsOf(screen.getByRole('region', { name: '在任职务' })).map(cells)).toEqual([
    ['石桥镇　镇长', '主职', '2021.03', '', '', '第 2 位'],
    ['区人大代表', '兼职', '', '', '', ''],
  ])
})

test('posts left are told apart, the latest first; the kind of cadre stands beside', async () => {
  await keep({
    posts: [
      {
        unitName: '云溪镇',
        title: '副镇长',
        status: '已免',
        appointedOn: '2012-03',
        removedOn: '2016',
        appointedBy: '组任〔2012〕9号',
      },
      { unitName: '石桥镇', title: '镇长', status: '已免', appointedOn: '2016', removedOn: '2021-02' },
    ],
    staffing: '行政编制',
    secrecy: '秘密★10年',
    ageLimit: '改革前任职年龄界限为60岁',
  })
  await open(/职务/)
  expect(rowsOf(await screen.findByRole('region', { name: '曾任职务' })).map(cells)).toEqual([
    ['石桥镇　镇长', '2016', '2021.02', ''],
    ['云溪镇　副镇长', '2012.03组任〔2012〕9号', '2016', ''],
  ])
  const standing = within(screen.getByRole('region', { name: '管理信息' }))
  for (const text of ['行政编制', '秘密★10年', '改革前任职年龄界限为60岁'])
    expect(standing.getByText(text)).toBeTruthy()
})

test('处分处理 says until when it bears on promotion and by what rule; a revoked one bears on nothing', async () => {
  await keep({
    punishments: [
      { kind: '党纪处分', name: '党内警告', on: '2019-05-06', authority: '区纪委' },
      { kind: '诫勉', name: '诫勉', on: '2021', revokedOn: '2021-09' },
      { kind: '其他', name: '通报批评', on: '2022' },
    ],
  })
  await open(/奖惩/)
  const region = await screen.findByRole('region', { name: '处分处理' })
  const rows = rowsOf(region)
  expect(rows.map(row => cells(row)[2])).toEqual(['通报批评', '诫勉', '党内警告'])
  expect(rows.map(row => cells(row)[3])).toEqual(['推算不出，以决定为准', '2021.09 撤销', '已满至 2020.05.05依据'])
  expect(within(region).getByRole('button', { name: /依据：中国共产党纪律处分条例第十条/ })).toBeTruthy()
})
