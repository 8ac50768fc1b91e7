import type { Sides } from '../papers/sheet-size'
import type { AlbumRoom } from './album-text.rules'
import type { AlbumFacts } from './albums'

/** What is cut off, and what stands around it for the printing house, in millimetres. */
export const bleed = { over: 3, around: 10 } as const

export const trimOf = ({ paper }: Pick<AlbumFacts, 'paper'>): Sides =>
  paper === 'A4' ? { width: 210, height: 297 } : { width: 185, height: 260 }
export const albumSheet = (facts: Pick<AlbumFacts, 'paper' | 'bleed'>): Sides => {
  const { width, height } = trimOf(facts)
  const more = facts.bleed ? 2 * bleed.around : 0
  return { width: width + more, height: height + more }
}

export const margins = { side: 20, top: 34, bottom: 24, head: 16 } as const
export const bodyRoom = (trim: Sides): AlbumRoom => ({
  x: margins.side,
  y: margins.top,
  width: trim.width - 2 * margins.side,
  height: trim.height - margins.top - margins.bottom,
})

export interface ContentsLine {
  readonly title: string
  readonly isChapter: boolean
  readonly page: number
}
