import { useMemo } from 'react'

interface WatermarkProps {
  /** Unit and account on the first line, the time on the second. */
  lines: readonly string[]
  opacityPercent: number
}

const escapeXml = (text: string): string => text.replace(/[&<>"']/g, character => `&#${character.codePointAt(0) ?? 0};`)

/** One tile as an image address; `ink` is dark on paper and white at night. */
export function watermarkTile(lines: readonly string[], opacityPercent: number, ink: string): string {
  const rows = lines.map((line, i) => `<text x="30" y="${118 + i * 20}">${escapeXml(line)}</text>`).join('')
  const svg =
    `<svg xmlns="http://www.w3.org/2000/svg" width="420" height="236"><g transform="rotate(-22 210 118)" ` +
    `font-family="Microsoft YaHei UI,Noto Sans CJK SC,sans-serif" font-size="13" fill="${ink}" ` +
    `fill-opacity="${opacityPercent / 100}">${rows}</g></svg>`
  return `url("data:image/svg+xml,${encodeURIComponent(svg)}")`
}

/** Over everything, and in the way of nothing: it says on every photograph of the screen whose screen it was. */
export function Watermark({ lines, opacityPercent }: WatermarkProps) {
  const key = lines.join('\n')
  const [light, dark] = useMemo(
    () => (['#1f2328', '#ffffff'] as const).map(ink => watermarkTile(key.split('\n'), opacityPercent, ink)),
    [key, opacityPercent],
  )
  return (
    <>
      <div className="dd-watermark dd-watermark-light" aria-hidden="true" style={{ backgroundImage: light }} />
      <div className="dd-watermark dd-watermark-dark" aria-hidden="true" style={{ backgroundImage: dark }} />
    </>
  )
}
