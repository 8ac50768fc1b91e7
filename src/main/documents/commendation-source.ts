import { capabilitiesOf } from '../../shared/accounts/roles'
import { commendationBody, commendationValues, groupsOf } from '../../shared/commendations/commendation.rules'
import { CommendationFacts, type CommendationId } from '../../shared/commendations/commendations'
import { AppError } from '../../shared/result'
import * as commendations from '../commendations/commendations.repo'
import { markOf } from '../honours/honour-marks'
import * as honours from '../honours/honours.repo'
import type { QueryContext } from '../ipc/contexts'
import { listWithin } from '../units/units.repo'
import type { DocumentSource } from './sources'

/** The paper of a decision, for those who may read honours. */
export async function commendationSource({ db, caller }: QueryContext, id: CommendationId): Promise<DocumentSource> {
  if (!capabilitiesOf(caller.roles).includes('honours.read')) throw new AppError('refused', '没有查看荣誉的权限')
  const facts = CommendationFacts.parse(await commendations.get(db, id))
  const listed = []
  for (const honourId of facts.honourIds) {
    const honour = await honours.get(db, caller, honourId)
    if (honour.revoked) throw new AppError('refused', `${honour.shownName}的荣誉已经撤销，先从名单里去掉`)
    listed.push(honour)
  }
  const units = (await listWithin(db, caller.scope)).map(unit => unit.id)
  const groups = groupsOf(listed, units)
  return {
    body: commendationBody(facts, groups),
    people: listed.length,
    mark: await markOf(db, listed),
    sealed: 0,
    unsealed: 0,
    subject: `commendations:${id}`,
    kinds: { pdf: 'commendation-pdf', print: 'commendation-print' },
    word: {
      kind: 'commendation-docx',
      form: '表扬决定',
      values: furniture => commendationValues(facts, groups, furniture),
    },
  }
}
