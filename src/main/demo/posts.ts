import type { PostRow } from '../../shared/cadres/cadres'
import type { Station } from './career'
import type { Slot } from './life'
import { monthText, yearOf } from './months'
import type { Random } from './random'
import { levelNames } from './units.data'

/** Posts that one is elected to; to the others the party committee appoints. */
const elected = /人大常委会(主任|副主任)|[区县市镇]长$|人大主席|政协(主席|副主席)|院长$|检察长$|^[^、]+委(副?书记|常委)/

interface Tenure {
  readonly station: Station
  readonly from: number
  readonly to: number | null
}

/** The stations in one seat, whatever rank came in between, as one tenure. */
function tenuresOf(stations: readonly Station[]): Tenure[] {
  const tenures: Tenure[] = []
  for (const station of stations) {
    const last = tenures.at(-1)
    if (last && last.station.seat === station.seat) tenures[tenures.length - 1] = { ...last, to: station.to }
    else tenures.push({ station, from: station.from, to: station.to })
  }
  return tenures
}

/** Leading posts with their dates and papers; of the others the present one alone. */
export function postsOf(
  random: Random,
  stations: readonly Station[],
  slot: Slot,
  lasts: boolean,
  end: number,
): PostRow[] {
  const number = (month: number): string =>
    `${slot.unit.place < 0 ? '澄组' : '组'}任〔${yearOf(month)}〕${random.int(1, 180)}号`
  const tenures = tenuresOf(stations)
  const rows = tenures.flatMap(({ station, from, to }, at): PostRow[] => {
    const { seat } = station
    const isLast = at === tenures.length - 1
    if (seat.level === 0 && !isLast) return []
    const isPresent = isLast && lasts
    const removed = isPresent ? null : (to ?? end)
    return [
      {
        unitId: seat.unit.id,
        unitName: seat.unit.name,
        title: seat.level === 0 ? station.text.slice(seat.unit.label.length) : seat.title,
        level: levelNames[seat.level] ?? '',
        role: '主职',
        memberKind: isPresent && slot.teamOrder !== null ? (slot.isHead ? '正职' : '副职') : '',
        teamOrder: isPresent ? slot.teamOrder : null,
        appointedOn: monthText(from),
        appointedBy: seat.level === 0 ? '' : number(from),
        appointMode: elected.test(seat.unit.label + seat.title) ? '选任' : '委任',
        status: isPresent ? '在任' : '已免',
        removedOn: removed === null ? null : monthText(removed),
        removedBy: removed === null || seat.level === 0 ? '' : number(removed),
      },
    ]
  })
  return rows
}
