import type { Parameter } from '../basis/basis'
import { archiveClassCodes } from '../codes/archive-class'
import { showDate } from '../dates/partial-date'
import { compareMarks, highestMark, type SecrecyMark } from '../secrecy/secrecy.rules'
import type { ArchiveClass, AttachmentFacts } from './attachments'

const ours = (value: number): Parameter<number> => ({
  value,
  validFrom: '2026-01',
  validTo: null,
  source: '本应用默认',
  status: 'LOCAL',
})
/** Figures of this application and of no regulation. Bytes are decimal, as file managers count them. */
export const attachmentLimits = {
  bytes: ours(50_000_000),
  atOnce: ours(50),
  ofPerson: ours(500),
} as const

export const classTitle = (category: ArchiveClass): string => archiveClassCodes.byCode(category)?.name ?? ''
/** For a narrow column: 工资任免出国. */
export const classShort = (category: ArchiveClass): string => archiveClassCodes.byCode(category)?.short ?? ''
export const classOrder = (category: ArchiveClass): number => Number(category)

/** What is said of an attachment, in words. */
export const attachmentFields: readonly { readonly title: string; readonly of: (facts: AttachmentFacts) => string }[] =
  [
    { title: '类别', of: ({ category }) => classTitle(category) },
    { title: '材料名称', of: ({ title }) => title },
    { title: '形成时间', of: ({ documentOn }) => (documentOn ? showDate(documentOn) : '') },
    { title: '文号', of: ({ documentNumber }) => documentNumber },
    { title: '密级', of: ({ mark }) => mark },
    { title: '说明', of: ({ note }) => note },
  ]

/** Words in a file's name that tell its class, the surest first. Only a suggestion: whoever adds it looks and corrects. */
const telling: readonly (readonly [words: RegExp, category: ArchiveClass])[] = [
  [/处分|诫勉|问责|违纪|违法|立案|判决/, '8'],
  [/任免|任职|免职|任命|工资|薪|职级|晋升|转正定级|录用|调动|调任|出国|出境|护照|代表|委员会委员/, '9'],
  [/考核|鉴定|考察|民主测评/, '3'],
  [/奖|表彰|荣誉|先进|优秀|劳模|记功|嘉奖/, '7'],
  [/学历|学位|毕业|学籍|成绩|职称|资格证|培训|结业|论文|成果/, '4'],
  [/政审|审计|认定|更改姓名|更改民族|出生日期|三龄/, '5'],
  [/入党|党员|入团|团员|党籍|民主党派/, '6'],
  [/自传|思想|个人有关事项/, '2'],
  [/履历|简历|登记表|任免审批/, '1'],
]

/** The class that a file's name suggests; 其他 where it suggests none. */
export const suggestedClass = (fileName: string): ArchiveClass =>
  telling.find(([words]) => words.test(fileName))?.[1] ?? '10'

const MOST_TITLE = 100

/** The name without its ending, as the first title. */
export function titleFrom(fileName: string): string {
  const bare = fileName
    .replace(/\.[a-z\d]{1,8}$/i, '')
    .replaceAll(/\p{Cc}/gu, ' ')
    .trim()
  return [...(bare === '' ? '未命名材料' : bare)].slice(0, MOST_TITLE).join('')
}

/** What a new attachment says of itself before anybody has described it. */
export const firstFacts = (fileName: string, category: ArchiveClass | null, mark: SecrecyMark): AttachmentFacts => ({
  category: category ?? suggestedClass(fileName),
  title: titleFrom(fileName),
  documentOn: null,
  documentNumber: '',
  note: '',
  mark,
})

/** What a copy of an attachment must bear: its own mark or the person's, whichever is higher. */
export const markOfCopy = (own: SecrecyMark, ofPerson: string): SecrecyMark => {
  const person = highestMark([ofPerson])
  return compareMarks(own, person) < 0 ? person : own
}

/** Whether two descriptions say the same. */
export const saySame = (a: AttachmentFacts | null, b: AttachmentFacts | null): boolean =>
  a === null || b === null ? a === b : (Object.keys(a) as (keyof AttachmentFacts)[]).every(key => a[key] === b[key])

const KILO = 1000
/** 412 KB, 1.2 MB. */
export const sizeWords = (bytes: number): string =>
  bytes < KILO * KILO
    ? `${Math.max(1, Math.round(bytes / KILO))} KB`
    : `${(bytes / KILO / KILO).toFixed(1).replace('.0', '')} MB`
