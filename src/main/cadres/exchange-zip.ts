import { printAssessments } from '../../shared/cadres/assessment-text'
import {
  failed,
  type ImportedCadre,
  ImportedDetails,
  type ImportedFile,
  type ImportedPhoto,
  type ImportWarning,
  type Parsed,
  parsed,
  quote,
} from '../../shared/cadres/imported'
import { codeTables } from '../../shared/codes/codes'
import { type ExchangeRow, readRows, restoreResumeLines } from './exchange-rows'
import { assessmentsOf, codeName, type SetRows, setsOf } from './exchange-sets'
import type { MemberTag } from './form-fields'
import { buildRecord, type RawText } from './form-record'
import { cleanLine, cut, readDate } from './form-values'
import { readPhoto } from './photo'
import { type OpenedZip, readWanted } from './zip-guard'

const tables = ['A01', 'A02', 'A08', 'A14', 'A15', 'A36', 'A53', 'A57', 'B01'] as const
export type TableName = (typeof tables)[number]
const tablePath = /(?:^|\/)Table\/([A-Z0-9]{3,6})\.xml$/i
const photoPath = /(?:^|\/)Photos\/([^/]+)$/i

/** The columns that are texts of the form. Source: formats §5.2. */
const textColumns: Readonly<Record<string, string>> = {
  XingMing: 'A0101',
  XingBie: 'A0104',
  ChuShengNianYue: 'A0107',
  JiGuan: 'A0111A',
  ChuShengDi: 'A0114A',
  CanJiaGongZuoShiJian: 'A0134',
  ZhuanYeJiShuZhiWu: 'A0196',
  ShuXiZhuanYeYouHeZhuanChang: 'A0187A',
  QuanRiZhiJiaoYu_XueLi: 'QRZXL',
  QuanRiZhiJiaoYu_XueWei: 'QRZXW',
  QuanRiZhiJiaoYu_XueLi_BiYeYuanXiaoXi: 'QRZXLXX',
  QuanRiZhiJiaoYu_XueWei_BiYeYuanXiaoXi: 'QRZXWXX',
  ZaiZhiJiaoYu_XueLi: 'ZZXL',
  ZaiZhiJiaoYu_XueWei: 'ZZXW',
  ZaiZhiJiaoYu_XueLi_BiYeYuanXiaoXi: 'ZZXLXX',
  ZaiZhiJiaoYu_XueWei_BiYeYuanXiaoXi: 'ZZXWXX',
  JiangChengQingKuang: 'A14Z101',
  NianDuKaoHeJieGuo: 'A15Z101',
  ShenFenZheng: 'A0184',
}
/** The same of the table of proposals, which only some editions write. */
const proposalColumns: Readonly<Record<string, string>> = {
  NiRenZhiWu: 'A5304',
  NiMianZhiWu: 'A5315',
  RenMianLiYou: 'A5317',
  ChengBaoDanWei: 'A5319',
  JiSuanNianLingShiJian: 'A5321',
  TianBiaoShiJian: 'A5323',
  TianBiaoRen: 'A5327',
}
const memberColumns: readonly (readonly [MemberTag, string])[] = [
  ['ChengWei', 'A3604A'],
  ['XingMing', 'A3601'],
  ['ChuShengRiQi', 'A3607'],
  ['ZhengZhiMianMao', 'A3627'],
  ['GongZuoDanWeiJiZhiWu', 'A3611'],
]
const statuses = new Map<string, ImportedDetails['status']>([
  ['1', '在职'],
  ['2', '退休'],
  ['3', '调出'],
  ['4', '去世'],
  ['5', '其他'],
])

const at = (row: ExchangeRow | undefined, column: string): string => row?.get(column)?.trim() ?? ''
/** The table of persons is what makes a package one of the national system. */
export const isExchange = ({ entries }: OpenedZip): boolean =>
  [...entries.keys()].some(name => tablePath.exec(name)?.[1]?.toUpperCase() === 'A01')

/** Reads the national system's 数据交换通用格式 (zip), which has no password. Source: formats §5.3. */
export async function parseExchangeZip(zip: OpenedZip): Promise<Parsed<ImportedFile>> {
  const unpacked = await readWanted(zip, name => isTable(name) || photoPath.test(name))
  if (!unpacked.ok) return unpacked
  const rows = new Map<TableName, ExchangeRow[]>()
  const pictures = new Map<string, Uint8Array>()
  for (const [name, content] of unpacked.value) {
    const table = tables.find(known => known === tablePath.exec(name)?.[1]?.toUpperCase())
    if (table) {
      const found = readRows(content, `Table/${table}.xml`)
      if (!found.ok) return found
      rows.set(table, found.value)
    } else pictures.set((photoPath.exec(name)?.[1] ?? '').toLowerCase(), content)
  }
  return peopleOf(rows, pictures)
}

const isTable = (name: string): boolean => tables.some(known => known === tablePath.exec(name)?.[1]?.toUpperCase())

function grouped(rows: readonly ExchangeRow[] | undefined, key: string): Map<string, ExchangeRow[]> {
  const groups = new Map<string, ExchangeRow[]>()
  for (const row of rows ?? []) {
    const group = groups.get(at(row, key))
    if (group) group.push(row)
    else groups.set(at(row, key), [row])
  }
  return groups
}

/** Everyone of table A01 with what the other tables and the pictures have of them. */
export function peopleOf(
  rows: ReadonlyMap<TableName, ExchangeRow[]>,
  pictures: ReadonlyMap<string, Uint8Array>,
): Parsed<ImportedFile> {
  const of = (table: TableName): Map<string, ExchangeRow[]> => grouped(rows.get(table), 'A0000')
  const [posts, education, rewards, assessments] = [of('A02'), of('A08'), of('A14'), of('A15')]
  const [family, proposals, photos] = [of('A36'), of('A53'), of('A57')]
  const units = grouped(rows.get('B01'), 'B0111')
  const people: ImportedCadre[] = []
  const warnings: ImportWarning[] = []
  for (const [index, row] of (rows.get('A01') ?? []).entries()) {
    const id = at(row, 'A0000')
    const person = readPerson(row, {
      posts: posts.get(id) ?? [],
      education: education.get(id) ?? [],
      rewards: rewards.get(id) ?? [],
      assessments: assessments.get(id) ?? [],
      family: family.get(id) ?? [],
      proposal: proposals.get(id)?.[0],
      picture:
        pictures.get((at(photos.get(id)?.[0], 'A5714') || `${id}.jpg`).toLowerCase()) ??
        pictures.get(`${id}.jpg`.toLowerCase()),
    })
    if (person.ok) people.push({ ...person.value, unitName: cut(at(units.get(at(row, 'A0195'))?.[0], 'B0101'), 200) })
    else if (warnings.length < 200)
      warnings.push({ line: null, text: `第 ${index + 1} 人${quote(at(row, 'A0101'))}未导入：${person.failure.why}` })
  }
  if (people.length === 0) return failed('no-person', '数据包里没有可以导入的人员。请核对导出时选择的范围。')
  return parsed({ people, warnings })
}

interface Related extends SetRows {
  readonly assessments: readonly ExchangeRow[]
  readonly family: readonly ExchangeRow[]
  readonly proposal: ExchangeRow | undefined
  readonly picture: Uint8Array | undefined
}

function readPerson(row: ExchangeRow, related: Related): Parsed<ImportedCadre> {
  const texts = new Map<string, RawText>()
  const put = (tag: string, text: string): void => {
    if (text !== '') texts.set(tag, { text, line: null })
  }
  for (const [tag, column] of Object.entries(textColumns)) put(tag, at(row, column))
  for (const [tag, column] of Object.entries(proposalColumns)) put(tag, at(related.proposal, column))
  put('MinZu', codeName(at(row, 'A0117'), codeTables.nationality, codeTables.nationalityExtension))
  put('JianKangZhuangKuang', codeName(at(row, 'A0128'), codeTables.health))
  put('XianRenZhiWu', at(row, 'A0192A') || at(row, 'A0192'))
  put('JianLi', restoreResumeLines(row.get('A1701') ?? ''))
  const isMember = /^0?[12]$/.test(at(row, 'A0141'))
  put('RuDangShiJian', at(row, 'A0140') || (isMember ? at(row, 'A0144') : ''))
  if (!row.has('QRZXL')) for (const [tag, text] of educationOf(related.education)) put(tag, text)
  if (at(row, 'A15Z101') === '') put('NianDuKaoHeJieGuo', printAssessments(assessmentsOf(related.assessments)))
  const warnings: ImportWarning[] = []
  if (at(row, 'A0180') !== '') warnings.push({ line: null, text: `“备注”未录入：${quote(at(row, 'A0180'), 200)}` })
  const photo = photoOf(related.picture, warnings)
  const family = related.family
    .toSorted((a, b) => Number(at(a, 'SORTID')) - Number(at(b, 'SORTID')))
    .map(
      member => new Map(memberColumns.map(([tag, column]) => [tag, { text: memberText(member, column), line: null }])),
    )
  const built = buildRecord({ texts, family, unknown: [], photo, warnings })
  return built.ok ? parsed({ ...built.value, details: { ...detailsOf(row), ...setsOf(related) } }) : built
}

function photoOf(picture: Uint8Array | undefined, warnings: ImportWarning[]): ImportedPhoto | null {
  if (!picture) return null
  const photo = readPhoto(picture)
  if (!photo) warnings.push({ line: null, text: '照片无法识别（不是 JPG、PNG 或 BMP，或已损坏），未导入' })
  return photo ?? null
}

function memberText(member: ExchangeRow, column: string): string {
  const value = at(member, column)
  if (column === 'A3604A') return codeName(value, codeTables.familyTitleSystem)
  return column === 'A3627' ? codeName(value, codeTables.political) : value
}

/** The highest of each kind, as the flags of the table of degrees have it: editions before 2019 send no texts. */
function educationOf(rows: readonly ExchangeRow[]): [tag: string, text: string][] {
  const flagged = (flag: string): ExchangeRow | undefined => rows.find(row => /^(1|true|是)$/i.test(at(row, flag)))
  const school = (row: ExchangeRow | undefined): string => {
    const subject = at(row, 'A0824')
    return at(row, 'A0814') + subject + (subject === '' || subject.endsWith('专业') ? '' : '专业')
  }
  const pair = (
    prefix: string,
    education: ExchangeRow | undefined,
    degree: ExchangeRow | undefined,
  ): [string, string][] => [
    [`${prefix}_XueLi`, at(education, 'A0801A') || codeName(at(education, 'A0801B'), codeTables.education)],
    [`${prefix}_XueWei`, at(degree, 'A0901A') || codeName(at(degree, 'A0901B'), codeTables.degree)],
    [`${prefix}_XueLi_BiYeYuanXiaoXi`, school(education)],
    [`${prefix}_XueWei_BiYeYuanXiaoXi`, school(degree) === school(education) ? '' : school(degree)],
  ]
  return [
    ...pair('QuanRiZhiJiaoYu', flagged('A0831'), flagged('A0832')),
    ...pair('ZaiZhiJiaoYu', flagged('A0838'), flagged('A0839')),
  ]
}

/** What the form has no cell for. Anything too long or of another kind is left out: the texts say it too. */
function detailsOf(row: ExchangeRow): ImportedDetails {
  const { rankGeneral, rankTechnical, rankEnforcement, rankJustice } = codeTables
  const text = (value: string): string | undefined => (value === '' ? undefined : cut(cleanLine(value), 40))
  const date = (column: string): ReturnType<typeof readDate> => readDate(at(row, column))
  const found = {
    personCategory: text(codeName(at(row, 'A0160'), codeTables.personCategory)),
    managedBy: text(codeName(at(row, 'A0165'), codeTables.managedCategory)),
    postLevel: text(codeName(at(row, 'A0221'), codeTables.leadershipLevel)),
    postLevelSince: date('A0288'),
    rank: text(codeName(at(row, 'A0192E'), rankGeneral, rankTechnical, rankEnforcement, rankJustice)),
    rankSince: date('A0192C'),
    wageGrade: text(codeName(at(row, 'A0120'), codeTables.grade)),
    staffing: text(codeName(at(row, 'A0121'), codeTables.staffing)),
    status: statuses.get(at(row, 'A0163')),
  }
  return ImportedDetails.parse(Object.fromEntries(Object.entries(found).filter(([, value]) => value !== undefined)))
}
