import type { CadreField } from '../../../shared/cadres/field-labels'
import { labelOf } from '../../../shared/cadres/field-labels'
import {
  failed,
  type ImportedCadre,
  ImportedDetails,
  type ImportedFile,
  type ImportWarning,
  type Parsed,
  parsed,
  quote,
} from '../../../shared/cadres/imported'
import { codeTables } from '../../../shared/codes/codes'
import type { CodeTable } from '../../../shared/codes/table'
import {
  type Columns,
  type HeaderPlace,
  type PersonCell,
  type PersonLine,
  personLines,
} from '../../../shared/imports/columns.rules'
import type { RosterTarget } from '../../../shared/imports/columns.words'
import { type ImportedTable, tableLimits } from '../../../shared/imports/table'
import { formFields, laterFields } from '../form-fields'
import { buildRecord, type RawForm, type RawText } from '../form-record'
import { cleanLine, cut, readDate, readSex } from '../form-values'

/** How the officer has matched a sheet. */
export interface Matching {
  readonly header: HeaderPlace
  readonly columns: Columns
}

/** The form's elements by the field they fill. */
const tags = new Map<string, string>(
  [...formFields, ...laterFields].flatMap(field => {
    if (field.kind === 'text') return [[field.of === 'form' ? `form.${field.key}` : field.key, field.tag]]
    return field.kind === 'date' ? [[field.key, field.tag]] : field.kind === 'sex' ? [['sex', field.tag]] : []
  }),
)

const { rankGeneral, rankTechnical, rankEnforcement, rankJustice } = codeTables
const codes: Readonly<Partial<Record<RosterTarget, readonly CodeTable[]>>> = {
  postLevel: [codeTables.leadershipLevel],
  rank: [rankGeneral, rankTechnical, rankEnforcement, rankJustice],
  personCategory: [codeTables.personCategory],
  managedBy: [codeTables.managedCategory],
  staffing: [codeTables.staffing],
  wageGrade: [codeTables.grade],
  nation: [codeTables.nationality, codeTables.nationalityExtension],
}
/** The entry's own name for a name, another wording or a code; other words stay as they are. */
function codeWord(target: RosterTarget, text: string): string {
  for (const table of codes[target] ?? []) {
    const entry =
      table.byName(text) ?? table.byCode(text) ?? (target === 'nation' ? table.byName(`${text}族`) : undefined)
    if (entry) return entry.name
  }
  return text
}

const statuses: readonly (readonly [RegExp, NonNullable<ImportedDetails['status']>])[] = [
  [/^(?:在职|现职|在岗|正常)/, '在职'],
  [/^挂职/, '挂职'],
  [/退/, '退休'],
  [/调出|调离/, '调出'],
  [/辞/, '辞职'],
  [/开除/, '开除'],
  [/去世|死亡|亡故|病故/, '去世'],
  [/^其他/, '其他'],
]

const dateTargets = ['birth', 'workStart', 'partyFull', 'currentPostSince', 'postLevelSince', 'rankSince'] as const
const isDate = (target: RosterTarget): target is (typeof dateTargets)[number] =>
  (dateTargets as readonly string[]).includes(target)
type DetailDate = Exclude<(typeof dateTargets)[number], 'birth' | 'workStart'>
const isDetail = (target: RosterTarget): boolean => target in ImportedDetails.shape

const degreeWords = /学士|硕士|博士|学位/
/** 大学/法学学士 in one cell: the school certificate and the degree apart. */
export function splitEducation(text: string): { education: string; degree: string } {
  const parts = text
    .normalize('NFKC')
    .split(/[\n/、,;()]+/)
    .map(part => part.trim())
    .filter(part => part !== '')
  const [degrees, others] = [
    parts.filter(part => degreeWords.test(part)),
    parts.filter(part => !degreeWords.test(part)),
  ]
  return others.length === 0
    ? { education: text.trim(), degree: '' }
    : { education: others.join('、'), degree: degrees.join('、') }
}

/** 王  芳（女，回族） says more than the name. */
export function splitName(text: string): { name: string; sex: string; nation: string } {
  const [, name = text, inside = ''] =
    /^([^(]*)\(([^()]*)\)\s*$/.exec(text.replaceAll('（', '(').replaceAll('）', ')')) ?? []
  const words = inside.split(/[,，、;；\s]+/).filter(word => word !== '')
  const sex = words.find(word => readSex(word) !== undefined) ?? ''
  const nation = words.find(word => codeWord('nation', word).endsWith('族')) ?? ''
  const isUnderstood = words.length > 0 && words.every(word => word === sex || word === nation)
  return isUnderstood
    ? { name: name.trim(), sex, nation: codeWord('nation', nation) }
    : { name: text, sex: '', nation: '' }
}

/** Why a cell's text is not what the cell shows, where that makes it worthless for the field. */
function spoiled(target: RosterTarget, { text, note }: PersonCell): string | undefined {
  const label = `“${labelOf(target)}”`
  if (note === 'error') return `${label}一格是公式错误，未录入；请核对后补填`
  if (note === 'formula-empty')
    return `${label}一格是公式，表里没有保存结果，未录入；请在 Excel 中打开并保存后再导入，或补填`
  if (note === 'picture') return `${label}一格是图片，未录入`
  if (note === 'lost-digits' && (target === 'idNumber' || target === 'phone'))
    return `${label}在表里存成了数字，后几位已被 Excel 改成 0（${text}），未录入；请核对后补填`
  if (note === 'lost-zero' && (isDate(target) || target === 'form.partyText'))
    return `${label}写的是数字 ${text}，可能是 ${text.slice(0, 4)}.01，也可能是 ${text.slice(0, 4)}.10（Excel 去掉了末尾的 0），未录入；请核对后补填`
  return undefined
}

/** What lists and rosters show in place of what they hide: nothing is said of the person. */
const isMasked = (text: string): boolean => /[*＊]{3}|^（未列出）$/.test(text)

/** What a field speaks of besides itself. */
const followers: Readonly<Partial<Record<RosterTarget, readonly CadreField[]>>> = {
  'form.partyText': ['partyJoined'],
  'form.resume': ['resume'],
  'form.assessments': ['assessments'],
  'form.rewardsAndPunishments': ['rewards'],
}

/** @param family what a form of one person brings beside its cells */
export function personOf(
  { line, cells, unit }: PersonLine,
  targets: ReadonlySet<RosterTarget>,
  family: RawForm['family'] = [],
): Parsed<ImportedCadre> {
  const warnings: ImportWarning[] = []
  const texts = new Map<RosterTarget, string>()
  const unsaid = new Set<RosterTarget>()
  for (const [target, cell] of cells) {
    if (isMasked(cell.text)) {
      unsaid.add(target)
      warnings.push({ line, text: `“${labelOf(target)}”一格是遮住的，没有录入，原来的不变` })
      continue
    }
    const why = spoiled(target, cell)
    if (why === undefined) texts.set(target, codeWord(target, cell.text))
    else warnings.push({ line, text: why })
  }
  const only = new Set<CadreField>(family.length > 0 ? ['family'] : [])
  const say = (target: RosterTarget, text: string): void => {
    if (texts.get(target)) return
    texts.set(target, text)
    only.add(target)
  }
  for (const target of targets) {
    if (unsaid.has(target)) continue
    only.add(target)
    for (const follower of followers[target] ?? []) only.add(follower)
  }
  const who = splitName(texts.get('name') ?? '')
  texts.set('name', who.name)
  if (who.sex !== '') say('sex', who.sex)
  if (who.nation !== '') say('nation', who.nation)
  for (const kind of ['fullTime', 'inService'] as const) {
    const { education, degree } = splitEducation(texts.get(`form.${kind}Education`) ?? '')
    if (degree === '' || targets.has(`form.${kind}Degree`)) continue
    texts.set(`form.${kind}Education`, education)
    say(`form.${kind}Degree`, degree)
  }
  const raw = new Map<string, RawText>()
  for (const [target, text] of texts) {
    const tag = tags.get(target)
    if (tag !== undefined && text !== '') raw.set(tag, { text, line })
  }
  const built = buildRecord({ texts: raw, family, unknown: [], photo: null, warnings })
  if (!built.ok) return built
  const unitText = cut(cleanLine(texts.get('unitId') ?? '').trim() || unit, 200)
  only.delete('unitId')
  const details = detailsOf(texts, line, built.value.warnings)
  return parsed({ ...built.value, details, unitName: unitText, only: [...only] })
}

function detailsOf(texts: ReadonlyMap<RosterTarget, string>, line: number, warnings: ImportWarning[]): ImportedDetails {
  const found: Record<string, unknown> = {}
  for (const [target, whole] of texts) {
    const text = cleanLine(whole).trim()
    if (!isDetail(target) || text === '') continue
    if (isDate(target)) {
      const date = readDate(text)
      if (date) found[target satisfies DetailDate | 'birth' | 'workStart'] = date
      else warnings.push({ line, text: `“${labelOf(target)}”写的是${quote(text)}，不是日期，未录入；请核对后补填` })
    } else if (target === 'status') {
      const status = statuses.find(([pattern]) => pattern.test(text))?.[1]
      if (status) found['status'] = status
      else warnings.push({ line, text: `“${labelOf(target)}”写的是${quote(text)}，看不出是哪一种，未录入` })
    } else {
      found[target] = cut(text, 40)
      if (text.length > 40)
        warnings.push({ line, text: `“${labelOf(target)}”超过 40 字，只取了前面的部分：${quote(text, 100)}` })
    }
  }
  return ImportedDetails.parse(found)
}

/** For each column the cells that cannot be read as what it is. */
export function doubtsOf(table: ImportedTable, { header, columns }: Matching): number[] {
  const doubts = new Map<RosterTarget, number>()
  for (const { cells } of personLines(table, header, columns).people) {
    for (const [target, cell] of cells) {
      const isDoubtful =
        isMasked(cell.text) || spoiled(target, cell) !== undefined || !mayBe(target, codeWord(target, cell.text))
      if (isDoubtful) doubts.set(target, (doubts.get(target) ?? 0) + 1)
    }
  }
  return columns.map(target => (target === null ? 0 : (doubts.get(target) ?? 0)))
}

function mayBe(target: RosterTarget, text: string): boolean {
  if (text === '') return true
  if (isDate(target)) return readDate(text) !== undefined
  if (target === 'sex') return readSex(text) !== undefined
  if (target === 'idNumber') return /^(?:\d{15}|\d{17}[\dX])$/i.test(text.replaceAll(/\s/g, ''))
  return target !== 'status' || statuses.some(([pattern]) => pattern.test(text))
}

/** How many cells of each column hold the result of a formula, in one sentence a column. */
function formulaWarnings(table: ImportedTable, { header, columns }: Matching): ImportWarning[] {
  const first = table.lines[header.from + header.depth]?.line ?? 0
  return columns.flatMap((target, column) => {
    if (target === null) return []
    const computed = table.notes.filter(note => note.column === column && note.line >= first && note.kind === 'formula')
    const [one] = computed
    if (!one) return []
    const text = `工作表“${table.sheet}”的“${labelOf(target)}”一列有 ${computed.length} 格是公式，取的是表里保存的结果，没有重新计算；请核对`
    return [{ line: one.line, text }]
  })
}

const mostWarnings = 100

/** People of the sheets that were matched. A line that cannot be a person costs no other. */
export function peopleOfTables(
  tables: readonly { readonly table: ImportedTable; readonly matching: Matching }[],
): Parsed<ImportedFile> {
  const people: ImportedCadre[] = []
  const warnings: ImportWarning[] = []
  const warn = (warning: ImportWarning): void => {
    if (warnings.length < 400) warnings.push(warning)
  }
  for (const { table, matching } of tables) {
    const targets = new Set(matching.columns.filter(target => target !== null))
    const found = personLines(table, matching.header, matching.columns)
    for (const warning of formulaWarnings(table, matching)) warn(warning)
    for (const line of found.nameless.slice(0, mostWarnings))
      warn({ line, text: `工作表“${table.sheet}”第 ${line} 行没有姓名，没有导入` })
    for (const line of found.people) {
      const person = personOf(line, targets)
      if (person.ok) people.push(person.value)
      else warn({ line: line.line, text: `工作表“${table.sheet}”第 ${line.line} 行未导入：${person.failure.why}` })
    }
  }
  if (people.length === 0) return failed('no-person', '表里没有可以导入的人员。请核对“姓名”对应的是哪一列。')
  if (people.length > 20_000)
    return failed('too-large', `表里超过 20,000 人（每张表最多 ${tableLimits.lines} 行）。请分成几个文件后再导入。`)
  return parsed({ people, warnings })
}
