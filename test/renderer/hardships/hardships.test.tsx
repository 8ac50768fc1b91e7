import { screen, within } from '@testing-library/react'
import type { ReactNode } from 'react'
import { afterEach, expect, test } from 'vitest'
import { HardshipOfPerson } from '../../../src/renderer/hardships/HardshipOfPerson'
import { HardshipPage } from '../../../src/renderer/hardships/HardshipPage'
import { addDays, Day } from '../../../src/shared/dates/add-months'
import { today } from '../../../src/shared/dates/today'
import { type Core, signedIn } from '../../helpers/harness'
import { showOver } from '../home/show'

let core: Core | undefined
afterEach(() => core?.close())

/** One case of the day on which the test runs, as the page reckons. */
async function oneCase() {
  core = await signedIn('officer')
  const { cadre } = await core.api.cadres.add({ name: '周启明', birth: null, unitId: null })
  const openedOn = addDays(Day.parse(today()), -1)
  const hardship = await core.api.hardships.add({
    cadreId: cadre.id,
    facts: {
      cause: '突发事件',
      causeText: '房屋受损',
      openedOn,
      level: '困难',
      proofs: [],
      nextReviewOn: addDays(openedOn, 365),
    },
    household: { members: 3, who: '妻子和孩子', costFen: null, incomeFen: 3_600_000 },
  })
  return hardship
}
async function sit(page: ReactNode) {
  const state = await core?.api.session.state({})
  if (!core || state?.kind !== 'open') throw new Error('not signed in')
  return showOver(core.bridge, state.session, page)
}

test('income is masked until a reason is given, and masked again after a change', async () => {
  const { id } = await oneCase()
  const { user } = await sit(<HardshipPage id={id} />)
  expect(await screen.findAllByLabelText('已遮住')).toHaveLength(5)
  expect(screen.queryByText(/妻子和孩子|36000/)).toBeNull()
  await user.click(screen.getByRole('button', { name: '显示' }))
  const asked = within(await screen.findByRole('dialog'))
  await user.type(asked.getByLabelText('理由'), '发放前核对')
  await user.click(asked.getByRole('button', { name: '显示' }))
  expect(await screen.findByText('12000 元')).toBeTruthy()
  expect(screen.getByText(/本地人均收入标准还没有填.*等级由单位定/)).toBeTruthy()

  await user.click(screen.getByRole('button', { name: '＋ 登记一笔' }))
  await user.type(screen.getByLabelText('金额（元）'), '2000.50')
  await user.click(screen.getByRole('button', { name: '登记' }))
  expect(await screen.findByText('共 2000.50 元')).toBeTruthy()
  expect(await screen.findAllByLabelText('已遮住')).toHaveLength(5)
})

test("a person's page says that the household is helped, and no figure", async () => {
  const { cadreId, id } = await oneCase()
  const { user, places, container } = await sit(<HardshipOfPerson id={cadreId} />)
  await user.click(await screen.findByRole('button', { name: /突发事件/ }))
  expect(places.at(-1)).toBe(`/care/hardships/${id}`)
  expect(container.textContent).not.toMatch(/36000|妻子/)
})
