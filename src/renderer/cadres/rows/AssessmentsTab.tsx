import { useReveal } from '../reveal'
import type { CadreTabProps } from '../tabs'
import { RowsCard } from './RowsCard'
import { WrittenText } from './RowsTable'

/** 考核: year by year, the latest first, and the form's own words. */
export function AssessmentsTab({ file }: CadreTabProps) {
  const { cadre } = useReveal()
  return (
    <RowsCard
      file={file}
      title="年度考核"
      pair="assessments"
      field="assessments"
      columns={['年度', '等次']}
      rows={cadre.assessments.toSorted((a, b) => b.year - a.year).map(({ year, grade }) => [`${year}年`, grade])}
      empty="还没有填年度考核"
      hint="每个年度一行；没有确定等次的也写明。"
    >
      <WrittenText title="任免表上的写法" text={cadre.form.assessments} />
    </RowsCard>
  )
}
