import { Day } from '../../shared/dates/add-months'
import { showDate } from '../../shared/dates/partial-date'
import { todayDay } from '../../shared/dates/today'
import type { Carer } from '../../shared/sealed-notes/sealed-notes'
import { type ContactStanding, contactStanding } from '../../shared/sealed-notes/sealed-notes.rules'
import type { MarkState } from '../ui/marks'

const marks: Record<ContactStanding, MarkState> = {
  late: 'late',
  today: 'today',
  soon: 'soon',
  later: 'soon',
  none: 'done',
}
/** When to be in touch next, as it stands today. */
export function nextMark(nextOn: Day | null): { readonly mark: MarkState; readonly words: string } {
  const standing = contactStanding(todayDay(), nextOn)
  const words =
    nextOn === null
      ? '没有约下次'
      : standing === 'late'
        ? `该联系了，约在 ${showDate(nextOn)}`
        : standing === 'today'
          ? '今天联系'
          : `${showDate(nextOn)} 联系`
  return { mark: marks[standing], words }
}

export const carerWords: Record<Carer['state'], string> = {
  holds: '能打开',
  lost: '密码被重置过，打不开',
  gone: '账户已停用',
}

/** Who reads it, in the words that stand wherever something is written. */
export const whoReads =
  '只有指定的关爱人能打开。其他干事、领导和三员都打不开，数据库和备份里只有密文。审计日志只记谁在什么时候写过、打开过，不记写的是谁。'
export const aloneWarning =
  '现在只有您一个人能打开。您的密码如果由他人重置，或者用恢复码重设，这份记录就再也打不开了。最好再指定一个关爱人。自己改密码不受影响。'
