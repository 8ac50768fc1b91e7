import type { Station } from './career'
import type { Study } from './education'
import { shown } from './months'
import type { Place } from './places'
import type { Random } from './random'

/** What ran beside a post and is told below its line: （其间：2008.09--2011.07在…学习）. */
export interface Note {
  readonly from: number
  readonly text: string
}

const span = (from: number, to: number | null, text: string): Note => ({
  from,
  text: `（其间：${shown(from)}--${to === null ? '       ' : shown(to)}${text}）`,
})

export const studyNote = ({ from, to, text, education, degree }: Study): Note => {
  const level = education.includes('研究生') ? '在职研究生' : '在职大学'
  return span(from, to, `在${text}${level}学习${degree === '' ? '' : `，获${degree}学位`}`)
}

/** Where somebody was sent to for a year or two, and as what; the time is taken from the middle of a longer post. */
function besideOf(
  random: Random,
  stations: readonly Station[],
  least: number,
  most: number,
  since: number,
  now: number,
) {
  const fitting = stations.filter(
    ({ from, to, seat }) => Math.max(from, since) + least + 1 <= (to ?? now) - 1 && seat.unit.kind !== undefined,
  )
  if (fitting.length === 0) return undefined
  const station = random.pick(fitting)
  const [begin, end] = [Math.max(station.from, since), (station.to ?? now) - 1]
  const length = Math.min(random.int(least, most), end - begin - 1)
  const from = begin + random.int(1, end - begin - length)
  return { from, to: from + length }
}

const villagePosts = '第一书记'

/** Two years as 第一书记 of a village: the one thing that everybody asks after. Source: rule book 9.5, inventory 60. */
export function villageNote(random: Random, stations: readonly Station[], place: Place, now: number): Note | undefined {
  const time = besideOf(random, stations, 10, 26, 2015 * 12, now)
  if (!time || place.towns.length === 0) return undefined
  const village = `${place.name}${random.pick(place.towns).replace(/街道$/, '镇')}${random.pick(place.villages)}`
  return span(time.from, time.to, `任${village}${villagePosts}`)
}

/** A year in another office with the post kept. Source: rule book 9.3. */
export function secondmentNote(
  random: Random,
  stations: readonly Station[],
  offices: readonly string[],
  now: number,
): Note | undefined {
  const time = besideOf(random, stations, 6, 14, 1996 * 12, now)
  return time && offices.length > 0 ? span(time.from, time.to, `在${random.pick(offices)}挂职`) : undefined
}

export function partySchoolNote(
  random: Random,
  stations: readonly Station[],
  school: string,
  now: number,
): Note | undefined {
  const led = stations.filter(({ seat }) => seat.level > 0)
  const time = besideOf(random, led, 3, 4, 1994 * 12, now)
  return time && span(time.from, time.to, `在${school}中青年干部培训班学习`)
}
