import { screen, within } from '@testing-library/react'
import { afterEach, expect, test } from 'vitest'
import { CareRulesPane } from '../../../src/renderer/care-rules/configure/CareRulesPane'
import { type Core, signedIn } from '../../helpers/harness'
import { showOver } from '../home/show'

let core: Core | undefined
afterEach(() => core?.close())

test('a rule is switched off with a reason, and the day from which the unit is asked is set', async () => {
  core = await signedIn('officer')
  const state = await core.api.session.state({})
  if (state.kind !== 'open') throw new Error('not signed in')
  const { user, places } = showOver(core.bridge, state.session, <CareRulesPane />)
  await user.click(await screen.findByRole('switch', { name: '启用生日祝贺' }))
  const dialog = within(await screen.findByRole('dialog'))
  await user.type(dialog.getByLabelText(/^理由/), '由工会统一办')
  await user.click(dialog.getByRole('button', { name: '停用' }))
  await screen.findByRole('switch', { name: '启用生日祝贺', checked: false })
  expect((await core.api.careRules.versions({ id: 'birthday' }))[0]).toMatchObject({ reason: '由工会统一办' })

  const since = screen.getByLabelText('从哪天起列应办')
  await user.clear(since)
  await user.type(since, '2025.10.01')
  await user.click(screen.getByRole('button', { name: '改启用日…' }))
  await screen.findByText(/^2025.10.01 以前到期的/)
  // What closes stays in the page until its movement has ended, which nothing here ends.
  const second = within(screen.getAllByRole('dialog').at(-1) ?? document.body)
  await user.type(second.getByLabelText(/^理由/), '补齐去年四季度')
  await user.click(second.getByRole('button', { name: '改启用日' }))
  expect(await screen.findByText('设定的理由：补齐去年四季度')).toBeTruthy()
  expect(await core.api.careRules.start({})).toEqual({ since: '2025-10-01', reason: '补齐去年四季度' })
  await user.click(screen.getByRole('button', { name: /^住院看望/ }))
  expect(places.at(-1)).toBe('/care/configure/rules/hospital')
})
