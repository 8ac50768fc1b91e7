import { type Stage, stageNumber, stages } from '../../shared/campaigns/campaigns.data'
import { Day } from '../../shared/dates/add-months'
import { parsePartialDate, showDate } from '../../shared/dates/partial-date'

/** A day as typed; undefined where it is none. */
export const typedDay = (text: string): Day | undefined => Day.safeParse(parsePartialDate(text)).data
/** The same where it may be left empty: null then. */
export const typedDayOrNone = (text: string): Day | null | undefined => (text.trim() === '' ? null : typedDay(text))
export const shownDay = (day: Day | null | undefined): string => (day ? showDate(day) : '')

/** What is said of each stage where it opens. */
export const stageHints: Record<Stage, string> = {
  发动: '写好发动文件、推荐条件和名额，就可以开始推荐。',
  推荐: '各单位推荐的个人和团队登记在这里，每个都要有事迹。',
  核查: '听取各方面意见，受限制的人选写明理由放行或者止步。',
  评审: '登记评审组和评审情况，由组织研究确定拟表彰名单。',
  公示: '登记公示，满五个工作日、异议办结以后才能决定。',
  决定: '公示已满。登记表彰决定，荣誉一次记入荣誉册。',
  表彰: '荣誉已经记入荣誉册。',
}
export const stagesBefore = (stage: Stage): Stage[] => stages.slice(0, stageNumber(stage))
