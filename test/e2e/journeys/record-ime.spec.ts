import { test } from '@playwright/test'
import type { Interview, InterviewHeader } from '../../../src/shared/interviews/interviews'
import { SecrecyMark } from '../../../src/shared/secrecy/secrecy.rules'
import { expect, openDesk } from './support/desk'
import { inputMethod } from './support/ime'
import { workAs } from './support/make-store'
import { officer } from './support/people'

/** What Chinese input asks of the box in which a talk is recorded, while it is saved again and again. */
test.describe.configure({ mode: 'serial' })

const at = openDesk({
  prepare: home =>
    workAs(home, officer, async api => {
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
        place: '201 室',
        mode: '当面' as const,
        occasion: '',
        mark: SecrecyMark.parse('内部'),
        readers: [],
        dueKey: null,
      }
      await api.interviews.plan({ plans: [plan], round: null, avoid: { names: [], departments: [] } })
    }),
})

/** What of the talk is in the store. */
async function stored(): Promise<string[]> {
  const filter = { mine: false, from: null, to: null, states: [], kinds: [], cadreId: null, roundId: null }
  const list = await at.desk.invoke<{ rows: InterviewHeader[] }>('interviews.list', { filter, offset: 0, limit: 5 })
  if (!list.ok) throw new Error(list.error.message)
  const found = await at.desk.invoke<Interview>('interviews.get', { id: list.value.rows[0]?.id })
  if (!found.ok) throw new Error(found.error.message)
  return found.value.notes.map(({ text }) => text)
}
const box = () => at.desk.page.getByRole('textbox', { name: '记录' })
/** Longer than the pause after which what was typed is kept. */
const SAVING_MS = 2000

test('what is being composed is not kept, and no key of the input method ends the line or marks it', async () => {
  const { desk } = at
  const { page } = desk
  await desk.signIn(officer)
  await desk.goTo('谈话')
  await page.getByRole('button', { name: /周启明/ }).click()
  await page.getByRole('button', { name: '开始记录' }).click()
  await expect(box()).toBeFocused()
  const ime = await inputMethod(desk)
  for (const text of ['b', 'ban', "ban'zi"]) await ime.compose(text)
  await ime.eatKey('Enter')
  await ime.eatKey('Digit1')
  await ime.pressWhileComposing('Enter', 'Enter', 13)
  await ime.pressWhileComposing('1', 'Digit1', 49, 1)
  await ime.pressWhileComposing('Escape', 'Escape', 27)
  await page.waitForTimeout(SAVING_MS)
  await expect(box()).toHaveValue("ban'zi")
  expect(await stored()).toEqual([])
  await expect(page.getByRole('button', { name: /^诉求/ })).toHaveAttribute('aria-pressed', 'false')
  await ime.take('班子')
  await expect(box()).toHaveValue('班子')
  await expect.poll(stored).toEqual(['班子'])
})

test('saving meanwhile disturbs neither the composition nor the place in the text', async () => {
  const { page } = at.desk
  const ime = await inputMethod(at.desk)
  await ime.take('会上敢说')
  await page.keyboard.press('ArrowLeft')
  await page.keyboard.press('ArrowLeft')
  // What was typed before is on its way into the store while this is composed.
  await ime.compose('ye')
  await page.waitForTimeout(SAVING_MS)
  await ime.compose("ye'hen")
  await expect(box()).toHaveValue("班子会上ye'hen敢说")
  await ime.take('也很')
  await page.keyboard.type('。')
  await expect(box()).toHaveValue('班子会上也很。敢说')
  await expect.poll(stored).toEqual(['班子会上也很。敢说'])
})

test('the next line begins with Enter once nothing is composed, and rare characters stay whole', async () => {
  const { page } = at.desk
  const ime = await inputMethod(at.desk)
  await page.keyboard.press('End')
  await page.keyboard.press('Enter')
  await expect(box()).toHaveValue('')
  await ime.compose('ji')
  await ime.take('𠮷𬱖')
  await page.keyboard.press('Backspace')
  await expect(box()).toHaveValue('𠮷')
  await page.keyboard.press('Alt+1')
  await page.keyboard.press('Enter')
  await expect.poll(stored).toEqual(['班子会上也很。敢说', '𠮷'])
})
