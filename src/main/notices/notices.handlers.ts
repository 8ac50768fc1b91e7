import { capabilitiesOf } from '../../shared/accounts/roles'
import { passwordDaysLeft } from '../../shared/policy/policy.rules'
import * as accounts from '../accounts/accounts.repo'
import { lastReviewAt } from '../audit/audit.repo'
import { campaignsNotices } from '../campaigns/campaigns.notices'
import { careBatchesNotices } from '../care-batches/care-batches.notices'
import { careEscalationsNotices } from '../care-escalations/care-escalations.notices'
import { careMeasuresNotices } from '../care-measures/care-measures.notices'
import { careNotices } from '../care-rules/care-rules.notices'
import { desksNotices } from '../desks/desks.notices'
import { grassrootsNotices } from '../grassroots/grassroots.notices'
import { holidaysNotices } from '../holidays/holidays.notices'
import { honoursNotices } from '../honours/honours.notices'
import { talksNotices } from '../interviews/interviews.notices'
import type { CoreHandlers } from '../ipc/contexts'
import { measuresNotices } from '../measures/measures.notices'
import { medalsNotices } from '../medals/medals.notices'
import { plainExportsNotices } from '../plain-exports/plain-exports.notices'
import * as policies from '../policy/policy.repo'
import { promisesNotices } from '../promises/promises.notices'
import { sealedNotesNotices } from '../sealed-notes/sealed-notes.notices'
import type { NoticeSource } from './notices.source'

const DAY_MS = 86_400_000
/** A password that runs out within this many days is announced. */
const PASSWORD_WARNING_DAYS = 5

/** Where notices come from. A module adds its source here; only what is due is told. */
const sources: readonly NoticeSource[] = [
  careNotices,
  careEscalationsNotices,
  talksNotices,
  measuresNotices,
  promisesNotices,
  plainExportsNotices,
  careBatchesNotices,
  desksNotices,
  careMeasuresNotices,
  holidaysNotices,
  sealedNotesNotices,
  grassrootsNotices,
  medalsNotices,
  campaignsNotices,
  honoursNotices,
  {
    needs: 'signed-in',
    async find({ db, caller, now }) {
      const days = passwordDaysLeft(await accounts.get(db, caller.id), await policies.current(db), now())
      if (days > PASSWORD_WARNING_DAYS) return []
      return [
        {
          id: 'password',
          level: days <= 1 ? 'today' : 'soon',
          title: '密码快到期了',
          detail: days <= 0 ? '今天要改' : `还有 ${days} 天`,
          route: '/settings',
        },
      ]
    },
  },
  {
    needs: 'accounts.decide',
    async find({ db }) {
      const waiting = (await accounts.listProposals(db)).filter(proposal => proposal.state === 'waiting')
      if (waiting.length === 0) return []
      return [
        {
          id: 'proposals',
          level: 'today',
          title: '账户申请等待审批',
          detail: `${waiting.length} 项`,
          route: '/accounts',
        },
      ]
    },
  },
  {
    needs: 'accounts.decide',
    async find({ db, isLockedOut }) {
      const locked = (await accounts.list(db)).filter(account => isLockedOut(account.login))
      if (locked.length === 0) return []
      return [
        {
          id: 'locked-out',
          level: 'today',
          title: '有账户因输错密码被锁定',
          detail: `${locked.length} 个`,
          route: '/accounts',
        },
      ]
    },
  },
  {
    // What is not sealed yet rests on this computer's anchors alone.
    needs: 'audit.seal',
    async find({ db }) {
      const sealed = await db.selectFrom('auditCheckpoints').select('seq').limit(1).executeTakeFirst()
      if (sealed) return []
      return [
        {
          id: 'audit-seal',
          level: 'today',
          title: '审计日志还没有封存过',
          detail: '请封存一次并把封存单存档',
          route: '/audit',
        },
      ]
    },
  },
  {
    needs: 'audit.seal',
    async find({ db, now }) {
      const { auditReviewDays } = await policies.current(db)
      const last = await lastReviewAt(db)
      const late = Math.floor((now() - last) / DAY_MS) - auditReviewDays
      if (late < 0) return []
      return [
        {
          id: 'audit-review',
          level: late === 0 ? 'today' : 'late',
          title: '该检查审计日志了',
          detail: late === 0 ? `每 ${auditReviewDays} 天一次，今天到期` : `逾期 ${late} 天`,
          route: '/audit',
        },
      ]
    },
  },
]

export const noticesHandlers: CoreHandlers['notices'] = {
  async list(context) {
    const held = capabilitiesOf(context.caller.roles)
    const mine = sources.filter(({ needs }) => needs === 'signed-in' || held.includes(needs))
    const found = await Promise.all(mine.map(source => source.find(context)))
    const order = { late: 0, today: 1, soon: 2 }
    return found.flat().toSorted((a, b) => order[a.level] - order[b.level])
  },
}
