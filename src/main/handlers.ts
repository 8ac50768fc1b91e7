import { accountsHandlers } from './accounts/accounts.handlers'
import { albumsHandlers } from './albums/albums.handlers'
import { attachmentsHandlers } from './attachments/attachments.handlers'
import { auditHandlers } from './audit/audit.handlers'
import { backupsHandlers } from './backups/backups.handlers'
import { cadresHandlers } from './cadres/cadres.handlers'
import { campaignsHandlers } from './campaigns/campaigns.handlers'
import { careBatchesHandlers } from './care-batches/care-batches.handlers'
import { careCoverageHandlers } from './care-coverage/care-coverage.handlers'
import { careEscalationsHandlers } from './care-escalations/care-escalations.handlers'
import { careMeasuresHandlers } from './care-measures/care-measures.handlers'
import { careRecordsHandlers } from './care-records/care-records.handlers'
import { careRegisterHandlers } from './care-register/care-register.handlers'
import { careRulesHandlers } from './care-rules/care-rules.handlers'
import { careStandardsHandlers } from './care-standards/care-standards.handlers'
import { careSurveysHandlers } from './care-surveys/care-surveys.handlers'
import { certificatesHandlers } from './certificates/certificates.handlers'
import { checksHandlers } from './checks/checks.handlers'
import { commendationsHandlers } from './commendations/commendations.handlers'
import { desksHandlers } from './desks/desks.handlers'
import { documentsHandlers } from './documents/documents.handlers'
import { draftsHandlers } from './drafts/drafts.handlers'
import { duplicatesHandlers } from './duplicates/duplicates.handlers'
import { entitlementsHandlers } from './entitlements/entitlements.handlers'
import { exchangeHandlers } from './exchange/exchange.handlers'
import { exportsHandlers } from './exports/exports.handlers'
import { grassrootsHandlers } from './grassroots/grassroots.handlers'
import { handoversHandlers } from './handovers/handovers.handlers'
import { hardshipsHandlers } from './hardships/hardships.handlers'
import { holidaysHandlers } from './holidays/holidays.handlers'
import { honoursHandlers } from './honours/honours.handlers'
import { importsHandlers } from './imports/imports.handlers'
import { interviewsHandlers } from './interviews/interviews.handlers'
import type { CoreHandlers } from './ipc/contexts'
import { measuresHandlers } from './measures/measures.handlers'
import { medalsHandlers } from './medals/medals.handlers'
import { noticesHandlers } from './notices/notices.handlers'
import { papersHandlers } from './papers/papers.handlers'
import { photosHandlers } from './photos/photos.handlers'
import { plainExportsHandlers } from './plain-exports/plain-exports.handlers'
import { policyHandlers } from './policy/policy.handlers'
import { postsHandlers } from './posts/posts.handlers'
import { promisesHandlers } from './promises/promises.handlers'
import { queriesHandlers } from './queries/queries.handlers'
import { retirementsHandlers } from './retirements/retirements.handlers'
import { scansHandlers } from './scans/scans.handlers'
import { sealedNotesHandlers } from './sealed-notes/sealed-notes.handlers'
import { sessionHandlers } from './session/session.handlers'
import { soundHandlers } from './sound/sound.handlers'
import { talkBriefsHandlers } from './talk-briefs/talk-briefs.handlers'
import { talkQuestionsHandlers } from './talk-questions/talk-questions.handlers'
import { talkRulesHandlers } from './talk-rules/talk-rules.handlers'
import { unitsHandlers } from './units/units.handlers'

/** Every feature of the core. The compiler lists what the contract has and this object has not. */
export const handlers: CoreHandlers = {
  session: sessionHandlers,
  accounts: accountsHandlers,
  papers: papersHandlers,
  policy: policyHandlers,
  audit: auditHandlers,
  backups: backupsHandlers,
  units: unitsHandlers,
  posts: postsHandlers,
  cadres: cadresHandlers,
  imports: importsHandlers,
  queries: queriesHandlers,
  photos: photosHandlers,
  attachments: attachmentsHandlers,
  duplicates: duplicatesHandlers,
  checks: checksHandlers,
  exports: exportsHandlers,
  plainExports: plainExportsHandlers,
  exchange: exchangeHandlers,
  interviews: interviewsHandlers,
  promises: promisesHandlers,
  sound: soundHandlers,
  talkRules: talkRulesHandlers,
  documents: documentsHandlers,
  handovers: handoversHandlers,
  talkBriefs: talkBriefsHandlers,
  scans: scansHandlers,
  talkQuestions: talkQuestionsHandlers,
  measures: measuresHandlers,
  desks: desksHandlers,
  hardships: hardshipsHandlers,
  careMeasures: careMeasuresHandlers,
  careCoverage: careCoverageHandlers,
  careSurveys: careSurveysHandlers,
  holidays: holidaysHandlers,
  honours: honoursHandlers,
  certificates: certificatesHandlers,
  medals: medalsHandlers,
  albums: albumsHandlers,
  campaigns: campaignsHandlers,
  commendations: commendationsHandlers,
  careStandards: careStandardsHandlers,
  sealedNotes: sealedNotesHandlers,
  careRecords: careRecordsHandlers,
  careRegister: careRegisterHandlers,
  careRules: careRulesHandlers,
  careEscalations: careEscalationsHandlers,
  grassroots: grassrootsHandlers,
  entitlements: entitlementsHandlers,
  careBatches: careBatchesHandlers,
  retirements: retirementsHandlers,
  drafts: draftsHandlers,
  notices: noticesHandlers,
}
