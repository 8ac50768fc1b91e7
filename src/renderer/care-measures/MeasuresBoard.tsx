import { Select } from 'antd'
import { useCallback, useState } from 'react'
import { useLocation } from 'wouter'
import { boardPaper } from '../../shared/care-measures/board-paper.rules'
import type { BoardRow } from '../../shared/care-measures/care-measures'
import { boardFigures, progressOf } from '../../shared/care-measures/care-measures.rules'
import { CareDimension, CareGroup, careGroupTitles } from '../../shared/care-measures/measures.data'
import { todayDay } from '../../shared/dates/today'
import type { Furniture } from '../../shared/papers/paper-page'
import { api } from '../api/client'
import { useCall } from '../api/query'
import { useMay, useSession } from '../api/session'
import { Chips } from '../interviews/Chips'
import { TableDialog } from '../papers/TableDialog'
import { Button } from '../ui/Button'
import { Card } from '../ui/Card'
import { Icon } from '../ui/icons'
import { ErrorNote, Loading } from '../ui/states'
import { BoardLine } from './BoardLine'
import { thisYear, yearChoices } from './care-measures.words'

/** The board of a year: plan against done in the four groups, and the places that the unit has to name. */
export function MeasuresBoard({ year }: { year: number }) {
  const [, go] = useLocation()
  const may = useMay()
  const [dimensions, setDimensions] = useState<readonly CareDimension[]>([])
  const [group, setGroup] = useState<CareGroup | null>(null)
  const [owner, setOwner] = useState<string | null>(null)
  const [late, setLate] = useState(false)
  const [leaving, setLeaving] = useState(false)
  const [error, setError] = useState<unknown>(null)
  const board = useCall('careMeasures', 'board', { year })
  const on = todayDay()
  const rows = board.data ?? []
  const fits = (row: BoardRow): boolean =>
    (dimensions.length === 0 || (row.title !== '' && dimensions.includes(row.dimension))) &&
    (owner === null || (row.plan?.owner || row.owner) === owner) &&
    (!late || progressOf(row, on).state === 'late')
  const owners = [...new Set(rows.map(row => row.plan?.owner || row.owner).filter(text => text !== ''))]
  const figures = boardFigures(rows, on)
  const isFiltered = group !== null || dimensions.length > 0 || owner !== null || late
  const unnamed = rows.filter(row => row.group === null)
  return (
    <div className="dd-tab">
      <div className="dd-filter">
        <Select
          aria-label="年度"
          value={year}
          onChange={next => go(`/care/measures/${next}`)}
          options={yearChoices(Math.max(thisYear(), year))}
        />
        <Select<CareGroup | null>
          aria-label="类别"
          className="cms-choice"
          value={group}
          onChange={next => setGroup(next ?? null)}
          allowClear
          placeholder="全部类别"
          options={CareGroup.options.map(value => ({ value, label: value }))}
        />
        <Chips
          label="维度"
          options={CareDimension.options.map(value => ({ value, label: value }))}
          chosen={dimensions}
          onChange={setDimensions}
        />
        <span className="dd-chips">
          <button type="button" aria-pressed={late} onClick={() => setLate(!late)}>
            只看逾期
          </button>
        </span>
        <Select
          aria-label="责任单位或责任人"
          className="cms-owner"
          value={owner}
          onChange={next => setOwner(next ?? null)}
          allowClear
          placeholder="全部责任单位"
          options={owners.map(value => ({ value, label: value }))}
        />
        <span className="cms-acts">
          {may('care.configure') && (
            <Button
              onClick={() => {
                setError(null)
                api.careMeasures.takeOver({ year }).catch(setError)
              }}
            >
              沿用上年计划
            </Button>
          )}
          {may('cadres.export') && (
            <Button icon={<Icon name="print" size={16} />} onClick={() => setLeaving(true)}>
              打印和导出
            </Button>
          )}
        </span>
      </div>
      {error !== null && <ErrorNote error={error} />}
      {board.isPending && <Loading />}
      {board.isError && <ErrorNote error={board.error} onRetry={() => void board.refetch()} />}
      {board.data && (
        <>
          <Figures {...figures} />
          <div className="cms-board" data-one={group !== null || undefined}>
            {CareGroup.options.map(each => {
              if (group !== null && group !== each) return null
              const shown = rows.filter(row => row.group === each && fits(row))
              const all = rows.filter(row => row.group === each).length
              return (
                <Card
                  key={each}
                  title={`${each} ${careGroupTitles[each]}`}
                  note={shown.length === all ? `${all} 条` : `${all} 条中的 ${shown.length} 条`}
                  className="cms-group"
                >
                  {shown.length === 0 && <p className="cms-none">没有符合条件的措施</p>}
                  <ul>
                    {shown.map(row => (
                      <BoardLine key={row.key} row={row} year={year} />
                    ))}
                  </ul>
                </Card>
              )
            })}
          </div>
          {!isFiltered && unnamed.length > 0 && (
            <Card
              title="待本单位命名"
              note={`29 条里有 ${unnamed.length} 条原文没有写明，由本单位按文件命名，不代拟`}
              className="cms-group"
            >
              <ul>
                {unnamed.map(row => (
                  <BoardLine key={row.key} row={row} year={year} />
                ))}
              </ul>
            </Card>
          )}
        </>
      )}
      {leaving && board.data && <BoardDialog rows={board.data} year={year} onClose={() => setLeaving(false)} />}
    </div>
  )
}

function Figures({ planned, done, late, unplanned, unnamed }: ReturnType<typeof boardFigures>) {
  const told = [
    ['有计划', planned],
    ['已完成', done],
    ['逾期', late],
    ['还没有计划', unplanned],
    ['待命名', unnamed],
  ] as const
  return (
    <dl className="cms-figures">
      {told.map(([title, count]) => (
        <div key={title}>
          <dt>{title}</dt>
          <dd>{count}</dd>
        </div>
      ))}
    </dl>
  )
}

function BoardDialog({ rows, year, onClose }: { rows: readonly BoardRow[]; year: number; onClose: () => void }) {
  const { unit } = useSession()
  const [on] = useState(todayDay)
  const paper = useCallback(
    (furniture: Furniture) => boardPaper(rows, { unit, year, on }, furniture),
    [rows, unit, year, on],
  )
  return (
    <TableDialog
      ways={{
        name: `${year}年关爱措施台账`,
        count: `共 ${rows.length} 条`,
        hint: '按四类列出全年计划和落实情况，不含个人信息。这次导出登记一行。',
        draft: 'care.table',
        paper,
        partly: null,
        async save(order, options) {
          return { ...(await api.careMeasures.saveBoard({ year, ...order }, options)), notes: [] }
        },
        async print(order, options) {
          return { ...(await api.careMeasures.printBoard({ year, ...order }, options)), notes: [] }
        },
      }}
      onClose={onClose}
    />
  )
}
