import type { PartialDate } from '../dates/partial-date'
import type { Cadre } from './cadres'
import { ageChecks } from './checks/ages.rules'
import { assessmentChecks } from './checks/assessments.rules'
import type { CadreCheck, Finding } from './checks/check'
import { educationChecks } from './checks/education.rules'
import { familyChecks } from './checks/family.rules'
import { identityChecks } from './checks/identity.rules'
import { levelChecks } from './checks/levels.rules'
import { partyChecks } from './checks/party.rules'
import { postChecks } from './checks/posts.rules'
import { resumeChecks } from './checks/resume.rules'
import { textChecks } from './checks/texts.rules'

/** Every rule over one file, in the order that findings are shown. A new rule is one entry in its list. */
export const cadreChecks: readonly CadreCheck[] = [
  ...identityChecks,
  ...ageChecks,
  ...partyChecks,
  ...resumeChecks,
  ...educationChecks,
  ...postChecks,
  ...levelChecks,
  ...assessmentChecks,
  ...familyChecks,
  ...textChecks,
]

/**
 * What the rules find in a file as of a date. Every finding is a prompt with its basis and decides nothing.
 * Source: rule book 10A (三龄两历一身份) and 13.
 */
export function checkCadre(cadre: Cadre, on: PartialDate, checks: readonly CadreCheck[] = cadreChecks): Finding[] {
  return checks.flatMap(({ id, title, fields, basis, run }) =>
    run(cadre, on).map(remark => ({ rule: id, title, fields, basis, ...remark })),
  )
}
