import type { Capability } from '../../shared/accounts/roles'
import { capabilitiesOf } from '../../shared/accounts/roles'
import type { Cadre } from '../../shared/cadres/cadres'
import { byTime, type TimelineEntry } from '../../shared/cadres/timeline'
import { fileEntries } from '../../shared/cadres/timeline.rules'
import type { PartialDate } from '../../shared/dates/partial-date'
import { attachmentsTimeline } from '../attachments/attachments.timeline'
import { careTimeline } from '../care-records/care-records.timeline'
import { checksTimeline } from '../checks/checks.timeline'
import { desksTimeline } from '../desks/desks.timeline'
import { entitlementsTimeline } from '../entitlements/entitlements.timeline'
import { hardshipsTimeline } from '../hardships/hardships.timeline'
import { honoursTimeline } from '../honours/honours.timeline'
import { talksTimeline } from '../interviews/interviews.timeline'
import { dayNow } from '../ipc/clock'
import type { CoreHandlers, QueryContext } from '../ipc/contexts'
import { measuresTimeline } from '../measures/measures.timeline'
import { medalsTimeline } from '../medals/medals.timeline'
import { promisesTimeline } from '../promises/promises.timeline'
import { overrideFor } from '../retirements/overrides'
import * as cadres from './cadres.repo'

/** What one module knows about one person. It reads its own tables; what is masked in the file must not come out here. */
export interface TimelineSource {
  /** Whoever lacks it is not told that there is anything. */
  readonly needs: Capability
  find(context: QueryContext, cadre: Cadre, on: PartialDate): Promise<readonly TimelineEntry[]>
}

/** Where a person's timeline comes from. A module adds its source here; tab and drawing follow from what it tells. */
export const timelineSources: readonly TimelineSource[] = [
  { needs: 'cadres.read', find: async ({ db }, cadre, on) => fileEntries(cadre, on, await overrideFor(db, cadre.id)) },
  checksTimeline,
  attachmentsTimeline,
  talksTimeline,
  measuresTimeline,
  promisesTimeline,
  desksTimeline,
  entitlementsTimeline,
  careTimeline,
  hardshipsTimeline,
  medalsTimeline,
  honoursTimeline,
]

type Timeline = CoreHandlers['cadres']['timeline']
export const timelineOf =
  (sources: readonly TimelineSource[]): Timeline =>
  async (context, { id }) => {
    const { cadre } = await cadres.get(context.db, context.caller.scope, id)
    const held = capabilitiesOf(context.caller.roles)
    const on = dayNow(context)
    const told = sources.filter(({ needs }) => held.includes(needs)).map(source => source.find(context, cadre, on))
    return (await Promise.all(told)).flat().toSorted(byTime)
  }
