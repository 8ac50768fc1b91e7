import { accountsContract } from './accounts/accounts.contract'
import { albumsContract } from './albums/albums.contract'
import { attachmentsContract } from './attachments/attachments.contract'
import { auditContract } from './audit/audit.contract'
import { backupsContract } from './backups/backups.contract'
import { cadresContract } from './cadres/cadres.contract'
import { campaignsContract } from './campaigns/campaigns.contract'
import { careBatchesContract } from './care-batches/care-batches.contract'
import { careCoverageContract } from './care-coverage/care-coverage.contract'
import { careEscalationsContract } from './care-escalations/care-escalations.contract'
import { careMeasuresContract } from './care-measures/care-measures.contract'
import { careRecordsContract } from './care-records/care-records.contract'
import { careRegisterContract } from './care-register/care-register.contract'
import { careRulesContract } from './care-rules/care-rules.contract'
import { careStandardsContract } from './care-standards/care-standards.contract'
import { careSurveysContract } from './care-surveys/care-surveys.contract'
import { certificatesContract } from './certificates/certificates.contract'
import { checksContract } from './checks/checks.contract'
import { commendationsContract } from './commendations/commendations.contract'
import { desksContract } from './desks/desks.contract'
import { documentsContract } from './documents/documents.contract'
import { draftsContract } from './drafts/drafts.contract'
import { duplicatesContract } from './duplicates/duplicates.contract'
import { entitlementsContract } from './entitlements/entitlements.contract'
import { exchangeContract } from './exchange/exchange.contract'
import { exportsContract } from './exports/exports.contract'
import { grassrootsContract } from './grassroots/grassroots.contract'
import { handoversContract } from './handovers/handovers.contract'
import { hardshipsContract } from './hardships/hardships.contract'
import { holidaysContract } from './holidays/holidays.contract'
import { honoursContract } from './honours/honours.contract'
import { importsContract } from './imports/imports.contract'
import { interviewsContract } from './interviews/interviews.contract'
import type { Client } from './ipc/define'
import { measuresContract } from './measures/measures.contract'
import { medalsContract } from './medals/medals.contract'
import { noticesContract } from './notices/notices.contract'
import { papersContract } from './papers/papers.contract'
import { photosContract } from './photos/photos.contract'
import { plainExportsContract } from './plain-exports/plain-exports.contract'
import { policyContract } from './policy/policy.contract'
import { postsContract } from './posts/posts.contract'
import { promisesContract } from './promises/promises.contract'
import { queriesContract } from './queries/queries.contract'
import { retirementsContract } from './retirements/retirements.contract'
import { scansContract } from './scans/scans.contract'
import { sealedNotesContract } from './sealed-notes/sealed-notes.contract'
import { sessionContract } from './session/session.contract'
import { shellContract } from './shell/shell.contract'
import { soundContract } from './sound/sound.contract'
import { talkBriefsContract } from './talk-briefs/talk-briefs.contract'
import { talkQuestionsContract } from './talk-questions/talk-questions.contract'
import { talkRulesContract } from './talk-rules/talk-rules.contract'
import { unitsContract } from './units/units.contract'

/** Every call the renderer can make. Handlers, bridge, client, checks and the table of calls derive from this object. */
export const contract = {
  shell: shellContract,
  session: sessionContract,
  accounts: accountsContract,
  papers: papersContract,
  policy: policyContract,
  audit: auditContract,
  backups: backupsContract,
  units: unitsContract,
  posts: postsContract,
  cadres: cadresContract,
  queries: queriesContract,
  photos: photosContract,
  attachments: attachmentsContract,
  duplicates: duplicatesContract,
  checks: checksContract,
  exports: exportsContract,
  plainExports: plainExportsContract,
  exchange: exchangeContract,
  imports: importsContract,
  interviews: interviewsContract,
  promises: promisesContract,
  sound: soundContract,
  talkRules: talkRulesContract,
  documents: documentsContract,
  handovers: handoversContract,
  talkBriefs: talkBriefsContract,
  scans: scansContract,
  talkQuestions: talkQuestionsContract,
  measures: measuresContract,
  desks: desksContract,
  hardships: hardshipsContract,
  careMeasures: careMeasuresContract,
  careCoverage: careCoverageContract,
  careSurveys: careSurveysContract,
  holidays: holidaysContract,
  careStandards: careStandardsContract,
  sealedNotes: sealedNotesContract,
  careRecords: careRecordsContract,
  careRegister: careRegisterContract,
  careRules: careRulesContract,
  careEscalations: careEscalationsContract,
  grassroots: grassrootsContract,
  entitlements: entitlementsContract,
  careBatches: careBatchesContract,
  retirements: retirementsContract,
  honours: honoursContract,
  certificates: certificatesContract,
  medals: medalsContract,
  albums: albumsContract,
  campaigns: campaignsContract,
  commendations: commendationsContract,
  drafts: draftsContract,
  notices: noticesContract,
}
export type Contract = typeof contract
/** Every call as a function. An interface: whoever hands it on is told its name, and not all that is in it. */
export interface Calls extends Client<Contract> {}
