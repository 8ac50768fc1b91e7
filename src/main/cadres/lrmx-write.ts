import type { FamilyMember } from '../../shared/cadres/cadres'
import type { ImportedFields } from '../../shared/cadres/imported'
import { digitsOf } from '../../shared/dates/partial-date'
import { type FormField, findField, formFields, laterFields, type MemberTag, memberFields } from './form-fields'
import { memberTag } from './form-record'
import { cleanText, cut, longestOf, longestOfMember, readDate, readSex } from './form-values'
import { withoutForbidden } from './xml-repair'

/** Which editor a file is written for: the one it came from, or one that the person names. */
export type LrmxEditor = 'as-imported' | '3' | '4'

/**
 * What a `.lrmx` bears of a version when the one it came with is not of the editor. 3.2.1.16 is the newest seen that
 * programs accept; no file of the editor's version 4 was ever seen, so its number is inferred. Source: formats §1.2, §1.7.
 */
const usualVersion = { '3': '3.2.1.16', '4': '4.0.0.0' } as const

function versionOf(version: string, editor: LrmxEditor): string {
  if (editor === 'as-imported') return version === '' ? usualVersion['3'] : version
  return version.startsWith(`${editor}.`) ? version : usualVersion[editor]
}

/** The field's value as text, without what was kept aside. */
function valueOf(field: FormField, fields: ImportedFields): string {
  if (field.kind === 'text') return field.of === 'form' ? fields.form[field.key] : fields[field.key]
  if (field.kind === 'sex') return fields.sex ?? ''
  const date = field.kind === 'date' ? fields[field.key] : null
  return date ? digitsOf(date) : ''
}

/** What a text of this field would be read as. */
function readingOf(field: FormField, text: string): string {
  if (field.kind === 'text') return cut(cleanText(field, text), longestOf(field))
  if (field.kind === 'sex') return readSex(text) ?? ''
  const date = field.kind === 'date' ? readDate(text) : undefined
  return date ? digitsOf(date) : ''
}

/**
 * The text of a field as the file should have it. What could not be held as it was written stands again as it was, for
 * as long as nobody has changed the field since.
 */
export function textOf(field: FormField, fields: ImportedFields): string {
  const value = valueOf(field, fields)
  const kept = fields.unknown.find(({ tag }) => tag === field.tag)?.text
  return kept !== undefined && readingOf(field, kept) === value ? kept : value
}

/** One member's cells by their tags. A cell that was too long stands as it was while nobody has changed it. */
export function memberTexts(member: FamilyMember, fields: ImportedFields): [tag: MemberTag, text: string][] {
  return memberFields.map(({ tag, key }) => {
    const place = key === 'birth' ? 'birthText' : key
    const value = key === 'birth' && member.birth ? digitsOf(member.birth) : member[place]
    const kept = fields.unknown.find(other => other.tag === memberTag(member.name, tag))?.text
    return [tag, kept !== undefined && cut(kept, longestOfMember(place)) === value ? kept : value]
  })
}

const escaped = (text: string): string =>
  withoutForbidden(text)
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll(/\r\n?|\n/g, '\r\n')

/** An empty element as the editor writes it: its end stands on a line of its own. */
const element = (indent: string, tag: string, text: string): string =>
  text === '' ? `${indent}<${tag}>\r\n${indent}</${tag}>` : `${indent}<${tag}>${escaped(text)}</${tag}>`
const container = (indent: string, tag: string, lines: readonly string[]): string =>
  lines.length === 0 ? element(indent, tag, '') : [`${indent}<${tag}>`, ...lines, `${indent}</${tag}>`].join('\r\n')

interface Extra {
  readonly path: readonly string[]
  readonly text: string
}
const isName = (name: string): boolean => /^[A-Za-z_\p{L}][\w.\-\p{L}]*$/u.test(name)

/** Elements that no field knows, nested as they were. */
function extraLines(extras: readonly Extra[], indent: string): string[] {
  const tags = [...new Set(extras.map(({ path }) => path[0] ?? ''))]
  return tags.flatMap(tag => {
    const group = extras.filter(({ path }) => path[0] === tag)
    const inner = group.filter(({ path }) => path.length > 1).map(({ path, text }) => ({ path: path.slice(1), text }))
    if (inner.length > 0) return [container(indent, tag, extraLines(inner, `${indent}  `))]
    return group.map(({ text }) => element(indent, tag, text))
  })
}

function familyLines(fields: ImportedFields): string[] {
  const seen = new Set<string>()
  return fields.family.map(member => {
    const cells = memberTexts(member, fields).map(([tag, text]) => element('      ', tag, text))
    const prefix = memberTag(member.name, '')
    const others = fields.unknown
      .filter(({ tag }) => tag.startsWith(prefix))
      .map(({ tag, text }) => ({ tag: tag.slice(prefix.length), text }))
    const mine = seen.has(member.name)
      ? []
      : others.filter(({ tag }) => isName(tag) && !memberFields.some(known => known.tag === tag))
    seen.add(member.name)
    return container('    ', 'Item', [...cells, ...mine.map(({ tag, text }) => element('      ', tag, text))])
  })
}

/**
 * Writes a `.lrmx` that the official editor opens: a mark, the declaration, all 34 elements in its order, digits alone in
 * dates, lines ended by CRLF; what this version does not know goes back after them. Elements of the editor's version 4
 * stand when they are filled, always when written for it, and never when written for version 3.
 */
export function writeLrmx(
  fields: ImportedFields,
  photo: Uint8Array | null,
  editor: LrmxEditor = 'as-imported',
): Uint8Array {
  const lineOf = (field: FormField): string => {
    if (field.kind === 'family') return container('  ', field.tag, familyLines(fields))
    if (field.kind === 'photo') return element('  ', field.tag, photo ? Buffer.from(photo).toString('base64') : '')
    const text = textOf(field, fields)
    return element('  ', field.tag, field.tag === 'Version' ? versionOf(text, editor) : text)
  }
  const extras = fields.unknown
    .map(({ tag, text }) => ({ path: tag.split('/'), text }))
    .filter(({ path }) => path[0] !== 'Item' && !findField(path[0] ?? '') && path.every(isName))
  const lines = [
    '<?xml version="1.0" encoding="utf-8"?>',
    '<Person>',
    ...formFields.map(lineOf),
    ...laterFields.filter(field => editor === '4' || (editor !== '3' && textOf(field, fields) !== '')).map(lineOf),
    ...extraLines(extras, '  '),
    '</Person>',
  ]
  return new TextEncoder().encode(`\uFEFF${lines.join('\r\n')}`)
}
