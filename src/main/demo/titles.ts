import type { Random } from './random'
import type { Track } from './tracks'

/** Professional titles by the years of work that they come after. */
const ladders: Partial<Record<Track, readonly (readonly [years: number, title: string])[]>> = {
  school: [
    [1, '中学二级教师'],
    [6, '中学一级教师'],
    [13, '中学高级教师'],
  ],
  hospital: [
    [1, '医师'],
    [6, '主治医师'],
    [12, '副主任医师'],
    [20, '主任医师'],
  ],
  institution: [
    [2, '助理工程师'],
    [7, '工程师'],
    [14, '高级工程师'],
  ],
  company: [
    [3, '助理经济师'],
    [8, '经济师'],
    [15, '高级经济师'],
  ],
}
/** Of a hundred people on the track, those who have one. */
const shares: Partial<Record<Track, number>> = { school: 0.97, hospital: 0.97, institution: 0.5, company: 0.35 }

export function technicalTitleOf(random: Random, track: Track, years: number): string {
  const ladder = ladders[track]
  if (!ladder) return random.chance(0.03) ? '政工师' : ''
  if (!random.chance(shares[track] ?? 0)) return ''
  return ladder.findLast(([least]) => years >= least + 1)?.[1] ?? ''
}
