import { parsePartialDate } from '../dates/partial-date'
import { fenOf } from '../money/fen'
import { type Holder, type HonourKind, HonourLevel, honourKinds, honourLevels } from './honours.data'
import type { SheetLine } from './honours-file.contract'
import { kindFromName, levelFrom, natureFrom } from './presets.rules'

/** What a column of a sheet may hold, with the heads by which it is known. The first is what a sheet made here would say. */
export const sheetColumns = {
  holderName: ['获得者', '姓名', '受表彰人', '获奖者', '获奖人', '团队名称', '名称'],
  holder: ['获得者类别', '类别', '对象类别'],
  unit: ['单位', '所在单位', '工作单位', '当时单位'],
  idNumber: ['身份证号', '公民身份号码', '身份证号码'],
  name: ['荣誉名称', '荣誉', '奖励名称', '表彰名称', '称号'],
  kind: ['种类', '荣誉种类', '奖励种类'],
  level: ['层级', '级别', '荣誉级别', '表彰级别'],
  authority: ['批准机关', '授予单位', '表彰单位', '授予机关', '颁奖单位'],
  on: ['批准日期', '日期', '时间', '表彰时间', '授予时间', '批准时间'],
  documentNo: ['文号', '文件号', '批准文号'],
  certificateNo: ['证书号', '证书编号'],
  medalNo: ['奖章号', '奖牌号', '奖章编号'],
  bonus: ['奖金（元）', '奖金', '奖励金额'],
  members: ['成员', '团队成员'],
  deeds: ['事迹', '主要事迹', '备注'],
} as const satisfies Record<string, readonly string[]>
export type SheetColumn = keyof typeof sheetColumns

const plain = (text: string): string => text.normalize('NFKC').replaceAll(/\s/g, '')
const columnNamed = (head: string): SheetColumn | '' =>
  (Object.keys(sheetColumns) as SheetColumn[]).find(key =>
    sheetColumns[key].some(title => plain(title) === plain(head)),
  ) ?? ''

/** Which line is the head, and what each of its columns holds: the one of the first lines that names most. */
export function matchHead(rows: readonly SheetLine[]): { readonly at: number; readonly columns: (SheetColumn | '')[] } {
  let best: { at: number; columns: (SheetColumn | '')[] } = { at: -1, columns: [] }
  const known = (columns: readonly string[]): number => columns.filter(column => column !== '').length
  for (const [at, { cells }] of rows.slice(0, 6).entries()) {
    const seen = new Set<string>()
    const columns = cells.map(cell => {
      const column = columnNamed(cell)
      if (column === '' || seen.has(column)) return ''
      seen.add(column)
      return column
    })
    if (known(columns) > known(best.columns)) best = { at, columns }
  }
  return known(best.columns) >= 2 ? best : { at: -1, columns: rows[0]?.cells.map(() => '' as const) ?? [] }
}

/** What a line says, before people and units are looked for. */
export interface ReadLine {
  readonly line: number
  readonly holderName: string
  readonly holder: Holder
  readonly unit: string
  readonly idNumber: string
  readonly members: readonly string[]
  readonly facts: {
    readonly name: string
    readonly kind: HonourKind
    readonly level: HonourLevel
    readonly authority: string
    readonly nature: ReturnType<typeof natureFrom>
    readonly on: NonNullable<ReturnType<typeof parsePartialDate>>
    readonly documentNo: string
    readonly certificateNo: string
    readonly medalNo: string
    readonly bonusFen: number | null
    readonly deeds: string
  }
}

const holderOf = (text: string, name: string): Holder => {
  if (/团队|集体|班组|专班/.test(text)) return 'team'
  if (/单位|机关/.test(text)) return 'unit'
  return text === '' && /[队组班委局]$/.test(name) && name.length > 4 ? 'team' : 'person'
}
/** 国家级, 省部级, 市级 … as sheets write them. */
const levelNamed = (text: string): HonourLevel | undefined =>
  honourLevels.find(level => plain(text).startsWith(level)) ??
  (/^(全国|中央)/.test(plain(text)) ? '国家' : plain(text).startsWith('县') ? '区' : undefined)
const kindNamed = (text: string): HonourKind | undefined => {
  const written = plain(text)
  return honourKinds.find(kind => written === kind || written === `记${kind}` || written === `授予${kind}`)
}

/** @returns words where the line cannot be read */
export function readLine({ line, cells }: SheetLine, columns: readonly string[]): ReadLine | string {
  const of = (key: SheetColumn): string => (cells[columns.indexOf(key)] ?? '').trim()
  const name = of('name')
  if (of('holderName') === '') return '没有写获得者'
  if (name === '') return '没有写荣誉名称'
  const on = parsePartialDate(of('on'))
  if (!on) return of('on') === '' ? '没有写日期' : `日期“${of('on')}”看不懂，写作 2026.07.01`
  const bonusFen = fenOf(of('bonus'))
  if (bonusFen === undefined) return `奖金“${of('bonus')}”看不懂，写作 1500`
  const kind = of('kind') === '' ? kindFromName(name) : kindNamed(of('kind'))
  if (!kind) return `种类“${of('kind')}”不认识，写${honourKinds.join('、')}之一`
  const authority = of('authority')
  const level = of('level') === '' ? levelFrom(authority, name) : levelNamed(of('level'))
  if (!level) return `层级“${of('level')}”不认识，写${honourLevels.join('、')}之一`
  const tooLong = (['holderName', 'name', 'authority', 'documentNo', 'certificateNo', 'medalNo'] as const).find(
    key =>
      of(key).length >
      (key === 'name' ? 200 : key === 'documentNo' ? 80 : key === 'certificateNo' || key === 'medalNo' ? 60 : 120),
  )
  if (tooLong) return `${sheetColumns[tooLong][0]}太长`
  const holder = holderOf(of('holder'), of('holderName'))
  return {
    line,
    holderName: of('holderName'),
    holder,
    unit: of('unit'),
    idNumber: plain(of('idNumber')).toUpperCase(),
    members:
      holder === 'team'
        ? of('members')
            .split(/[、，,;；\n]/)
            .map(plain)
            .filter(each => each !== '')
        : [],
    facts: {
      name,
      kind,
      level,
      authority,
      nature: natureFrom(authority),
      on,
      documentNo: of('documentNo'),
      certificateNo: of('certificateNo'),
      medalNo: of('medalNo'),
      bonusFen,
      deeds: of('deeds').slice(0, 4000),
    },
  }
}
