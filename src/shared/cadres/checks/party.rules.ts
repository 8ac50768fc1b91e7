import type { Basis } from '../../basis/basis'
import { compareMonths, monthsOf, showDate } from '../../dates/partial-date'
import { partyPeriodBasis, partyPeriodsOf } from '../party-age'
import { type CadreCheck, nothing, type Remark } from './check'

/** Months by which probation may be lengthened at most. */
const longestExtension = 12
const extensionBasis: Basis = { source: '中国共产党章程第七条（延长预备期不能超过一年）', status: 'MEMORY' }

export const partyChecks: readonly CadreCheck[] = [
  {
    id: 'party.order',
    title: '入党与转正的先后',
    fields: ['partyJoined', 'partyFull'],
    basis: partyPeriodBasis,
    run({ partyJoined, partyFull }) {
      if (!partyFull) return nothing
      if (!partyJoined) return [{ sureness: 'look', message: '填了转正日期而没有填入党日期' }]
      if (compareMonths(partyFull, partyJoined) !== -1) return nothing
      const message = `转正日期 ${showDate(partyFull)} 早于入党日期 ${showDate(partyJoined)}`
      return [{ sureness: 'certain', message }]
    },
  },
  {
    id: 'party.probation',
    title: '预备期',
    fields: ['partyJoined', 'partyFull'],
    basis: partyPeriodBasis,
    run({ partyJoined, partyFull }): readonly Remark[] {
      if (!partyJoined) return nothing
      const months = new Set(partyPeriodsOf(partyJoined).map(period => period.probationMonths))
      const [probation] = months
      // Where the joining date may lie in two periods with different rules, no rule can be held against it.
      if (months.size !== 1 || probation === undefined || probation === null) return nothing
      const joined = monthsOf(partyJoined)
      if (probation === 0) {
        if (!partyFull || (compareMonths(partyJoined, partyFull) ?? 0) === 0) return nothing
        const message = `${showDate(partyJoined)} 入党的没有预备期，转正日期 ${showDate(partyFull)} 应与入党日期相同`
        return [{ sureness: 'look', message }]
      }
      // The form has no date of full membership: that it is missing is no contradiction, see partyAgeStart.
      if (!partyFull) return nothing
      const full = monthsOf(partyFull)
      const span = `入党 ${showDate(partyJoined)}、转正 ${showDate(partyFull)}`
      if (full.latest - joined.earliest < probation && compareMonths(partyFull, partyJoined) !== -1)
        return [{ sureness: 'likely', message: `${span}，预备期不满一年` }]
      if (full.earliest - joined.latest > probation + longestExtension)
        return [{ sureness: 'look', message: `${span}，预备期超过两年`, basis: extensionBasis }]
      return nothing
    },
  },
]
