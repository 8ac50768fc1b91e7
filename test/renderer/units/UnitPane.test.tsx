import { screen, waitFor, within } from '@testing-library/react'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { useAsked } from '../../../src/renderer/exports/ask'
import { UnitsPage } from '../../../src/renderer/units/UnitsPage'
import { useUnitsStore } from '../../../src/renderer/units/units.store'
import type { CadreId } from '../../../src/shared/cadres/cadres'
import { PartialDate } from '../../../src/shared/dates/partial-date'
import type { UnitId } from '../../../src/shared/units/units'
import { type Core, signedIn } from '../../helpers/harness'
import { showOver } from '../home/show'

let core: Core
let unitId: UnitId
beforeEach(async () => {
  core = await signedIn('officer')
  const [root] = await core.api.units.tree({})
  unitId = (await core.api.units.add({ parentId: root?.id ?? '', name: '区信访局' })).id
  useUnitsStore.setState({ selected: unitId })
})
afterEach(() => core.close())

async function hold(name: string, title: string): Promise<CadreId> {
  const { cadre } = await core.api.cadres.add({ name, birth: PartialDate.parse('1984-03'), unitId })
  const row = {
    unitId,
    unitName: '区信访局',
    title,
    level: '',
    role: '主职',
    memberKind: '',
    teamOrder: null,
    appointedOn: '2021-03',
    appointedBy: '',
    appointMode: '',
    status: '在任',
    removedOn: null,
    removedBy: '',
  }
  await core.api.cadres.change({ id: cadre.id, revision: 1, reason: '', changes: [{ field: 'posts', value: [row] }] })
  return cadre.id
}

async function open() {
  const state = await core.api.session.state({})
  if (state.kind !== 'open') throw new Error('not signed in')
  return showOver(core.bridge, state.session, <UnitsPage />)
}

test('a post is registered, its empty seat is drawn, and it is changed', async () => {
  await hold('许问渠', '局长')
  const { user } = await open()
  await user.click(await screen.findByRole('button', { name: '登记第一个职位' }))
  const dialog = within(await screen.findByRole('dialog'))
  expect(dialog.getByRole('button', { name: '新增' }).getAttribute('aria-description')).toBe('先写职位名称')
  await user.type(dialog.getByLabelText('职位名称'), '局长')
  await user.clear(dialog.getByLabelText('核定职数'))
  await user.type(dialog.getByLabelText('核定职数'), '2')
  await user.click(dialog.getByRole('button', { name: '新增' }))
  expect(await screen.findByText('空缺 1')).toBeTruthy()
  const row = within(await screen.findByRole('row', { name: /^局长/ }))
  expect(row.getByRole('link', { name: '许问渠' })).toBeTruthy()
  expect(row.getByText('空缺')).toBeTruthy()
  expect(row.getByRole('button', { name: '删除' }).getAttribute('aria-description')).toContain('还有 1 人')
  expect(await core.api.posts.unit({ unitId })).toMatchObject({ posts: [{ title: '局长', approved: 2, inTeam: true }] })
})

test('the team is put in order by key', async () => {
  await core.api.posts.add({ unitId, title: '副局长', level: '', inTeam: true, approved: 2 })
  await hold('冯九皋', '副局长')
  await hold('许问渠', '副局长')
  const { user } = await open()
  const names = () =>
    within(screen.getByRole('region', { name: '领导班子' }))
      .getAllByRole('link')
      .map(({ textContent }) => textContent)
  await waitFor(() => expect(names()).toEqual(['冯九皋', '许问渠']))
  within(screen.getByRole('region', { name: '领导班子' }))
    .getAllByRole('listitem')[1]
    ?.focus()
  await user.keyboard('{Alt>}{ArrowUp}{/Alt}')
  await waitFor(() => expect(names()).toEqual(['许问渠', '冯九皋']))
})

test('what an export would take is the unit in sight with those below it', async () => {
  await open()
  await waitFor(() =>
    expect(useAsked.getState().offered).toMatchObject({
      label: '区信访局',
      whom: { by: 'list', filter: { unitId, status: [], trashed: false } },
    }),
  )
})
