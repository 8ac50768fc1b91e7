import { test } from '@playwright/test'
import { SecrecyMark } from '../../../src/shared/secrecy/secrecy.rules'
import { corePid } from '../support/app'
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
        startsAt: new Date(Date.now() + 60_000).toISOString(),
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
  await desk.invoke('shell.allowMicrophone', { on: true })
  await desk.lock()
  expect(await desk.invoke('shell.allowMicrophone', { on: true })).toMatchObject({ ok: false })
  expect(await ask({ audio: true })).toBe('NotAllowedError')
  await desk.signIn(officer)
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

test('what was recorded is heard while it is recorded, and the line that is heard is shown', async () => {
  const { desk } = at
  const { page } = desk
  await bar().getByRole('button', { name: '回听' }).click()
  const player = page.getByRole('region', { name: '回听' })
  await expect(page.getByText('这台电脑没有可用的语音转写模型')).toBeVisible()
  await hearFirstLine()
  await expect(player.getByRole('button', { name: '暂停' })).toBeVisible()
  await inspect(desk)
  await player.getByRole('button', { name: '关闭' }).click()
  await expect(player).toHaveCount(0)
})

/** Jumps from the first line with a moment, and waits until the sound has moved on to the second. */
async function hearFirstLine(): Promise<void> {
  const { page } = at.desk
  const heard = page.locator('[data-heard]')
  await page
    .getByRole('button', { name: /^从 00:0\d 听起$/ })
    .first()
    .click()
  await expect(heard).toContainText('加梯的事卡住了')
  await expect(heard).toContainText('此处回听')
}

async function openTalk(): Promise<void> {
  const { page } = at.desk
  await at.desk.goTo('谈话')
  await page.getByRole('button', { name: /周启明/ }).click()
  await expect(page.getByRole('button', { name: '听录音' })).toBeVisible()
}

test('on the page of the talk it is heard with a reason', async () => {
  const { desk } = at
  const { page } = desk
  await page.getByRole('button', { name: '谈话', exact: true }).click()
  await openTalk()
  await page.getByRole('button', { name: '听录音' }).click()
  await desk.giveReason('核对记录', '开始听')
  await hearFirstLine()
  const slider = page.getByRole('slider', { name: '录音位置' })
  await slider.press('End')
  await expect(page.getByRole('region', { name: '回听' }).getByRole('button', { name: '播放' })).toBeVisible()
  await slider.press('Home')
  await slider.press('ArrowRight')
  await expect(slider).toHaveAttribute('aria-valuetext', /^00:05/)
  await inspect(desk)
})

test('a microphone that is not there or is pulled out is said, and what was recorded stays', async () => {
  const { desk } = at
  const { page } = desk
  await page.getByRole('button', { name: '接着记录' }).click()
  await page.evaluate(() => {
    const real = navigator.mediaDevices.getUserMedia.bind(navigator.mediaDevices)
    let missing = true
    navigator.mediaDevices.getUserMedia = async wanted => {
      if (missing) {
        missing = false
        throw new DOMException('none', 'NotFoundError')
      }
      const stream = await real(wanted)
      addEventListener('pull-out', () => stream.getTracks()[0]?.dispatchEvent(new Event('ended')), { once: true })
      return stream
    }
  })
  const why = bar().getByRole('alert')
  await page.getByRole('textbox', { name: '记录' }).press('F8')
  await expect(why).toContainText('没有找到麦克风')
  await page.keyboard.press('F8')
  await expect(bar().getByText('录音中')).toBeVisible()
  await page.waitForTimeout(3 * second)
  await page.evaluate(() => dispatchEvent(new Event('pull-out')))
  await expect(why).toContainText('麦克风断开了，录音停在')
  await page.getByRole('textbox', { name: '记录' }).fill('照常记录')
  await expect(page.getByText(/^已存/)).toBeVisible()
})

test('consent that is taken back ends the recording at once', async () => {
  const { page } = at.desk
  await page.getByRole('textbox', { name: '记录' }).press('F8')
  await expect(bar().getByText('录音中')).toBeVisible()
  await bar().getByRole('button', { name: '本人不再同意' }).click()
  await expect(bar().getByRole('alert')).toContainText('不同意录音')
  await expect(bar().getByRole('button', { name: /开始录音/ })).toHaveAttribute('aria-description', /不同意录音/)
  await bar().getByRole('radio', { name: '同意', exact: true }).click()
})

test('killed in the middle, it says when it broke off and is heard to its end', async () => {
  const { desk } = at
  await desk.page.getByRole('textbox', { name: '记录' }).press('F8')
  await expect(bar().getByText('录音中')).toBeVisible()
  await desk.page.waitForTimeout(5 * second)
  const core = await corePid(desk.app)
  if (core === undefined) throw new Error('there is a core')
  await desk.replaced(async () => void process.kill(core, 'SIGKILL'))
  await desk.signIn(officer)
  // It comes back to where it was.
  const { page } = desk
  await page.getByRole('button', { name: '谈话', exact: true }).click()
  await openTalk()
  await expect(page.getByText(/在 \d\d:\d\d 中断/)).toBeVisible()
  await page.getByRole('button', { name: '核对是否完整' }).click()
  await expect(page.getByText(/\d 段录音和录下时一致/)).toBeVisible()
  await page.getByRole('button', { name: '听录音' }).click()
  await desk.giveReason('核对记录', '开始听')
  const slider = page.getByRole('slider', { name: '录音位置' })
  await slider.press('End')
  await slider.press('ArrowLeft')
  await slider.press(' ')
  const player = page.getByRole('region', { name: '回听' })
  await expect(player.getByRole('button', { name: '暂停' })).toBeVisible()
  // It plays to the very end by itself, without complaint.
  await expect(player.getByRole('button', { name: '播放' })).toBeVisible()
  await expect(player.getByRole('alert')).toHaveCount(0)
  const [now, most] = [await slider.getAttribute('aria-valuenow'), await slider.getAttribute('aria-valuemax')]
  expect(now).toBe(most)
})
