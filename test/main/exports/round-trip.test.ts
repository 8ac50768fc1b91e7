import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { save } from '../../../src/main/cadres/cadres.repo'
import { encodeGbk } from '../../../src/main/cadres/gbk'
import { parseLrm } from '../../../src/main/cadres/lrm'
import { parseLrmx } from '../../../src/main/cadres/lrmx'
import { writeLrmx } from '../../../src/main/cadres/lrmx-write'
import { put } from '../../../src/main/photos/photos.repo'
import { Cadre, CadreId } from '../../../src/shared/cadres/cadres'
import type { ImportedCadre, ImportedFields } from '../../../src/shared/cadres/imported'
import { PhotoId } from '../../../src/shared/photos/photos'
import { signedIn, tempFolder } from '../../helpers/harness'
import { dialects, writeDialect } from '../cadres/dialects'
import { person, png } from '../cadres/people'
import { keepPerson } from './people'

const read = (bytes: Uint8Array): ImportedCadre => {
  const answer = parseLrmx(bytes)
  if (!answer.ok) throw new Error(answer.failure.why)
  return answer.value
}

/** A file that named no version bears the editor's when it is written. Everything else comes back as it was. */
const asWritten = (fields: ImportedFields): ImportedFields => ({
  ...fields,
  formVersion: fields.formVersion === '' ? '3.2.1.16' : fields.formVersion,
  unknown: fields.unknown.toSorted((a, b) => (a.tag < b.tag ? -1 : a.tag > b.tag ? 1 : 0)),
})

/** Texts are compared first: they are as good, and thousands of times quicker than looking for the difference. */
function insistSame(back: ImportedCadre, first: ImportedCadre, what: string): void {
  const same =
    JSON.stringify(asWritten(back.fields)) === JSON.stringify(asWritten(first.fields)) &&
    Buffer.from(back.photo?.bytes ?? []).equals(Buffer.from(first.photo?.bytes ?? []))
  if (!same) expect(asWritten(back.fields), what).toEqual(asWritten(first.fields))
  expect(same, what).toBe(true)
}

/** The person in the characters that the dialect has. */
function inDialect(dialect: (typeof dialects)[string], fields: ImportedFields): ImportedFields {
  if (dialect.can?.(fields) ?? true) return fields
  const text = JSON.stringify(fields)
  const plain = encodeGbk(text).lost.reduce((all, lost) => all.replaceAll(lost, '某'), text)
  const fitting = JSON.parse(plain.replaceAll(']]>', '］］')) as ImportedFields
  expect(dialect.can?.(fitting)).toBe(true)
  return fitting
}

const people = fc.sample(person, { seed: 20_301, numRuns: 2000 })

describe('2,000 people: import, export, import', () => {
  test.each(Object.entries(dialects))('%s', (_name, dialect) => {
    for (const [place, fields] of people.entries()) {
      const first = read(writeDialect(dialect, inDialect(dialect, fields), png))
      const back = read(writeLrmx(first.fields, first.photo?.bytes ?? null))
      insistSame(back, first, `person ${place}`)
    }
  })
})

const samples = join(import.meta.dirname, '../../samples/lrmx')
const imported = readdirSync(samples)
  .filter(name => /\.lrmx?$/.test(name))
  .map(name => {
    const bytes = readFileSync(join(samples, name))
    const answer = name.endsWith('.lrm')
      ? parseLrm(bytes, readFileSync(join(samples, name.replace(/lrm$/, 'pic'))))
      : parseLrmx(bytes)
    if (!answer.ok) throw new Error(answer.failure.why)
    return { name, first: answer.value }
  })

test('every sample and 300 people through the store: what the job writes reads back the same', async () => {
  const core = await signedIn('officer')
  const store = core.gatehouse.store
  if (!store) throw new Error('not open')
  const sources = [
    ...imported.map(({ first }) => first),
    ...people.slice(0, 300).map((fields): ImportedCadre => read(writeLrmx(fields, null))),
  ]
  const model = await core.api.cadres.get({ id: await keepPerson(core, { name: '样' }) })
  const ids: CadreId[] = []
  for (const [place, { fields, photo }] of sources.entries()) {
    const id = CadreId.parse(crypto.randomUUID())
    await save(store.root, Cadre.parse({ ...model.cadre, ...fields, id, name: `${place}` }), 1)
    if (photo)
      await put(store.root, id, { ...photo, bytes: new Uint8Array(photo.bytes) }, PhotoId.parse(crypto.randomUUID()))
    ids.push(id)
  }
  const folder = tempFolder()
  core.files.grant('token', folder)
  const { folder: made } = await core.api.exports.lrmx({
    whom: { by: 'ids', ids },
    reason: '核对',
    recipient: '',
    mark: null,
    sensitive: ['idNumber', 'family', 'form.health'],
    namePattern: '{姓名}',
    into: 'folder',
    editor: 'as-imported',
    target: 'token',
  })
  expect(readdirSync(join(folder, made))).toHaveLength(sources.length)
  for (const [place, first] of sources.entries()) {
    const back = read(readFileSync(join(folder, made, `${place}.lrmx`)))
    insistSame(back, { ...first, fields: { ...first.fields, name: `${place}` } }, `person ${place}`)
  }
})

test.each(imported.map(({ name, first }) => [name, first] as const))('%s with its picture', (_name, first) => {
  const back = read(writeLrmx(first.fields, first.photo?.bytes ?? null))
  insistSame(back, first, 'the sample')
  expect(back.warnings).toEqual([])
})
