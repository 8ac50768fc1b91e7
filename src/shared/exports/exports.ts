import * as z from 'zod'
import { CadreId } from '../cadres/cadres'
import { CadreFilter, CadreSort, SensitiveField } from '../cadres/cadres.contract'
import { DatedQuestion, Which } from '../queries/queries'
import { SecrecyMark } from '../secrecy/secrecy.rules'

export const ExportId = z.uuid().brand<'ExportId'>()
export type ExportId = z.infer<typeof ExportId>

/** What can leave the application, by file or on paper. A new way out is one line here. */
export const exportKinds = [
  'lrmx',
  'roster-xlsx',
  'roster-pdf',
  'roster-print',
  'form-pdf',
  'form-docx',
  'form-print',
  'checks-print',
  'attachment',
  'talk-pdf',
  'talk-docx',
  'talk-print',
  'talk-scan',
  'brief-pdf',
  'brief-print',
  'letter-pdf',
  'letter-docx',
  'letter-print',
  'hardship-pdf',
  'hardship-print',
  'register-print',
  'register-pdf',
  'register-xlsx',
  'register-csv',
  'care-print',
  'care-pdf',
  'care-xlsx',
  'care-csv',
  'cared-print',
  'cared-pdf',
  'cared-xlsx',
  'cared-csv',
  'campaigns-print',
  'campaigns-pdf',
  'campaigns-xlsx',
  'campaigns-csv',
  'certificate-pdf',
  'certificate-print',
  'album-pdf',
  'commendation-pdf',
  'commendation-docx',
  'commendation-print',
  'medals-print',
  'medals-pdf',
  'medals-xlsx',
  'medals-csv',
  'honours-print',
  'honours-pdf',
  'honours-xlsx',
  'honours-csv',
  'honours-scan',
  'plain-all',
  'exchange',
] as const
export const ExportKind = z.enum(exportKinds)
export type ExportKind = z.infer<typeof ExportKind>

export const exportTitles: Record<ExportKind, string> = {
  lrmx: '任免审批表文件（.lrmx）',
  'roster-xlsx': '干部名册（Excel）',
  'roster-pdf': '干部名册（PDF）',
  'roster-print': '打印干部名册',
  'form-pdf': '任免审批表（PDF）',
  'form-docx': '任免审批表（Word）',
  'form-print': '打印任免审批表',
  'checks-print': '打印核对结果',
  attachment: '附件原件',
  'talk-pdf': '谈话记录（PDF）',
  'talk-docx': '谈话记录（Word）',
  'talk-print': '打印谈话记录',
  'talk-scan': '谈话扫描件',
  'brief-pdf': '谈话前一页（PDF）',
  'brief-print': '打印谈话前一页',
  'letter-pdf': '函询诫勉文书（PDF）',
  'letter-docx': '函询诫勉文书（Word）',
  'letter-print': '打印函询诫勉文书',
  'hardship-pdf': '困难帮扶登记表（PDF）',
  'hardship-print': '打印困难帮扶登记表',
  'register-print': '打印导出登记',
  'register-pdf': '导出登记（PDF）',
  'register-xlsx': '导出登记（Excel）',
  'register-csv': '导出登记（CSV）',
  'care-print': '打印关爱台账',
  'care-pdf': '关爱台账（PDF）',
  'care-xlsx': '关爱台账（Excel）',
  'care-csv': '关爱台账（CSV）',
  'cared-print': '打印关爱人员名单',
  'cared-pdf': '关爱人员名单（PDF）',
  'cared-xlsx': '关爱人员名单（Excel）',
  'cared-csv': '关爱人员名单（CSV）',
  'campaigns-print': '打印出彩行动的表',
  'campaigns-pdf': '出彩行动的表（PDF）',
  'campaigns-xlsx': '出彩行动的表（Excel）',
  'campaigns-csv': '出彩行动的表（CSV）',
  'certificate-pdf': '荣誉证书（PDF）',
  'certificate-print': '打印荣誉证书',
  'album-pdf': '风采录（PDF）',
  'commendation-pdf': '表扬决定（PDF）',
  'commendation-docx': '表扬决定（Word）',
  'commendation-print': '打印表扬决定',
  'medals-print': '打印在党50年名册台账',
  'medals-pdf': '在党50年名册台账（PDF）',
  'medals-xlsx': '在党50年名册台账（Excel）',
  'medals-csv': '在党50年名册台账（CSV）',
  'honours-print': '打印荣誉册',
  'honours-pdf': '荣誉册（PDF）',
  'honours-xlsx': '荣誉册（Excel）',
  'honours-csv': '荣誉册（CSV）',
  'honours-scan': '荣誉扫描件',
  'plain-all': '全部内容（明文）',
  exchange: '数据交换包',
}

/** Whether it was the register itself that left: it concerns nobody's file. */
export const isRegister = (kind: ExportKind): boolean => kind.startsWith('register-')
/** Whether what left is a table that need not concern anybody's file: of figures or acts, or of honours of teams alone. */
export const isOfNobody = (kind: ExportKind): boolean =>
  isRegister(kind) || ['care-', 'honours-', 'campaigns-'].some(family => kind.startsWith(family))

export const ExportOutcome = z.enum(['done', 'cancelled', 'failed'])
export type ExportOutcome = z.infer<typeof ExportOutcome>
export const outcomeTitles: Record<ExportOutcome, string> = { done: '完成', cancelled: '已取消', failed: '未完成' }

/** Most people that are named one by one; a larger group is told by its conditions. */
const MOST_NAMED = 20_000

/** Who goes out: people one by one, or everybody that a list's conditions or a question find. */
export const Whom = z.discriminatedUnion('by', [
  z.object({ by: z.literal('ids'), ids: z.array(CadreId).max(MOST_NAMED) }),
  z.object({ by: z.literal('list'), filter: CadreFilter, sort: CadreSort }),
  z.object({ by: z.literal('query'), question: DatedQuestion, which: Which, sort: CadreSort }),
])
export type Whom = z.infer<typeof Whom>

/** One numbered act of the register. It holds no personal data but the words of its reason. */
export const ExportEntry = z.object({
  id: ExportId,
  /** 〔2026〕第 42 号 is year 2026, number 42. */
  year: z.int(),
  number: z.int(),
  kind: ExportKind,
  people: z.int(),
  mark: SecrecyMark,
  reason: z.string(),
  recipient: z.string(),
  /** What is masked in the application and stands in this export. */
  sensitive: z.array(SensitiveField),
  namePattern: z.string(),
  byName: z.string(),
  at: z.iso.datetime(),
  /** Null while it runs, and for ever when the application ended meanwhile. */
  endedAt: z.iso.datetime().nullable(),
  outcome: ExportOutcome.nullable(),
  /** How many people's papers were written or printed. */
  written: z.int().nullable(),
})
export type ExportEntry = z.infer<typeof ExportEntry>

export const numberWords = ({ year, number }: Pick<ExportEntry, 'year' | 'number'>): string =>
  `〔${year}〕第 ${number} 号`

const fileTitles: Partial<Record<ExportKind, string>> = {
  lrmx: '任免审批表',
  'roster-xlsx': '干部名册',
  'roster-pdf': '干部名册',
  'form-pdf': '任免审批表',
  'form-docx': '任免审批表',
  'talk-pdf': '谈话记录',
  'brief-pdf': '谈话前一页',
  'letter-pdf': '函询诫勉文书',
  'hardship-pdf': '困难帮扶登记表',
  'register-pdf': '导出登记',
  'care-pdf': '关爱台账',
  'care-xlsx': '关爱台账',
  'cared-pdf': '关爱人员名单',
  'cared-xlsx': '关爱人员名单',
  'campaigns-pdf': '出彩行动的表',
  'campaigns-xlsx': '出彩行动的表',
  'certificate-pdf': '荣誉证书',
  'album-pdf': '风采录',
  'commendation-pdf': '表扬决定',
  'medals-pdf': '在党50年名册台账',
  'medals-xlsx': '在党50年名册台账',
  'honours-pdf': '荣誉册',
  'honours-xlsx': '荣誉册',
}

/** What files of an export are called: 任免审批表〔2026〕第42号（秘密★10年）. The mark goes wherever the copy goes. */
export const fileTitle = ({ kind, year, number, mark }: Pick<ExportEntry, 'kind' | 'year' | 'number' | 'mark'>) =>
  `${fileTitles[kind] ?? exportTitles[kind]}〔${year}〕第${number}号（${mark}）`

const two = (n: number): string => String(n).padStart(2, '0')
/** 2026.11.23 09:42, in this computer's time. */
export function minuteWords(at: string): string {
  const date = new Date(at)
  const day = `${date.getFullYear()}.${two(date.getMonth() + 1)}.${two(date.getDate())}`
  return `${day} ${two(date.getHours())}:${two(date.getMinutes())}`
}

/** The line at the foot of every page that leaves: mark, number, who and when. Source: rule book 10E. */
export const footWords = (entry: Pick<ExportEntry, 'mark' | 'year' | 'number' | 'byName' | 'at'>): string =>
  `${entry.mark}　${numberWords(entry)}　${entry.byName}　${minuteWords(entry.at)}`
