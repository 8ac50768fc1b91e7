import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { palettes } from '../../../src/renderer/ui/palette'

const css = readFileSync(join(import.meta.dirname, '../../../src/renderer/ui/tokens.css'), 'utf8')
const [light = '', dark = ''] = css.split(':root[data-theme="dark"]')

const valueIn = (block: string, name: string): string | undefined =>
  new RegExp(`--${name}:\\s*(#[0-9a-f]{6})`, 'i').exec(block)?.[1]?.toLowerCase()

/** Relative luminance of WCAG 2. */
const luminance = (hex: string): number => {
  const [r = 0, g = 0, b = 0] = [1, 3, 5]
    .map(i => Number.parseInt(hex.slice(i, i + 2), 16) / 255)
    .map(c => (c <= 0.03928 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4))
  return 0.2126 * r + 0.7152 * g + 0.0722 * b
}
const contrast = (a: string, b: string): number => {
  const [high = 0, low = 0] = [luminance(a), luminance(b)].toSorted((x, y) => y - x)
  return (high + 0.05) / (low + 0.05)
}

test.each([
  ['light', light],
  ['dark', dark],
] as const)('%s: antd and the style sheet take the same colours', (mode, block) => {
  for (const [name, value] of Object.entries(palettes[mode]))
    expect([name, valueIn(block, name)]).toEqual([name, value])
})

test.each(['light', 'dark'] as const)('%s: text can be read on every ground', mode => {
  const c = palettes[mode]
  for (const ink of [c.ink, c['ink-2'], c['ink-3'], c.azurite, c.vermilion, c.malachite, c.gamboge]) {
    for (const ground of [c.ground, c.card, c.sunk]) expect(contrast(ink, ground)).toBeGreaterThanOrEqual(4.5)
  }
  for (const [ink, ground] of [
    [c.azurite, c['azurite-tint']],
    [c.vermilion, c['vermilion-tint']],
    [c.malachite, c['malachite-tint']],
    [c.gamboge, c['gamboge-tint']],
    ['#ffffff', c['azurite-fill']],
    ['#ffffff', c['vermilion-fill']],
  ] as const)
    expect(contrast(ink, ground)).toBeGreaterThanOrEqual(4.5)
})
