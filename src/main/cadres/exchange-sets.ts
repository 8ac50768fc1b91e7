import type * as z from 'zod'
import { EducationRow, PostRow, PunishmentRow, YearlyAssessment } from '../../shared/cadres/cadres'
import type { ImportedDetails } from '../../shared/cadres/imported'
import { codeTables } from '../../shared/codes/codes'
import type { CodeTable } from '../../shared/codes/table'
import { type PartialDate, parsePartialDate } from '../../shared/dates/partial-date'
import type { ExchangeRow } from './exchange-rows'
import { cleanLine, cut, readDate } from './form-values'

/** The rows of one person by table, as the exchange package has them. */
export interface SetRows {
  readonly posts: readonly ExchangeRow[]
  readonly education: readonly ExchangeRow[]
  readonly rewards: readonly ExchangeRow[]
}

const at = (row: ExchangeRow, column: string): string => cleanLine(row.get(column) ?? '').trim()
const date = (row: ExchangeRow, column: string): PartialDate | null => readDate(at(row, column)) ?? null
const isTrue = (value: string): boolean => /^(1|true|是)$/i.test(value)

export const codeName = (value: string, ...lists: readonly CodeTable[]): string =>
  lists.map(list => list.byCode(value)?.name).find(name => name !== undefined) ?? value

/** Rows that the model takes. One that does not fit is left out: the texts of the form say it too. */
function fitting<T>(schema: z.ZodType<T>, rows: readonly unknown[], most: number): T[] {
  return rows
    .flatMap(row => {
      const checked = schema.safeParse(row)
      return checked.success ? [checked.data] : []
    })
    .slice(0, most)
}

function postOf(row: ExchangeRow): unknown {
  const order = Number(at(row, 'A0225'))
  return {
    unitId: null,
    unitName: cut(at(row, 'A0201A'), 200),
    title: cut(at(row, 'A0215A'), 120),
    level: '',
    role: isTrue(at(row, 'A0279')) ? '主职' : '兼职',
    memberKind: cut(codeName(at(row, 'A0201E'), codeTables.memberKind), 40),
    teamOrder: isTrue(at(row, 'A0201D')) && Number.isInteger(order) && order > 0 && order < 1000 ? order : null,
    appointedOn: date(row, 'A0243'),
    appointedBy: cut(at(row, 'A0245'), 60),
    appointMode: cut(codeName(at(row, 'A0247'), codeTables.appointMode), 60),
    status: at(row, 'A0255') === '0' || at(row, 'A0255') === '已免' ? '已免' : '在任',
    removedOn: date(row, 'A0265'),
    removedBy: cut(at(row, 'A0267'), 60),
  }
}

const educationOf = (row: ExchangeRow): unknown => ({
  kind: at(row, 'A0837') === '2' || at(row, 'A0837').startsWith('在职') ? '在职' : '全日制',
  education: cut(at(row, 'A0801A') || codeName(at(row, 'A0801B'), codeTables.education), 54),
  degree: cut(at(row, 'A0901A') || codeName(at(row, 'A0901B'), codeTables.degree), 54),
  school: cut(at(row, 'A0814'), 120),
  major: cut(at(row, 'A0824'), 90),
  from: date(row, 'A0804'),
  to: date(row, 'A0807'),
  degreeOn: date(row, 'A0904'),
})

const { punishmentParty, punishmentGovernment, punishmentInstitution } = codeTables

/** One table holds rewards and punishments; the codes of punishments begin with 02. Source: ZB67. */
function punishmentOf(row: ExchangeRow): unknown {
  const code = at(row, 'A1404B')
  const party = punishmentParty.byCode(code)
  const government = punishmentGovernment.byCode(code) ?? punishmentInstitution.byCode(code)
  if (!party && !government && !code.startsWith('02')) return undefined
  return {
    kind: party ? '党纪处分' : government ? '政务处分' : '其他',
    name: cut(at(row, 'A1404A') || (party ?? government)?.name || code, 60),
    on: date(row, 'A1407'),
    authority: cut(at(row, 'A1411A'), 120),
    documentNumber: '',
    reason: '',
    influenceUntil: date(row, 'A1423'),
    revokedOn: date(row, 'A1424'),
  }
}

/** The information sets that the package brings for a person; one without rows brings nothing. Source: formats §5.3. */
export function setsOf({
  posts,
  education,
  rewards,
}: SetRows): Pick<ImportedDetails, 'posts' | 'education' | 'punishments'> {
  const found = {
    posts: fitting(PostRow, posts.map(postOf), 100),
    education: fitting(EducationRow, education.map(educationOf), 30),
    punishments: fitting(
      PunishmentRow,
      rewards.map(punishmentOf).filter(row => row !== undefined),
      60,
    ),
  }
  return Object.fromEntries(Object.entries(found).filter(([, rows]) => rows.length > 0))
}

/** The yearly assessments of the package, for editions whose text of them is empty. Source: ZB18. */
export const assessmentsOf = (rows: readonly ExchangeRow[]): YearlyAssessment[] =>
  fitting(
    YearlyAssessment,
    rows.map(row => ({
      year: Number(parsePartialDate(at(row, 'A1521'))?.slice(0, 4) ?? Number.NaN),
      grade: cut(codeName(at(row, 'A1517'), codeTables.assessmentGrade), 20),
    })),
    80,
  )
