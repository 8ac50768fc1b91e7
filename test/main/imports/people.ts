import { cpSync, mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { writeLrmx } from '../../../src/main/cadres/lrmx-write'
import { emptyForm } from '../../../src/shared/cadres/cadres'
import type { ImportedFields } from '../../../src/shared/cadres/imported'
import { PartialDate } from '../../../src/shared/dates/partial-date'
import { tempFolder } from '../../helpers/folders'
import { type Core } from '../../helpers/harness'

const samples = join(import.meta.dirname, '../../samples/lrmx')

const nobody: ImportedFields = {
  name: '',
  sex: null,
  birth: null,
  nation: '',
  nativePlace: '',
  birthPlace: '',
  workStart: null,
  partyJoined: null,
  idNumber: '',
  ageLimit: '',
  ageOn: null,
  filledOn: null,
  form: emptyForm,
  resume: [],
  family: [],
  assessments: [],
  rewards: [],
  unknown: [],
  formVersion: '',
}

export const date = (text: string): PartialDate => PartialDate.parse(text)

/** An invented person as a form has them. */
export const person = (
  name: string,
  birth: string | null,
  more: Partial<ImportedFields> & { readonly post?: string } = {},
): ImportedFields => {
  const { post, ...fields } = more
  return {
    ...nobody,
    name,
    birth: birth === null ? null : date(birth),
    ...fields,
    form: { ...emptyForm, ...fields.form, ...(post === undefined ? {} : { currentPost: post }) },
  }
}

/** A 1 × 1 picture of its own for every number. */
export function picture(number: number): Uint8Array {
  const bytes = new Uint8Array(60)
  const view = new DataView(bytes.buffer)
  bytes.set([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13, 0x49, 0x48, 0x44, 0x52])
  view.setUint32(16, 1)
  view.setUint32(20, 1)
  view.setUint32(40, number)
  return bytes
}

/** Writes files below a new folder. A name may have folders before it. */
export function folderWith(files: Readonly<Record<string, Uint8Array | string>>): string {
  const folder = tempFolder()
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(join(folder, name, '..'), { recursive: true })
    writeFileSync(join(folder, name), content)
  }
  return folder
}
export const forms = (people: Readonly<Record<string, ImportedFields>>, photo: Uint8Array | null = null): string =>
  folderWith(Object.fromEntries(Object.entries(people).map(([name, fields]) => [name, writeLrmx(fields, photo)])))

export function sampleForms(): string {
  const folder = tempFolder()
  cpSync(samples, folder, { recursive: true })
  return folder
}

let granted = 0
/** As the shell grants what a person has chosen. */
export function grant(core: Core, ...paths: readonly string[]): { token: string } {
  granted += 1
  const token = `reading-${granted}`
  core.files.grantReading(token, paths)
  return { token }
}

type ListQuestion = Parameters<Core['api']['cadres']['list']>[0]
export const everything = { filter: { state: null, warned: false, text: '' }, offset: 0, limit: 500 } as const
export const list: ListQuestion = {
  filter: { unitId: null, status: [], trashed: false },
  sort: { by: 'name', descending: false },
  offset: 0,
  limit: 500,
}

/** Reads and confirms. */
export async function bringIn(core: Core, ...paths: readonly string[]) {
  const { id } = await core.api.imports.stage(grant(core, ...paths))
  return { id, ...(await core.api.imports.confirm({ batchId: id })) }
}

const staging = ['import_items', 'import_photos', 'import_units'] as const
const orphans = 'photo_bytes WHERE key NOT IN (SELECT bytes_key FROM photos)'
/** How many rows the tables of the staging hold, with pictures that are nobody's. */
export const laidAside = (core: Core): number =>
  [...staging, orphans].reduce((sum, table) => {
    const rows = core.gatehouse.store?.raw.prepare(`SELECT count(*) FROM ${table}`).pluck().get()
    return sum + Number(rows)
  }, 0)
