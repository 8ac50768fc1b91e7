import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { createLookStore, nextZoom } from '../../../src/renderer/shell/look.store'
import { installBridge } from '../bridge'

let systemDark = false
const listeners = new Set<() => void>()
beforeEach(() =>
  vi.stubGlobal('matchMedia', () => ({
    get matches() {
      return systemDark
    },
    addEventListener: (_: string, listener: () => void) => listeners.add(listener),
  })),
)
afterEach(() => vi.unstubAllGlobals())
const shown = () => document.documentElement.dataset.theme

test('follows the system until something else is chosen, and tells the shell', () => {
  const { calls } = installBridge()
  const look = createLookStore()
  look.getState().follow()
  expect(shown()).toBe('light')
  systemDark = true
  for (const listener of listeners) listener()
  expect([shown(), look.getState().mode]).toEqual(['dark', 'dark'])
  look.getState().setTheme('light')
  expect(shown()).toBe('light')
  for (const listener of listeners) listener()
  expect(shown()).toBe('light')
  expect(calls).toEqual([{ channel: 'shell.setTheme', input: { theme: 'light' } }])
})

test('what the shell remembers is adopted without telling it again', () => {
  const { calls } = installBridge()
  const look = createLookStore()
  look.getState().adopt({ theme: 'dark', zoomPercent: 125 })
  expect([shown(), look.getState().zoomPercent]).toEqual(['dark', 125])
  expect(calls).toEqual([])
  look.getState().setZoom(nextZoom(125, 1))
  expect(calls).toEqual([{ channel: 'shell.setZoom', input: { percent: 150 } }])
})

test('zoom goes by steps and stops at 80 and 200', () => {
  expect(nextZoom(100, 1)).toBe(110)
  expect(nextZoom(105, -1)).toBe(100)
  expect(nextZoom(200, 1)).toBe(200)
  expect(nextZoom(80, -1)).toBe(80)
})
