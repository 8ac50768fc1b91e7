import { act, fireEvent, screen, waitFor, within } from '@testing-library/react'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { CadresRoutes } from '../../../src/renderer/cadres/CadresRoutes'
import { useCadresStore } from '../../../src/renderer/cadres/cadres.store'
import { afterClosing, closeCurrent, stepFrom, useOpenPeople } from '../../../src/renderer/cadres/open/open.store'
import { forgetAsked } from '../../../src/renderer/cadres/open/useRemembered'
import { CadreId } from '../../../src/shared/cadres/cadres'
import { type Core, signedIn } from '../../helpers/harness'
import { showOver } from '../home/show'

const id = (digit: number): CadreId => CadreId.parse(`00000000-0000-4000-8000-00000000000${digit}`)
const [one, two, three] = [id(1), id(2), id(3)]
const open = (...ids: readonly CadreId[]) => ids.map(each => ({ id: each, name: '某人', tab: '', unsaved: false }))

beforeEach(() => {
  useCadresStore.setState(useCadresStore.getInitialState())
  useOpenPeople.setState(useOpenPeople.getInitialState())
  forgetAsked()
})

test.each([
  [null, 1, `/cadres/${one}`],
  [one, 1, `/cadres/${two}`],
  [three, 1, '/cadres'],
  [null, -1, `/cadres/${three}`],
  [one, -1, '/cadres'],
] as const)('around from %s by %s', (current, step, route) => {
  expect(stepFrom({ people: open(one, two, three), current }, step)).toBe(route)
})

test.each([
  [two, two, `/cadres/${three}`],
  [three, three, `/cadres/${two}`],
  [two, one, null],
] as const)('closing with %s in sight and %s closed', (current, closed, route) => {
  expect(afterClosing({ people: open(one, two, three), current }, closed)).toBe(route)
})

test('too many: the oldest that holds nothing unsaved goes', () => {
  const { visit, mark } = useOpenPeople.getState()
  for (let n = 0; n < 20; n++) visit(CadreId.parse(`00000000-0000-4000-8000-0000000000${10 + n}`), `人${n}`, '')
  mark(CadreId.parse('00000000-0000-4000-8000-000000000010'), true)
  visit(one, '新来的', '')
  const names = useOpenPeople.getState().people.map(({ name }) => name)
  expect(names).toHaveLength(20)
  expect([names[0], names[1], names.at(-1)]).toEqual(['人0', '人2', '新来的'])
})

let core: Core | undefined
afterEach(() => core?.close())

async function page() {
  core = await signedIn('officer')
  for (const name of ['李望舒', '梁柏舟']) await core.api.cadres.add({ name, birth: null, unitId: null })
  const state = await core.api.session.state({})
  if (state.kind !== 'open') throw new Error('not signed in')
  return showOver(core.bridge, state.session, <CadresRoutes />)
}

test('two people side by side: each keeps its tab and its draft; the middle button closes', async () => {
  const { user, places } = await page()
  await user.dblClick(await screen.findByRole('rowheader', { name: /李望舒/ }))
  await user.click(await screen.findByRole('tab', { name: '家庭' }))
  const strip = () => within(screen.getByRole('navigation', { name: '打开的档案' }))
  await user.click(strip().getByRole('button', { name: '干部名册' }))
  await user.dblClick(await screen.findByRole('rowheader', { name: /梁柏舟/ }))
  await user.click(await screen.findByRole('button', { name: '编辑' }))
  await user.type(await screen.findByLabelText('籍贯'), '云州')
  expect(await strip().findByRole('button', { name: '梁柏舟，有没有保存的修改' })).toBeTruthy()

  await user.click(strip().getByRole('button', { name: '李望舒' }))
  expect(places.at(-1)).toMatch(/\/family$/)
  await user.click(strip().getByRole('button', { name: /^梁柏舟/ }))
  expect(await screen.findByDisplayValue('云州')).toBeTruthy()

  fireEvent(strip().getByRole('button', { name: /^梁柏舟/ }), new MouseEvent('auxclick', { button: 1, bubbles: true }))
  expect(await screen.findByText(/梁柏舟没有保存的修改已留作草稿/)).toBeTruthy()
  expect(places.at(-1)).toMatch(/\/family$/)
  act(() => expect(closeCurrent()).toBe('/cadres'))
  await waitFor(() => expect(screen.queryByRole('navigation', { name: '打开的档案' })).toBeNull())
})

test('who was open is open again for the same account', async () => {
  const first = await page()
  await first.user.dblClick(await screen.findByRole('rowheader', { name: /李望舒/ }))
  await screen.findByRole('heading', { name: '李望舒', level: 1 })
  await waitFor(async () => expect((await core?.api.drafts.get({ key: 'cadres.open' }))?.body).toContain('李望舒'), {
    timeout: 4000,
  })
  first.unmount()
  useOpenPeople.setState(useOpenPeople.getInitialState())
  forgetAsked()
  const state = await core?.api.session.state({})
  if (!core || state?.kind !== 'open') throw new Error('not signed in')
  showOver(core.bridge, state.session, <CadresRoutes />)
  expect(await screen.findByRole('button', { name: '李望舒' })).toBeTruthy()
})
