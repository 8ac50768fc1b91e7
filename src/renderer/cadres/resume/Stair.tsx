import type { TimelineEntry } from '../../../shared/cadres/timeline'
import { monthsOf, type PartialDate } from '../../../shared/dates/partial-date'
import { Lanes } from './Lanes'
import { laneHeight, lanesOf } from './lanes'
import { rungs, type Step } from './stair'
import { useWidth } from './useWidth'

const LEFT = 64
const EDGE_PX = 20
/** What the picture is drawn for until its card has been measured. */
const USUAL_PX = 780
const ROW_PX = 40
const TOP = 44
const CHAR_PX = 12

interface StairProps {
  entries: readonly TimelineEntry[]
  steps: readonly Step[]
  on: PartialDate
}

/** A career as a stair: years by level, with what the modules tell on the same axis. The list below says it in words. */
export function Stair({ entries, steps, on }: StairProps) {
  const [box, width] = useWidth(USUAL_PX)
  const right = Math.max(LEFT + 200, width - EDGE_PX)
  const used = rungs.filter(rung => steps.some(step => step.rung === rung))
  const now = monthsOf(on).latest
  const firstYear = Math.floor(Math.min(...steps.map(({ from }) => from)) / 12)
  const start = firstYear * 12
  const end = Math.max(now + 8, start + 60)
  const x = (month: number): number => LEFT + ((month - start) / (end - start)) * (right - LEFT)
  const y = (rung: Step['rung']): number => TOP + (used.length - 1 - used.indexOf(rung)) * ROW_PX
  const axis = TOP + (used.length - 1) * ROW_PX + 14
  const lanes = lanesOf(entries, now)
  const bottom = axis + 6 + lanes.reduce((sum, lane) => sum + laneHeight(lane), 0)
  const years = Math.floor((end - start) / 12)
  const every = years > 30 ? 10 : years > 8 ? 5 : 1
  const labelled = Array.from({ length: years + 1 }, (_, index) => firstYear + index).filter(
    year =>
      (year % every === 0 && year * 12 < now - 14) ||
      (year === firstYear && year % every < every - 1 && (year + 1) % every !== 0),
  )
  return (
    <svg
      ref={box}
      className="cdr-stair"
      width={width}
      height={bottom + 24}
      role="img"
      aria-label={`任职轨迹：${used.join('、')}，共 ${steps.length} 段，详见下表`}
    >
      {used.map(rung => (
        <g key={rung}>
          <line className="rung" x1={LEFT} x2={right} y1={y(rung)} y2={y(rung)} />
          <text className="axis" x={LEFT - 10} y={y(rung) + 4} textAnchor="end">
            {rung}
          </text>
        </g>
      ))}
      {steps.map((step, index) => {
        const next = steps[index + 1]
        return next && next.rung !== step.rung ? (
          <line
            key={`riser-${step.from}`}
            className="riser"
            x1={x(next.from)}
            x2={x(next.from)}
            y1={y(step.rung)}
            y2={y(next.rung)}
          />
        ) : null
      })}
      {steps.map((step, index) => (
        <StepBar
          key={`${step.from}-${step.text}`}
          step={step}
          x={x}
          y={y(step.rung)}
          room={roomOf(steps, index, x, right)}
        />
      ))}
      <path className="base" d={`M${LEFT} ${axis}H${right}`} />
      {Array.from({ length: years + 1 }, (_, index) => (
        <line
          key={index}
          className="tick"
          x1={x(start + index * 12)}
          x2={x(start + index * 12)}
          y1={axis}
          y2={axis - 5}
        />
      ))}
      <Lanes lanes={lanes} top={axis + 6} left={LEFT} right={right} x={x} />
      <line className="now" x1={x(now)} x2={x(now)} y1={TOP} y2={bottom} />
      {labelled.map(year => (
        <text key={year} className="year" x={x(year * 12)} y={bottom + 16} textAnchor="middle">
          {year}
        </text>
      ))}
      <text className="year year-now" x={x(now)} y={bottom + 16} textAnchor="middle">
        今
      </text>
    </svg>
  )
}

/** Until where a label may run: the next step on the same rung, or the edge. */
function roomOf(steps: readonly Step[], index: number, x: (month: number) => number, right: number): number {
  const step = steps[index]
  if (!step) return 0
  const next = steps.find((other, place) => place > index && other.rung === step.rung && other.from >= step.to - 1)
  return (next ? x(next.from) : right) - x(step.from) - 6
}

function StepBar({ step, x, y, room }: { step: Step; x: (month: number) => number; y: number; room: number }) {
  const [from, to] = [x(step.from), x(step.to)]
  const words = step.text.split(/[\n（(]/)[0] ?? ''
  const most = Math.floor(room / CHAR_PX)
  const lines = most < 4 ? [] : words.length <= most ? [words] : [words.slice(0, most), cut(words.slice(most), most)]
  return (
    <g>
      <rect
        className={step.rung === '学习' || step.rung === '未注明' ? 'bar bar-plain' : 'bar'}
        x={from + 1}
        y={y - 2.5}
        width={Math.max(2, to - from - 2)}
        height={5}
      />
      {lines.map((line, index) => (
        <text key={line} className="label" x={from + 1} y={y - 9 - (lines.length - 1 - index) * 14}>
          {line}
        </text>
      ))}
      {step.open && <circle className="here" cx={to} cy={y} r={5} />}
    </g>
  )
}

const cut = (text: string, most: number): string => (text.length <= most ? text : `${text.slice(0, most - 1)}…`)
