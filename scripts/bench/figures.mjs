// What a measurement yields, and how it is shown.

export const median = values => {
  const sorted = values.toSorted((a, b) => a - b)
  const middle = sorted.length >> 1
  return sorted.length % 2 === 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2
}

export const least = values => Math.min(...values)

const rounded = value => Number(value.toPrecision(3))

/** Every goal is an upper bound. `note` says in words what went into the figure. */
export const figure = (name, value, unit, goal, note) => ({
  name,
  value: rounded(value),
  unit,
  goal,
  ok: rounded(value) <= goal,
  note,
})

const unitOf = unit => (unit === 'ratio' ? '×' : ` ${unit}`)

/** One line for a person. */
export const inWords = ({ name, value, unit, goal, ok, note }) =>
  `${ok ? '✓' : '✗'} ${name.padEnd(22)} ${`${value}${unitOf(unit)}`.padStart(9)}  (≤ ${goal})  ${note}`

/** One line for a program. */
export const asJson = ({ name, value, unit, goal, ok }) => JSON.stringify({ name, value, unit, goal, ok })

export const milliseconds = value => `${Math.round(value)} ms`
