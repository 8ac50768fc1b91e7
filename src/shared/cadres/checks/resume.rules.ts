import type { Basis } from '../../basis/basis'
import { compareMonths, showDate } from '../../dates/partial-date'
import { archiveAudit, type CadreCheck, nothing, type Remark, rowName } from './check'
import { type ChainRow, chainOf, isStudy, mayRunBeside } from './resume-chain'

const formRule: Basis = { source: '干部任免审批表填写要求：简历前后衔接、不得间断', status: 'CONFIRMED(S)' }

const endOf = ({ entry }: ChainRow): string => (entry.to ? showDate(entry.to) : '今')

/** The earlier row whose end reaches furthest, for each row in turn. */
function withReach(chain: readonly ChainRow[]): { row: ChainRow; before: ChainRow }[] {
  const pairs: { row: ChainRow; before: ChainRow }[] = []
  let reach: ChainRow | undefined
  for (const row of chain) {
    if (reach) pairs.push({ row, before: reach })
    if (!reach || row.end.latest >= reach.end.latest) reach = row
  }
  return pairs
}

export const resumeChecks: readonly CadreCheck[] = [
  {
    id: 'resume.span',
    title: '每段履历的起止',
    fields: ['resume.from', 'resume.to'],
    basis: archiveAudit,
    run({ resume }, on) {
      return resume.flatMap(({ from, to }, row): Remark[] => {
        if (!to) return []
        if (from && compareMonths(from, to) === 1)
          return [
            {
              sureness: 'certain',
              row,
              message: `履历${rowName(row)}结束时间 ${showDate(to)} 早于开始时间 ${showDate(from)}`,
            },
          ]
        if (compareMonths(to, on) === 1)
          return [
            { sureness: 'look', row, message: `履历${rowName(row)}结束时间 ${showDate(to)} 晚于 ${showDate(on)}` },
          ]
        return []
      })
    },
  },
  {
    id: 'resume.order',
    title: '履历的先后次序',
    fields: ['resume.from'],
    basis: formRule,
    run({ resume }) {
      return resume.flatMap(({ from }, row): Remark[] => {
        const before = resume[row - 1]?.from
        if (!from || !before || compareMonths(from, before) !== -1) return []
        return [{ sureness: 'look', row, message: `履历${rowName(row)}的开始时间早于上一行` }]
      })
    },
  },
  {
    id: 'resume.gaps',
    title: '履历的间断',
    fields: ['resume.from', 'resume.to'],
    basis: formRule,
    run(cadre) {
      return withReach(chainOf(cadre)).flatMap(({ row, before }): Remark[] => {
        const least = row.start.earliest - before.end.latest
        const most = row.start.latest - before.end.earliest
        const where = `履历${rowName(before.row)}到 ${endOf(before)} 为止，${rowName(row.row)}从 ${showDate(row.from)} 开始`
        if (least > 1) return [{ sureness: 'likely', row: row.row, message: `${where}，中间至少空 ${least - 1} 个月` }]
        if (least === 1 && most === 1)
          return [{ sureness: 'look', row: row.row, message: `${where}；前后两段一般写同一个月` }]
        return []
      })
    },
  },
  {
    id: 'resume.overlaps',
    title: '履历的重叠',
    fields: ['resume.from', 'resume.to'],
    basis: formRule,
    run(cadre) {
      return withReach(chainOf(cadre)).flatMap(({ row, before }): Remark[] => {
        if (before.end.earliest <= row.start.latest) return []
        const rows = `履历${rowName(before.row)}和${rowName(row.row)}`
        // A concurrent post, a secondment or study runs beside the main post and is no mistake.
        if (mayRunBeside(row.entry) || mayRunBeside(before.entry))
          return [{ sureness: 'look', row: row.row, message: `${rows}时间重叠，是否兼任、挂职或学习` }]
        if (before.entry.to === null)
          return [
            {
              sureness: 'look',
              row: before.row,
              message: `履历${rowName(before.row)}没有结束时间，而${rowName(row.row)}已经开始`,
            },
          ]
        const inside = row.end.latest <= before.end.earliest
        return [{ sureness: inside ? 'look' : 'likely', row: row.row, message: `${rows}时间重叠` }]
      })
    },
  },
  {
    id: 'resume.current',
    title: '履历写到现在',
    fields: ['resume.to', 'status'],
    basis: formRule,
    run(cadre) {
      const chain = chainOf(cadre)
      if (cadre.status !== '在职' || chain.length === 0 || chain.some(({ entry }) => entry.to === null)) return nothing
      return [{ sureness: 'look', message: '在职人员的履历没有一段写到现在' }]
    },
  },
  {
    id: 'resume.work-start',
    title: '参加工作时间与履历',
    fields: ['workStart', 'resume.from'],
    basis: archiveAudit,
    run(cadre) {
      const first = chainOf(cadre).find(({ entry }) => !isStudy(entry))
      if (!cadre.workStart || !first) return nothing
      if ((compareMonths(cadre.workStart, first.from) ?? 0) === 0) return nothing
      const message = `参加工作时间 ${showDate(cadre.workStart)} 与履历中第一段工作（${rowName(first.row)}）的开始时间 ${showDate(first.from)} 不一致`
      return [{ sureness: 'look', row: first.row, message }]
    },
  },
]
