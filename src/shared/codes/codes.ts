import { ageLimitCodes } from './age-limit'
import { appointModeCodes } from './appoint-mode'
import { archiveClassCodes } from './archive-class'
import { assessmentGradeCodes } from './assessment-grade'
import { degreeCodes } from './degree'
import { degreeStandardCodes } from './degree-standard'
import { educationCodes, educationEditorCodes } from './education'
import { familyTitleCodes } from './family-title'
import { familyTitleSystemCodes } from './family-title-system'
import { gradeCodes } from './grade'
import { healthCodes } from './health'
import { leadershipLevelCodes } from './leadership-level'
import { managedCategoryCodes } from './managed-category'
import { memberKindCodes } from './member-kind'
import { nationalityCodes } from './nationality'
import { nationalityExtensionCodes } from './nationality-extension'
import { personCategoryCodes } from './person-category'
import { personStatusCodes } from './person-status'
import { politicalCodes } from './political'
import { punishmentGovernmentCodes } from './punishment-government'
import { punishmentInstitutionCodes } from './punishment-institution'
import { punishmentPartyCodes } from './punishment-party'
import { rankEnforcementCodes } from './rank-enforcement'
import { rankGeneralCodes } from './rank-general'
import { rankJusticeCodes } from './rank-justice'
import { rankTechnicalCodes } from './rank-technical'
import { rewardCodes } from './reward'
import { rewardSystemCodes } from './reward-system'
import { sexCodes } from './sex'
import { staffingCodes } from './staffing'
import type { CodeTable } from './table'
import { trainingKindCodes } from './training-kind'

/** Every small table, for pickers and for reading files. The two large ones load when they are needed. */
export const codeTables = {
  sex: sexCodes,
  nationality: nationalityCodes,
  nationalityExtension: nationalityExtensionCodes,
  political: politicalCodes,
  education: educationCodes,
  educationEditor: educationEditorCodes,
  degree: degreeCodes,
  degreeStandard: degreeStandardCodes,
  health: healthCodes,
  familyTitle: familyTitleCodes,
  familyTitleSystem: familyTitleSystemCodes,
  leadershipLevel: leadershipLevelCodes,
  rankGeneral: rankGeneralCodes,
  rankTechnical: rankTechnicalCodes,
  rankEnforcement: rankEnforcementCodes,
  rankJustice: rankJusticeCodes,
  personCategory: personCategoryCodes,
  personStatus: personStatusCodes,
  managedCategory: managedCategoryCodes,
  grade: gradeCodes,
  staffing: staffingCodes,
  assessmentGrade: assessmentGradeCodes,
  punishmentParty: punishmentPartyCodes,
  punishmentGovernment: punishmentGovernmentCodes,
  punishmentInstitution: punishmentInstitutionCodes,
  reward: rewardCodes,
  rewardSystem: rewardSystemCodes,
  ageLimit: ageLimitCodes,
  appointMode: appointModeCodes,
  memberKind: memberKindCodes,
  trainingKind: trainingKindCodes,
  archiveClass: archiveClassCodes,
} as const satisfies Record<string, CodeTable>

export const loadRegionCodes = async (): Promise<CodeTable> => (await import('./region')).regionCodes
export const loadTechnicalTitleCodes = async (): Promise<CodeTable> =>
  (await import('./technical-title')).technicalTitleCodes
