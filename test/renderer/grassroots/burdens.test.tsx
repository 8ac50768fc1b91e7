import { screen, waitFor, within } from '@testing-library/react'
import { afterEach, expect, test } from 'vitest'
import { GrassrootsTab } from '../../../src/renderer/grassroots/GrassrootsTab'
import { type Core, signedIn } from '../../helpers/harness'
import { showOver } from '../home/show'

let core: Core
afterEach(() => core.close())

async function open(nature: string) {
  core = await signedIn('officer')
  const [root] = await core.api.units.tree({})
  if (!root) throw new Error('no unit')
  const { id } = await core.api.units.add({ parentId: root.id, name: '清河镇' })
  await core.api.posts.describe({ unitId: id, kind: '法人单位', nature, level: '', code: '', approvedStaff: null })
  const state = await core.api.session.state({})
  if (state.kind !== 'open') throw new Error('not signed in')
  return showOver(core.bridge, state.session, <GrassrootsTab />)
}

test('without streets and towns it says where they are made such', async () => {
  await open('')
  expect(await screen.findByText('还没有街镇')).toBeTruthy()
})

test('a facility is recorded from its cell and the row of sums follows', async () => {
  const { user } = await open('镇街')
  await user.click(await screen.findByRole('button', { name: '清河镇，宿舍，还没有登记' }))
  const dialog = within(await screen.findByRole('dialog', { name: '清河镇 · 宿舍' }))
  await user.click(dialog.getByText('简陋'))
  await user.click(dialog.getByRole('button', { name: '登记' }))
  expect(await screen.findByRole('button', { name: '清河镇，宿舍，简陋' })).toBeTruthy()
  await waitFor(() => expect(screen.getAllByText('0 / 1').length).toBeGreaterThan(0))
})
