import { test } from '@playwright/test'
import type { Calls } from '../../../src/shared/contract'
import { HonourFacts } from '../../../src/shared/honours/honours'
import { expect, openDesk } from './support/desk'
import { workAs } from './support/make-store'
import { officer } from './support/people'

const MANY = 1000

async function prepare(api: Calls): Promise<void> {
  const items = Array.from({ length: MANY }, (_, index) =>
    HonourFacts.parse({
      holder: 'team',
      cadreId: null,
      unitId: null,
      holderName: `第${index + 1}专班`,
      members: [],
      name: '“出彩型”好团队',
      kind: '出彩型',
      level: '区',
      authority: '中共云泽区委',
      nature: '党委',
      on: '2026-07-01',
      documentNo: '',
      documentTitle: '',
      ground: null,
      bonusFen: null,
      certificateNo: '',
      medalNo: '',
      handedOn: null,
      handedNote: '',
      deeds: '逐户走访，当天清零。',
      evidence: '',
      publicity: '',
      posthumous: false,
    }),
  )
  await api.honours.take({ words: '出彩型好团队', items })
}

const at = openDesk({ prepare: home => workAs(home, officer, prepare) })

test('a wall of a thousand is scrolled from end to end with a few dozen cards in the page', async () => {
  const { desk } = at
  const { page } = desk
  await desk.signIn(officer)
  await desk.goTo('荣誉')
  await page.getByRole('tab', { name: '荣誉墙', exact: true }).click()
  await expect(page.getByText(`共 ${MANY} 项`)).toBeVisible()
  const seen = await page.getByRole('list', { name: '荣誉墙' }).evaluate(async list => {
    const box = list.parentElement?.parentElement
    if (!box) throw new Error('no box')
    const places = new Set<string>()
    let most = 0
    for (let top = 0; ; top += box.clientHeight / 2) {
      box.scrollTop = top
      // Two frames: the scroll is told in the first, drawn at the latest in the second.
      for (let frame = 0; frame < 2; frame += 1) await new Promise(requestAnimationFrame)
      const cards = [...list.children]
      most = Math.max(most, cards.length)
      for (const card of cards) places.add(card.getAttribute('aria-posinset') ?? '')
      if (top > box.scrollHeight) return { most, places: places.size, height: box.clientHeight }
    }
  })
  expect(seen.places).toBe(MANY)
  // Rows of three or four: what is in sight, five rows of a step, two spare ones on either side.
  expect(seen.most).toBeLessThanOrEqual(4 * (Math.ceil(seen.height / 244) + 5 + 4))

  await page.getByRole('list', { name: '荣誉墙' }).getByRole('button').first().focus()
  await page.keyboard.press('End')
  await expect(page.locator(`[aria-posinset="${MANY}"] button`)).toBeFocused()
})
