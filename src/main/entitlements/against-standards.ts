import type { VersionedStandard } from '../../shared/care-standards/care-standards'
import { standardOn } from '../../shared/care-standards/care-standards.rules'
import { Day } from '../../shared/dates/add-months'
import type { PartialDate } from '../../shared/dates/partial-date'
import type { NewTake, Take } from '../../shared/entitlements/entitlements'
import { checkExcess, type Excess, retreatExcess } from '../../shared/entitlements/excess.rules'
import { AppError } from '../../shared/result'
import { everyStandard } from '../care-standards/care-standards.repo'
import { dayNow } from '../ipc/clock'
import type { CommandContext, QueryContext } from '../ipc/contexts'
import { retreatsUsed } from './entitlements.repo'

/** What entries of one call are beyond of the standards, gathered; `warnings` is what is told after it was kept. */
export interface AgainstStandards {
  readonly warnings: string[]
  /** @returns the reason that is kept with the entry; empty where nothing speaks against it for certain */
  retreat(
    name: string,
    take: NewTake & { readonly days: number },
    others: readonly Take[],
    workStart: PartialDate | null,
  ): Promise<string>
  check(name: string, on: Day, costFen: number | null): void
}

/**
 * Reads the standards once. What a confirmed one forbids is refused unless `override` says why; everything else warns.
 * @throws AppError refused, with `overridable` among its details
 */
export async function againstStandards({ db, record }: CommandContext, override: string): Promise<AgainstStandards> {
  const standards = await everyStandard(db)
  const warnings: string[] = []
  function take(name: string, found: readonly Excess[]): string {
    if (found.length === 0) return ''
    const words = found.map(each => each.words).join('；')
    const blocks = found.some(each => each.blocks)
    if (blocks && override === '')
      throw new AppError(
        'refused',
        `${name}：${words}。确要登记的，写明理由`,
        { overridable: true },
        '超出本单位的标准',
      )
    if (blocks) record({ reason: override })
    warnings.push(`${name}：${words}`)
    return blocks ? override : ''
  }
  return {
    warnings,
    async retreat(name, { year, from, days, costFen }, others, workStart) {
      const standard = standardOn(standards, '疗休养', from)
      const used = await retreatsUsed(db, year)
      const before = others.filter(({ kind }) => kind === '疗休养')
      return take(name, retreatExcess({ year, from, days, costFen }, { others: before, workStart, used }, standard))
    },
    check(name, on, costFen) {
      take(name, checkExcess(costFen, standardOn(standards, '体检', on)))
    },
  }
}

/** The year's places and how many are used, by the standard in force today or, of another year, on its last day. */
export async function placesOf(context: Pick<QueryContext, 'db' | 'now'>, year: number) {
  const today = dayNow(context)
  const on = Number(today.slice(0, 4)) === year ? today : Day.parse(`${year}-12-31`)
  const standard: VersionedStandard | undefined = standardOn(await everyStandard(context.db), '疗休养', on)
  return {
    used: await retreatsUsed(context.db, year),
    places: standard?.places ?? null,
    basis: standard && standard.places !== null ? { source: standard.source, status: standard.status } : null,
  }
}
