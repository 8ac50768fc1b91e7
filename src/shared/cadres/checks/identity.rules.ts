import type { Basis } from '../../basis/basis'
import { compareMonths, precisionOf, showDate } from '../../dates/partial-date'
import { readIdNumber } from '../id-number'
import { archiveAudit, type CadreCheck, nothing } from './check'

const standard: Basis = { source: 'GB 11643-1999 公民身份号码', status: 'CONFIRMED(S)' }

/** Source: formats 6, “keep both, warn on difference, never overwrite”. */
export const identityChecks: readonly CadreCheck[] = [
  {
    id: 'id.number',
    title: '身份证号本身是否成立',
    fields: ['idNumber'],
    basis: standard,
    run({ idNumber }) {
      if (idNumber.trim() === '') return nothing
      const read = readIdNumber(idNumber)
      return read.kind === 'bad' ? [{ sureness: 'certain', message: read.reason }] : nothing
    },
  },
  {
    id: 'id.birth',
    title: '出生年月与身份证号',
    fields: ['birth', 'idNumber'],
    basis: archiveAudit,
    run({ birth, idNumber }) {
      const read = readIdNumber(idNumber)
      if (!birth || read.kind === 'bad') return nothing
      const differs =
        precisionOf(birth) === 'day' ? birth !== read.birth : (compareMonths(birth, read.birth) ?? 0) !== 0
      if (!differs) return nothing
      const message = `出生年月 ${showDate(birth)} 与身份证号上的 ${showDate(read.birth)} 不一致；出生时间以档案认定的为准`
      return [{ sureness: 'look', message }]
    },
  },
  {
    id: 'id.sex',
    title: '性别与身份证号',
    fields: ['sex', 'idNumber'],
    basis: standard,
    run({ sex, idNumber }) {
      const read = readIdNumber(idNumber)
      if (!sex || read.kind === 'bad' || read.sex === sex) return nothing
      return [{ sureness: 'likely', message: `性别填的是${sex}，身份证号第 17 位表示${read.sex}` }]
    },
  },
]
