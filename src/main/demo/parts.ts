import type { PartialDate } from '../../shared/dates/partial-date'
import { albumsPart } from '../albums/albums.demo'
import { campaignsPart } from '../campaigns/campaigns.demo'
import { careBatchesPart } from '../care-batches/care-batches.demo'
import { careMeasuresPart } from '../care-measures/care-measures.demo'
import { careDemo } from '../care-records/care.demo'
import { desksPart } from '../desks/desks.demo'
import { entitlementsPart } from '../entitlements/entitlements.demo'
import { grassrootsPart } from '../grassroots/grassroots.demo'
import { hardshipsPart } from '../hardships/hardships.demo'
import { honoursPart } from '../honours/honours.demo'
import type { CommandContext } from '../ipc/contexts'
import { medalsPart } from '../medals/medals.demo'
import type { City } from './city'
import type { Stream } from './random'
import { talksPart } from './talks'

/** What a module may build its part of the demo from. */
export interface PartContext extends CommandContext {
  readonly city: City
  /** Numbers of the part's own name: what one part draws changes neither the people nor another part. */
  readonly stream: Stream
  /** The first day of the month that the demo is told as of. */
  readonly on: PartialDate
}

/** The part of one module: honours, talks, care. It runs when all people are in, each slice in one transaction with one audit line. */
export interface DemoPart {
  /** The feature's name, and that of its stream. */
  readonly name: string
  /** The call whose audit line stands for it. */
  readonly channel: `${string}.${string}`
  /** Into how many slices it falls, so that the page's own calls come between; one where nothing is said. */
  slices?(city: City): number
  add(context: PartContext, slice: number): Promise<void>
}

/** A module adds its part in one line. What the boards of the city show stands in `rolls.ts`. */
export const demoParts: readonly DemoPart[] = [
  talksPart,
  desksPart,
  hardshipsPart,
  careMeasuresPart,
  grassrootsPart,
  careDemo,
  entitlementsPart,
  careBatchesPart,
  medalsPart,
  honoursPart,
  campaignsPart,
  albumsPart,
]
