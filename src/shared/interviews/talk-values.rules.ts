import type { Values } from '../documents/templates.rules'
import type { Furniture } from '../papers/paper-page'
import { type NoteForm, noteFormTitles } from './interviews'
import { chapter, type TalkSheet } from './talk-sheet.rules'

/** The placeholder in which a line of each form stands; the others are empty for it. */
const own: Record<NoteForm, string> = { 问: '问', 答: '答', 记: '备注', 引: '原话' }

const lineValues = ({ form, lead, text }: TalkSheet['parts'][number]['lines'][number], part: string): Values => ({
  ...Object.fromEntries(Object.values(own).map(name => [name, ''])),
  [own[form]]: `${lead}${text}`,
  类别: noteFormTitles[form],
  内容: text,
  部分: part,
})

/** What the Word template of a talk is filled with. */
export function talkValues(sheet: TalkSheet, { mark, foot }: Furniture): Values {
  const parts = sheet.parts.map(({ title, lines }, index) => ({
    序号: chapter(index + 1),
    部分标题: title,
    记录: lines.map(line => lineValues(line, title)),
  }))
  return {
    密级: mark,
    登记: foot,
    未定稿: sheet.draft ? '未定稿' : '',
    标题: sheet.title,
    谈话种类: sheet.kindTitle,
    谈话方式: sheet.mode,
    谈话时间: sheet.when,
    谈话地点: sheet.place,
    谈话对象: sheet.subjects,
    姓名: sheet.names,
    单位: sheet.units,
    职务: sheet.posts,
    谈话人: sheet.talkers,
    记录人: sheet.recorder,
    在场人员: sheet.others,
    谈话事由: sheet.occasion,
    三种状态: sheet.states,
    回访等次: sheet.grade,
    小结: sheet.summary,
    系统确认: sheet.confirmed,
    密封说明: sheet.sealed > 0 ? `另有密封内容 ${sheet.sealed} 条，未印出。` : '',
    记录: parts.flatMap(({ 记录 }) => 记录),
    部分: parts,
    承诺: sheet.promises.map(({ kind, text, owner, dueOn }) => ({
      类别: kind,
      内容: text,
      责任人: owner,
      期限: dueOn,
    })),
    有承诺: sheet.promises.length > 0 ? '有' : '',
    有小结: sheet.summary === '' ? '' : '有',
    补充: sheet.addenda.map(({ head, text }) => ({ 补充人: head, 内容: text })),
    签名: sheet.signers.map(signer => ({ 签名人: signer })),
  }
}
