import type { TalkRule } from '../../../shared/talk-rules/talk-rules'

export const periodTitles: Record<'1' | '3' | '6' | '12', string> = { 1: '每月', 3: '每季度', 6: '每半年', 12: '每年' }

/** 每季度 1 次, or 任现职后 30 天内. */
export function whenWordsOf({ when }: Pick<TalkRule, 'when'>): string {
  if (when.by === 'period') return `${periodTitles[when.months]} ${when.times} 次`
  const { trigger, dueDays } = when
  return dueDays < 0 ? `${trigger}前 ${-dueDays} 天` : dueDays === 0 ? `${trigger}当天` : `${trigger}后 ${dueDays} 天内`
}
