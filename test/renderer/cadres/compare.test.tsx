import { screen, within } from '@testing-library/react'
import { expect, test } from 'vitest'
import { CadresRoutes } from '../../../src/renderer/cadres/CadresRoutes'
import { comparableIn, comparedIn, compareRefusal } from '../../../src/renderer/cadres/compare/compare.route'
import { type Core, signedIn } from '../../helpers/harness'
import { showOver } from '../home/show'

async function add(core: Core, name: string, values: Record<string, unknown>) {
  const { cadre } = await core.api.cadres.add({ name, birth: null, unitId: null })
  const changes = Object.entries(values).map(([field, value]) => ({ field, value }))
  await core.api.cadres.change({ id: cadre.id, revision: 1, reason: '', changes })
  return cadre.id
}
async function open(core: Core) {
  const state = await core.api.session.state({})
  if (state.kind !== 'open') throw new Error('not signed in')
  return showOver(core.bridge, state.session, <CadresRoutes />)
}

test('two are picked and compared, a third is added by initials, one is taken out', async () => {
  const core = await signedIn('officer')
  const idNumber = '370199198403040024'
  await add(core, '李望舒', { birth: '1984-03', sex: '女', nation: '汉族', idNumber })
  await add(core, '王若谷', { birth: '1990-05', sex: '男', nation: '汉族' })
  await add(core, '丁一', { sex: '女', nation: '回族' })
  const { user, places } = await open(core)
  await user.click(await screen.findByRole('checkbox', { name: '选中李望舒' }))
  const bar = within(screen.getByRole('group', { name: '选中的人' }))
  expect(bar.getByRole('button', { name: '比较' }).getAttribute('aria-description')).toBe('选 2 到 4 人才能比较')
  await user.click(screen.getByRole('checkbox', { name: '选中王若谷' }))
  await user.click(bar.getByRole('button', { name: '比较' }))
  expect(places.at(-1)).toMatch(/^\/cadres\/compare\/.{36},.{36}$/)

  const row = (name: RegExp) => screen.findByRole('row', { name })
  expect(
    within(await row(/^民族/))
      .getAllByRole('cell')
      .map(cell => cell.textContent),
  ).toEqual(['汉族', '汉族'])
  expect((await row(/^民族/)).dataset.differs).toBeUndefined()
  expect((await row(/^性别/)).dataset.differs).toBe('true')
  expect(document.body.textContent).not.toContain(idNumber)
  expect(document.body.textContent).not.toContain('37**')

  await user.click(screen.getByRole('checkbox', { name: /只看不同的/ }))
  expect(screen.queryByRole('row', { name: /^民族/ })).toBeNull()
  await user.type(screen.getByRole('textbox', { name: '再加一个人' }), 'dy')
  await user.click(await screen.findByRole('button', { name: /丁一/ }))
  expect(
    within(await row(/^民族/))
      .getAllByRole('cell')
      .map(cell => cell.textContent),
  ).toEqual(['汉族', '汉族', '回族'])
  await user.click(screen.getByRole('button', { name: '不比较丁一' }))
  await user.click(screen.getByRole('button', { name: '不比较王若谷' }))
  expect(await screen.findByText('再加一个人，就能比较')).toBeTruthy()
  core.close()
})

const ids = Array.from({ length: 6 }, (_, n) => `00000000-0000-4000-8000-00000000000${n}`)

test('a place names each once, four at most, and nobody who is none', () => {
  expect(comparedIn([ids[0], ids[0], 'x', ids[1]].join(','))).toEqual([ids[0], ids[1]])
  expect(comparedIn(ids.join(','))).toHaveLength(4)
  expect(comparedIn('')).toEqual([])
})

test.each([
  [0, false],
  [1, false],
  [2, true],
  [4, true],
  [5, false],
])('%i people: %s', (people, may) => {
  expect(compareRefusal(people) === undefined).toBe(may)
})

test('a command begins with whom the page offers, unless they are too many', () => {
  const offer = (some: readonly string[]) => ({
    label: '',
    whom: { by: 'ids' as const, ids: comparedIn(some.join(',')) },
  })
  expect(comparableIn(offer(ids.slice(0, 2)))).toEqual(ids.slice(0, 2))
  expect(comparableIn(null)).toEqual([])
  const many = { label: '', whom: { by: 'ids' as const, ids: ids.flatMap(id => comparedIn(id)) } }
  expect(comparableIn(many)).toEqual([])
})
