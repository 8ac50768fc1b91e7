import { useReveal } from '../reveal'
import type { CadreTabProps } from '../tabs'
import { RowsCard } from './RowsCard'
import { spanOf } from './span'

/** 80 学时, 5 天: how long it was, as it was written. */
const lengthOf = ({ days, hours }: { days: number | null; hours: number | null }): string =>
  [days === null ? '' : `${days} 天`, hours === null ? '' : `${hours} 学时`].filter(text => text !== '').join('，')

/** 教育培训: the latest first. */
export function TrainingTab({ file }: CadreTabProps) {
  const { cadre } = useReveal()
  const rows = cadre.training.toSorted((a, b) => (b.from ?? b.to ?? '').localeCompare(a.from ?? a.to ?? ''))
  return (
    <RowsCard
      file={file}
      title="教育培训"
      note={rows.length > 0 ? `${rows.length} 期` : undefined}
      field="training"
      columns={['起止', '培训班', '类别', '时长', '主办单位', '培训机构']}
      rows={rows.map(row => [spanOf(row), row.name, row.kind, lengthOf(row), row.organiser, row.institution])}
      empty="还没有填教育培训"
      hint="参加过的党校班次、任职培训、专题班逐期填写。"
    />
  )
}
