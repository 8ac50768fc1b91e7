import { useLocation } from 'wouter'
import type { CadreId } from '../../shared/cadres/cadres'
import { showDate } from '../../shared/dates/partial-date'
import { todayDay } from '../../shared/dates/today'
import { leftOf } from '../../shared/entitlements/entitlements'
import { useCall } from '../api/query'
import { Button } from '../ui/Button'
import { Card } from '../ui/Card'

const span = ({ least, most }: { least: number; most: number }): string =>
  least === most ? `${least} 天` : `${least} 至 ${most} 天`

/** This year's leave, health check and 疗休养 in two lines; everything else stands on their own page. */
export function RestsCard({ id }: { readonly id: CadreId }) {
  const [, go] = useLocation()
  const year = Number(todayDay().slice(0, 4))
  const found = useCall('entitlements', 'person', { cadreId: id, year })
  if (!found.data) return null
  const { row } = found.data
  const left = leftOf(row)
  return (
    <Card
      title="休假和体检"
      note={`${year} 年`}
      more={
        <Button size="small" kind="link" onClick={() => go(`/care/entitlements/${id}`)}>
          明细
        </Button>
      }
    >
      <p className="crr-none">
        {row.entitled === null
          ? '没有填参加工作时间，年休假算不出来'
          : `年休假应休 ${span(row.entitled)}，已休 ${row.taken} 天${left === null ? '' : `，还有 ${span(left)}`}`}
        <br />
        {row.checkOn === null ? '还没有登记体检' : `${showDate(row.checkOn)} 体检`}
        {row.retreatDays > 0 && `，疗休养 ${row.retreatDays} 天`}
      </p>
    </Card>
  )
}
