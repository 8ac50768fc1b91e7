import type { AccountId } from '../../shared/accounts/accounts'
import { showDate } from '../../shared/dates/partial-date'
import { type DeskFacts, type DeskItem, DeskItemId, type DeskStepKind } from '../../shared/desks/desks'
import {
  correctionWords,
  deskDueOn,
  mayAnswer,
  mayAsk,
  mayComeIn,
  mayMoveItem,
  mayPostpone,
  mayReopenItem,
} from '../../shared/desks/desks.rules'
import { AppError, insist } from '../../shared/result'
import * as cadres from '../cadres/cadres.repo'
import { dayNow } from '../ipc/clock'
import type { CommandContext, CoreHandlers, QueryContext } from '../ipc/contexts'
import { listWithin } from '../units/units.repo'
import * as desks from './desks.repo'
import type { DeskItemsTable } from './desks.table'

async function ownerName({ db }: QueryContext, id: AccountId): Promise<string> {
  const owner = (await desks.owners(db)).find(each => each.id === id)
  if (!owner) throw new AppError('refused', '承办人的账户已停用，或者不能登记关爱，请换人')
  return owner.name
}

/** Whom it concerns, as a column and in words; only people and units that the caller sees. */
async function concerned({ db, caller }: QueryContext, { cadreId, unitId }: DeskFacts) {
  if (cadreId !== null) {
    const { cadre, trashedAt } = await cadres.get(db, caller.scope, cadreId)
    if (trashedAt !== null) throw new AppError('refused', '档案在回收站里，先恢复再登记')
    const { key } = await db.selectFrom('cadres').select('key').where('id', '=', cadreId).executeTakeFirstOrThrow()
    return { cadreKey: key, unitId: null, who: cadre.name }
  }
  if (unitId === null) return { cadreKey: null, unitId: null, who: '一般事项' }
  const unit = (await listWithin(db, caller.scope)).find(each => each.id === unitId)
  if (!unit) throw new AppError('not-found', '没有这个单位，或不在您的查看范围内')
  return { cadreKey: null, unitId: unit.id, who: unit.name }
}

interface Move {
  readonly kind: DeskStepKind
  readonly text: string
  readonly change: Partial<DeskItemsTable>
}

/** One step of one item; the revision must be the one that was read. */
async function move(
  context: CommandContext,
  { id, revision, reason }: { id: DeskItemId; revision: number; reason?: string },
  step: (item: DeskItem) => Move | Promise<Move>,
): Promise<DeskItem> {
  const { db, caller, now, record } = context
  record({ subject: `desks:${id}`, ...(reason !== undefined && { reason }) })
  const item = await desks.get(db, caller, id)
  if (item.revision !== revision) throw new AppError('conflict', '这件事刚被改过，请看过再改')
  const { kind, text, change } = await step(item)
  await db
    .updateTable('deskItems')
    .set({ ...change, revision: revision + 1 })
    .where('id', '=', id)
    .execute()
  await desks.addStep(db, id, { id: caller.id, at: new Date(now()).toISOString() }, kind, text)
  // It may just have left what the caller sees, handed over to somebody else or to another unit.
  return desks.getMoved(db, caller, id)
}

const whoOf = (item: DeskItem): string => item.cadreName || item.unitName || '一般事项'

export const desksHandlers: CoreHandlers['desks'] = {
  list: (context, page) => desks.list(context.db, context.caller, { ...page, on: dayNow(context) }),
  figures: context => desks.figures(context.db, context.caller, dayNow(context)),
  owners: ({ db }) => desks.owners(db),

  async add(context, { ownerId, dueOn, ...facts }) {
    const { db, caller, now, newId, record } = context
    const id = DeskItemId.parse(newId())
    record({ subject: `desks:${id}`, details: facts.desk })
    insist(mayComeIn(facts, dueOn, dayNow(context)))
    const { who: _who, ...columns } = await concerned(context, facts)
    await ownerName(context, ownerId)
    const { cadreId: _cadre, ...rest } = facts
    await db
      .insertInto('deskItems')
      .values({
        ...rest,
        ...columns,
        id,
        ownerId,
        dueOn: dueOn ?? deskDueOn(await desks.terms(db), facts.desk, facts.cameOn),
        answer: '',
        answeredOn: null,
        satisfaction: null,
        askedOn: null,
        state: 'open',
        closedOn: null,
        byId: caller.id,
        at: new Date(now()).toISOString(),
        revision: 1,
      })
      .execute()
    return desks.getMoved(db, caller, id)
  },

  change: (context, { facts, reason, ...one }) =>
    move(context, { ...one, reason }, async item => {
      if (item.state === 'closed') throw new AppError('refused', '这件事已经办结，先重开再更正')
      insist(mayComeIn(facts, item.dueOn, dayNow(context)))
      const { who, ...columns } = await concerned(context, facts)
      const text = correctionWords({ ...item, who: whoOf(item) }, { ...facts, who })
      if (text === null) throw new AppError('refused', '没有改动')
      const { cadreId: _cadre, ...rest } = facts
      return { kind: '更正', text: `${text}；理由：${reason}`, change: { ...rest, ...columns } }
    }),

  report: (context, { text, ...one }) =>
    move(context, one, item => {
      insist(mayMoveItem(item))
      return { kind: '进展', text, change: {} }
    }),

  postpone: (context, { dueOn, reason, ...one }) =>
    move(context, { ...one, reason }, item => {
      insist(mayPostpone(item, dueOn, dayNow(context)))
      const text = `期限 ${showDate(item.dueOn)} 改为 ${showDate(dueOn)}；理由：${reason}`
      return { kind: '改期', text, change: { dueOn } }
    }),

  handOver: (context, { ownerId, reason, ...one }) =>
    move(context, { ...one, reason }, async item => {
      insist(mayMoveItem(item))
      if (item.ownerId === ownerId) throw new AppError('refused', '承办人没有变')
      const name = await ownerName(context, ownerId)
      return { kind: '转办', text: `${item.ownerName} 转给 ${name}；理由：${reason}`, change: { ownerId } }
    }),

  answer: (context, { on, text, ...one }) =>
    move(context, one, item => {
      insist(mayAnswer(item, on, dayNow(context)))
      const change = { answer: text, answeredOn: on, state: 'answered', satisfaction: null, askedOn: null } as const
      return { kind: '答复', text, change }
    }),

  ask: (context, { satisfaction, on, text, dueOn, ...one }) =>
    move(context, one, item => {
      insist(mayAsk(item, { satisfaction, on, text, dueOn }, dayNow(context)))
      const told = [satisfaction, text].filter(words => words !== '').join('。')
      if (satisfaction === '不满意' && dueOn !== null) {
        const change = { satisfaction, askedOn: on, dueOn, state: 'open', answer: '', answeredOn: null } as const
        return { kind: '回访', text: `${told}。接着办，期限 ${showDate(dueOn)}`, change }
      }
      const askedOn = satisfaction === '未问' ? null : on
      return { kind: '回访', text: told, change: { satisfaction, askedOn, state: 'closed', closedOn: on } }
    }),

  reopen: (context, { dueOn, reason, ...one }) =>
    move(context, { ...one, reason }, item => {
      insist(mayReopenItem(item, dueOn, dayNow(context)))
      const open = { state: 'open', closedOn: null, answer: '', answeredOn: null } as const
      return { kind: '重开', text: `期限 ${showDate(dueOn)}；理由：${reason}`, change: { ...open, dueOn } }
    }),

  terms: ({ db }) => desks.terms(db),

  async setTerm({ db, caller, now, record }, { reason, ...term }) {
    record({ subject: `desks:${term.desk}`, reason, details: `${term.desk} ${term.days} 天` })
    await db
      .insertInto('deskTerms')
      .values({ ...term, at: new Date(now()).toISOString(), byId: caller.id })
      .execute()
    return desks.terms(db)
  },
}
