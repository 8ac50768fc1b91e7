import * as z from 'zod'
import { query, scratch } from '../ipc/define'

/** A draft belongs to the signed-in account and to a place in the application, such as 'accounts.propose'. */
const DraftKey = z.string().regex(/^[a-z][a-zA-Z0-9.:-]{0,79}$/)
/** At most 256 KiB of the form's own JSON text. */
const DraftBody = z.string().max(262_144)

export const draftsContract = {
  get: query(z.object({ key: DraftKey }), z.object({ body: DraftBody, savedAt: z.iso.datetime() }).nullable(), {
    title: '读取草稿',
    needs: 'signed-in',
    always: true,
  }),
  save: scratch(z.object({ key: DraftKey, body: DraftBody }), z.object({ savedAt: z.iso.datetime() }), {
    title: '保存草稿',
    needs: 'signed-in',
  }),
  discard: scratch(z.object({ key: DraftKey }), z.object({}), { title: '丢弃草稿', needs: 'signed-in' }),
}
