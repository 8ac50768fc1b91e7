import { lifeEventKinds } from '../care-records/care-records'
import { Day } from '../dates/add-months'
import type { CareRule } from './care-rules'

const since = Day.parse('2025-01-01')
type Told = Pick<CareRule, 'id' | 'title' | 'when' | 'occasions'> & Partial<CareRule>

export const secondary = (source: string) => ({ source, status: 'CONFIRMED(S)' }) as const
export const usual = (source: string) => ({ source, status: 'MEMORY' }) as const
export const sixVisits = secondary('“六必访”制度（走访慰问情形）')
export const fiveVisits = secondary('“五必访”制度（走访慰问情形）')
export const inService = { statuses: ['在职'], lists: [] } satisfies CareRule['whose']
export const everyone = { statuses: ['在职', '退休'], lists: [] } satisfies CareRule['whose']
export const listed = (...lists: CareRule['whose']['lists']): CareRule['whose'] => ({
  statuses: ['在职', '退休'],
  lists,
})

export const rule = (told: Told): CareRule => ({
  whose: everyone,
  dimension: '生活',
  owner: '所在单位、组织部门',
  leadDays: 7,
  roll: 'none',
  escalateDays: 30,
  keepDays: 365,
  on: true,
  validFrom: since,
  validTo: null,
  basis: sixVisits,
  ...told,
})
/** What happened to whom, with the days after it. An empty list of whoms is anybody. */
export const after = (
  kinds: readonly (typeof lifeEventKinds)[number][],
  steps: readonly number[],
  more: Partial<Extract<CareRule['when'], { by: 'event' }>> = {},
): CareRule['when'] => ({
  by: 'event',
  kinds: [...kinds],
  whoms: [],
  steps: [...steps],
  again: null,
  after: null,
  ...more,
})
