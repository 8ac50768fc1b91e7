import type { Basis } from '../../basis/basis'
import { codeTables } from '../../codes/codes'
import { compareMonths, monthsOf, type PartialDate, showDate } from '../../dates/partial-date'
import type { Cadre } from '../cadres'
import type { FieldPath } from '../field-labels'
import { archiveAudit, type CadreCheck, nothing, type Remark } from './check'
import { type ChainRow, chainOf } from './resume-chain'

const parallelRanks: Basis = { source: '公务员职务与职级并行规定（2019年6月1日起施行）', status: 'CONFIRMED(S)' }
const ranksSince = '2019-06' as PartialDate

/** Whether a row of the résumé begins in that month, or may begin in it as far as is known. */
const beginsIn = (chain: readonly ChainRow[], on: PartialDate): boolean =>
  chain.some(({ from }) => (compareMonths(from, on) ?? 0) === 0)

/** A date without what it dates, such as 任现职级时间 without 现职级. */
const dated: readonly (readonly [date: 'postLevelSince' | 'rankSince', of: 'postLevel' | 'rank', words: string])[] = [
  ['postLevelSince', 'postLevel', '填了任现职务层次时间而没有填现职务层次'],
  ['rankSince', 'rank', '填了任现职级时间而没有填现职级'],
]

const beforeWork: readonly (readonly [field: 'currentPostSince' | 'postLevelSince' | 'rankSince', title: string])[] = [
  ['currentPostSince', '任现职时间'],
  ['postLevelSince', '任现职务层次时间'],
  ['rankSince', '任现职级时间'],
]

function againstEachOther(cadre: Cadre): Remark[] {
  const { workStart, currentPostSince, postLevelSince } = cadre
  const remarks = beforeWork.flatMap(([field, title]): Remark[] => {
    const date = cadre[field]
    if (!date || !workStart || compareMonths(date, workStart) !== -1) return []
    const fields: FieldPath[] = [field, 'workStart']
    return [
      { sureness: 'likely', fields, message: `${title} ${showDate(date)} 早于参加工作时间 ${showDate(workStart)}` },
    ]
  })
  if (currentPostSince && postLevelSince && compareMonths(postLevelSince, currentPostSince) === 1)
    remarks.push({
      sureness: 'look',
      fields: ['postLevelSince', 'currentPostSince'],
      message: `任现职务层次时间 ${showDate(postLevelSince)} 晚于任现职时间 ${showDate(currentPostSince)}，是否在现职上提任`,
    })
  for (const [date, of, message] of dated)
    if (cadre[date] && cadre[of] === '') remarks.push({ sureness: 'look', fields: [date, of], message })
  return remarks
}

export const postChecks: readonly CadreCheck[] = [
  {
    id: 'post.dates',
    title: '任职各项时间的先后',
    fields: ['currentPostSince', 'postLevelSince', 'rankSince', 'workStart'],
    basis: archiveAudit,
    run: againstEachOther,
  },
  {
    id: 'post.resume',
    title: '任现职时间与履历',
    fields: ['currentPostSince', 'resume.from'],
    basis: archiveAudit,
    run(cadre) {
      const chain = chainOf(cadre)
      const { currentPostSince } = cadre
      if (!currentPostSince || chain.length === 0 || beginsIn(chain, currentPostSince)) return nothing
      return [{ sureness: 'look', message: `履历中没有从任现职时间 ${showDate(currentPostSince)} 开始的一段` }]
    },
  },
  {
    id: 'level.resume',
    title: '任现职务层次时间与履历',
    fields: ['postLevel', 'postLevelSince', 'resume.from', 'resume.level'],
    basis: archiveAudit,
    run(cadre) {
      const chain = chainOf(cadre)
      const { postLevel, postLevelSince } = cadre
      if (!postLevelSince || chain.length === 0) return nothing
      const first = chain.find(({ entry }) => postLevel !== '' && entry.level === postLevel)
      if (first) {
        if ((compareMonths(first.from, postLevelSince) ?? 0) === 0) return nothing
        const message = `履历中最早任${postLevel}是 ${showDate(first.from)}，任现职务层次时间填的是 ${showDate(postLevelSince)}`
        return [{ sureness: 'likely', row: first.row, message }]
      }
      if (beginsIn(chain, postLevelSince)) return nothing
      return [{ sureness: 'look', message: `履历中没有从任现职务层次时间 ${showDate(postLevelSince)} 开始的一段` }]
    },
  },
  {
    id: 'rank.resume',
    title: '任现职级时间',
    fields: ['rank', 'rankSince', 'resume.from'],
    basis: parallelRanks,
    run(cadre) {
      const { rank, rankSince } = cadre
      if (!rankSince) return nothing
      if (codeTables.rankGeneral.byName(rank) && compareMonths(rankSince, ranksSince) === -1) {
        const message = `${rank}这一职级自 ${showDate(ranksSince)} 起设置，任现职级时间填的是 ${showDate(rankSince)}`
        return [{ sureness: 'look', message }]
      }
      // A rank may change while the post stays: only a time outside of the whole résumé is worth a look.
      const [first] = chainOf(cadre)
      if (!first || monthsOf(rankSince).latest >= first.start.earliest) return nothing
      return [
        { sureness: 'look', message: `任现职级时间 ${showDate(rankSince)} 早于履历的开始时间`, basis: archiveAudit },
      ]
    },
  },
]
