import { sql } from 'kysely'
import { capabilitiesOf } from '../../shared/accounts/roles'
import { type LetterFacts, letterBody, letterForms, letterValues } from '../../shared/measures/letter.rules'
import type { MeasureId } from '../../shared/measures/measures'
import { punishmentOf, replyDueOn } from '../../shared/measures/measures.rules'
import { influenceOf } from '../../shared/restrictions/restrictions.rules'
import { AppError } from '../../shared/result'
import { highestMark } from '../../shared/secrecy/secrecy.rules'
import { calendarIn } from '../holidays/holidays.repo'
import type { QueryContext } from '../ipc/contexts'
import * as measures from '../measures/measures.repo'
import { listWithin } from '../units/units.repo'
import type { DocumentSource } from './sources'

/** The letter of a measure, for those who may read measures. */
export async function letterSource({ db, caller }: QueryContext, id: MeasureId): Promise<DocumentSource> {
  if (!capabilitiesOf(caller.roles).includes('measures.read'))
    throw new AppError('refused', '没有查看提醒、函询和诫勉的权限')
  const measure = await measures.get(db, caller, id)
  const [root] = await listWithin(db, null)
  const file = await db
    .selectFrom('cadreFiles')
    .innerJoin('cadres', 'cadres.key', 'cadreFiles.key')
    .select(sql<string | null>`json_extract(file, '$.secrecy')`.as('secrecy'))
    .where('cadres.id', '=', measure.cadreId)
    .executeTakeFirst()
  const facts: LetterFacts = {
    measure,
    sender: root?.name ?? '',
    due: measure.kind === '函询' ? replyDueOn(measure.on, await calendarIn(db)) : undefined,
    lastDay: measure.kind === '诫勉' ? influenceOf(punishmentOf(measure))?.lastDay.latest : undefined,
  }
  return {
    body: letterBody(facts),
    people: 1,
    mark: highestMark([file?.secrecy ?? '']),
    sealed: 0,
    unsealed: 0,
    subject: `measures:${id}`,
    kinds: { pdf: 'letter-pdf', print: 'letter-print' },
    word: {
      kind: 'letter-docx',
      form: letterForms[measure.kind],
      values: furniture => letterValues(facts, furniture),
    },
  }
}
