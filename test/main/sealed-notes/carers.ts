import type { AccountId } from '../../../src/shared/accounts/accounts'
import type { CadreId } from '../../../src/shared/cadres/cadres'
import { Day } from '../../../src/shared/dates/add-months'
import type { Contact } from '../../../src/shared/sealed-notes/sealed-notes'
import { type Core, freshStore, type Place, signedIn, signInAs } from '../../helpers/harness'

/** The password of every account that is opened here. */
export const OWN = 'Xin4-Qiao#Ge'
/** Words that must stand nowhere. */
export const markers = ['彻夜难眠印记甲', '转介市一院印记乙', '12355印记丙', '周启明印记']

export const contact = (more: Partial<Contact> = {}): Contact => ({
  on: Day.parse('2030-01-02'),
  form: '面谈',
  asked: `${markers[0]}，想找人说说话`,
  arranged: `${markers[1]}，陪同去过一次`,
  referredTo: `${markers[2]}`,
  nextOn: Day.parse('2030-01-09'),
  ...more,
})

/** The two administrators accept what one of them asks for. @returns the initial password, when there is one */
export async function decide(
  place: Place,
  change: Parameters<Core['api']['accounts']['propose']>[0]['change'],
): Promise<string> {
  const system = await signedIn('sysadmin', place)
  const { id } = await system.api.accounts.propose({ change, reason: '工作需要' })
  system.close()
  const security = await signedIn('secadmin', place)
  const { initialPassword } = await security.api.accounts.decide({ id, accept: true, reason: '同意' })
  security.close()
  return initialPassword ?? ''
}

/** An account with a role, whose holder has chosen a password. */
async function openAs(place: Place, login: string, name: string, role: 'officer' | 'leader'): Promise<void> {
  const account = { login, name, holder: `工号${login}`, department: '干部科', phone: '', roles: [role], scope: null }
  const initial = await decide(place, { kind: 'open', account })
  await ownPassword(place, login, initial)
}
export async function ownPassword(place: Place, login: string, initial: string, next = OWN): Promise<void> {
  const first = await signInAs(place, login, initial)
  await first.api.session.changePassword({ current: initial, next })
  first.close()
}

interface Office {
  readonly place: Place
  readonly recoveryCode: string
  readonly core: Core
  readonly idOf: (name: string) => AccountId
  readonly cadre: CadreId
}
/** A store in which 陆四 and 方一诺 record care together, 许闻 is another officer, 姜怀瑾 leads, and one person is on file. */
export async function office(): Promise<Office> {
  const { place, recoveryCode } = await freshStore()
  await openAs(place, 'fang', '方一诺', 'officer')
  await openAs(place, 'xu', '许闻', 'officer')
  await openAs(place, 'buzhang', '姜怀瑾', 'leader')
  const core = await signedIn('officer', place)
  const named = await core.api.sealedNotes.carers({})
  const idOf = (name: string): AccountId => named.find(each => each.name === name)?.id ?? ('' as AccountId)
  const { cadre } = await core.api.cadres.add({ name: '周启明', birth: '1988-05', unitId: null })
  return { place, recoveryCode, core, idOf, cadre: cadre.id satisfies CadreId }
}
