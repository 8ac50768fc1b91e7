import type { Day } from '../dates/add-months'
import { showDate } from '../dates/partial-date'
import { cell, type DocumentBody, type DocumentPart, label } from '../documents/document-paper'
import type { FrozenFacts, Who } from './frozen'
import type { Interview, Note, NoteForm } from './interviews'
import { talkStates } from './interviews'
import type { InterviewKind } from './kinds'

/** Everything that goes into the paper of a talk; sealed lines as far as they were asked for. */
export interface TalkFacts extends FrozenFacts {
  readonly talk: Interview
  readonly kind: Pick<InterviewKind, 'title' | 'paper' | 'outline' | 'signed'>
  /** The talk's lines with sealed ones as they are; null leaves those out. */
  readonly unsealed: readonly Note[] | null
}

interface SheetLine {
  readonly form: NoteForm
  readonly lead: string
  readonly text: string
}
export interface TalkSheet {
  readonly title: InterviewKind['paper']
  readonly draft: boolean
  readonly kindTitle: string
  readonly mode: string
  readonly when: string
  readonly place: string
  readonly talkers: string
  readonly recorder: string
  readonly subjects: string
  readonly names: string
  readonly units: string
  readonly posts: string
  readonly others: string
  readonly occasion: string
  readonly grade: string
  readonly states: string
  readonly parts: readonly { readonly title: string; readonly lines: readonly SheetLine[] }[]
  readonly promises: readonly {
    readonly kind: string
    readonly text: string
    readonly owner: string
    readonly dueOn: string
  }[]
  readonly summary: string
  readonly addenda: readonly { readonly head: string; readonly text: string }[]
  readonly signers: readonly string[]
  readonly confirmed: string
  /** How many lines were left out because they are sealed. */
  readonly sealed: number
}

/** How a line of the notes begins on paper; a remark stands as it is. */
const leads: Record<NoteForm, string> = { 问: '问：', 答: '答：', 记: '', 引: '原话：' }

const numerals = ['一', '二', '三', '四', '五', '六', '七', '八', '九', '十']
/** 一 to 三十九, as chapters of a paper are counted. */
export function chapter(place: number): string {
  const [tens, ones] = [Math.floor(place / 10), place % 10]
  if (tens === 0) return numerals[ones - 1] ?? ''
  return `${tens === 1 ? '' : (numerals[tens - 1] ?? '')}十${ones === 0 ? '' : (numerals[ones - 1] ?? '')}`
}

const two = (n: number): string => String(n).padStart(2, '0')
const clock = (at: Date): string => `${two(at.getHours())}:${two(at.getMinutes())}`
const dayWords = (at: Date): string => `${at.getFullYear()}年${at.getMonth() + 1}月${at.getDate()}日`
/** 2026年11月3日, of a day. */
const paperDay = (day: Day): string =>
  `${Number(day.slice(0, 4))}年${Number(day.slice(5, 7))}月${Number(day.slice(8))}日`

const join = (words: readonly string[], by = '、'): string => words.filter(word => word !== '').join(by)
const whoWords = ({ name, unit, post }: Who): string =>
  join([unit === '' || post.startsWith(unit) ? '' : unit, post, name], ' ')

/** When it was held: the day that counts, and the time that was planned where it is the same day. */
function whenOf({ header }: Interview): string {
  const planned = new Date(header.startsAt)
  const plannedDay = `${planned.getFullYear()}-${two(planned.getMonth() + 1)}-${two(planned.getDate())}`
  if (header.heldOn === null || header.heldOn === plannedDay) return `${dayWords(planned)} ${clock(planned)}`
  return paperDay(header.heldOn as Day)
}

/** What a talk's paper says, whichever way it is set. Source: rule book §7 (must record), §7.3. */
export function talkSheet({ talk, kind, subjects, talkers, recorder, promises, unsealed }: TalkFacts): TalkSheet {
  const { header, details, confirmations, waivers, addenda, hash } = talk
  const notes = unsealed ?? talk.notes
  const isShown = ({ sealed }: Note): boolean => !sealed || unsealed !== null
  const linesOf = (of: (note: Note) => boolean): SheetLine[] =>
    notes
      .filter(note => of(note) && isShown(note) && note.text.trim() !== '')
      .map(({ form, text }) => ({ form, lead: leads[form], text: text.trim() }))
  const known = new Set(kind.outline.map(({ key }) => key))
  const parts = [
    ...kind.outline.map(({ key, title }) => ({ title, lines: linesOf(({ part }) => part === key) })),
    { title: '其他', lines: linesOf(({ part }) => !known.has(part)) },
  ].filter(({ lines }) => lines.length > 0)
  const states = (Object.keys(talkStates) as (keyof typeof talkStates)[])
    .filter(key => details[key] !== '')
    .map(key => `${talkStates[key].title}${details[key]}`)
  const signers = [
    ...talkers.map(({ name }) => `谈话人（${name}）：`),
    ...(recorder ? [`记录人（${recorder.name}）：`] : []),
    // Many people sign a list of their own.
    ...(kind.signed && subjects.length <= 10 ? subjects.map(({ name }) => `谈话对象（${name}）：`) : []),
  ]
  const momentOf = (at: string): string => `${dayWords(new Date(at))} ${clock(new Date(at))}`
  const signed = [
    ...confirmations.map(({ part, name, at }) => `${part}${name} ${momentOf(at)}`),
    ...waivers.map(
      ({ part, name, reason, byName, at }) =>
        `${part}${name}已离任，未确认（原因：${reason}；${byName} ${momentOf(at)} 注明）`,
    ),
  ]
  return {
    title: kind.paper,
    draft: header.state !== 'final',
    kindTitle: kind.title,
    mode: details.mode,
    when: whenOf(talk),
    place: details.place,
    talkers: talkers.map(whoWords).join('；'),
    recorder: recorder ? whoWords(recorder) : '谈话人自记',
    subjects: subjects.map(whoWords).join('；'),
    names: join(subjects.map(({ name }) => name)),
    units: join([...new Set(subjects.map(({ unit }) => unit))]),
    posts: join([...new Set(subjects.map(({ post }) => post))]),
    others: details.others,
    occasion: details.occasion,
    grade: details.grade ?? '',
    states: join(states),
    parts,
    promises: promises.map(({ kind: what, text, ownerName, helper, dueOn, cadreName }) => ({
      kind: what,
      text: subjects.length > 1 ? `${cadreName}：${text}` : text,
      owner: join([ownerName, helper]),
      dueOn: showDate(dueOn),
    })),
    summary: details.summary.trim(),
    addenda: addenda.map(({ byName, at, text }) => ({
      head: `${byName} ${dayWords(new Date(at))} ${clock(new Date(at))}`,
      text,
    })),
    signers,
    confirmed:
      signed.length === 0 || hash === null ? '' : `系统内确认：${signed.join('，')}。校验值 ${hash.slice(0, 16)}。`,
    sealed: notes.filter(note => !isShown(note)).length,
  }
}

/** A row of two facts, or of one across the table. */
const pair = (one: readonly [string, string], other: readonly [string, string]) => [
  label(one[0]),
  cell(one[1]),
  label(other[0]),
  cell(other[1]),
]
const wide = (title: string, text: string) => [label(title), cell(text, 3)]

/** The paper of a talk in the layout of 公文. Source: ecosystem 5.3 (谈话记录: full 9704 body, form table, signature lines). */
export function talkBody(sheet: TalkSheet): DocumentBody {
  let chapters = 0
  const heading = (title: string): DocumentPart => {
    chapters += 1
    return { kind: 'heading', text: `${chapter(chapters)}、${title}` }
  }
  const optional = ([title, text]: readonly [string, string]) => (text === '' ? [] : [wide(title, text)])
  const facts: DocumentPart = {
    kind: 'table',
    widths: [24, 54, 24, 54],
    head: [],
    rows: [
      pair(['谈话种类', sheet.kindTitle], ['谈话方式', sheet.mode]),
      pair(['谈话时间', sheet.when], ['谈话地点', sheet.place]),
      wide('谈话对象', sheet.subjects),
      pair(['谈话人', sheet.talkers], ['记录人', sheet.recorder]),
      ...(
        [
          ['在场人员', sheet.others],
          ['谈话事由', sheet.occasion],
          ['三种状态', sheet.states],
          ['回访等次', sheet.grade],
        ] as const
      ).flatMap(optional),
    ],
  }
  const parts = sheet.parts.flatMap(({ title, lines }): DocumentPart[] => [
    heading(title),
    ...lines.map(({ lead, text }): DocumentPart => ({ kind: 'paragraph', lead, text })),
  ])
  const promises: DocumentPart[] =
    sheet.promises.length === 0
      ? []
      : [
          heading('承诺与要求'),
          {
            kind: 'table',
            widths: [18, 78, 34, 26],
            head: ['类别', '内容', '责任人', '期限'].map(label),
            rows: sheet.promises.map(({ kind, text, owner, dueOn }) => [
              cell(kind),
              cell(text),
              cell(owner),
              cell(dueOn),
            ]),
          },
        ]
  const summary: DocumentPart[] =
    sheet.summary === '' ? [] : [heading('谈话小结'), { kind: 'paragraph', lead: '', text: sheet.summary }]
  const addenda = sheet.addenda.flatMap(({ head, text }, index): DocumentPart[] => [
    ...(index === 0 ? [heading('补充记录')] : []),
    { kind: 'paragraph', lead: '', text: `${head}：${text}` },
  ])
  const left: DocumentPart[] =
    sheet.sealed > 0 ? [{ kind: 'note', text: `另有密封内容 ${sheet.sealed} 条，未印出。` }] : []
  return {
    title: sheet.title,
    draft: sheet.draft,
    // The table's lines would touch the first chapter's.
    parts: [
      facts,
      { kind: 'note', text: '' },
      ...parts,
      ...promises,
      ...(promises.length > 0 ? [{ kind: 'note' as const, text: '' }] : []),
      ...summary,
      ...addenda,
      ...left,
      { kind: 'signatures', lines: [...sheet.signers] },
      ...(sheet.confirmed === '' ? [] : [{ kind: 'note' as const, text: sheet.confirmed }]),
    ],
  }
}
