import { screen, within } from '@testing-library/react'
import type { ReactNode } from 'react'
import { afterEach, expect, test } from 'vitest'
import { QuietCard } from '../../../src/renderer/interviews/coverage/QuietCard'
import { TodayTalksCard } from '../../../src/renderer/interviews/home/TodayTalksCard'
import { PromisesTab } from '../../../src/renderer/interviews/promises/PromisesTab'
import { addDays, Day } from '../../../src/shared/dates/add-months'
import { today } from '../../../src/shared/dates/today'
import { type Core, signInAs } from '../../helpers/harness'
import { department, NEXT, nobody, planOf, planOne } from '../../main/interviews/department'
import { showOver } from '../home/show'

let core: Core | undefined
afterEach(() => core?.close())

async function sit(seated: Core, page: ReactNode) {
  core = seated
  const state = await seated.api.session.state({})
  if (state.kind !== 'open') throw new Error('not signed in')
  return showOver(seated.bridge, state.session, page)
}
const at = (days: number, hour: number): string =>
  new Date(`${addDays(Day.parse(today()), days)}T${String(hour).padStart(2, '0')}:00:00`).toISOString()

test('of a long round a talker sees the talk of today and the next one; who may only read one sees nothing', async () => {
  const { place, core: officer, idOf, cadre } = await department()
  const talkers = [idOf('方汀兰')]
  const ahead = Array.from({ length: 70 }, (_, n) => planOf(cadre, talkers, { startsAt: at(n + 1, 9) }))
  await officer.api.interviews.plan({ plans: ahead, round: '一轮', avoid: nobody })
  await planOne(officer, planOf(cadre, talkers, { startsAt: at(0, 10), readers: [idOf('苏既白')], place: '会客室' }))
  officer.close()
  const page = <TodayTalksCard title="今天的谈话" />
  const shown = await sit(await signInAs(place, 'tan1', NEXT), page)
  expect(await screen.findByText('会客室')).toBeTruthy()
  expect(screen.getByText('1 次')).toBeTruthy()
  shown.unmount()
  core?.close()
  await sit(await signInAs(place, 'tan2', NEXT), page)
  expect(await screen.findByText(/今天没有安排给您的谈话。/)).toBeTruthy()
})

test('the next talk is told when there is none today', async () => {
  const { place, core: officer, idOf, cadre } = await department()
  const plans = Array.from({ length: 70 }, (_, n) => planOf(cadre, [idOf('方汀兰')], { startsAt: at(n + 2, 9) }))
  await officer.api.interviews.plan({ plans, round: '一轮', avoid: nobody })
  officer.close()
  await sit(await signInAs(place, 'tan1', NEXT), <TodayTalksCard title="今天的谈话" />)
  const first = new Date(at(2, 9))
  const day = `${first.getMonth() + 1}月${first.getDate()}日`
  expect(await screen.findByText(new RegExp(`下一次 .*${day} .*09:00，周启明`))).toBeTruthy()
})

test('promises are paged on, put off by those who may, and only looked at by the leader', async () => {
  const { place, core: officer, idOf, cadre } = await department()
  for (let n = 0; n < 61; n += 1)
    await officer.api.promises.add({
      kind: '承诺',
      theme: '工作条件',
      text: `第 ${n + 1} 件`,
      cadreId: cadre,
      interviewId: null,
      noteId: null,
      ownerId: idOf('陆四'),
      helper: '',
      dueOn: addDays(Day.parse('2030-02-01'), n),
    })
  const { user, unmount } = await sit(officer, <PromisesTab />)
  expect(await screen.findByText('共 61 件')).toBeTruthy()
  expect(screen.queryByText('第 61 件')).toBeNull()
  await user.click(screen.getByRole('button', { name: '再看一些' }))
  expect(await screen.findByText('第 61 件')).toBeTruthy()
  expect(screen.queryByRole('button', { name: '再看一些' })).toBeNull()

  await user.click(screen.getByText('第 1 件'))
  const dialog = within(await screen.findByRole('dialog'))
  await user.click(dialog.getByRole('button', { name: '改期、转办' }))
  const due = await dialog.findByLabelText('何日前')
  await user.clear(due)
  await user.type(due, '2030-03-03')
  await user.type(dialog.getByLabelText('改期或者转办的理由'), '等会议')
  await user.click(dialog.getByRole('button', { name: '改好' }))
  expect(await dialog.findByText(/等会议（期限 2030\.02\.01 改为 2030\.03\.03）/)).toBeTruthy()
  unmount()
  officer.close()

  const leader = await sit(await signInAs(place, 'buzhang', NEXT), <PromisesTab />)
  await leader.user.click(await screen.findByText('第 2 件'))
  const seen = within(await screen.findByRole('dialog'))
  expect(seen.getByText(/能办理这件事/)).toBeTruthy()
  expect(seen.queryByRole('button', { name: '办结' })).toBeNull()
})

test('nobody who was not talked to for long: the card says so', async () => {
  const { core: officer } = await department()
  await sit(officer, <QuietCard unitId="00000000-0000-4000-8000-000000000000" />)
  expect(await screen.findByText('没有久未谈话的干部')).toBeTruthy()
})
