import { screen, within } from '@testing-library/react'
import { afterEach, expect, test } from 'vitest'
import { DesksOfPerson } from '../../../src/renderer/desks/DesksOfPerson'
import { DesksTab } from '../../../src/renderer/desks/DesksTab'
import { CaringDesk, QuestionsDesk } from '../../../src/renderer/home/desks'
import { Day } from '../../../src/shared/dates/add-months'
import type { Core } from '../../helpers/harness'
import { signedIn } from '../../helpers/harness'
import { showOver } from '../home/show'

let core: Core | undefined
afterEach(() => core?.close())

test('a question is written down with Enter, stands at its desk and on the workbench, and is answered', async () => {
  core = await signedIn('officer')
  const state = await core.api.session.state({})
  if (state.kind !== 'open') throw new Error('not signed in')
  const { user, places } = showOver(
    core.bridge,
    state.session,
    <>
      <QuestionsDesk title="惑有人解" />
      <CaringDesk title="老有人管" />
      <DesksTab />
    </>,
  )
  await user.type(await screen.findByLabelText('什么事（不写是谁反映的）'), '探亲假怎么请{Enter}')
  await screen.findByRole('button', { name: '惑有人解：1 件待答' })
  await user.click(await screen.findByRole('button', { name: /^探亲假怎么请/ }))
  const dialog = within(await screen.findByRole('dialog'))
  await user.type(dialog.getByLabelText('怎么答复、怎么解决的'), '按规定每年一次')
  await user.click(dialog.getByRole('button', { name: '登记答复' }))
  expect(await dialog.findByText('已答复，待回访')).toBeTruthy()
  await user.click(dialog.getByRole('radio', { name: '满意' }))
  await user.click(dialog.getByRole('button', { name: '登记回访' }))
  expect(await dialog.findByText('已办结，满意')).toBeTruthy()
  expect(await screen.findAllByLabelText('尚无')).toHaveLength(2)
  expect(places).toEqual(['/'])
})

test("a person's page lists what is theirs at any desk", async () => {
  core = await signedIn('officer')
  const state = await core.api.session.state({})
  if (state.kind !== 'open') throw new Error('not signed in')
  const { cadre } = await core.api.cadres.add({ name: '周启明', birth: null, unitId: null })
  const [owner] = await core.api.desks.owners({})
  if (!owner) throw new Error('no owner')
  await core.api.desks.add({
    desk: '老',
    cadreId: cadre.id,
    unitId: null,
    text: '想有人帮着买药',
    cameOn: Day.parse('2030-01-02'),
    channel: '走访中发现',
    ownerId: owner.id,
    dueOn: null,
  })
  const { user } = showOver(core.bridge, state.session, <DesksOfPerson id={cadre.id} />)
  await user.click(await screen.findByRole('button', { name: /想有人帮着买药.*老有人管/ }))
  expect(within(await screen.findByRole('dialog')).getByText(/周启明.*走访中发现/)).toBeTruthy()
  expect(screen.getByText('1 件在办')).toBeTruthy()
})
