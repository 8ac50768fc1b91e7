import type { ImportedCadre, Parsed } from '../../../shared/cadres/imported'
import { normalLabel, type PersonCell, targetOf } from '../../../shared/imports/columns.rules'
import type { RosterTarget } from '../../../shared/imports/columns.words'
import type { ImportedTable, TableLine } from '../../../shared/imports/table'
import type { MemberTag } from '../form-fields'
import type { RawForm, RawText } from '../form-record'
import { personOf } from './roster'

/** The columns of the family's part of the form. */
const familyLabels: Readonly<Record<string, MemberTag>> = {
  称谓: 'ChengWei',
  与本人关系: 'ChengWei',
  姓名: 'XingMing',
  出生年月: 'ChuShengRiQi',
  出生日期: 'ChuShengRiQi',
  年龄: 'ChuShengRiQi',
  政治面貌: 'ZhengZhiMianMao',
  工作单位及职务: 'GongZuoDanWeiJiZhiWu',
}
/** Labels of the form that are no field by themselves. */
const frame =
  /^(?:学历学位|全日制教育|在职教育|毕业院校.*|院校系及专业|照片|家庭主要成员.*|家庭成员.*|政治面貌|年龄|称谓|备注|填表人|填表时间|审批.*|行政机关.*|呈报单位)$/
const fewest = 6

type Slot = { readonly text: string; readonly column: number }
const filled = ({ cells }: TableLine): Slot[] =>
  cells.flatMap((text, column) => (text.trim() === '' ? [] : [{ text: text.trim(), column }]))
const isLabel = (text: string): boolean => {
  const label = normalLabel(text)
  return frame.test(label) || (label.length <= 14 && targetOf(text) !== undefined)
}
const isFamilyHeader = (slots: readonly Slot[]): boolean =>
  slots.filter(({ text }) => normalLabel(text) in familyLabels).length >= 3 &&
  slots.some(({ text }) => /^(?:称谓|与本人关系)$/.test(normalLabel(text)))

/** The cells 全日制教育 and 在职教育 with the school's cell in the same line. */
function studyTarget(label: string, group: string): RosterTarget | undefined {
  if (label === '全日制教育') return 'form.fullTimeEducation'
  if (label === '在职教育') return 'form.inServiceEducation'
  if (!/^(?:毕业院校|院校)/.test(label)) return undefined
  return group === '全日制教育' ? 'form.fullTimeSchool' : group === '在职教育' ? 'form.inServiceSchool' : undefined
}

/** Rows of the family under their header, up to the next line that begins with another label. */
function readFamily(lines: readonly TableLine[], header: readonly Slot[]): RawForm['family'] {
  const columns = header.flatMap(({ text, column }) => {
    const tag = familyLabels[normalLabel(text)]
    return tag ? [{ tag, column }] : []
  })
  const family: Map<MemberTag, RawText>[] = []
  for (const { line, cells } of lines) {
    const member = new Map<MemberTag, RawText>()
    for (const { tag, column } of columns) {
      const text = cells[column]?.trim() ?? ''
      if (text !== '') member.set(tag, { text, line })
    }
    const name = member.get('XingMing')?.text ?? ''
    if (member.size < 2 || name === '' || isLabel(name)) break
    family.push(member)
  }
  return family
}

/**
 * Reads a sheet laid out like the form itself, 姓名 with the name on its right; undefined for any other sheet. A label's cell
 * is the next filled one in its line.
 */
export function readPersonSheet(table: ImportedTable): Parsed<ImportedCadre> | undefined {
  const cells = new Map<RosterTarget, PersonCell>()
  const targets = new Set<RosterTarget>()
  const notes = new Map(table.notes.map(({ line, column, kind }) => [`${line}:${column}`, kind]))
  let family: RawForm['family'] = []
  let withValue = 0
  for (const [place, each] of table.lines.entries()) {
    const slots = filled(each)
    if (isFamilyHeader(slots)) {
      family = readFamily(table.lines.slice(place + 1), slots)
      break
    }
    let group = ''
    for (const [at, { text }] of slots.entries()) {
      const label = normalLabel(text)
      if (label === '全日制教育' || label === '在职教育') group = label
      const target = isLabel(text) ? (studyTarget(label, group) ?? targetOf(text)) : undefined
      if (!target || targets.has(target)) continue
      targets.add(target)
      const next = slots[at + 1]
      if (!next || isLabel(next.text)) continue
      withValue += 1
      cells.set(target, { text: next.text, note: notes.get(`${each.line}:${next.column}`) })
    }
  }
  if (!cells.has('name') || withValue < fewest) return undefined
  return personOf({ line: table.lines[0]?.line ?? 1, cells, unit: '' }, targets, family)
}
