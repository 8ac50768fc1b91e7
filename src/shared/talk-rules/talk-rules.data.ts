import { Day } from '../dates/add-months'
import type { TalkRule } from './talk-rules'

const since = Day.parse('2026-01-01')
const rule = (more: Omit<TalkRule, 'validFrom' | 'validTo' | 'soonDays'> & { soonDays?: number }): TalkRule => ({
  soonDays: 7,
  ...more,
  validFrom: since,
  validTo: null,
})
const mustTalk = { source: '谈心谈话制度（必谈情形）', status: 'CONFIRMED(S)' } as const
const admonished = { source: '提醒、函询和诫勉的实施细则（诫勉六个月后了解改正情况）', status: 'CONFIRMED(S)' } as const
const appointed = { source: '党政领导干部选拔任用工作条例（任职谈话）', status: 'CONFIRMED(S)' } as const
const local = (source: string) => ({ source, status: 'LOCAL' }) as const
const everyday: TalkRule['kinds'] = ['everyday', 'booked', 'care', 'thirty-days']
const days = (trigger: Extract<TalkRule['when'], { by: 'event' }>['trigger'], dueDays: number): TalkRule['when'] => ({
  by: 'event',
  trigger,
  dueDays,
})

/**
 * The rules as they ship. What regulations ask for is switched on with terms that a unit sets; frequencies are examples of
 * other places and stay off until a unit switches them on. Source: rule book 7.1, 7.2, 2C, 2D.
 */
export const shippedTalkRules: readonly TalkRule[] = [
  rule({
    id: 'appointed',
    title: '任职谈话',
    who: '全部干部',
    when: days('任现职', 30),
    kinds: ['appointment', 'integrity'],
    talker: '党委（党组）指定的同志',
    on: true,
    basis: appointed,
  }),
  rule({
    id: 'hundred-days',
    title: '到任百日谈话',
    who: '全部干部',
    when: days('任现职', 100),
    kinds: ['thirty-days', 'everyday', 'booked'],
    talker: '组织部门或者分管领导',
    on: false,
    basis: local('外地到任回访做法'),
  }),
  rule({
    id: 'retiring',
    title: '退休谈话',
    who: '全部干部',
    when: days('到退休年龄', -30),
    kinds: ['retirement'],
    talker: '单位主要负责人或者组织部门',
    soonDays: 30,
    on: true,
    basis: mustTalk,
  }),
  rule({
    id: 'rewarded',
    title: '受表彰后谈话',
    who: '全部干部',
    when: days('受表彰', 30),
    kinds: everyday,
    talker: '分管领导',
    on: true,
    basis: mustTalk,
  }),
  rule({
    id: 'punished',
    title: '受处分处理后谈话',
    who: '全部干部',
    when: days('受处分处理', 30),
    kinds: ['return-visit', 'admonition', 'care', 'everyday'],
    talker: '组织部门，两人以上',
    on: true,
    basis: mustTalk,
  }),
  rule({
    id: 'influence-over',
    title: '影响期满谈话',
    who: '全部干部',
    when: days('影响期满', 30),
    kinds: ['return-visit', 'everyday', 'booked'],
    talker: '组织部门',
    soonDays: 30,
    on: true,
    basis: admonished,
  }),
  ...(
    [
      ['ill', '患病住院谈话', '患病住院', 3, 'care'],
      ['bereaved', '家庭变故谈话', '家庭变故', 7, 'care'],
      ['hardship', '重大困难谈话', '重大困难', 7, 'care'],
      ['signs', '苗头提醒谈话', '有苗头反映', 15, 'reminder'],
      ['discord', '班子不和谈话', '班子不和', 15, 'everyday'],
      ['asked', '本人要求谈话', '本人要求', 7, 'booked'],
      ['away', '出国境、长期培训谈话', '出国境、长期培训', 0, 'everyday'],
      ['assessed', '考核之后谈话', '考核之后', 30, 'everyday'],
      ['cleared', '澄清了结谈话', '澄清了结', 15, 'clarified'],
      ['leaving', '调整离任谈话', '调整离任', 7, 'adjustment'],
    ] as const
  ).map(([id, title, trigger, dueDays, kind]) =>
    rule({
      id,
      title,
      who: '全部干部',
      when: days(trigger, dueDays),
      kinds: kind === 'everyday' ? everyday : [kind, 'everyday', 'booked'],
      talker: '组织部门或者分管领导',
      on: true,
      basis: mustTalk,
    }),
  ),
  ...(
    [
      ['quarterly-team', '班子成员每季一谈', '班子成员', '3', 1, '班子成员之间', []],
      // The main leader, the secretary, “≥1 leader talk a year”: these say who talks.
      ['half-yearly-heads', '主要领导与部门负责人每年两谈', '班子正职', '6', 1, '主要领导', ['leader']],
      ['monthly-team', '书记与班子成员每月一谈', '班子成员', '1', 1, '党委（党组）书记', ['leader']],
      ['yearly-all', '每名干部每年一谈', '全部干部', '12', 1, '领导班子成员', ['leader']],
    ] as const
  ).map(([id, title, who, months, times, talker, roles]) =>
    rule({
      talkerRoles: [...roles],
      id,
      title,
      who,
      when: { by: 'period', months, times },
      kinds: everyday,
      talker,
      soonDays: 30,
      on: false,
      basis: local('外地谈心谈话次数规定'),
    }),
  ),
]
