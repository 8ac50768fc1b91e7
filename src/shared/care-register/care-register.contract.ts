import * as z from 'zod'
import { Reason } from '../accounts/accounts'
import { CadreId } from '../cadres/cadres'
import { Day } from '../dates/add-months'
import { command, query } from '../ipc/define'
import { listJobs } from '../papers/papers.contract'
import { Entry, EntryFacts, EntryId, RegisterKind } from './care-register'

const read = { needs: 'care.read' } as const
const edit = { needs: 'care.edit' } as const
const one = { id: EntryId, revision: z.int().min(1) }

export const RegisterFilter = z.object({
  kinds: z.array(RegisterKind).max(9),
  cadreId: CadreId.nullable(),
  unitId: z.uuid().nullable(),
  /** With those that have ended. */
  ended: z.boolean(),
})
export type RegisterFilter = z.infer<typeof RegisterFilter>
const registerJobs = listJobs(RegisterFilter, '关爱名册')

export const careRegisterContract = {
  list: query(
    RegisterFilter.extend({ offset: z.int().min(0), limit: z.int().min(1).max(500) }),
    z.object({ rows: z.array(Entry), total: z.int(), counts: z.record(RegisterKind, z.int()) }),
    { title: '查看关爱名册', ...read },
  ),
  /** Retired people who are eighty or older and stand in no list of 老干部, the oldest first: an offer, nothing is listed by itself. */
  unlisted: query(
    z.object({ unitId: z.uuid().nullable(), offset: z.int().min(0), limit: z.int().min(1).max(200) }),
    z.object({
      rows: z.array(
        z.object({ cadreId: CadreId, name: z.string(), post: z.string(), unitName: z.string(), birth: z.string() }),
      ),
      total: z.int(),
    }),
    { title: '查看未列入名册的高龄退休干部', ...read },
  ),
  add: command(EntryFacts, Entry, { title: '列入关爱名册', ...edit }),
  change: command(
    z.object({
      ...one,
      /** Without a number the one that is kept stays. */
      facts: EntryFacts.omit({ cadreId: true, kind: true, contactPhone: true }).extend({
        contactPhone: EntryFacts.shape.contactPhone.nullable(),
      }),
      reason: Reason,
    }),
    Entry,
    { title: '修改名册条目', ...edit },
  ),
  end: command(z.object({ ...one, until: Day, reason: Reason }), Entry, { title: '移出关爱名册', ...edit }),
  revealPhone: query(z.object({ id: EntryId, reason: Reason }), z.object({ phone: z.string() }), {
    title: '查看名册联系电话',
    ...read,
    reveals: true,
  }),
  saveList: registerJobs.save,
  printList: registerJobs.print,
}
