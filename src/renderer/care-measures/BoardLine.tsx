import { useLocation } from 'wouter'
import { planWords } from '../../shared/care-measures/board-paper.rules'
import type { BoardRow } from '../../shared/care-measures/care-measures'
import { doneOf, progressOf, quietWords } from '../../shared/care-measures/care-measures.rules'
import { todayDay } from '../../shared/dates/today'
import { Stamp, StateMark } from '../ui/marks'
import { dimensionStamps, stateMarks } from './care-measures.words'

/** One measure on the board: what it is, plan and done as a bar, and where it stands. */
export function BoardLine({ row, year }: { row: BoardRow; year: number }) {
  const [, go] = useLocation()
  const on = todayDay()
  const { state, words } = progressOf(row, on)
  const mark = stateMarks[state]
  const quiet = state === 'done' ? '' : quietWords(row, year, on)
  const isUnnamed = row.title === ''
  const owner = row.plan?.owner || row.owner
  return (
    <li className="cms-line" data-quiet={state === 'off' || isUnnamed || undefined}>
      <button type="button" onClick={() => go(`/care/measures/${year}/${row.key}`)}>
        <Stamp>{isUnnamed ? '　' : dimensionStamps[row.dimension]}</Stamp>
        <span className="cms-what">
          <b>{isUnnamed ? '待本单位命名' : row.title}</b>
          <small>
            {isUnnamed
              ? '名称、类别由本单位填写'
              : `${row.dimension}，${row.period}，${owner === '' ? '责任单位未定' : owner}`}
          </small>
        </span>
      </button>
      <Bar row={row} />
      <span className="cms-state">
        {mark === null ? (
          <span className="dd-aside">{isUnnamed ? '' : words}</span>
        ) : (
          <StateMark state={mark}>{words}</StateMark>
        )}
        {quiet !== '' && <small>{quiet}</small>}
      </span>
    </li>
  )
}

/** Plan and done on one track: filled as far as was done, hatched where no number is planned. */
function Bar({ row }: { row: BoardRow }) {
  if (row.title === '') return <span />
  const { count, countOf } = doneOf(row)
  const { share, state } = progressOf(row, todayDay())
  const target = row.plan?.target ?? null
  const words = target === null ? `已落实 ${count} ${countOf}` : `${count} / ${target} ${countOf}`
  return (
    <span
      className="cms-bar"
      role="img"
      aria-label={`${target === null ? '没有计划数' : `计划 ${target} ${countOf}`}，已落实 ${count} ${countOf}`}
      title={planWords(row)}
    >
      <i
        data-open={target === null || undefined}
        data-state={state}
        style={{ '--share': share ?? 0 } as React.CSSProperties}
      />
      <small>{words}</small>
    </span>
  )
}
