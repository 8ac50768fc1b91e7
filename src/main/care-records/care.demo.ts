import { CareRecordId, LifeEventId } from '../../shared/care-records/care-records'
import { type Occasion, offeredFor } from '../../shared/care-records/occasions'
import { EntryId, type RegisterKind, type Situation } from '../../shared/care-register/care-register'
import { toldOf } from '../../shared/care-rules/due.rules'
import { addDays, Day } from '../../shared/dates/add-months'
import { stampOf } from '../../shared/dates/stamps'
import { dueOn } from '../care-rules/due.repo'
import { setStart } from '../care-rules/rules.repo'
import type { DemoPart, PartContext } from '../demo/parts'
import { type Random, Weighted } from '../demo/random'
import { dayNow } from '../ipc/clock'

const SINCE_DAYS = 45
/** Of a hundred matters that are past, so many were done. */
const DONE_SHARE = 0.9

const happenings = [
  ['住院', '本人', '术后需要人照看'],
  ['住院', '父母', '夫妻都在镇上值班，没有人陪护'],
  ['重大疾病', '配偶', '治疗花费大，想了解救助政策'],
  ['去世', '父母', '后事从简，单位已安排调休'],
  ['受灾', '家庭', '房屋进水，急需修缮'],
  ['生育', '本人', ''],
  ['结婚', '本人', ''],
  ['家庭矛盾', '家庭', '长期驻村，家里有意见'],
] as const
const said: Partial<Record<Occasion, string>> = {
  生日: '送上生日祝福和贺卡，聊了聊近况',
  政治生日: '支部在主题党日上一起过政治生日，重温入党誓词',
  住院: '到医院看望，病情平稳，嘱咐安心养病',
  丧事: '上门慰问家属，帮助安排调休',
  老干部走访: '上门走访，身体硬朗，惦记社区的楼道扶手',
  派驻看望: '到村看望，了解吃住和工作，一并走访家里',
  新任职: '座谈了解到任情况，帮助协调住宿',
}
const elderSituations: readonly (readonly Situation[])[] = [['独居'], ['八十岁以上'], ['重病'], ['子女不在身边'], []]

/** In which list those in service stand, of a thousand. */
const duty = new Weighted<RegisterKind | null>([
  [null, 978],
  ['驻村援派挂职', 10],
  ['急难任务', 6],
  ['困难党员', 6],
])

interface Person {
  readonly key: number
  readonly status: string
}
const byOf = ({ caller, now }: PartContext) => ({ byId: caller.id, at: new Date(now()).toISOString(), revision: 1 })

async function note(context: PartContext, { key }: Person, random: Random, on: Day): Promise<void> {
  const [kind, whom, need] = random.pick(happenings)
  const day = addDays(on, -random.int(1, SINCE_DAYS))
  const over = kind === '住院' && random.chance(0.5) ? addDays(day, random.int(5, 14)) : null
  const stamp = stampOf(day)
  await context.db
    .insertInto('lifeEvents')
    .values({
      id: LifeEventId.parse(random.uuid()),
      cadreKey: key,
      kind,
      whom,
      need,
      onDate: day,
      first: stamp,
      last: stamp,
      untilDay: over === null || over > on ? null : stampOf(over),
      ...byOf(context),
    })
    .execute()
}

async function list(context: PartContext, { key }: Person, kind: RegisterKind, random: Random, on: Day): Promise<void> {
  await context.db
    .insertInto('careEntries')
    .values({
      id: EntryId.parse(random.uuid()),
      cadreKey: key,
      kind,
      fromDay: stampOf(addDays(on, -random.int(60, 700))),
      untilDay: null,
      situations: JSON.stringify(kind === '老干部' ? random.pick(elderSituations) : []),
      place: kind === '驻村援派挂职' ? '松岭镇双槐村' : kind === '急难任务' ? '防汛值守专班' : '',
      details: '',
      contact: kind === '老干部' ? '女儿' : '',
      contactPhone: '',
      visitorId: random.chance(0.7) ? context.caller.id : null,
      visitor: '',
      endedFor: null,
      ...byOf(context),
    })
    .execute()
}

async function record(
  context: PartContext,
  { key, occasion, dueKey, on }: { key: number; occasion: Occasion; dueKey: string | null; on: Day },
  random: Random,
): Promise<void> {
  const { dimension, measure } = offeredFor[occasion]
  const paid = dimension === '经济' && random.chance(0.7)
  const birthday = occasion === '生日' || occasion === '政治生日'
  await context.db
    .insertInto('careRecords')
    .values({
      id: CareRecordId.parse(random.uuid()),
      cadreKey: key,
      onDay: stampOf(on),
      occasion,
      form: birthday ? '祝贺' : '走访',
      dimension,
      measure,
      dueKey,
      eventId: null,
      visitors: random.pick(['分管领导、组织干事', '所在单位主要负责人', '党支部书记', '结对走访人']),
      what: said[occasion] ?? '当面看望，了解情况，需要办的已记下',
      moneyFen: paid ? random.pick([50_000, 80_000, 100_000]) : 0,
      goods: birthday ? '贺卡' : '',
      standard: '',
      source: paid ? '党费' : null,
      voucher: '',
      approvedBy: paid ? '分管领导' : '',
      promise: '',
      nextStep: '',
      nextOn: null,
      attachments: '[]',
      batchId: null,
      withdrawnFor: null,
      ...byOf(context),
    })
    .execute()
}

/** Lives, a register and what was done: enough that every board says something, and nobody is real. */
export const careDemo: DemoPart = {
  name: 'care',
  channel: 'careRecords.add',
  async add(context) {
    const { db, stream, now, caller } = context
    const random = stream(0)
    const on = dayNow({ now })
    await setStart(db, addDays(on, -SINCE_DAYS), {
      id: caller.id,
      at: new Date(now()).toISOString(),
      reason: '从这一天起用本系统做关心关爱',
    })
    const people: Person[] = await db
      .selectFrom('cadreFacts')
      .select(['key', 'status'])
      .where('trashed', '=', 0)
      .execute()
    const serving = people.filter(({ status }) => status === '在职' || status === '挂职')
    const retired = people.filter(({ status }) => status === '退休')
    for (const person of serving) {
      if (random.chance(0.02)) await note(context, person, random, on)
      const kind = duty.draw(random)
      if (kind !== null) await list(context, person, kind, random, on)
    }
    for (const person of retired) if (random.chance(0.3)) await list(context, person, '老干部', random, on)
    const { items } = await dueOn(db, caller.scope, on)
    for (const item of items) {
      if (item.state !== 'late' || !random.chance(DONE_SHARE)) continue
      const { key, personKey, occasion, dueOn: due } = toldOf(item)
      const after = addDays(due, random.int(0, 2))
      await record(context, { key: personKey, occasion, dueKey: key, on: after > on ? on : after }, random)
    }
  },
}
