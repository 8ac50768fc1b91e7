import type { AccountId } from '../../../src/shared/accounts/accounts'
import type { CadreId } from '../../../src/shared/cadres/cadres'
import type { InterviewId, Plan } from '../../../src/shared/interviews/interviews'
import { SecrecyMark } from '../../../src/shared/secrecy/secrecy.rules'
import { type Core, freshStore, type Place, signedIn, signInAs } from '../../helpers/harness'

/** The password of every account that `department` opens. */
export const NEXT = 'Xin4-Qiao#Ge'
export const nobody = { names: [], departments: [] }

/** Opens another account with a role; @returns its id */
async function openAccount(place: Place, login: string, name: string, role: 'interviewer' | 'leader'): Promise<void> {
  const admin = await signedIn('sysadmin', place)
  const account = { login, name, holder: `工号${login}`, department: '干部科', phone: '', roles: [role], scope: null }
  const { id } = await admin.api.accounts.propose({ change: { kind: 'open', account }, reason: '工作需要' })
  admin.close()
  const security = await signedIn('secadmin', place)
  const { initialPassword } = await security.api.accounts.decide({ id, accept: true, reason: '同意' })
  security.close()
  const first = await signInAs(place, login, initialPassword ?? '')
  await first.api.session.changePassword({ current: initialPassword ?? '', next: NEXT })
  first.close()
}

export interface Department {
  readonly place: Place
  readonly core: Core
  readonly idOf: (name: string) => AccountId
  readonly cadre: CadreId
}
/** A store with an officer, two interviewers and a leader, and one person. */
export async function department(): Promise<Department> {
  const { place } = await freshStore()
  await openAccount(place, 'tan1', '方汀兰', 'interviewer')
  await openAccount(place, 'tan2', '苏既白', 'interviewer')
  await openAccount(place, 'buzhang', '姜怀瑾', 'leader')
  const core = await signedIn('officer', place)
  const people = await core.api.interviews.talkers({})
  const idOf = (name: string): AccountId => people.find(each => each.name === name)?.id ?? ('' as AccountId)
  const { cadre } = await core.api.cadres.add({ name: '周启明', birth: '1988-05', unitId: null })
  return { place, core, idOf, cadre: cadre.id }
}

export const planOf = (cadre: CadreId, talkers: AccountId[], more: Partial<Plan> = {}): Plan => ({
  kind: 'everyday',
  subjects: [cadre],
  talkers,
  recorderId: null,
  startsAt: '2030-01-02T02:00:00.000Z',
  minutes: 60,
  place: '201 室',
  mode: '当面',
  occasion: '',
  mark: SecrecyMark.parse('内部'),
  readers: [],
  dueKey: null,
  ...more,
})
export const planOne = async (core: Core, plan: Plan): Promise<InterviewId> => {
  const { ids } = await core.api.interviews.plan({ plans: [plan], round: null, avoid: nobody })
  return ids[0] as InterviewId
}
