// What a measurement yields, and how it is shown.
import { loadavg } from 'node:os'

export const median = values => {
  const sorted = values.toSorted((a, b) => a - b)
  const middle = sorted.length >> 1
  return sorted.length % 2 === 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2
}

/** What 95 of 100 stay under. */
export const p95 = values => values.toSorted((a, b) => a - b)[Math.ceil(values.length * 0.95) - 1]

export const least = values => Math.min(...values)

const rounded = value => Number(value.toPrecision(3))

/** Every goal is an upper bound. `note` says in words what went into the figure; the load is that of its own minute. */
export const figure = (name, value, unit, goal, note) => ({
  name,
  value: rounded(value),
  unit,
  goal,
  ok: rounded(value) <= goal,
  load: rounded(loadavg()[0]),
  note,
})

const unitOf = unit => (unit === 'ratio' ? '×' : ` ${unit}`)

/** One line for a person. */
export const inWords = ({ name, value, unit, goal, ok, load, note }) =>
  `${ok ? '✓' : '✗'} ${name.padEnd(22)} ${`${value}${unitOf(unit)}`.padStart(9)}  (≤ ${goal})  ${note}; load ${load}`

/** One line for a program. */
export const asJson = each => JSON.stringify(each)

export const milliseconds = value => `${Math.round(value)} ms`
