import type { Kysely } from 'kysely'
import { type AccountsTables, accountsTables } from '../accounts/accounts.table'
import { type AlbumsTables, albumsTables } from '../albums/albums.table'
import { type AttachmentsTables, attachmentsTables } from '../attachments/attachments.table'
import { type AuditTables, auditTables } from '../audit/audit.table'
import { type BackupsTables, backupsTables } from '../backups/backups.table'
import { type CadresTables, cadresTables } from '../cadres/cadres.table'
import { type FactsTables, factsTables } from '../cadres/facts.table'
import { type CampaignBoardsTables, campaignBoardsTables } from '../campaigns/boards.table'
import { type CampaignsTables, campaignsTables } from '../campaigns/campaigns.table'
import { type CareBatchesTables, careBatchesTables } from '../care-batches/care-batches.table'
import { type CareEscalationsTables, careEscalationsTables } from '../care-escalations/care-escalations.table'
import { type CareMeasuresTables, careMeasuresTables } from '../care-measures/care-measures.table'
import { type CareRecordsTables, careRecordsTables } from '../care-records/care-records.table'
import { type CareRegisterTables, careRegisterTables } from '../care-register/care-register.table'
import { type CareRulesTables, careRulesTables } from '../care-rules/care-rules.table'
import { type CareStandardsTables, careStandardsTables } from '../care-standards/care-standards.table'
import { type CareSurveysTables, careSurveysTables } from '../care-surveys/care-surveys.table'
import { type CertificatesTables, certificatesTables } from '../certificates/certificates.table'
import { type ChecksTables, checksTables } from '../checks/checks.table'
import { type CommendationsTables, commendationsTables } from '../commendations/commendations.table'
import { type DesksTables, desksTables } from '../desks/desks.table'
import { type DocumentsTables, documentsTables } from '../documents/documents.table'
import { type DraftsTables, draftsTables } from '../drafts/drafts.table'
import { type DuplicatesTables, duplicatesTables } from '../duplicates/duplicates.table'
import { type EntitlementsTables, entitlementsTables } from '../entitlements/entitlements.table'
import { type ExchangeTables, exchangeTables } from '../exchange/exchange.table'
import { type ExportsTables, exportsTables } from '../exports/exports.table'
import { type GrassrootsTables, grassrootsTables } from '../grassroots/grassroots.table'
import { type HardshipsTables, hardshipsTables } from '../hardships/hardships.table'
import { type HolidaysTables, holidaysTables } from '../holidays/holidays.table'
import { type HonoursTables, honoursTables } from '../honours/honours.table'
import { type ImportsTables, importsTables } from '../imports/imports.table'
import { type InterviewsTables, interviewsTables } from '../interviews/interviews.table'
import { type MeasuresTables, measuresTables } from '../measures/measures.table'
import { type MedalsTables, medalsTables } from '../medals/medals.table'
import { type PhotosTables, photosTables } from '../photos/photos.table'
import { type PlainExportsTables, plainExportsTables } from '../plain-exports/plain-exports.table'
import { type PolicyTables, policyTables } from '../policy/policy.table'
import { type PostsTables, postsTables } from '../posts/posts.table'
import { type PromisesTables, promisesTables } from '../promises/promises.table'
import { type QueriesTables, queriesTables } from '../queries/queries.table'
import { type RetirementsTables, retirementsTables } from '../retirements/retirements.table'
import { type ScansTables, scansTables } from '../scans/scans.table'
import { type SealedNotesTables, sealedNotesTables } from '../sealed-notes/sealed-notes.table'
import { type SessionTables, sessionTables } from '../session/session.table'
import { type SoundTables, soundTables } from '../sound/sound.table'
import { type TalkQuestionsTables, talkQuestionsTables } from '../talk-questions/talk-questions.table'
import { type TalkRulesTables, talkRulesTables } from '../talk-rules/talk-rules.table'
import { type UnitsTables, unitsTables } from '../units/units.table'

/** Every table, as the features that keep them say. A feature adds its own in two lines. */
export interface Tables
  extends AccountsTables,
    AttachmentsTables,
    BackupsTables,
    AuditTables,
    CadresTables,
    CareRecordsTables,
    CareRegisterTables,
    CareRulesTables,
    CareEscalationsTables,
    FactsTables,
    CareMeasuresTables,
    ChecksTables,
    DesksTables,
    DocumentsTables,
    DraftsTables,
    DuplicatesTables,
    ExchangeTables,
    ExportsTables,
    GrassrootsTables,
    HardshipsTables,
    HonoursTables,
    CampaignsTables,
    CampaignBoardsTables,
    ImportsTables,
    InterviewsTables,
    MeasuresTables,
    MedalsTables,
    PhotosTables,
    PlainExportsTables,
    PolicyTables,
    PostsTables,
    PromisesTables,
    QueriesTables,
    ScansTables,
    SealedNotesTables,
    SessionTables,
    SoundTables,
    TalkQuestionsTables,
    TalkRulesTables,
    HolidaysTables,
    CareStandardsTables,
    CareSurveysTables,
    EntitlementsTables,
    CareBatchesTables,
    RetirementsTables,
    CertificatesTables,
    AlbumsTables,
    CommendationsTables,
    UnitsTables {}

/** What repositories ask for. A query handler holds only `Reads`; a command handler holds a transaction. */
export type Reads = Pick<Kysely<Tables>, 'selectFrom' | 'selectNoFrom'>
export type Writes = Reads & Pick<Kysely<Tables>, 'insertInto' | 'updateTable' | 'deleteFrom' | 'executeQuery'>
export type Root = Kysely<Tables>

/** Compared with the migrated store by a test; search indexes are virtual tables of their own kind. */
export const declaredColumns: Record<
  Exclude<keyof Tables, 'cadreSearch' | 'interviewSearch'>,
  Record<string, string>
> = {
  ...accountsTables,
  ...attachmentsTables,
  ...backupsTables,
  ...auditTables,
  ...cadresTables,
  ...careRecordsTables,
  ...careRegisterTables,
  ...careRulesTables,
  ...careEscalationsTables,
  ...factsTables,
  ...careMeasuresTables,
  ...checksTables,
  ...desksTables,
  ...documentsTables,
  ...draftsTables,
  ...duplicatesTables,
  ...exchangeTables,
  ...exportsTables,
  ...grassrootsTables,
  ...hardshipsTables,
  ...honoursTables,
  ...certificatesTables,
  ...albumsTables,
  ...campaignsTables,
  ...campaignBoardsTables,
  ...commendationsTables,
  ...importsTables,
  ...interviewsTables,
  ...measuresTables,
  ...medalsTables,
  ...photosTables,
  ...plainExportsTables,
  ...policyTables,
  ...postsTables,
  ...promisesTables,
  ...queriesTables,
  ...scansTables,
  ...sealedNotesTables,
  ...sessionTables,
  ...soundTables,
  ...talkQuestionsTables,
  ...talkRulesTables,
  ...holidaysTables,
  ...careStandardsTables,
  ...careSurveysTables,
  ...entitlementsTables,
  ...careBatchesTables,
  ...retirementsTables,
  ...unitsTables,
}
