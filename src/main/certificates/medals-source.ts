import { certificateDate, certificateDateInCharacters } from '../../shared/certificates/certificate-dates'
import { PartialDate } from '../../shared/dates/partial-date'
import { awardDay } from '../../shared/medals/medal-year.rules'
import { medalHonour } from '../../shared/medals/medals.data'
import { AppError } from '../../shared/result'
import { markOf } from '../honours/honour-marks'
import type { QueryContext } from '../ipc/contexts'
import { setCertificateNo } from '../medals/medals.repo'
import { type KeyedRow, rowsOfYear } from '../medals/year'
import type { CertificateSource } from './sources'

/** Those who were decided to be given a medal, by the ids of their decisions. */
async function found(context: QueryContext, ids: readonly string[]): Promise<{ year: number; row: KeyedRow }[]> {
  const { db } = context
  const decided = await db.selectFrom('medalDecisions').select(['id', 'year']).where('id', 'in', ids).execute()
  const years = new Map(decided.map(({ id, year }) => [id, year]))
  const rows = new Map<number, KeyedRow[]>()
  for (const year of new Set(years.values())) rows.set(year, await rowsOfYear(context, year, null))
  return ids.map(id => {
    const year = years.get(id)
    const row = year === undefined ? undefined : rows.get(year)?.find(each => each.decision?.id === id)
    if (year === undefined || !row) throw new AppError('not-found', '没有这个决定，或不在您的查看范围内')
    if (row.decision?.decision !== '授予') throw new AppError('refused', `${row.name}没有决定授予，不发证书`)
    return { year, row }
  })
}

/** Certificates of the fifty-year medal, from the decision on: they are written before the medals are handed over. */
export const medalsSource: CertificateSource = {
  async rows(context, ids) {
    return (await found(context, ids)).map(({ year, row }) => {
      const on = PartialDate.parse(awardDay(year))
      const number = row.decision?.certificateNo ?? ''
      return {
        id: row.decision?.id ?? '',
        name: row.name,
        number,
        fields: {
          姓名: row.name,
          称呼: `${row.name}同志`,
          称号: medalHonour.name,
          类别: medalHonour.kind,
          级别: medalHonour.level,
          单位: row.unitName,
          职务: row.post,
          日期: certificateDate(on),
          汉字日期: certificateDateInCharacters(on),
          年份: String(year),
          批准机关: medalHonour.authority,
          文号: '',
          证书编号: number,
        },
      }
    })
  },
  async mark(context, ids) {
    const refs = (await found(context, ids)).map(({ row }) => row.ref)
    return markOf(
      context.db,
      refs.map(ref => ({ cadreId: ref.of === 'cadre' ? ref.id : null, members: [] })),
    )
  },
  setNumber: setCertificateNo,
}
