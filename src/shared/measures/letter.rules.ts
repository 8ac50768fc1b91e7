import type { Day } from '../dates/add-months'
import type { DocumentBody, DocumentPart } from '../documents/document-paper'
import type { LetterForm } from '../documents/templates'
import type { Values } from '../documents/templates.rules'
import type { Furniture } from '../papers/paper-page'
import type { Measure, MeasureKind } from './measures'
import type { Deadline } from './measures.rules'

export const letterForms: Record<MeasureKind, LetterForm> = { 提醒: '提醒函', 函询: '函询通知书', 诫勉: '诫勉书' }

/** 2026年11月3日. */
const dayWords = (day: Day): string =>
  `${Number(day.slice(0, 4))}年${Number(day.slice(5, 7))}月${Number(day.slice(8))}日`

export interface LetterFacts {
  readonly measure: Measure
  /** The department that sends it. */
  readonly sender: string
  /** Until when a letter is answered; undefined for others. */
  readonly due: Deadline | undefined
  /** The last day of the influence period; undefined for others. */
  readonly lastDay: Day | undefined
}

/** What each letter says between the matter and the signature. Plain words of the form; the unit's own go into its template. */
function asks({ measure, due, lastDay }: LetterFacts): string[] {
  const { kind, authority, on } = measure
  if (kind === '函询')
    return ['请就上述问题如实作出书面说明，', due ? `于${dayWords(due.day)}前送组织部门。` : '送组织部门。']
  if (kind === '诫勉')
    return [
      `经${authority}批准，决定对你进行诫勉。`,
      lastDay ? `影响期自${dayWords(on)}至${dayWords(lastDay)}。` : '',
      '请认真反思，切实改正；影响期满后将了解改正情况。',
    ]
  return ['请引以为戒，认真对照检查，及时改正。']
}

/** A letter in the layout of 公文. Source: rule book §2C, §7; wording is this application's own. */
export function letterBody(facts: LetterFacts): DocumentBody {
  const { measure, sender } = facts
  const { kind, cadreName, matter, questions, on, copiedTo, documentNumber } = measure
  const parts: DocumentPart[] = [
    ...(documentNumber === '' ? [] : [{ kind: 'addressee' as const, text: documentNumber }]),
    { kind: 'addressee', text: `${cadreName}同志：` },
    { kind: 'paragraph', lead: '', text: matter },
    ...(kind === '函询' ? [{ kind: 'paragraph' as const, lead: '', text: questions }] : []),
    { kind: 'paragraph', lead: '', text: asks(facts).join('') },
    { kind: 'closing', lines: [sender, dayWords(on)] },
    ...(copiedTo === '' ? [] : [{ kind: 'note' as const, text: `\n抄送：${copiedTo}` }]),
  ]
  return { title: letterForms[kind], draft: false, parts }
}

/** What the Word template of a letter is filled with. */
export function letterValues(facts: LetterFacts, { mark, foot }: Furniture): Values {
  const { measure, sender, due, lastDay } = facts
  return {
    密级: mark,
    登记: foot,
    未定稿: '',
    标题: letterForms[measure.kind],
    文号: measure.documentNumber,
    姓名: measure.cadreName,
    单位: measure.unitName,
    职务: measure.cadrePost,
    事由: measure.matter,
    问题: measure.questions,
    批准机关: measure.authority,
    要求: asks(facts).join(''),
    答复期限: due ? dayWords(due.day) : '',
    影响期至: lastDay ? dayWords(lastDay) : '',
    落款: sender,
    日期: dayWords(measure.on),
    抄送: measure.copiedTo,
  }
}
