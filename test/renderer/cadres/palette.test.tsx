import { screen, within } from '@testing-library/react'
import { expect, test } from 'vitest'
import { Desk } from '../../../src/renderer/shell/Desk'
import { signedIn } from '../../helpers/harness'
import { showOver } from '../home/show'

test('Ctrl+K finds a person by initials, and Enter opens the file', async () => {
  const core = await signedIn('officer')
  const { cadre } = await core.api.cadres.add({ name: '单雄信', birth: null, unitId: null })
  await core.api.cadres.change({
    id: cadre.id,
    revision: 1,
    reason: '',
    changes: [{ field: 'form.currentPost', value: '石桥镇党委书记' }],
  })
  const state = await core.api.session.state({})
  if (state.kind !== 'open') throw new Error('not signed in')
  const { user, places } = showOver(core.bridge, state.session, <Desk />)
  await screen.findByRole('link', { name: '干部' })
  await user.keyboard('{Control>}k{/Control}')
  await user.type(await screen.findByRole('combobox', { name: '查找人、页面和命令' }), 'sxx')
  const found = await screen.findByRole('option', { name: /单雄信/ })
  expect(within(found).getByText('石桥镇党委书记')).toBeTruthy()
  expect(document.querySelector('[title*="单雄信"]')).toBeNull()
  await user.keyboard('{Enter}')
  expect(await screen.findByRole('heading', { name: '单雄信', level: 1 })).toBeTruthy()
  expect(places.at(-1)).toBe(`/cadres/${cadre.id}`)
  core.close()
})
