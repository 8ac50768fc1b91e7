import type { Chosen } from './coverage.words'
import './coverage.css'

interface BoardProps {
  /** What the rows are: 单位. */
  readonly heading: string
  /** What those reached and those not are called: 谈过, 未谈. */
  readonly words: { readonly reached: string; readonly missed: string }
  readonly data: {
    readonly months: readonly string[]
    readonly bands: readonly {
      readonly key: string
      readonly title: string
      readonly people: number
      readonly reached: number
      readonly months: readonly number[]
    }[]
  }
  readonly chosen: Chosen | undefined
  /** Without it the numbers stand alone: not everyone who may see them may see the people behind. */
  readonly onChoose?: (chosen: Chosen) => void
}

/** A band a row, a month a cell, as deep as its share. Every number opens the people behind it. */
export function Board({ heading, words, data, chosen, onChoose }: BoardProps) {
  const isChosen = (key: string, month: string | null, reached: boolean): boolean =>
    chosen?.key === key && chosen.month === month && chosen.reached === reached
  const cellOf = (count: number, label: string, { key, title, month, reached }: Chosen) => (
    <Cell
      count={count}
      label={`${title}${label} ${count} 人`}
      pressed={isChosen(key, month, reached)}
      {...(onChoose ? { onClick: () => onChoose({ key, title, month, reached }) } : {})}
    />
  )
  return (
    <table>
      <thead>
        <tr>
          <th scope="col">{heading}</th>
          {data.months.map(month => (
            <th key={month} scope="col" title={`${month.slice(0, 4)}年${Number(month.slice(4))}月`}>
              {month.endsWith('01') && <small>{month.slice(0, 4)}</small>}
              {Number(month.slice(4))}月
            </th>
          ))}
          <th scope="col">{words.reached}</th>
          <th scope="col">{words.missed}</th>
        </tr>
      </thead>
      <tbody>
        {data.bands.map(({ key, title, people, reached, months }) => (
          <tr key={key}>
            <th scope="row">{title}</th>
            {months.map((count, at) => {
              const month = data.months[at] ?? ''
              return (
                <td
                  key={month}
                  data-none={count === 0 || undefined}
                  style={{ '--share': people === 0 ? 0 : Math.min(1, count / people) } as React.CSSProperties}
                >
                  {count > 0 &&
                    cellOf(count, ` ${Number(month.slice(4))}月${words.reached}`, { key, title, month, reached: true })}
                </td>
              )
            })}
            <td data-none>{cellOf(reached, words.reached, { key, title, month: null, reached: true })}</td>
            <td data-none>{cellOf(people - reached, words.missed, { key, title, month: null, reached: false })}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

interface CellProps {
  readonly count: number
  readonly label: string
  readonly pressed: boolean
  readonly onClick?: () => void
}
const Cell = ({ count, label, pressed, onClick }: CellProps) =>
  count === 0 || onClick === undefined ? (
    count
  ) : (
    <button type="button" className="itv-cell" aria-label={label} aria-pressed={pressed} onClick={onClick}>
      {count}
    </button>
  )
