import { useDeferredValue, useState } from 'react'
import { useLocation } from 'wouter'
import { APART, type BoardTable, countedIn, kindsByHolder, yearsByLevel } from '../../shared/honours/board.rules'
import { type HonourFilter, wholeRegister } from '../../shared/honours/honours'
import { type Holder, type HonourKind, type HonourLevel, holderTitles } from '../../shared/honours/honours.data'
import { useCall } from '../api/query'
import { useMay } from '../api/session'
import { Button } from '../ui/Button'
import { Card } from '../ui/Card'
import { EmptyState, ErrorNote, Loading } from '../ui/states'
import { Figures } from './Figures'
import { FilterLine } from './FilterLine'
import { showNext } from './filter'
import { HonoursLeave } from './HonoursLeave'
import './honours.css'

/** So many units are shown before the rest is asked for. */
const UNITS = 15

/** 统计: how many by year and level, kind and holder, and unit. Every number leads to its rows of the register. */
export function BoardTab() {
  const may = useMay()
  const [, go] = useLocation()
  const [filter, setFilter] = useState<HonourFilter>(wholeRegister)
  const [leaving, setLeaving] = useState(false)
  const board = useCall('honours', 'board', useDeferredValue(filter))
  const show = (more: Partial<HonourFilter>): void => {
    showNext({ ...countedIn(filter), ...more })
    go('/honours')
  }
  const cells = board.data?.cells ?? []
  const years = yearsByLevel(cells)
  const kinds = kindsByHolder(cells)
  const withYear = (year: number | null) => (year === null ? {} : { years: [year] })
  return (
    <div className="dd-tab">
      <FilterLine value={filter} onChange={setFilter}>
        <span className="hon-end">
          {board.data && (
            <Button kind="link" onClick={() => show({})}>
              共 {years.sum} 项
            </Button>
          )}
          {may('cadres.export') && <Button onClick={() => setLeaving(true)}>导出</Button>}
        </span>
      </FilterLine>
      {board.isPending && <Loading />}
      {board.isError && <ErrorNote error={board.error} onRetry={() => void board.refetch()} />}
      {board.data && board.data.apart > 0 && (
        <p className="dd-aside">
          “光荣在党50年”纪念章按党龄颁发，不算表彰，另计{' '}
          <Button kind="link" size="small" onClick={() => show({ kinds: [APART] })}>
            {board.data.apart} 枚
          </Button>
        </p>
      )}
      {board.data && years.sum === 0 && <EmptyState title="没有这样的荣誉" hint="放宽上面的条件再看。" />}
      {board.data && years.sum > 0 && (
        <div className="hon-board">
          <Figures<number, HonourLevel>
            title="按年度和层级"
            table={years}
            keyWords={year => `${year} 年`}
            columnWords={level => `${level}级`}
            onShow={(year, level) => show({ ...withYear(year), ...(level === null ? {} : { levels: [level] }) })}
          />
          <Figures<HonourKind, Holder>
            title="按种类和获得者"
            table={kinds}
            keyWords={kind => kind}
            columnWords={holder => holderTitles[holder]}
            onShow={(kind, holder) =>
              show({ ...(kind === null ? {} : { kinds: [kind] }), ...(holder === null ? {} : { holders: [holder] }) })
            }
          />
          <UnitsCard units={board.data.units} onShow={unitId => show({ unitId })} />
        </div>
      )}
      {leaving && <HonoursLeave table={{ of: 'board', filter }} onClose={() => setLeaving(false)} />}
    </div>
  )
}

interface UnitsCardProps {
  readonly units: readonly { readonly unitId: string | null; readonly name: string; readonly count: number }[]
  readonly onShow: (unitId: string) => void
}
function UnitsCard({ units, onShow }: UnitsCardProps) {
  const [whole, setWhole] = useState(false)
  const shown = whole ? units : units.slice(0, UNITS)
  const table: BoardTable<string, 'sum'> = {
    columns: ['sum'],
    rows: shown.map(({ unitId, name, count }) => ({ key: unitId ?? name, counts: [count], sum: count })),
    sums: [],
    sum: 0,
  }
  const nameOf = new Map(units.map(({ unitId, name }) => [unitId ?? name, name]))
  return (
    <Card
      title="按单位"
      note="当时单位没有写的，按档案现在的单位算"
      more={
        units.length > UNITS && (
          <Button kind="link" size="small" onClick={() => setWhole(!whole)}>
            {whole ? '收起' : `全部 ${units.length} 个单位`}
          </Button>
        )
      }
    >
      <ol className="hon-units">
        {table.rows.map(({ key, sum }) => (
          <li key={key}>
            <span>{nameOf.get(key)}</span>
            <i style={{ '--share': sum / Math.max(1, units[0]?.count ?? 1) } as React.CSSProperties} />
            {units.some(({ unitId }) => unitId === key) ? (
              <Button kind="link" size="small" onClick={() => onShow(key)}>
                {sum}
              </Button>
            ) : (
              <b>{sum}</b>
            )}
          </li>
        ))}
      </ol>
    </Card>
  )
}
