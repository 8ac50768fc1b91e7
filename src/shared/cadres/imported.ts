import * as z from 'zod'
import { Photo } from '../photos/photos'
import { Cadre } from './cadres'
import { type CadreField, cadreFields } from './field-labels'

/** What a file of the 任免审批表 can bring of a cadre. */
export const ImportedFields = Cadre.pick({
  name: true,
  sex: true,
  birth: true,
  nation: true,
  nativePlace: true,
  birthPlace: true,
  workStart: true,
  partyJoined: true,
  idNumber: true,
  ageLimit: true,
  ageOn: true,
  filledOn: true,
  form: true,
  resume: true,
  family: true,
  assessments: true,
  rewards: true,
  unknown: true,
  formVersion: true,
})
export type ImportedFields = z.infer<typeof ImportedFields>

/** What only the national system's exchange package and rosters bring beside the form: information sets whole, so that a missing one changes nothing. */
export const ImportedDetails = Cadre.pick({
  phone: true,
  partyFull: true,
  currentPostSince: true,
  personCategory: true,
  managedBy: true,
  postLevel: true,
  postLevelSince: true,
  rank: true,
  rankSince: true,
  wageGrade: true,
  staffing: true,
  status: true,
  posts: true,
  education: true,
  training: true,
  punishments: true,
}).partial()
export type ImportedDetails = z.infer<typeof ImportedDetails>

/** Something that the person should look at: the import goes on. `line` is the file's, from 1. */
export const ImportWarning = z.object({ line: z.int().min(1).nullable(), text: z.string().max(2000) })
export type ImportWarning = z.infer<typeof ImportWarning>

export const ImportedPhoto = Photo.extend({
  width: z.int().min(1),
  height: z.int().min(1),
})
export type ImportedPhoto = z.infer<typeof ImportedPhoto>

export const ImportedCadre = z.object({
  fields: ImportedFields,
  details: ImportedDetails,
  /** The unit's name as the package has it; empty when the file names none. */
  unitName: z.string().max(200),
  photo: ImportedPhoto.nullable(),
  warnings: z.array(ImportWarning).max(500),
  /** The fields that a roster has a column for: nothing is said of the others. Without it the file is a whole form. */
  only: z
    .array(z.enum(cadreFields as [CadreField, ...CadreField[]]))
    .max(120)
    .optional(),
})
export type ImportedCadre = z.infer<typeof ImportedCadre>

/** Everything that one file brought: one person, or all of an exchange package. */
export const ImportedFile = z.object({
  people: z.array(ImportedCadre).min(1).max(20_000),
  /** What concerns the file as a whole, such as people in it that could not be read. */
  warnings: z.array(ImportWarning).max(500),
})
export type ImportedFile = z.infer<typeof ImportedFile>

export const ImportFailureCode = z.enum([
  /** Not a format that can be read, or not the one its name says. */
  'wrong-kind',
  'empty',
  'damaged',
  'encoding',
  'too-large',
  /** What no honest file holds: a DTD, thousands of levels, a path out of the package. */
  'unsafe',
  'encrypted',
  /** No name: it cannot be kept. */
  'no-person',
  'took-too-long',
  'reader-ended',
  /** The disk, another program or a missing right kept it from being read. */
  'not-readable',
])
export type ImportFailureCode = z.infer<typeof ImportFailureCode>

export const ImportFailure = z.object({
  code: ImportFailureCode,
  line: z.int().min(1).nullable(),
  /** What is wrong and what to do, without the file's name. */
  why: z.string().max(600),
})
export type ImportFailure = z.infer<typeof ImportFailure>

/** Either what the file holds, or why it was refused as a whole. */
export type Parsed<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly failure: ImportFailure }

export const parsed = <T>(value: T): Parsed<T> => ({ ok: true, value })
export const failed = (
  code: ImportFailureCode,
  why: string,
  line: number | null = null,
): { ok: false; failure: ImportFailure } => ({
  ok: false,
  failure: { code, line, why: why.slice(0, 600) },
})

/** The whole sentence for the person. */
export const describeFailure = (fileName: string, { line, why }: ImportFailure): string =>
  `“${fileName}”${line === null ? '' : `第 ${line} 行`}：${why}`

/** Long text from a file, quoted so that a message stays readable. */
export const quote = (text: string, most = 40): string => {
  const characters = [
    ...text
      .slice(0, most * 4)
      .replaceAll(/\s+/g, ' ')
      .trim(),
  ]
  return `“${characters.length > most ? `${characters.slice(0, most).join('')}…` : characters.join('')}”`
}
