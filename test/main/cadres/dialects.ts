import { formFields, laterFields } from '../../../src/main/cadres/form-fields'
import { encodeGbk } from '../../../src/main/cadres/gbk'
import { memberTexts, textOf } from '../../../src/main/cadres/lrmx-write'
import type { ImportedFields } from '../../../src/shared/cadres/imported'

/** How one of the programs in formats §1.7 writes. Everything not named is the plainest way. */
interface Dialect {
  readonly bom?: true
  readonly declaration?: string
  readonly lineEnd?: '\r\n' | '\n'
  readonly empty?: 'editor' | 'omitted' | 'selfclosed'
  readonly text?: (text: string) => string
  readonly familyAfter?: string
  readonly version?: string | null
  readonly date?: (digits: string) => string
  readonly party?: (text: string) => string
  readonly nothing?: string
  readonly name?: (text: string) => string
  readonly order?: (lines: string[]) => string[]
  readonly encode?: (text: string) => Uint8Array
  readonly root?: string
  readonly end?: string
  /** What the dialect itself changes or loses. */
  readonly keeps?: (fields: ImportedFields) => ImportedFields
  /** People that the dialect cannot write at all. */
  readonly can?: (fields: ImportedFields) => boolean
}

const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
const cdata = (text: string): string => `<![CDATA[${text.replaceAll(']]>', ']]]]><![CDATA[>')}]]>`
const numeric = (text: string): string =>
  [...text]
    .map(character => (/[\n ]/.test(character) ? character : `&#x${character.codePointAt(0)?.toString(16)};`))
    .join('')
const dotted = (digits: string): string =>
  digits.replace(/^(\d{4})(\d{2})(\d{2})?$/, (_all, year, month, day) => [year, month, day].filter(Boolean).join('.'))
const declaration = '<?xml version="1.0" encoding="utf-8"?>'
const utf8 = (text: string): Uint8Array => Buffer.from(text, 'utf8')
const utf16 = (text: string): Uint8Array => Buffer.from(`\uFEFF${text}`, 'utf16le')
const displayed = (text: string): string =>
  /\d/.test(text) || !text.includes('；') ? text.replace(/^\d+/, dotted) : `(${text.replaceAll('；', '、')})`
const isGbk = (fields: ImportedFields): boolean => encodeGbk(JSON.stringify(fields)).lost.length === 0

export const dialects: Readonly<Record<string, Dialect>> = {
  'S1 综合干部系统': {
    declaration,
    empty: 'omitted',
    familyAfter: 'ShenFenZheng',
    version: null,
    nothing: '(无)',
    party: displayed,
    keeps: fields => ({ ...fields, formVersion: '' }),
  },
  'S2 rmb_helper': {
    declaration,
    empty: 'selfclosed',
    version: '2.0',
    keeps: fields => ({ ...fields, formVersion: '2.0' }),
  },
  'S3 ImgLocation': {
    declaration,
    root: '<Person xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">',
    party: dotted,
    date: dotted,
  },
  'S4 wdy': { declaration, text: text => escaped(text).replaceAll('\n', '<br>') },
  'S4 escaped break': { declaration, text: text => escaped(text).replaceAll('\n', '&lt;br/&gt;') },
  'S5 owip': {
    declaration,
    lineEnd: '\r\n',
    version: '3.2.1.6',
    keeps: fields => ({ ...fields, formVersion: '3.2.1.6' }),
  },
  'S6 乐陵': { declaration, version: '3.2.1.16', keeps: fields => ({ ...fields, formVersion: '3.2.1.16' }) },
  'S7 宏景': {
    text: cdata,
    version: '',
    keeps: fields => ({ ...fields, formVersion: '' }),
  },
  'S8 docx': {
    declaration,
    lineEnd: '\r\n',
    text: text => escaped(text.replaceAll('<', '[').replaceAll('>', ']')),
    keeps: fields => JSON.parse(JSON.stringify(fields).replaceAll('<', '[').replaceAll('>', ']')) as ImportedFields,
  },
  'genuine editor': {
    bom: true,
    declaration,
    empty: 'editor',
    name: text => (/^\p{Script=Han}{2}$/u.test(text) ? [...text].join('  ') : text),
  },
  'CDATA with a label': { bom: true, declaration, text: cdata },
  'numeric references': { declaration, text: numeric },
  'GBK that calls itself utf-8': { declaration, encode: text => encodeGbk(text).bytes, can: isGbk },
  'GBK by its own name': {
    declaration: '<?xml version="1.0" encoding="GB2312"?>',
    encode: text => encodeGbk(text).bytes,
    can: isGbk,
  },
  'utf-8 that calls itself GBK': { declaration: '<?xml version="1.0" encoding="gbk"?>' },
  'UTF-16': { declaration: '<?xml version="1.0" encoding="utf-16"?>', encode: utf16 },
  'dates with blanks and vertical tabs': {
    declaration,
    date: digits => `\v ${dotted(digits).replaceAll('.', '-')}　\n`,
  },
  'lines ended by vertical tabs': { declaration, text: text => escaped(text).replaceAll('\n', '\v') },
  'references to vertical tabs': { declaration, text: text => escaped(text).replaceAll('\n', '&#11;') },
  'any order': { declaration, order: lines => lines.toReversed() },
  'zeros and a line after the end': { declaration, end: '\0\0\n' },
  'stray & and <': {
    declaration,
    text: text => text.replaceAll(']]>', ']]&gt;'),
  },
  'stray & and words after the end': {
    declaration,
    text: text => text,
    end: '\n导出完毕',
    can: fields => !/\]\]>/.test(JSON.stringify(fields)),
  },
}

/** The file that a program of this dialect would write of the person. */
export function writeDialect(dialect: Dialect, fields: ImportedFields, photo: Uint8Array | null): Uint8Array {
  const text = dialect.text ?? escaped
  const date = dialect.date ?? (digits => digits)
  const element = (tag: string, value: string): string[] => {
    if (value !== '') return [`<${tag}>${value}</${tag}>`]
    if (dialect.empty === 'omitted') return []
    return [
      dialect.empty === 'selfclosed'
        ? `<${tag} />`
        : dialect.empty === 'editor'
          ? `<${tag}>\n  </${tag}>`
          : `<${tag}></${tag}>`,
    ]
  }
  const member = (each: ImportedFields['family'][number]): string =>
    `<Item>${memberTexts(each, fields)
      .flatMap(([tag, value]) => element(tag, tag === 'ChuShengRiQi' && each.birth ? date(value) : text(value)))
      .join('')}</Item>`
  const family = `<JiaTingChengYuan>${fields.family.map(member).join('\n')}</JiaTingChengYuan>`
  const lineOf = (tag: string): string[] => {
    const field = [...formFields, ...laterFields].find(each => each.tag === tag)
    if (field?.kind === 'family') return dialect.familyAfter ? [] : [family]
    if (field?.kind === 'photo')
      return element(tag, photo ? Buffer.from(photo).toString('base64').replaceAll(/.{76}/g, '$&\n') : '')
    const value = field ? textOf(field, fields) : ''
    if (tag === 'Version' && dialect.version !== undefined)
      return dialect.version === null ? [] : element(tag, dialect.version)
    if (tag === 'RuDangShiJian') return element(tag, text((dialect.party ?? (same => same))(value)))
    if (tag === 'XingMing' && dialect.name) return element(tag, text(dialect.name(value)))
    if (field?.kind === 'date') return element(tag, value === '' ? '' : date(value))
    return element(tag, text(value === '无' && dialect.nothing ? dialect.nothing : value))
  }
  const body = [...formFields, ...laterFields].flatMap(({ tag }) => [
    ...lineOf(tag),
    ...(dialect.familyAfter === tag ? [family] : []),
  ])
  const extras = fields.unknown.map(({ tag, text: value }) => `<${tag}>${text(value)}</${tag}>`)
  const ordered = (dialect.order ?? (lines => lines))([...body, ...extras])
  const whole = [
    ...(dialect.declaration ? [dialect.declaration] : []),
    dialect.root ?? '<Person>',
    ...ordered,
    '</Person>',
  ]
  const joined = whole.join('\n').replaceAll('\n', dialect.lineEnd ?? '\n') + (dialect.end ?? '')
  return (dialect.encode ?? utf8)(dialect.bom ? `\uFEFF${joined}` : joined)
}
