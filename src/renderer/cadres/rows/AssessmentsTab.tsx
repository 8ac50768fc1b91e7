import { Card } from '../../ui/Card'
import { useReveal } from '../reveal'
import { RowsTable, WrittenText } from './RowsTable'

/** 考核: year by year, the latest first, and the form's own words. */
export function AssessmentsTab() {
  const { cadre } = useReveal()
  const rows = cadre.assessments.toSorted((a, b) => b.year - a.year).map(({ year, grade }) => [`${year}年`, grade])
  return (
    <Card title="年度考核">
      <RowsTable empty="还没有填年度考核" columns={['年度', '等次']} rows={rows} />
      <WrittenText title="任免表上的写法" text={cadre.form.assessments} />
    </Card>
  )
}
