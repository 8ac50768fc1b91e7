import { useState } from 'react'
import { useCall } from '../api/query'
import { useMay } from '../api/session'
import { Button } from '../ui/Button'
import { Card } from '../ui/Card'
import { EmptyState, ErrorNote, Loading } from '../ui/states'
import { FiguresDialog } from './FiguresDialog'

const percent = (part: number, whole: number): string => (whole === 0 ? '—' : `${Math.round((part / whole) * 100)}%`)

/** The year unit by unit: figures alone. */
export function FiguresCard({ year, unitId }: { year: number; unitId: string | null }) {
  const figures = useCall('entitlements', 'figures', { year, unitId })
  const exports = useMay()('cadres.export')
  const [leaving, setLeaving] = useState(false)
  return (
    <Card
      title={`${year} 年分单位`}
      note="应休按最少的算，参加工作时间不详的不计"
      more={
        exports &&
        figures.data &&
        figures.data.length > 0 && (
          <Button size="small" onClick={() => setLeaving(true)}>
            打印和导出
          </Button>
        )
      }
    >
      {leaving && figures.data && (
        <FiguresDialog rows={figures.data} year={year} unitId={unitId} onClose={() => setLeaving(false)} />
      )}
      {figures.isPending && <Loading />}
      {figures.isError && <ErrorNote error={figures.error} onRetry={() => void figures.refetch()} />}
      {figures.data?.length === 0 && <EmptyState title="没有在职或挂职的人" />}
      {figures.data && figures.data.length > 0 && (
        <table className="ent-figures">
          <thead>
            <tr>
              {['单位', '人数', '应休', '已休', '休假率', '一天没休', '一线未休', '没有体检', '已疗休养'].map(head => (
                <th key={head} scope="col">
                  {head}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {figures.data.map(each => (
              <tr key={each.unitName}>
                <th scope="row">{each.unitName === '' ? '没有单位' : each.unitName}</th>
                <td>{each.people}</td>
                <td>{each.entitled}</td>
                <td>{each.taken}</td>
                <td>{percent(each.taken, each.entitled)}</td>
                <td>{each.nothing}</td>
                <td>{each.frontline}</td>
                <td>{each.unchecked}</td>
                <td>{each.resting}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </Card>
  )
}
