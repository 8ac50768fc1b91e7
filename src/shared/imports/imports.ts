import * as z from 'zod'
import { Cadre, CadreId } from '../cadres/cadres'
import { SensitiveField } from '../cadres/cadres.contract'
import { type CadreField, cadreFields } from '../cadres/field-labels'
import { ImportWarning } from '../cadres/imported'
import { text } from '../text'
import { UnitId } from '../units/units'

export const BatchId = z.uuid().brand<'BatchId'>()
export type BatchId = z.infer<typeof BatchId>

/** What a person of a batch is to the store. */
export const ItemState = z.enum([
  /** Nobody in the store fits. */
  'new',
  /** One file fits, and something differs. */
  'changed',
  /** One file fits, and nothing differs. */
  'unchanged',
  /** Several files may fit, or one that is not sure: the officer chooses. */
  'undecided',
  /** Another file of the same batch brings this person. */
  'duplicate',
])
export type ItemState = z.infer<typeof ItemState>
/** What confirming does with a person; null while the officer has to choose. */
export const Fate = z.enum(['add', 'merge', 'skip'])
export type Fate = z.infer<typeof Fate>

/**
 * Which differences are taken: usual is everything but what the file leaves empty and the store has; blanks is only what
 * the store leaves empty; everything also empties fields.
 */
export const Taking = z.enum(['usual', 'blanks', 'everything'])
export type Taking = z.infer<typeof Taking>

/** none: neither has one; new: only the file; same; changed: both, and they differ; kept: only the store. */
export const PhotoState = z.enum(['none', 'new', 'same', 'changed', 'kept'])
export type PhotoState = z.infer<typeof PhotoState>

export const ImportItem = z.object({
  /** Place in the batch, from 0: the item's name in every call. */
  place: z.int().min(0),
  name: z.string(),
  sex: Cadre.shape.sex,
  birth: Cadre.shape.birth,
  currentPost: z.string(),
  /** Where it came from, with its folders below the one that was chosen, and inside a package. */
  fileName: z.string(),
  /** As the file or else its folder names it; empty when neither does. */
  unitName: z.string(),
  /** The unit that they will be in, as it is decided now; empty without one. */
  unit: z.string(),
  state: ItemState,
  fate: Fate.nullable(),
  /** The file that it is merged into, or that fits best. */
  match: z.object({ id: CadreId, name: z.string(), unitName: z.string() }).nullable(),
  /** For a duplicate: the place of the item that stands for the person. */
  duplicateOf: z.int().nullable(),
  /** How many differences there are, and how many of them are taken; the photo counts as one. */
  changes: z.int(),
  taken: z.int(),
  photo: PhotoState,
  warnings: z.int(),
})
export type ImportItem = z.infer<typeof ImportItem>

/** One difference as it is shown. Sensitive values are masked until they are revealed. */
export const ImportChange = z.object({
  /** Names the difference in `take`. */
  key: z.int().min(0),
  field: z.enum(cadreFields as [CadreField, ...CadreField[]]),
  kind: z.enum(['value', 'row-added', 'row-removed', 'row-changed']),
  label: z.string(),
  before: z.string(),
  after: z.string(),
  /** Set where the values are masked. */
  masked: SensitiveField.nullable(),
  taken: z.boolean(),
})
export type ImportChange = z.infer<typeof ImportChange>

/** A file of the store that may be this person. */
export const Candidate = z.object({
  id: CadreId,
  name: z.string(),
  birth: Cadre.shape.birth,
  unitName: z.string(),
  currentPost: z.string(),
  trashed: z.boolean(),
  /** Such as 身份证号相同. */
  why: z.string(),
})
export type Candidate = z.infer<typeof Candidate>

export const ImportDetail = z.object({
  item: ImportItem,
  /** Against the file that it is merged into; against an empty one for a new person. */
  changes: z.array(ImportChange),
  taking: Taking.nullable(),
  photoTaken: z.boolean(),
  warnings: z.array(ImportWarning),
  candidates: z.array(Candidate),
})
export type ImportDetail = z.infer<typeof ImportDetail>

export const ImportSummary = z.object({
  id: BatchId,
  stagedAt: z.iso.datetime(),
  /** What was chosen, such as “任免表 等 3 个文件”. */
  source: z.string(),
  files: z.int(),
  people: z.int(),
  /** Files in the folders that are of no kind to import. */
  ignored: z.int(),
  counts: z.record(ItemState, z.int()),
  /** Files that could not be read, and people with a warning. */
  unreadable: z.int(),
  /** Files that were read and have something to look at. */
  noted: z.int(),
  /** Sheets whose columns have to be matched first. */
  sheets: z.int(),
  warned: z.int(),
  /** What confirming would do now. */
  willAdd: z.int(),
  willChange: z.int(),
  /** New people who would come without a unit. */
  unplaced: z.int(),
  /** Why it cannot be confirmed yet, as the greyed button shows; null when it can. */
  blocked: z.string().nullable(),
})
export type ImportSummary = z.infer<typeof ImportSummary>

export const ReadFile = z.object({
  place: z.int().min(0),
  name: z.string(),
  bytes: z.int(),
  people: z.int(),
  /** The whole sentence: name, line, why, what to do; null when it was read. */
  failure: z.string().nullable(),
  warnings: z.array(ImportWarning),
})
export type ReadFile = z.infer<typeof ReadFile>

export const UnitChoice = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('unit'), unitId: UnitId }),
  z.object({ kind: z.literal('create'), parentId: UnitId, name: text(60).min(1) }),
  /** New people come without a unit, others keep theirs. */
  z.object({ kind: z.literal('none') }),
])
export type UnitChoice = z.infer<typeof UnitChoice>

/** A unit's name as the files or their folders have it. The empty name stands for people whose file names none. */
export const FoundUnit = z.object({ name: z.string(), people: z.int(), to: UnitChoice })
export type FoundUnit = z.infer<typeof FoundUnit>

/** People without a unit whose post begins with a unit's name. */
export const UnitSuggestion = z.object({ unitId: UnitId, people: z.int(), posts: z.array(z.string()) })
export type UnitSuggestion = z.infer<typeof UnitSuggestion>

const ImportState = z.enum(['staged', 'confirmed', 'undone'])
export const PastImport = z.object({
  id: BatchId,
  state: ImportState,
  /** When it was confirmed; while it is staged, when it was read. */
  at: z.iso.datetime(),
  byName: z.string(),
  /** Whether the caller staged it: a staged batch is its owner's alone. */
  isOwn: z.boolean(),
  source: z.string(),
  files: z.int(),
  added: z.int(),
  changed: z.int(),
  /** Files that could not be read. */
  unreadable: z.int(),
  undoneAt: z.iso.datetime().nullable(),
})
export type PastImport = z.infer<typeof PastImport>

/** What stands in the way of undoing a batch. */
export const UndoCheck = z.object({
  people: z.int(),
  /** People whose file was changed since, the first 200; nothing can be undone while there are any. */
  changedSince: z.array(z.object({ id: CadreId, name: z.string() })),
  blocked: z.string().nullable(),
})
export type UndoCheck = z.infer<typeof UndoCheck>
