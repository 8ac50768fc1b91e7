import type { CadreId } from '../../shared/cadres/cadres'
import { addDays, Day } from '../../shared/dates/add-months'
import { type Desk, DeskItemId, type DeskSatisfaction, deskChannels, desks } from '../../shared/desks/desks'
import { deskDueOn } from '../../shared/desks/desks.rules'
import type { DemoPart, PartContext } from '../demo/parts'
import type { Random } from '../demo/random'
import { dayNow } from '../ipc/clock'
import { terms } from './desks.repo'

const MOST = 120
const DAY_MS = 86_400_000

/** What comes in at each desk, with its answer. Invented, and of nobody. */
const matters: Record<Desk, readonly (readonly [text: string, answer: string])[]> = {
  惑: [
    ['借调期间年休假由哪边安排', '由借调单位安排，用工单位负责登记'],
    ['在职学历什么时候能记入档案', '取得毕业证书以后，带原件来核，核实后记入'],
    ['驻村期满回原单位，职级晋升年限怎么接着算', '驻村时间计入任职年限，已当面说明'],
    ['职级晋升的民主测评结果能不能看', '按规定不公布票数，已说明程序'],
    ['退休时间按弹性办法怎么申请', '已把申请时间和材料清单交给本人'],
  ],
  困: [
    ['母亲住院，夫妻双方都在镇上，没有人照看', '所在镇调整了值班，工会上门看望'],
    ['孩子转学手续卡在户籍材料', '已请教育部门一次说清要补的材料，已补齐'],
    ['宿舍漏雨，冬天取暖不足', '机关事务部门已修，换了取暖设备'],
    ['家里遭了水灾，修房子差一截钱', '已帮助申请救助，工会慰问'],
  ],
  老: [
    ['独自居住，想有人帮着买药', '支部结对，每周上门一次'],
    ['楼道没有扶手，下楼不便', '社区已装扶手'],
    ['想参加老年大学书法班，路远', '已登记就近的教学点'],
    ['体检报告看不懂', '已请医生当面讲解'],
  ],
}
const steps = ['已打电话问清情况', '已和所在单位说好', '材料已报上去，等答复']

async function add(context: PartContext, subject: CadreId | null, random: Random): Promise<void> {
  const { db, caller, now } = context
  const on = dayNow({ now })
  const desk = random.pick(desks)
  const [text, answer] = random.pick(matters[desk])
  const cameOn = addDays(on, -random.int(0, 200))
  const dueOn = deskDueOn(await terms(db), desk, cameOn)
  const cadre =
    subject === null
      ? undefined
      : await db.selectFrom('cadres').select('key').where('id', '=', subject).executeTakeFirst()
  // What is long past was answered, but for a little that is late.
  const isAnswered = dueOn < on ? random.chance(0.94) : random.chance(0.3)
  const answeredOn = isAnswered ? addDays(cameOn, random.int(0, 6)) : null
  const isPast = answeredOn !== null && answeredOn <= on
  const isAsked = isPast && random.chance(0.85)
  const satisfaction: DeskSatisfaction = random.pick(['满意', '满意', '满意', '基本满意', '未问'] as const)
  const id = DeskItemId.parse(random.uuid())
  const at = (day: Day): string => new Date(Date.parse(day) + 2 * 3_600_000).toISOString()
  await db
    .insertInto('deskItems')
    .values({
      id,
      desk,
      cadreKey: cadre?.key ?? null,
      unitId: null,
      text,
      cameOn,
      channel: random.pick(deskChannels.slice(0, 5)),
      ownerId: caller.id,
      dueOn,
      answer: isPast ? answer : '',
      answeredOn: isPast ? answeredOn : null,
      satisfaction: isAsked ? satisfaction : null,
      askedOn: isAsked && satisfaction !== '未问' ? answeredOn : null,
      state: isAsked ? 'closed' : isPast ? 'answered' : 'open',
      closedOn: isAsked ? answeredOn : null,
      byId: caller.id,
      at: at(cameOn),
      revision: 1,
    })
    .execute()
  const step = { itemId: id, byId: caller.id }
  if (Date.parse(cameOn) + 2 * DAY_MS < now())
    await db
      .insertInto('deskSteps')
      .values({ ...step, at: at(addDays(cameOn, 1)), kind: '进展', text: random.pick(steps) })
      .execute()
  if (isPast && answeredOn !== null)
    await db
      .insertInto('deskSteps')
      .values({ ...step, at: at(answeredOn), kind: '答复', text: answer })
      .execute()
}

/** Half a year of the three desks: most of it answered, some open, a little late. */
export const desksPart: DemoPart = {
  name: 'desks',
  channel: 'desks.add',
  async add(context) {
    const { city, stream } = context
    const count = Math.min(MOST, Math.ceil(city.size / 6))
    for (let place = 0; place < count; place += 1) {
      const random = stream(place)
      const subject = random.chance(0.9) ? city.personAt(random.int(0, city.size - 1)).cadre.id : null
      await add(context, subject, random)
    }
  },
}
