import type { Day } from '../dates/add-months'
import type { WorkCalendar } from '../dates/work-days'
import { allowed, refused, type Verdict } from '../result'
import type { Campaign, Nominee, Objection } from './campaigns'
import { type Stage, stageNumber, stages } from './campaigns.data'
import { mayGoOn } from './holds.rules'
import { mayDecideAfter } from './publicity.rules'

/** Everything that a stage may ask for. */
export interface Standing {
  readonly campaign: Campaign
  readonly nominees: readonly Nominee[]
  readonly objections: readonly Objection[]
  /** The organ without whose answer nobody goes to the panel. */
  readonly firstOrgan: string
  readonly calendar: WorkCalendar
  readonly today: Day
}

export const nextStage = (stage: Stage): Stage | undefined => stages[stageNumber(stage) + 1]
export const running = (nominees: readonly Nominee[]): Nominee[] => nominees.filter(({ state }) => state === '在选')
const names = (nominees: readonly Nominee[]): string => {
  const [first, second] = nominees
  const shown = [first, second].flatMap(each => each?.shownName ?? []).join('、')
  return nominees.length > 2 ? `${shown}等 ${nominees.length} 个` : shown
}

function mayCall({ campaign: { callTitle, calledOn, deadlineOn, criteria, quotas } }: Standing): Verdict {
  if (callTitle === '' || calledOn === null) return refused('先写发动文件和日期')
  if (deadlineOn === null) return refused('先定推荐截止日期')
  if (criteria.length === 0) return refused('先写推荐条件')
  return quotas.some(({ persons, teams }) => persons + teams > 0) ? allowed : refused('先分推荐名额')
}
function mayCheck({ nominees }: Standing): Verdict {
  const among = running(nominees)
  if (among.length === 0) return refused('还没有推荐人选')
  const bare = among.filter(({ deeds }) => deeds === '')
  return bare.length > 0 ? refused(`${names(bare)}还没有写事迹`, '有人选没有事迹') : allowed
}
function mayJudge({ nominees, firstOrgan }: Standing): Verdict {
  const among = running(nominees)
  if (among.length === 0) return refused('没有在选的人选了')
  const unasked = among.filter(
    ({ opinions }) => !opinions.some(({ organ, answer }) => organ === firstOrgan && answer !== '未答复'),
  )
  if (unasked.length > 0) return refused(`${names(unasked)}还没有${firstOrgan}的意见`, '有人选没有意见')
  return among.map(mayGoOn).find(verdict => !verdict.allowed) ?? allowed
}
function mayPublish({ campaign: { panel }, nominees }: Standing): Verdict {
  if (panel.members.length === 0 || panel.on === null) return refused('先写评审组成员和评审日期')
  const listed = running(nominees).filter(({ listed: on }) => on)
  if (listed.length === 0) return refused('先定拟表彰名单')
  return listed.map(mayGoOn).find(verdict => !verdict.allowed) ?? allowed
}
const mayDecide = ({ campaign, objections, calendar, today }: Standing): Verdict =>
  mayDecideAfter(campaign.publicity, objections, calendar, today)

const openings: Record<Stage, (standing: Standing) => Verdict> = {
  发动: () => refused('行动从发动开始'),
  推荐: mayCall,
  核查: mayCheck,
  评审: mayJudge,
  公示: mayPublish,
  决定: mayDecide,
  表彰: () => refused('登记表彰决定以后进入表彰'),
}

/** Whether the next stage is open: what it needs must be there. */
export function mayAdvance(standing: Standing): Verdict {
  const next = nextStage(standing.campaign.stage)
  return next ? openings[next](standing) : refused('已经表彰')
}

/** Whether it may go back. After the honouring the decision has to be undone first. */
export function mayGoBack(from: Stage, to: Stage): Verdict {
  if (stageNumber(to) >= stageNumber(from)) return refused('只能退回到前面的阶段')
  return from === '表彰' ? refused('已经表彰，先撤销表彰决定') : allowed
}

/** What may be done at which stages, with the words of its refusal. */
const doings = {
  change: { from: '发动', to: '决定', words: '已经表彰，不再修改' },
  plan: { from: '发动', to: '推荐', words: '推荐已经结束，条件和名额不再改；要改先退回' },
  nominate: { from: '推荐', to: '推荐', words: '只在推荐阶段增改人选；要改先退回' },
  check: { from: '推荐', to: '决定', words: '发动阶段还没有人选，表彰以后不再核查' },
  judge: { from: '评审', to: '评审', words: '只在评审阶段评审和定拟表彰名单；要改先退回' },
  publish: { from: '公示', to: '公示', words: '只在公示阶段登记公示' },
  object: { from: '公示', to: '决定', words: '公示以后、表彰以前登记异议' },
  decide: { from: '决定', to: '决定', words: '公示期满、异议办结后才能决定' },
} as const satisfies Record<string, { from: Stage; to: Stage; words: string }>

export function mayDo(doing: keyof typeof doings, stage: Stage): Verdict {
  const { from, to, words } = doings[doing]
  const at = stageNumber(stage)
  return at < stageNumber(from) || at > stageNumber(to) ? refused(words) : allowed
}
