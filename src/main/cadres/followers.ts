import type { CadreId } from '../../shared/cadres/cadres'
import { careKeyForPerson } from '../../shared/care-rules/matters'
import { keyForPerson } from '../../shared/talk-rules/matters'
import * as attachments from '../attachments/attachments.repo'
import * as campaigns from '../campaigns/campaigns.followers'
import * as careBatches from '../care-batches/care-batches.repo'
import * as careEscalations from '../care-escalations/care-escalations.repo'
import * as entitlements from '../entitlements/entitlements.repo'
import { moveDeclined, moveMemberships } from '../honours/honours.followers'
import * as interviews from '../interviews/interviews.followers'
import { moveAwards, moveDecisions, moveFacts } from '../medals/medals.followers'
import * as retirements from '../retirements/retirements.repo'
import type { Writes } from '../store/schema'
import { type MoveTo, rowsOf, waiversOf } from './moving'

/** A module whose rows belong to a person. */
export interface Follower {
  /** The module's own name: steps keep under it which rows have followed. */
  readonly feature: string
  readonly moveTo: MoveTo
}

/** Every module whose rows follow the person. A new module adds itself in one line. */
const followers: readonly Follower[] = [
  { feature: 'attachments', moveTo: attachments.moveTo },
  { feature: 'interviews', moveTo: interviews.moveTo },
  { feature: 'careEscalations', moveTo: careEscalations.moveTo },
  { feature: 'promises', moveTo: rowsOf('promises') },
  { feature: 'talkOccasions', moveTo: rowsOf('talkOccasions') },
  { feature: 'talkWaivers', moveTo: waiversOf('talkWaivers', keyForPerson) },
  { feature: 'measures', moveTo: rowsOf('measures') },
  { feature: 'desks', moveTo: rowsOf('deskItems') },
  { feature: 'lifeEvents', moveTo: rowsOf('lifeEvents') },
  { feature: 'careRecords', moveTo: rowsOf('careRecords') },
  { feature: 'careEntries', moveTo: rowsOf('careEntries') },
  { feature: 'careWaivers', moveTo: waiversOf('careWaivers', careKeyForPerson) },
  { feature: 'entitlements', moveTo: entitlements.moveTo },
  { feature: 'careBatches', moveTo: careBatches.moveTo },
  { feature: 'retirements', moveTo: retirements.moveTo },
  { feature: 'medalFacts', moveTo: moveFacts },
  { feature: 'medalDecisions', moveTo: moveDecisions },
  { feature: 'medalAwards', moveTo: moveAwards },
  { feature: 'campaignNominees', moveTo: campaigns.moveNominees },
  { feature: 'campaignMembers', moveTo: campaigns.moveMembers },
  { feature: 'campaignSpeakers', moveTo: campaigns.moveSpeakers },
  { feature: 'campaignPromotions', moveTo: campaigns.movePromotions },
  { feature: 'hardships', moveTo: rowsOf('hardships') },
  { feature: 'honours', moveTo: rowsOf('honours') },
  { feature: 'honourMembers', moveTo: moveMemberships },
  { feature: 'honourDeclined', moveTo: moveDeclined },
]

/** Rows of every module from one person to another. @param only by module, as an earlier call has given them */
export async function moveRows(
  db: Writes,
  from: CadreId,
  to: CadreId,
  only?: Readonly<Record<string, readonly string[]>>,
): Promise<Record<string, string[]>> {
  const moved: Record<string, string[]> = {}
  for (const { feature, moveTo } of followers) {
    const ids = only?.[feature]
    if (only && !ids) continue
    const given = await moveTo(db, from, to, ids)
    if (given.length > 0) moved[feature] = [...given]
  }
  return moved
}
