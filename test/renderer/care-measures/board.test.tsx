import { screen, within } from '@testing-library/react'
import { afterEach, expect, test } from 'vitest'
import { CareMeasuresTab } from '../../../src/renderer/care-measures/CareMeasuresTab'
import { type Core, signedIn } from '../../helpers/harness'
import { showOver } from '../home/show'

let core: Core
afterEach(() => core.close())

async function open() {
  core = await signedIn('officer')
  const state = await core.api.session.state({})
  if (state.kind !== 'open') throw new Error('not signed in')
  return showOver(core.bridge, state.session, <CareMeasuresTab />)
}

test('four groups and the places to name; a dimension narrows the groups and says by how much', async () => {
  const { user } = await open()
  const life = within(await screen.findByRole('region', { name: '生活上 真情帮扶' }))
  expect(life.getAllByRole('listitem')).toHaveLength(9)
  expect(screen.getByRole('region', { name: '待本单位命名' }).textContent).toContain('不代拟')
  await user.click(screen.getByRole('button', { name: '经济' }))
  expect(life.getAllByRole('listitem')).toHaveLength(2)
  expect(screen.getByRole('region', { name: '生活上 真情帮扶' }).textContent).toContain('9 条中的 2 条')
  expect(screen.queryByRole('region', { name: '待本单位命名' })).toBeNull()
})
