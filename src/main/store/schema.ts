import type { Kysely } from 'kysely'
import {
  type AccountsTable,
  accountsColumns,
  type PasswordHistoryTable,
  type ProposalsTable,
  passwordHistoryColumns,
  proposalsColumns,
} from '../accounts/accounts.table'
import {
  type AttachmentContentsTable,
  type AttachmentPartsTable,
  type AttachmentsTable,
  attachmentContentsColumns,
  attachmentPartsColumns,
  attachmentsColumns,
} from '../attachments/attachments.table'
import {
  type AuditCheckpointsTable,
  type AuditEpochsTable,
  type AuditHeadTable,
  type AuditLinesTable,
  auditCheckpointsColumns,
  auditEpochsColumns,
  auditHeadColumns,
  auditLinesColumns,
} from '../audit/audit.table'
import {
  type CadreChangesTable,
  type CadreFilesTable,
  type CadrePostsTable,
  type CadreSearchTable,
  type CadresTable,
  cadreChangesColumns,
  cadreFilesColumns,
  cadrePostsColumns,
  cadresColumns,
} from '../cadres/cadres.table'
import {
  type CadreEventsTable,
  type CadreFactsTable,
  cadreEventsColumns,
  cadreFactsColumns,
} from '../cadres/facts.table'
import {
  type CadreChecksTable,
  type CadreFindingsTable,
  cadreChecksColumns,
  cadreFindingsColumns,
  type FindingDismissalsTable,
  findingDismissalsColumns,
} from '../checks/checks.table'
import { type PaperTemplatesTable, paperTemplatesColumns } from '../documents/documents.table'
import { type DraftsTable, draftsColumns } from '../drafts/drafts.table'
import {
  type DuplicateDismissalsTable,
  duplicateDismissalsColumns,
  type MergesTable,
  mergesColumns,
} from '../duplicates/duplicates.table'
import { type ExportsTable, exportsColumns } from '../exports/exports.table'
import {
  type ImportBatchesTable,
  type ImportFilesTable,
  type ImportItemsTable,
  type ImportPhotosTable,
  type ImportSheetsTable,
  type ImportUnitsTable,
  importBatchesColumns,
  importFilesColumns,
  importItemsColumns,
  importPhotosColumns,
  importSheetsColumns,
  importUnitsColumns,
  type RosterColumnsTable,
  rosterColumnsColumns,
} from '../imports/imports.table'
import {
  type InterviewAddendaTable,
  type InterviewConfirmationsTable,
  type InterviewKindsTable,
  type InterviewNotesTable,
  type InterviewPeopleTable,
  type InterviewRoundsTable,
  type InterviewSearchTable,
  type InterviewsTable,
  type InterviewTalkersTable,
  type InterviewWaiversTable,
  interviewAddendaColumns,
  interviewConfirmationsColumns,
  interviewKindsColumns,
  interviewNotesColumns,
  interviewPeopleColumns,
  interviewRoundsColumns,
  interviewsColumns,
  interviewTalkersColumns,
  interviewWaiversColumns,
} from '../interviews/interviews.table'
import { type MeasuresTable, measuresColumns } from '../measures/measures.table'
import { type PhotoBytesTable, type PhotosTable, photoBytesColumns, photosColumns } from '../photos/photos.table'
import { type PoliciesTable, policiesColumns } from '../policy/policy.table'
import { type UnitFactsTable, type UnitPostsTable, unitFactsColumns, unitPostsColumns } from '../posts/posts.table'
import {
  type PromiseStepsTable,
  type PromisesTable,
  promiseStepsColumns,
  promisesColumns,
} from '../promises/promises.table'
import { type QueriesTable, queriesColumns } from '../queries/queries.table'
import { type InterviewScansTable, interviewScansColumns } from '../scans/scans.table'
import { type StoreInfoTable, storeInfoColumns } from '../session/session.table'
import {
  type SoundPiecesTable,
  type SoundRecordingsTable,
  soundPiecesColumns,
  soundRecordingsColumns,
} from '../sound/sound.table'
import { type TalkQuestionsTable, talkQuestionsColumns } from '../talk-questions/talk-questions.table'
import {
  type TalkOccasionsTable,
  type TalkRulesTable,
  type TalkWaiversTable,
  talkOccasionsColumns,
  talkRulesColumns,
  talkWaiversColumns,
} from '../talk-rules/talk-rules.table'
import { type UnitsTable, unitsColumns } from '../units/units.table'

export interface Tables {
  storeInfo: StoreInfoTable
  policies: PoliciesTable
  accounts: AccountsTable
  passwordHistory: PasswordHistoryTable
  proposals: ProposalsTable
  units: UnitsTable
  drafts: DraftsTable
  auditLines: AuditLinesTable
  auditHead: AuditHeadTable
  auditEpochs: AuditEpochsTable
  auditCheckpoints: AuditCheckpointsTable
  cadres: CadresTable
  cadreFiles: CadreFilesTable
  cadreFacts: CadreFactsTable
  cadreEvents: CadreEventsTable
  cadreChanges: CadreChangesTable
  photos: PhotosTable
  attachments: AttachmentsTable
  attachmentContents: AttachmentContentsTable
  attachmentParts: AttachmentPartsTable
  photoBytes: PhotoBytesTable
  merges: MergesTable
  duplicateDismissals: DuplicateDismissalsTable
  cadreSearch: CadreSearchTable
  cadreChecks: CadreChecksTable
  cadreFindings: CadreFindingsTable
  findingDismissals: FindingDismissalsTable
  importBatches: ImportBatchesTable
  importFiles: ImportFilesTable
  importItems: ImportItemsTable
  importPhotos: ImportPhotosTable
  importSheets: ImportSheetsTable
  importUnits: ImportUnitsTable
  rosterColumns: RosterColumnsTable
  queries: QueriesTable
  exports: ExportsTable
  cadrePosts: CadrePostsTable
  unitFacts: UnitFactsTable
  unitPosts: UnitPostsTable
  interviewKinds: InterviewKindsTable
  interviewRounds: InterviewRoundsTable
  interviews: InterviewsTable
  interviewTalkers: InterviewTalkersTable
  interviewPeople: InterviewPeopleTable
  interviewNotes: InterviewNotesTable
  interviewConfirmations: InterviewConfirmationsTable
  interviewAddenda: InterviewAddendaTable
  interviewWaivers: InterviewWaiversTable
  interviewSearch: InterviewSearchTable
  interviewScans: InterviewScansTable
  paperTemplates: PaperTemplatesTable
  measures: MeasuresTable
  promises: PromisesTable
  promiseSteps: PromiseStepsTable
  soundRecordings: SoundRecordingsTable
  soundPieces: SoundPiecesTable
  talkQuestions: TalkQuestionsTable
  talkRules: TalkRulesTable
  talkWaivers: TalkWaiversTable
  talkOccasions: TalkOccasionsTable
}

/** What repositories ask for. A query handler holds only `Reads`; a command handler holds a transaction. */
export type Reads = Pick<Kysely<Tables>, 'selectFrom' | 'selectNoFrom'>
export type Writes = Reads & Pick<Kysely<Tables>, 'insertInto' | 'updateTable' | 'deleteFrom' | 'executeQuery'>
export type Root = Kysely<Tables>

/** Compared with the migrated store by a test; search indexes are virtual tables of their own kind. */
export const declaredColumns: Record<
  Exclude<keyof Tables, 'cadreSearch' | 'interviewSearch'>,
  Record<string, string>
> = {
  storeInfo: storeInfoColumns,
  policies: policiesColumns,
  accounts: accountsColumns,
  passwordHistory: passwordHistoryColumns,
  proposals: proposalsColumns,
  units: unitsColumns,
  drafts: draftsColumns,
  auditLines: auditLinesColumns,
  auditHead: auditHeadColumns,
  auditEpochs: auditEpochsColumns,
  auditCheckpoints: auditCheckpointsColumns,
  cadres: cadresColumns,
  cadreFiles: cadreFilesColumns,
  cadreFacts: cadreFactsColumns,
  cadreEvents: cadreEventsColumns,
  cadreChanges: cadreChangesColumns,
  queries: queriesColumns,
  photos: photosColumns,
  attachments: attachmentsColumns,
  attachmentContents: attachmentContentsColumns,
  attachmentParts: attachmentPartsColumns,
  photoBytes: photoBytesColumns,
  merges: mergesColumns,
  duplicateDismissals: duplicateDismissalsColumns,
  cadreChecks: cadreChecksColumns,
  cadreFindings: cadreFindingsColumns,
  findingDismissals: findingDismissalsColumns,
  importBatches: importBatchesColumns,
  importFiles: importFilesColumns,
  importItems: importItemsColumns,
  importPhotos: importPhotosColumns,
  importSheets: importSheetsColumns,
  importUnits: importUnitsColumns,
  rosterColumns: rosterColumnsColumns,
  exports: exportsColumns,
  cadrePosts: cadrePostsColumns,
  unitFacts: unitFactsColumns,
  unitPosts: unitPostsColumns,
  interviewKinds: interviewKindsColumns,
  interviewRounds: interviewRoundsColumns,
  interviews: interviewsColumns,
  interviewTalkers: interviewTalkersColumns,
  interviewPeople: interviewPeopleColumns,
  interviewNotes: interviewNotesColumns,
  interviewConfirmations: interviewConfirmationsColumns,
  interviewAddenda: interviewAddendaColumns,
  interviewWaivers: interviewWaiversColumns,
  interviewScans: interviewScansColumns,
  paperTemplates: paperTemplatesColumns,
  measures: measuresColumns,
  promises: promisesColumns,
  promiseSteps: promiseStepsColumns,
  soundRecordings: soundRecordingsColumns,
  soundPieces: soundPiecesColumns,
  talkQuestions: talkQuestionsColumns,
  talkRules: talkRulesColumns,
  talkWaivers: talkWaiversColumns,
  talkOccasions: talkOccasionsColumns,
}
