import { showDate } from '../dates/partial-date'
import { cell, type DocumentBody, type DocumentPart, label } from '../documents/document-paper'
import type { BriefPerson, TalkBrief } from './talk-briefs'

/** So much of a summary stands on the page: it is one page. */
const MOST_SUMMARY = 90

const cut = (text: string): string => (text.length > MOST_SUMMARY ? `${text.slice(0, MOST_SUMMARY)}…` : text)
const lines = (words: readonly string[], none: string): string => (words.length === 0 ? none : words.join('\n'))
const facts = (list: BriefPerson['honours']): string[] =>
  list.map(({ on, words }) => (on === null ? words : `${on} ${words}`))

const two = (n: number): string => String(n).padStart(2, '0')
function whenOf(startsAt: string): string {
  const at = new Date(startsAt)
  return `${at.getFullYear()}年${at.getMonth() + 1}月${at.getDate()}日 ${two(at.getHours())}:${two(at.getMinutes())}`
}

function tableOf(person: BriefPerson): DocumentPart {
  const rows: readonly (readonly [string, string])[] = [
    ['谈话对象', [person.name, person.about, person.unit].filter(word => word !== '').join('，')],
    [
      '须知',
      lines(
        person.restrictions.map(({ title, words }) => `${title}：${words}`),
        '没有在限制期内的',
      ),
    ],
    ['履历', lines(person.resume, '档案里没有')],
    [
      '最近谈话',
      lines(
        person.talks.map(
          ({ on, kindTitle, talkers, summary }) =>
            `${showDate(on)} ${kindTitle}，谈话人 ${talkers}${summary ? `。${cut(summary)}` : ''}`,
        ),
        '没有',
      ),
    ],
    [
      '承诺诉求',
      lines(
        person.promises.map(
          ({ kind, text, ownerName, dueOn, late }) =>
            `${kind}：${text}（责任人 ${ownerName}，${showDate(dueOn)} 前${late ? '，已逾期' : ''}）`,
        ),
        '没有未了结的',
      ),
    ],
    ['近一年事由', lines(facts(person.occasions), '没有登记')],
    ['荣誉', lines(facts(person.honours), '档案里没有')],
    ['关爱', lines(facts(person.care), '没有登记')],
  ]
  return {
    kind: 'table',
    widths: [2, 11],
    head: [],
    rows: rows.map(([title, text]) => [label(title), cell(text)]),
  }
}

/** What is taken along into a talk: a table a person, with when, where and who above. */
export const briefBody = ({ header, people }: TalkBrief): DocumentBody => ({
  title: '谈话前一页',
  draft: false,
  parts: [
    {
      kind: 'note',
      text: `${header.kindTitle}　${whenOf(header.startsAt)}　${header.place || '地点未定'}　谈话人 ${header.talkers.map(({ name }) => name).join('、')}`,
    },
    ...people.map(tableOf),
  ],
})
