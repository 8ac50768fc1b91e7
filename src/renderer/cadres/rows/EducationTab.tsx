import type { Cadre, EducationRow } from '../../../shared/cadres/cadres'
import { type CadreField, fieldLabels } from '../../../shared/cadres/field-labels'
import { dateWords } from '../cadres.words'
import { useReveal } from '../reveal'
import type { CadreTabProps } from '../tabs'
import { RowsCard } from './RowsCard'
import { WrittenText } from './RowsTable'
import { spanOf } from './span'

const kinds: readonly EducationRow['kind'][] = ['全日制', '在职']
/** Full-time first, then in the order of time. */
const byTime = (a: EducationRow, b: EducationRow): number =>
  kinds.indexOf(a.kind) - kinds.indexOf(b.kind) || (a.from ?? a.to ?? '9').localeCompare(b.from ?? b.to ?? '9')

const texts = [
  'fullTimeEducation',
  'fullTimeDegree',
  'fullTimeSchool',
  'fullTimeDegreeSchool',
  'inServiceEducation',
  'inServiceDegree',
  'inServiceSchool',
  'inServiceDegreeSchool',
] as const
const written = ({ form }: Cadre): string =>
  texts
    .filter(key => form[key] !== '')
    .map(key => `${fieldLabels[`form.${key}` satisfies CadreField]}　${form[key]}`)
    .join('\n')

/** 学历学位: each course of study with what it ended in, and the form's own cells. */
export function EducationTab({ file }: CadreTabProps) {
  const { cadre } = useReveal()
  return (
    <RowsCard
      file={file}
      title="学历学位"
      pair="education"
      field="education"
      columns={['类别', '学历', '学位', '起止', '学位授予', '毕业院校系', '专业']}
      rows={cadre.education
        .toSorted(byTime)
        .map(row => [row.kind, row.education, row.degree, spanOf(row), dateWords(row.degreeOn), row.school, row.major])}
      empty="还没有填学历学位"
      hint="从中专、大专或大学写起，每段学习一行，写明起止年月。"
    >
      <WrittenText title="任免表上的写法" text={written(cadre)} />
    </RowsCard>
  )
}
