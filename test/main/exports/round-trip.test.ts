import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { encodeGbk } from '../../../src/main/cadres/gbk'
import { parseLrm } from '../../../src/main/cadres/lrm'
import { parseLrmx } from '../../../src/main/cadres/lrmx'
import { writeLrmx } from '../../../src/main/cadres/lrmx-write'
import type { ImportedCadre, ImportedFields } from '../../../src/shared/cadres/imported'
import { tempFolder } from '../../helpers/folders'
import { signedIn } from '../../helpers/harness'
import { dialects, writeDialect } from '../cadres/dialects'
import { person, png } from '../cadres/people'
import { bringIn, date, everything, grant, picture, sampleForms } from '../imports/people'

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

const everyone = {
  by: 'list' as const,
  filter: { unitId: null, status: [], trashed: false },
  sort: { by: 'unit' as const, descending: false },
}

test('samples and 300 people through the whole application: nothing differs when what was exported is read again', async () => {
  const core = await signedIn('officer')
  const folder = sampleForms()
  // Each is somebody: name and birth say who, so that the second reading knows whom to compare with.
  const distinct = people.slice(0, 300).map((fields, place) => ({
    ...fields,
    name: `${fields.name}${place}`,
    birth: date(`${1950 + (place % 50)}-05-07`),
    idNumber: '',
  }))
  for (const [place, fields] of distinct.entries())
    writeFileSync(join(folder, `人${place}.lrmx`), writeLrmx(fields, place % 3 === 0 ? picture(place) : null))
  const { added } = await bringIn(core, folder)
  expect(added).toBe(imported.length + distinct.length)

  const out = tempFolder()
  core.files.grant('token', out)
  const { folder: made, entry } = await core.api.exports.lrmx({
    whom: everyone,
    reason: '核对',
    recipient: '',
    mark: null,
    sensitive: ['idNumber', 'family', 'form.health'],
    namePattern: '{姓名}',
    into: 'folder',
    editor: 'as-imported',
    target: 'token',
  })
  expect([entry.written, readdirSync(join(out, made)).length]).toEqual([added, added])
  const again = await core.api.imports.stage(grant(core, join(out, made)))
  const { rows } = await core.api.imports.items({ batchId: again.id, ...everything })
  // Only what came from a format without a version bears one now; nothing else differs, in 316 files.
  const differing = rows.filter(({ state }) => state !== 'unchanged')
  for (const { place } of differing) {
    const { changes } = await core.api.imports.item({ batchId: again.id, place })
    expect(changes).toMatchObject([{ field: 'formVersion', after: '3.2.1.16' }])
  }
  const versionless = imported
    .filter(({ first }) => first.fields.formVersion === '')
    .map(({ first }) => first.fields.name)
  expect(differing.map(({ name }) => name).toSorted()).toEqual(versionless.toSorted())
  expect(again).toMatchObject({ people: added, unreadable: 0 })
  core.close()
}, 60_000)

test.each(imported.map(({ name, first }) => [name, first] as const))('%s with its picture', (_name, first) => {
  const back = read(writeLrmx(first.fields, first.photo?.bytes ?? null))
  insistSame(back, first, 'the sample')
  expect(back.warnings).toEqual([])
})
