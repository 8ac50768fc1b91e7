import type { CareRule, When } from '../../../shared/care-rules/care-rules'

export type VersionedCareRule = CareRule & { readonly version: number }

/** The forms in which a unit can make a rule of its own. */
export const ownForms = ['anniversary', 'calendar', 'festival', 'event', 'entry', 'interval'] as const
export type OwnForm = (typeof ownForms)[number]
export const formTitles: Record<When['by'], string> = {
  anniversary: '每年的一天',
  calendar: '固定的日子',
  festival: '节日',
  event: '一件事发生以后',
  file: '档案里的日期以后',
  retirement: '退休以前',
  interval: '在册期间每隔几个月',
  entry: '列入名册以后',
  leave: '年休假没有休够',
  check: '没有体检',
  retreat: '没有疗休养',
  hardship: '困难帮扶的复核日',
  next: '记录里约定的下一步',
}
export const anniversaryTitles = { birth: '生日', party: '入党日', list: '列入名册的日子' } as const
export const everyTitles = { '1': '每年', '5': '逢五逢十', '10': '逢十' } as const
export const rollTitles = { earlier: '提前到前一个工作日', later: '顺延到后一个工作日', none: '当天办' } as const

const shifted = (name: string, days: number): string =>
  days === 0 ? `${name}当天` : days < 0 ? `${name}前 ${-days} 天` : `${name}后 ${days} 天`
const listed = (values: readonly number[]): string => values.join('、')

/** 住院后 3 天内，每 30 天一次，结束后 7 天内. */
export function whenWordsOf(when: When): string {
  switch (when.by) {
    case 'anniversary':
      return `${anniversaryTitles[when.of]}，${everyTitles[when.every]}`
    case 'calendar':
      return `每年 ${when.month} 月 ${when.date} 日`
    case 'festival':
      return shifted(when.festival, when.days)
    case 'event':
      return [
        `${when.whoms.length === 0 ? '' : `${when.whoms.join('、')}的`}${when.kinds.join('、')}，${listed(when.steps)} 天内`,
        when.again === null ? '' : `没有结束每 ${when.again} 天一次`,
        when.after === null ? '' : `结束后 ${when.after} 天内`,
      ]
        .filter(text => text !== '')
        .join('，')
    case 'file':
      return `${when.fact}，满 ${listed(when.steps)} 天`
    case 'retirement':
      return `退休前 ${listed(when.months)} 个月`
    case 'interval':
      return `每 ${when.months} 个月一次，列入后 ${when.first} 个月起`
    case 'entry':
      return `列入名册满 ${when.days} 天`
    case 'leave':
      return when.checks.map(({ month, date, percent }) => `${month}.${date} 不到 ${percent}%`).join('，')
    case 'check':
      return `${when.month} 月 ${when.date} 日以前没有体检`
    case 'retreat':
      return `${when.month} 月 ${when.date} 日以前没有疗休养（间隔按标准）`
    case 'hardship':
      return '困难帮扶登记的复核日'
    case 'next':
      return '约定的日期'
  }
}

/** 在职、退休, or the lists. */
export const whoseWordsOf = ({ when, whose }: Pick<CareRule, 'when' | 'whose'>): string =>
  when.by === 'event' || when.by === 'next' || when.by === 'hardship'
    ? '登记了的人'
    : whose.lists.length > 0
      ? `${whose.lists.join('、')}名册`
      : whose.statuses.join('、')

/** What a version asks, in one line. */
export const ruleWordsOf = (rule: CareRule): string =>
  [
    rule.on ? '启用' : '停用',
    whoseWordsOf(rule),
    whenWordsOf(rule.when),
    `提前 ${rule.leadDays} 天`,
    rule.owner,
    `${rule.validFrom.replaceAll('-', '.')} 起`,
  ]
    .filter(text => text !== '')
    .join('，')

/** A new rule's day of each form, to be changed. */
export const blankWhen: Record<OwnForm, When> = {
  anniversary: { by: 'anniversary', of: 'birth', every: '1' },
  calendar: { by: 'calendar', month: 1, date: 1 },
  festival: { by: 'festival', festival: '中秋', days: 0 },
  event: { by: 'event', kinds: ['其他'], whoms: [], steps: [7], again: null, after: null },
  entry: { by: 'entry', days: 30 },
  interval: { by: 'interval', months: 3, first: 0 },
}
