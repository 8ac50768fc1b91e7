import { Segmented } from 'antd'
import { useState } from 'react'
import type { BoardTable } from '../../shared/honours/board.rules'
import { Card } from '../ui/Card'

interface FiguresProps<K, C> {
  readonly title: string
  readonly table: BoardTable<K, C>
  readonly keyWords: (key: K) => string
  readonly columnWords: (column: C) => string
  /** A number was pressed; null stands for the sum over all. */
  readonly onShow: (key: K | null, column: C | null) => void
}
type View = 'chart' | 'table'

const BAR = 22
const GAP = 10
const LEFT = 90
const WIDTH = 560
const RIGHT = 52

/** Numbers as bars or as the table behind them: the same numbers, and each leads to its rows. */
export function Figures<K extends string | number, C extends string>(props: FiguresProps<K, C>) {
  const [view, setView] = useState<View>('table')
  return (
    <Card
      title={props.title}
      more={
        <Segmented<View>
          aria-label={`${props.title}看什么`}
          size="small"
          value={view}
          onChange={setView}
          options={[
            { value: 'table', label: '表' },
            { value: 'chart', label: '图' },
          ]}
        />
      }
    >
      {view === 'chart' ? <Bars {...props} /> : <Numbers {...props} />}
    </Card>
  )
}

/** A bar a row, its columns one after the other. Shades, not hues: the legend names them and the table tells the numbers. */
function Bars<K extends string | number, C extends string>(props: FiguresProps<K, C>) {
  const { title, table, keyWords, columnWords, onShow } = props
  const most = Math.max(1, ...table.rows.map(({ sum }) => sum))
  const scale = (WIDTH - LEFT - RIGHT) / most
  const shown = table.columns.map((column, at) => ({ column, at })).filter(({ at }) => (table.sums[at] ?? 0) > 0)
  return (
    <div className="hon-chart">
      <svg
        viewBox={`0 0 ${WIDTH} ${table.rows.length * (BAR + GAP) + GAP}`}
        role="img"
        aria-label={`${title}：${table.rows.map(({ key, sum }) => `${keyWords(key)} ${sum} 项`).join('，')}`}
      >
        {table.rows.map(({ key, counts, sum }, row) => {
          const top = GAP + row * (BAR + GAP)
          let left = LEFT
          return (
            <g key={key}>
              <text x={LEFT - 8} y={top + BAR / 2} textAnchor="end" dominantBaseline="central">
                {keyWords(key)}
              </text>
              {shown.map(({ column, at }, place) => {
                const width = (counts[at] ?? 0) * scale
                const x = left
                left += width
                return width === 0 ? null : (
                  <rect
                    key={column}
                    className={`hon-shade-${place % 5}`}
                    x={x}
                    y={top}
                    width={width}
                    height={BAR}
                    onClick={() => onShow(key, column)}
                  >
                    <title>{`${keyWords(key)}　${columnWords(column)}　${counts[at]} 项`}</title>
                  </rect>
                )
              })}
              <text x={left + 8} y={top + BAR / 2} dominantBaseline="central">
                {sum}
              </text>
            </g>
          )
        })}
      </svg>
      <ul className="hon-legend">
        {shown.map(({ column }, place) => (
          <li key={column}>
            <i className={`hon-shade-${place % 5}`} />
            {columnWords(column)}
          </li>
        ))}
      </ul>
    </div>
  )
}

function Numbers<K extends string | number, C extends string>(props: FiguresProps<K, C>) {
  const { title, table, keyWords, columnWords, onShow } = props
  const cell = (count: number, label: string, key: K | null, column: C | null) =>
    count === 0 ? (
      <span className="hon-none">0</span>
    ) : (
      <button type="button" aria-label={`${label} ${count} 项`} onClick={() => onShow(key, column)}>
        {count}
      </button>
    )
  return (
    <table className="hon-numbers" aria-label={title}>
      <thead>
        <tr>
          <th scope="col" />
          {table.columns.map(column => (
            <th key={column} scope="col">
              {columnWords(column)}
            </th>
          ))}
          <th scope="col">合计</th>
        </tr>
      </thead>
      <tbody>
        {table.rows.map(({ key, counts, sum }) => (
          <tr key={key}>
            <th scope="row">{keyWords(key)}</th>
            {table.columns.map((column, at) => (
              <td key={column}>{cell(counts[at] ?? 0, `${keyWords(key)}${columnWords(column)}`, key, column)}</td>
            ))}
            <td>{cell(sum, `${keyWords(key)}合计`, key, null)}</td>
          </tr>
        ))}
      </tbody>
      <tfoot>
        <tr>
          <th scope="row">合计</th>
          {table.columns.map((column, at) => (
            <td key={column}>{cell(table.sums[at] ?? 0, `合计${columnWords(column)}`, null, column)}</td>
          ))}
          <td>{cell(table.sum, '全部', null, null)}</td>
        </tr>
      </tfoot>
    </table>
  )
}
