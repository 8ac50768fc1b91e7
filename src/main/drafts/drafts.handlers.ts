import type { CoreHandlers } from '../ipc/contexts'

export const draftsHandlers: CoreHandlers['drafts'] = {
  async get({ db, caller }, { key }) {
    const row = await db
      .selectFrom('drafts')
      .select(['body', 'savedAt'])
      .where('accountId', '=', caller.id)
      .where('key', '=', key)
      .executeTakeFirst()
    return row ?? null
  },

  async save({ db, caller, now }, { key, body }) {
    const savedAt = new Date(now()).toISOString()
    await db
      .insertInto('drafts')
      .values({ accountId: caller.id, key, body, savedAt })
      .onConflict(conflict => conflict.columns(['accountId', 'key']).doUpdateSet({ body, savedAt }))
      .execute()
    return { savedAt }
  },

  async discard({ db, caller }, { key }) {
    await db.deleteFrom('drafts').where('accountId', '=', caller.id).where('key', '=', key).execute()
    return {}
  },
}
