import { sql } from 'kysely'
import type { NoticeSource } from '../notices/notices.source'

/** Talks that were finished and still wait for one's own password. */
export const talksNotices: NoticeSource = {
  needs: 'interviews.hold',
  async find({ db, caller }) {
    const { waiting } = await db
      .selectFrom('interviews')
      .select(({ fn }) => fn.countAll<number>().as('waiting'))
      .where('state', '=', 'closed')
      .where(where =>
        where.or([
          where('recorderId', '=', caller.id),
          where(
            'key',
            'in',
            where.selectFrom('interviewTalkers').select('interviewKey').where('accountId', '=', caller.id),
          ),
        ]),
      )
      .where(where =>
        where.not(
          where.exists(
            where
              .selectFrom('interviewConfirmations')
              .select(sql`1`.as('one'))
              .whereRef('interviewConfirmations.interviewKey', '=', 'interviews.key')
              .where('interviewConfirmations.accountId', '=', caller.id),
          ),
        ),
      )
      .executeTakeFirstOrThrow()
    if (waiting === 0) return []
    return [
      {
        id: 'talks-waiting',
        level: 'today',
        title: '谈话记录等您确认',
        detail: `${waiting} 份`,
        route: '/interviews',
      },
    ]
  },
}
