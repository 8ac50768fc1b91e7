import type { SensitiveField } from '../../shared/cadres/cadres.contract'
import { labelOf } from '../../shared/cadres/field-labels'
import type { FormSheet } from '../../shared/cadres/form/form-sheet'
import { AppError } from '../../shared/result'
import { choose, read } from '../exports/people.repo'
import type { CoreHandlers, QueryContext } from '../ipc/contexts'
import { printForms } from './print.job'
import { printRegister, saveRegister } from './register.job'
import { printRoster, saveRoster } from './roster.job'
import { saveForms } from './save.job'
import { sheetOf } from './sheets'

/** What a form holds and the application masks. */
const onForm = ['form.health', 'family'] as const satisfies readonly SensitiveField[]

type Which = Parameters<CoreHandlers['papers']['proof']>[1]

/** One person's form out of those that an order names. */
async function proofOf(
  { db, caller, now }: QueryContext,
  { whom, place, edition }: Which,
  shown: readonly SensitiveField[],
  covered: FormSheet['covered'],
) {
  const { keys } = await choose(db, caller.scope, whom, 'as-listed')
  const key = keys.at(place)
  if (key === undefined) throw new AppError('conflict', '名单变了，这个人已不在其中，请重新打开预览')
  const [person] = await read(db, Uint32Array.of(key), shown)
  if (!person) throw new AppError('not-found', '没有这份档案，或不在您的查看范围内')
  return { people: keys.length, sheet: sheetOf(person, edition, now(), covered), id: person.cadre.id }
}

export const papersHandlers: CoreHandlers['papers'] = {
  async proof(context, which) {
    const { people, sheet } = await proofOf(context, which, [], ['health', 'family'])
    return { people, sheet }
  },
  async wholeProof(context, { reason, ...which }) {
    const { people, sheet, id } = await proofOf(context, which, onForm, [])
    context.record({ subject: `cadres:${id}`, reason, details: onForm.map(labelOf).join('、') })
    return { people, sheet }
  },
  saveForms,
  printForms,
  saveRoster,
  printRoster,
  saveRegister,
  printRegister,
}
