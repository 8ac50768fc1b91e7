import { ageOf } from '../../../shared/cadres/ages'
import type { PartialDate } from '../../../shared/dates/partial-date'
import type { Holder } from '../../../shared/posts/posts'

const [from, to] = [25, 65]
const width = 640
const xOf = (age: number): number => ((Math.min(to, Math.max(from, age)) - from) / (to - from)) * (width - 40) + 20
const marks = [30, 35, 40, 45, 50, 55, 60]

/** The members of a team on a line of ages: one dot a person, those of one age above one another. */
export function AgeLine({ team, on }: { team: readonly Holder[]; on: PartialDate }) {
  const stacked = new Map<number, number>()
  const dots = team.flatMap(({ cadreId, name, birth }) => {
    const age = ageOf({ birth }, on)?.least
    if (age === undefined) return []
    const height = stacked.get(age) ?? 0
    stacked.set(age, height + 1)
    return [{ cadreId, name, age, height }]
  })
  if (dots.length === 0) return null
  const tallest = Math.max(...dots.map(({ height }) => height))
  const base = 20 + tallest * 13
  return (
    <svg
      className="team-ages"
      viewBox={`0 0 ${width} ${base + 22}`}
      role="img"
      aria-label={`年龄：${dots.map(({ name, age }) => `${name} ${age}岁`).join('，')}`}
    >
      <line x1={0} x2={width} y1={base} y2={base} />
      {marks.map(age => (
        <g key={age}>
          <line x1={xOf(age)} x2={xOf(age)} y1={base} y2={base + 4} />
          <text x={xOf(age)} y={base + 18}>
            {age}
          </text>
        </g>
      ))}
      {dots.map(({ cadreId, name, age, height }) => (
        <circle key={cadreId} cx={xOf(age)} cy={base - 8 - height * 13} r={5}>
          <title>
            {name} {age}岁
          </title>
        </circle>
      ))}
    </svg>
  )
}
