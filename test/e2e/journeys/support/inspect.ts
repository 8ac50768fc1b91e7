import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from '@playwright/test'
import { type Desk, expect } from './desk'

const LEVELS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa']

/** How far the window is blown up: 125 % is the usual setting on a 1366×768 screen, 200 % the most there is. */
export async function zoom({ app, page }: Desk, percent: number): Promise<void> {
  await app.evaluate(({ BrowserWindow }, factor) => {
    BrowserWindow.getAllWindows().at(-1)?.webContents.setZoomFactor(factor)
  }, percent / 100)
  await page.waitForFunction(width => Math.abs(innerWidth - width) <= 1, (1366 * 100) / percent)
}

/** Chooses the look by the menu's command, as it can be chosen on every page. */
async function wear({ app, page }: Desk, look: 'light' | 'dark'): Promise<void> {
  await app.evaluate(({ BrowserWindow }, command) => {
    BrowserWindow.getAllWindows().at(-1)?.webContents.send('shell-event', { kind: 'menu', command })
  }, `view.${look}`)
  await page.waitForFunction(wanted => document.documentElement.dataset.theme === wanted, look)
  await atRest(page)
}

/** Short transitions come to rest, so that no colour is measured on its way. */
const atRest = (page: Page) =>
  page.evaluate(async () => {
    await document.fonts.ready
    // A wheel that turns until work is done has no end to wait for.
    const ending = document.getAnimations().filter(({ effect }) => Number.isFinite(effect?.getComputedTiming().endTime))
    await Promise.all(ending.map(({ finished }) => finished.catch(() => undefined)))
  })

/** What WCAG 2.1 A and AA object to, each with its places. In the other look only the colours can be wrong. */
async function objections(page: Page, only?: 'color-contrast'): Promise<string[]> {
  // The watermark lies over everything, and a picture above a text keeps axe from judging the text's contrast.
  const style = await page.addStyleTag({ content: '.dd-watermark { display: none !important }' })
  const axe = new AxeBuilder({ page }).setLegacyMode(true)
  const found = await (only ? axe.withRules(only) : axe.withTags(LEVELS)).analyze()
  await style.evaluate(element => element.parentNode?.removeChild(element))
  const judged = found.passes.filter(({ id }) => id === 'color-contrast').flatMap(({ nodes }) => nodes)
  expect(judged.length, 'texts whose contrast was judged').toBeGreaterThan(2)
  return found.violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target, failureSummary }) => `${id} ${target.join(' ')}: ${failureSummary?.split('\n')[1]?.trim()}`),
  )
}

/** What runs out of the window, or is cut off within it without a way to scroll there. */
const cutOff = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const found: string[] = []
    const name = (element: Element): string =>
      `${element.tagName.toLowerCase()}.${(element.getAttribute('class') ?? '').slice(0, 40)} “${element.textContent?.trim().slice(0, 24)}”`
    const scrolls = (value: string): boolean => value === 'auto' || value === 'scroll'
    const root = document.scrollingElement
    if (root && root.scrollWidth > innerWidth) found.push(`the page is ${root.scrollWidth} px wide`)
    for (const element of document.body.querySelectorAll('*')) {
      const own = [...element.childNodes].some(node => node.nodeType === 3 && node.textContent?.trim())
      const style = getComputedStyle(element)
      if (!own || !element.checkVisibility({ visibilityProperty: true, opacityProperty: true })) continue
      const box = element.getBoundingClientRect()
      // One pixel is for screen readers alone; a notice leaves by itself.
      if (box.width <= 1 || box.height <= 1 || element.closest('.ant-message')) continue
      let reachX = false
      let reachY = false
      for (let up: Element | null = element; up; up = up.parentElement) {
        const { overflowX, overflowY } = getComputedStyle(up)
        reachX ||= scrolls(overflowX)
        reachY ||= scrolls(overflowY) || up === root
      }
      if (!reachX && (box.right > innerWidth + 1 || box.left < -1)) found.push(`beside: ${name(element)}`)
      if (!reachY && root && root.scrollHeight <= innerHeight && box.bottom > innerHeight + 1)
        found.push(`below: ${name(element)}`)
      const clips = /hidden|clip/.test(style.overflowX) && style.textOverflow !== 'ellipsis'
      if (clips && element.scrollWidth > element.clientWidth + 1) found.push(`cut: ${name(element)}`)
    }
    return found
  })

/** The buttons that matter can be brought into the window and are whole there. */
async function expectInReach(page: Page): Promise<void> {
  for (const button of await page.locator('.dd-button-primary:visible').all()) {
    await button.scrollIntoViewIfNeeded()
    await expect(button).toBeInViewport({ ratio: 0.99 })
  }
}

/** Everything that is asked of a page, in both looks and at both sizes. */
export async function inspect(desk: Desk): Promise<void> {
  const { page } = desk
  await wear(desk, 'dark')
  expect.soft(await objections(page, 'color-contrast'), 'dark').toEqual([])
  await wear(desk, 'light')
  expect.soft(await objections(page), 'light').toEqual([])
  for (const percent of [125, 200]) {
    await zoom(desk, percent)
    expect.soft(await cutOff(page), `${percent} %`).toEqual([])
    await expectInReach(page)
  }
  await zoom(desk, 100)
}
