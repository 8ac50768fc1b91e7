import {
  failed,
  type ImportedCadre,
  type ImportedFields,
  type ImportWarning,
  type Parsed,
  quote,
} from '../../shared/cadres/imported'
import { decodeText } from './decode-text'
import { findField, type MemberTag, memberFields } from './form-fields'
import { buildRecord, type RawText } from './form-record'
import { cleanLines } from './form-values'
import { encodeGbk } from './gbk'
import { memberTexts, textOf } from './lrmx-write'
import { readPhoto } from './photo'
import { withoutForbidden } from './xml-repair'

const longestFile = 2_000_000
const slots = 13
/** Beyond these nobody wrote the file for a person. */
const most = { parts: 60, members: 500 }

/** The cells of the education: `@` parts the full-time ones from the others, `#` the line above from the one below. */
const degrees = ['QuanRiZhiJiaoYu_XueLi', 'QuanRiZhiJiaoYu_XueWei', 'ZaiZhiJiaoYu_XueLi', 'ZaiZhiJiaoYu_XueWei']
const schools = degrees.map(tag => `${tag}_BiYeYuanXiaoXi`)

/** The 33 parts by the tags of `.lrmx`. 12 to 15 are empty in every file seen. Source: formats §2. */
const parts: readonly (string | readonly string[] | { readonly member: MemberTag } | undefined)[] = [
  'XingMing',
  'XingBie',
  'ChuShengNianYue',
  'MinZu',
  'JiGuan',
  'RuDangShiJian',
  'JianKangZhuangKuang',
  'ChuShengDi',
  'CanJiaGongZuoShiJian',
  degrees,
  schools,
  'ZhuanYeJiShuZhiWu',
  undefined,
  undefined,
  undefined,
  undefined,
  'ShuXiZhuanYeYouHeZhuanChang',
  'JianLi',
  'JiangChengQingKuang',
  'NianDuKaoHeJieGuo',
  { member: 'ChengWei' },
  { member: 'XingMing' },
  { member: 'ChuShengRiQi' },
  { member: 'ZhengZhiMianMao' },
  { member: 'GongZuoDanWeiJiZhiWu' },
  'XianRenZhiWu',
  'NiRenZhiWu',
  'NiMianZhiWu',
  'RenMianLiYou',
  'ChengBaoDanWei',
  'JiSuanNianLingShiJian',
  'TianBiaoRen',
  'TianBiaoShiJian',
]

/** Reads one person's `.lrm` of the editor 2.0, with the picture of the same name beside it when there is one. */
export function parseLrm(bytes: Uint8Array, picture: Uint8Array | null): Parsed<ImportedCadre> {
  if (bytes.length === 0) return failed('empty', '文件是空的。请重新导出后再导入。')
  if (bytes.length > longestFile) return failed('too-large', '文件超过 2 MB，这不是正常的任免表文件，已拒绝读取。')
  const decoded = decodeText(bytes)
  if (!decoded.ok) return decoded
  const body = decoded.value.text
    .replaceAll('\0', '')
    .replace(/^\uFEFF/, '')
    .trim()
  const found = body.startsWith('"') ? body.replace(/"$/, '').slice(1).split('","') : []
  if (found.length < 3)
    return failed('wrong-kind', '不是 .lrm 任免表文件（内容应当是用引号和逗号隔开的 33 项）。请确认选对了文件。', 1)
  if (!body.endsWith('"') || found.length < 26)
    return failed(
      'damaged',
      `文件不完整，33 项中只有 ${found.length} 项。请在原来的程序中重新导出后再导入。`,
      lineAt(body, body.length),
    )
  if (found.length > most.parts || found.some((part, index) => isMemberPart(index) && part.length > most.members * 200))
    return failed('unsafe', `内容多得不正常，这不是正常的任免表文件，已拒绝读取。`)
  const warnings: ImportWarning[] = []
  const warn = (text: string): void => void warnings.push({ line: null, text })
  if (decoded.value.damaged > 0) warn(`有 ${decoded.value.damaged} 个字损坏，显示为“�”，请对照原件改正`)
  if (found.length !== parts.length) warn(`文件有 ${found.length} 项，应当是 ${parts.length} 项，请核对各栏内容`)
  const photo = picture ? (readPhoto(picture) ?? null) : null
  if (picture && !photo) warn('照片无法识别（不是 JPG、PNG 或 BMP，或已损坏），未导入')
  return buildRecord({ ...placed(found), photo, warnings })
}

const isMemberPart = (index: number): boolean => typeof parts[index] === 'object' && 'member' in parts[index]
const lineAt = (text: string, at: number): number => text.slice(0, at).split('\n').length

function placed(found: readonly string[]) {
  const texts = new Map<string, RawText>()
  const family: Map<string, RawText>[] = []
  const unknown: { tag: string; text: string; line: number | null }[] = []
  let line = 1
  for (const [index, written] of found.entries()) {
    const text = withoutForbidden(written)
    const part = parts[index]
    if (typeof part === 'string') texts.set(part, { text, line })
    else if (part === undefined) {
      if (text.trim() !== '') unknown.push({ tag: `lrm${index}`, text: cleanLines(text), line })
    } else if ('member' in part) {
      for (const [place, cell] of text.split('@').entries()) {
        family[place] ??= new Map<string, RawText>()
        family[place].set(part.member, { text: cell, line })
      }
    } else {
      const cells = text.split('@').map(cell => cell.split('#'))
      for (const [place, tag] of part.entries())
        texts.set(tag, { text: cells[Math.floor(place / 2)]?.[place % 2] ?? '', line })
    }
    line += written.split('\n').length - 1
  }
  return {
    texts,
    family: family.filter(member => [...member.values()].some(({ text }) => text.trim() !== '')),
    unknown,
  }
}

export interface WrittenLrm {
  readonly lrm: Uint8Array
  /** The picture for the `.pic` beside it, as it is. */
  readonly pic: Uint8Array | null
  /** What this old format cannot hold, each a sentence for the person who exports. */
  readonly lost: readonly string[]
}

/** Writes the pair of files that the editor 2.0 reads. The format has no escapes: signs that it uses become full-width. */
export function writeLrm(fields: ImportedFields, photo: Uint8Array | null): WrittenLrm {
  const cells = fields.family.map(member => new Map(memberTexts(member, fields)))
  const padding = Array.from({ length: Math.max(0, slots - cells.length) }, () => '')
  const text = (tag: string): string => {
    const field = findField(tag)
    return field ? textOf(field, fields) : ''
  }
  const inCell = (value: string): string => value.replaceAll('@', '＠').replaceAll('#', '＃')
  const pair = ([above = '', below = '']: readonly string[]): string => `${inCell(text(above))}#${inCell(text(below))}`
  const written = parts.map((part, index) => {
    if (typeof part === 'string') return text(part)
    if (part === undefined) return fields.unknown.find(({ tag }) => tag === `lrm${index}`)?.text ?? ''
    if ('member' in part) return [...cells.map(member => inCell(member.get(part.member) ?? '')), ...padding].join('@')
    return `${pair(part.slice(0, 2))}@${pair(part.slice(2))}`
  })
  const quoted = written.map(value => `"${value.replaceAll('"', '＂').replaceAll(/\r\n?|\n/g, '\r\n')}"`)
  const { bytes, lost } = encodeGbk(`${quoted.join(',')}\r\n`)
  const others = fields.unknown.filter(({ tag }) => !/^lrm\d+$/.test(tag) && !findField(tag) && !isMemberCell(tag))
  return {
    lrm: bytes,
    pic: photo,
    lost: [
      ...(fields.idNumber ? ['.lrm 没有“身份证号”一栏，导出的文件不含身份证号'] : []),
      ...(fields.ageLimit ? ['.lrm 没有“改革前任职年龄界限”一栏，导出的文件不含这一项'] : []),
      ...(others.length > 0
        ? [`.lrm 没有${others.map(({ tag }) => quote(tag)).join('、')}，导出的文件不含这些内容`]
        : []),
      ...(lost.length > 0
        ? [`.lrm 的编码没有${lost.map(character => quote(character)).join('')}，导出的文件里以“？”代替`]
        : []),
    ],
  }
}

const isMemberCell = (tag: string): boolean =>
  tag.startsWith('Item/') && memberFields.some(known => tag.endsWith(`/${known.tag}`))
