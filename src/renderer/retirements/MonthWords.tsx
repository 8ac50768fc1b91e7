import { type Retirement, retirementMonths } from '../../shared/cadres/retirement.rules'
import { showDate } from '../../shared/dates/partial-date'
import { BasisWord } from '../ui/BasisWord'

/** 到龄年月 as it is reckoned or decided, with its basis. */
export function MonthWords({ reached }: { readonly reached: Retirement }) {
  const months = retirementMonths(reached)
  if (reached.kind === 'unknown' || months === undefined) return <>推算不出</>
  return (
    <>
      {showDate(months.first)}
      {months.last !== months.first && `至 ${showDate(months.last)}`}
      {reached.kind === 'decided' && '（组织认定）'} <BasisWord basis={reached.basis} />
    </>
  )
}
