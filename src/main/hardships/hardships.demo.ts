import type { CadreId } from '../../shared/cadres/cadres'
import { addDays, addMonths } from '../../shared/dates/add-months'
import {
  aidKinds,
  type HardshipCause,
  HardshipId,
  shippedHardshipSettings,
  usualReviewOn,
} from '../../shared/hardships/hardships'
import { aidRecord } from '../../shared/hardships/hardships.rules'
import * as records from '../care-records/care-records.repo'
import type { DemoPart, PartContext } from '../demo/parts'
import type { Random } from '../demo/random'
import { dayNow } from '../ipc/clock'

const MOST = 40

/** Invented, and of nobody. */
const cases: readonly (readonly [HardshipCause, string, string, string])[] = [
  ['本人重病', '术后休养，半年不能上班', '诊断证明', '夫妻和一个孩子'],
  ['配偶或子女重病', '孩子长期服药，自费部分多', '病历和费用清单', '夫妻和两个孩子'],
  ['长期不能工作', '旧伤复发，领病假工资', '单位证明', '本人和母亲'],
  ['突发事件', '房屋因灾受损，在外租住', '街道证明', '夫妻和老人'],
]

async function add(context: PartContext, cadreId: CadreId, cadreKey: number, random: Random): Promise<void> {
  const { db, caller, now } = context
  const on = dayNow({ now })
  const [cause, causeText, proof, who] = random.pick(cases)
  const openedOn = addDays(on, -random.int(20, 700))
  const looked = addMonths(openedOn, 12)
  const isReviewed = looked <= on && random.chance(0.9)
  const isClosed = isReviewed && random.chance(0.4)
  const level = random.pick(shippedHardshipSettings.levels)
  const id = HardshipId.parse(random.uuid())
  const by = { byId: caller.id, at: new Date(now()).toISOString() }
  await db
    .insertInto('hardships')
    .values({
      id,
      cadreKey,
      cause,
      causeText,
      openedOn,
      level,
      proofs: JSON.stringify([{ what: proof, seenOn: openedOn, keptAt: '干部科柜内' }]),
      members: random.int(2, 5),
      who,
      costFen: random.int(30, 120) * 100_000,
      incomeFen: random.int(40, 110) * 100_000,
      nextReviewOn: isReviewed ? usualReviewOn(looked) : looked,
      closedOn: isClosed ? looked : null,
      closedFor: isClosed ? '情况好转，本人同意退出' : '',
      revision: 1,
      ...by,
    })
    .execute()
  for (let count = random.int(0, 3); count > 0; count -= 1)
    await records.add(
      db,
      caller,
      random.uuid(),
      aidRecord(cadreId, {
        kind: random.pick(aidKinds.slice(0, 4)),
        fen: random.int(5, 40) * 10_000,
        on: addDays(openedOn, random.int(1, 18)),
        voucher: `凭证 ${random.int(100, 999)}`,
        approvedBy: '部务会',
        note: '',
      }),
      { id: caller.id, at: by.at, batchId: null, hardshipId: id },
    )
  if (isReviewed)
    await db
      .insertInto('hardshipReviews')
      .values({
        hardshipId: id,
        onDay: looked,
        outcome: isClosed ? '退出' : '继续',
        level,
        reason: isClosed ? '情况好转，本人同意退出' : '情况没有大的变化',
        nextOn: isClosed ? null : usualReviewOn(looked),
        ...by,
      })
      .execute()
}

/** Households that are being helped, and some that are not any more. */
export const hardshipsPart: DemoPart = {
  name: 'hardships',
  channel: 'hardships.add',
  async add(context) {
    const { city, stream, db } = context
    const used = new Set<number>()
    const count = Math.min(MOST, Math.ceil(city.size / 25))
    for (let place = 0; place < count; place += 1) {
      const random = stream(place)
      const { id } = city.personAt(random.int(0, city.size - 1)).cadre
      const row = await db.selectFrom('cadres').select('key').where('id', '=', id).executeTakeFirst()
      if (!row || used.has(row.key)) continue
      used.add(row.key)
      await add(context, id, row.key, random)
    }
  },
}
