import { Select } from 'antd'
import { useState } from 'react'
import { addMonths, Day } from '../../../shared/dates/add-months'
import { today } from '../../../shared/dates/today'
import { themes } from '../../../shared/promises/promises'
import { useCall } from '../../api/query'
import { Card } from '../../ui/Card'
import { EmptyState, ErrorNote, Loading } from '../../ui/states'
import '../coverage/coverage.css'

const spans = [3, 6, 12, 24] as const

/** What became of what was made in a period, and what requests are about, unit by unit: figures and nobody's name. */
export function FiguresPane({ unitId }: { unitId: string | null }) {
  const [months, setMonths] = useState<number>(12)
  const to = Day.parse(today())
  const figures = useCall('promises', 'figures', { from: addMonths(to, -months), to, unitId })
  const units = useCall('units', 'tree', {})
  const nameOf = (id: string | null): string =>
    id === null ? '未分单位' : (units.data?.find(unit => unit.id === id)?.name ?? '')
  if (figures.isPending) return <Loading />
  if (figures.isError) return <ErrorNote error={figures.error} onRetry={() => void figures.refetch()} />
  const { closing, themes: counts } = figures.data
  const { made, done } = closing
  const share = made === null || done === null || made === 0 ? null : Math.round((100 * done) / made)
  const rows = [...new Set(counts.map(each => each.unitId))]
  const columns = themes.filter(theme => counts.some(each => each.theme === theme))
  return (
    <>
      <Card
        title="办结情况"
        more={
          <Select
            aria-label="多长时间"
            size="small"
            value={months}
            onChange={setMonths}
            options={spans.map(value => ({ value, label: `近 ${value} 个月登记的` }))}
          />
        }
      >
        <dl className="itv-figures">
          <Figure title="登记" {...counted(closing.made)} />
          <Figure title="已办结" {...counted(closing.done)} />
          <Figure title="办结率" value={share === null ? '—' : String(share)} unit={share === null ? '' : '%'} />
          <Figure
            title="办结用时（中位）"
            value={closing.medianDays === null ? '—' : String(closing.medianDays)}
            unit={closing.medianDays === null ? '' : '天'}
          />
          <Figure title="逾期未办" {...counted(closing.late)} />
        </dl>
      </Card>
      <Card title="诉求主题" note="按单位计件，不列姓名；不足 3 件的只写“不足 3”" className="itv-board">
        {rows.length === 0 ? (
          <EmptyState title="这段时间没有登记诉求" hint="谈话中登记的诉求，按主题汇总在这里。" />
        ) : (
          <table>
            <thead>
              <tr>
                <th scope="col">单位</th>
                {columns.map(theme => (
                  <th key={theme} scope="col">
                    {theme}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {rows.map(id => (
                <tr key={id}>
                  <th scope="row">{nameOf(id)}</th>
                  {columns.map(theme => {
                    const found = counts.find(each => each.unitId === id && each.theme === theme)
                    return <td key={theme}>{found ? (found.count ?? <small>不足 3</small>) : ''}</td>
                  })}
                </tr>
              ))}
            </tbody>
          </table>
        )}
      </Card>
    </>
  )
}

const counted = (count: number | null) =>
  count === null ? { value: '不足 3', unit: '' } : { value: String(count), unit: '件' }

const Figure = ({ title, value, unit }: { title: string; value: string; unit: string }) => (
  <div>
    <dt>{title}</dt>
    <dd>
      {value} <small>{unit}</small>
    </dd>
  </div>
)
