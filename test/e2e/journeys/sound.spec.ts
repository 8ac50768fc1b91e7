import { test } from '@playwright/test'
import { SecrecyMark } from '../../../src/shared/secrecy/secrecy.rules'
import { expect, openDesk } from './support/desk'
import { inspect } from './support/inspect'
import { workAs } from './support/make-store'
import { officer, security } from './support/people'

test.describe.configure({ mode: 'serial' })

const at = openDesk({
  // A microphone that beeps; who may listen to it is left to the application.
  args: ['--use-fake-device-for-media-stream'],
  prepare: async home => {
    await workAs(home, security, async api => {
      const policy = await api.policy.get({})
      await api.policy.change({ policy: { ...policy, soundRecording: true }, reason: '经部务会研究' })
    })
    await workAs(home, officer, async api => {
      const { cadre } = await api.cadres.add({ name: '周启明', birth: null, unitId: null })
      const me = (await api.interviews.talkers({})).find(({ name }) => name === officer.name)
      if (!me) throw new Error('the officer may hold talks')
      const plan = {
        kind: 'everyday',
        subjects: [cadre.id],
        talkers: [me.id],
        recorderId: null,
        startsAt: new Date(Date.now() + 3_600_000).toISOString(),
        minutes: 60,
        place: '云溪街道 201 室',
        mode: '当面' as const,
        occasion: '',
        mark: SecrecyMark.parse('内部'),
        readers: [],
        dueKey: null,
      }
      await api.interviews.plan({ plans: [plan], round: null, avoid: { names: [], departments: [] } })
    })
  },
})

/** What a page gets that asks for devices by itself. */
const ask = (constraints: MediaStreamConstraints): Promise<string> =>
  at.desk.page.evaluate(
    wanted =>
      navigator.mediaDevices.getUserMedia(wanted).then(
        stream => {
          for (const track of stream.getTracks()) track.stop()
          return 'given'
        },
        (error: unknown) => (error instanceof DOMException ? error.name : 'other'),
      ),
    constraints,
  )

const second = 1000
const bar = () => at.desk.page.getByRole('region', { name: '录音' })

test('without the recording view no page gets the microphone, and none ever a camera', async () => {
  const { desk } = at
  await desk.signIn(officer)
  expect(await ask({ audio: true })).toBe('NotAllowedError')
  await desk.invoke('shell.allowMicrophone', { on: true })
  expect(await ask({ audio: true })).toBe('given')
  expect(await ask({ video: true })).toBe('NotAllowedError')
  expect(await ask({ audio: true, video: true })).toBe('NotAllowedError')
  await desk.page.reload()
  await expect(desk.lockButton).toBeVisible()
  expect(await ask({ audio: true })).toBe('NotAllowedError')
})

test('a talk is recorded once the person agrees, paused, and its lines are tied to their moments', async () => {
  const { desk } = at
  const { page } = desk
  await desk.goTo('谈话')
  await page.getByRole('button', { name: /周启明/ }).click()
  await page.getByRole('button', { name: '开始记录' }).click()
  const begin = bar().getByRole('button', { name: /开始录音/ })
  await expect(begin).toHaveAttribute('aria-description', /先问本人是否同意/)
  await bar().getByRole('radio', { name: '同意', exact: true }).click()
  await page.getByRole('textbox', { name: '记录' }).focus()
  await page.keyboard.press('F8')
  await expect(bar().getByText('录音中')).toBeVisible()
  await page.waitForTimeout(3 * second)
  await page.keyboard.type('加梯的事卡住了')
  await page.keyboard.press('Enter')
  await page.waitForTimeout(2 * second)
  await page.keyboard.press('F9')
  await inspect(desk)
  await page.keyboard.press('F8')
  await expect(bar().getByText('已暂停')).toBeVisible()
  await page.keyboard.press('F8')
  await page.waitForTimeout(2 * second)
  await bar().getByRole('button', { name: '停止' }).click()
  await expect(begin).toBeVisible()
  await expect(page.getByText(/^已存/)).toBeVisible()
})

test('what was recorded is heard from any moment, and the line that is heard is shown', async () => {
  const { desk } = at
  const { page } = desk
  await bar().getByRole('button', { name: '回听' }).click()
  const player = page.getByRole('region', { name: '回听' })
  await page
    .getByRole('button', { name: /从 00:0\d 听起/ })
    .first()
    .click()
  await expect(page.locator('[data-heard]')).toContainText('加梯的事卡住了')
  await expect(player.getByRole('button', { name: '暂停' })).toBeVisible()
  await page.waitForTimeout(3 * second)
  await player.getByRole('slider').press('End')
})
