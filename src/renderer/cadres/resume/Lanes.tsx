import { entryKey } from '../useTimeline'
import { whenWords } from './entry-words'
import { type Lane, type LaneMark, laneHeight } from './lanes'

interface LanesProps {
  lanes: readonly Lane[]
  /** Where the first begins. */
  top: number
  left: number
  right: number
  x: (month: number) => number
}

/** What the modules tell, below the stair: a lane each. The list below and the two sides say the same in words. */
export function Lanes({ lanes, top, left, right, x }: LanesProps) {
  const tops = lanes.map((_, index) => top + lanes.slice(0, index).reduce((sum, lane) => sum + laneHeight(lane), 0))
  return lanes.map((lane, index) => {
    const y = (tops[index] ?? top) + laneHeight(lane) / 2
    return (
      <g key={lane.kind}>
        <text className="axis" x={left - 10} y={y + 4} textAnchor="end">
          {lane.kind}
        </text>
        {lane.marks
          .filter(({ from, to }) => x(to ?? from) >= left && x(from) <= right)
          .map(mark => (
            <Mark
              key={entryKey(mark.entry)}
              mark={mark}
              x={month => Math.min(right, Math.max(left, x(month)))}
              y={y + (mark.line - (lane.lines - 1) / 2) * 7}
            />
          ))}
      </g>
    )
  })
}

const gradeClass = (title: string): string =>
  title.includes('优秀')
    ? 'grade grade-best'
    : /称职|合格/.test(title) && !/不|基本/.test(title)
      ? 'grade'
      : 'grade grade-other'

function Mark({ mark: { entry, from, to }, x, y }: { mark: LaneMark; x: (month: number) => number; y: number }) {
  const { kind, title, side } = entry
  const words = <title>{[whenWords(entry), title].filter(text => text !== '').join('　')}</title>
  if (kind === '考核')
    return (
      <rect className={gradeClass(title)} x={x(from) - 5} y={y - 5} width={10} height={10} rx={2}>
        {words}
      </rect>
    )
  const tone = side === 'strict' ? 'strict' : side === 'care' ? 'care' : 'plain'
  return (
    <g className={`mark mark-${tone}`}>
      {words}
      {to !== null && <rect x={x(from)} y={y - 2} width={Math.max(3, x(to) - x(from) - 1)} height={4} rx={1} />}
      {(to === null || side !== null) && <path transform={`translate(${x(from)} ${y})`} d={shapes[tone]} />}
    </g>
  )
}

/** A shape for each side, so that colour is not the only sign. */
const shapes = {
  care: 'M0-6L6 0 0 6-6 0z',
  strict: 'M-5-5H5V5H-5z',
  plain: 'M-4 0a4 4 0 1 0 8 0a4 4 0 1 0-8 0z',
}
