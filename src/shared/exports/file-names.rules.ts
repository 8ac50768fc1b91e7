import { type PartialDate, showDate } from '../dates/partial-date'

/** What a file's name can be made of. The pattern itself holds no personal data and stands in the register. */
export const nameParts = ['姓名', '身份证号', '身份证号后四位', '出生年月', '单位', '现任职务', '序号'] as const
export type NamePart = (typeof nameParts)[number]

export interface NameFacts {
  readonly name: string
  readonly idNumber: string
  readonly birth: PartialDate | null
  readonly unitName: string
  readonly post: string
  /** From 1, and how many there are: 序号 is written with as many digits as the last has. */
  readonly place: number
  readonly of: number
}

export const usualPattern = '{姓名}'

/** The parts that a pattern names. */
export const partsOf = (pattern: string): NamePart[] => nameParts.filter(part => pattern.includes(`{${part}}`))

/** Whether names made by a pattern tell of an ID number, which must have been asked for. */
export const namesIdNumber = (pattern: string): boolean => partsOf(pattern).some(part => part.startsWith('身份证号'))

function valueOf(part: NamePart, facts: NameFacts): string {
  switch (part) {
    case '姓名':
      return facts.name.replaceAll(/\s/g, '')
    case '身份证号':
      return facts.idNumber
    case '身份证号后四位':
      return facts.idNumber.slice(-4)
    case '出生年月':
      return facts.birth ? showDate(facts.birth) : ''
    case '单位':
      return facts.unitName
    case '现任职务':
      return facts.post
    case '序号':
      return String(facts.place).padStart(Math.max(String(facts.of).length, 2), '0')
  }
}

/** Windows refuses these in names; what reads the same takes their place. */
const instead: Readonly<Record<string, string>> = {
  '<': '＜',
  '>': '＞',
  ':': '：',
  '"': '”',
  '/': '／',
  '\\': '＼',
  '|': '｜',
  '?': '？',
  '*': '＊',
}
/** Names of devices, with any ending. */
const device = /^(con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³])(?=\.|$)/i

/** The longest base name, leaving room for an ending and a number: names end at 255 units on Windows and 255 bytes on Linux. */
const MOST_UNITS = 100
const MOST_BYTES = 200

const bytesOf = (text: string): number => {
  let bytes = 0
  for (const character of text) {
    const code = character.codePointAt(0) ?? 0
    bytes += code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4
  }
  return bytes
}

function cutName(text: string): string {
  let cut = ''
  for (const character of text) {
    if (cut.length + character.length > MOST_UNITS || bytesOf(cut) + bytesOf(character) > MOST_BYTES) break
    cut += character
  }
  return cut
}

/** A name that every system takes and that reads as it was written. Invisible characters, which could turn its order round, go. */
export function safeName(text: string): string {
  const plain = text
    .normalize('NFC')
    .replaceAll(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}\uFFFE\uFFFF]/gu, '')
    .replaceAll(/[<>:"/\\|?*]/g, character => instead[character] ?? '')
  const trimmed = cutName(plain.replaceAll(/\s+/g, ' ').trim())
    .replace(/[. ]+$/, '')
    .replace(/^\.+/, '')
  if (trimmed === '') return '未命名'
  return device.test(trimmed) ? `_${trimmed}` : trimmed
}

/** The base name of one person's file, without its ending. A part that is empty takes its separators with it. */
export function nameOf(pattern: string, facts: NameFacts): string {
  const filled = pattern.replaceAll(/\{([^{}]*)\}/g, (whole, part: string) =>
    (nameParts as readonly string[]).includes(part) ? valueOf(part as NamePart, facts) : whole,
  )
  return safeName(filled.replaceAll(/([-_ ])\1+/g, '$1').replaceAll(/^[-_ ]+|[-_ ]+$/g, ''))
}

/** Gives each file a name of its own; systems that take 王芳 and 王芳 in another case for the same are thought of. */
export function createNames(ending: string) {
  const taken = new Set<string>()
  return (base: string): string => {
    for (let n = 1; ; n += 1) {
      const name = `${base}${n === 1 ? '' : `（${n}）`}${ending}`
      const key = name.toLowerCase()
      if (taken.has(key)) continue
      taken.add(key)
      return name
    }
  }
}
