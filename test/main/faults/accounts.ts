import type { AccountId, Proposal, ProposedChange } from '../../../src/shared/accounts/accounts'
import { freshStore, PASSWORD, type Place, signedIn, signInAs, startCore } from '../../helpers/harness'

export const said = ({ code, message }: { code: string; message: string }): string => `${code}: ${message}`
export const told = (work: Promise<unknown>): Promise<string> => work.then(() => 'done', said)

export async function propose(place: Place, change: ProposedChange): Promise<Proposal['id']> {
  const core = await signedIn('sysadmin', place)
  const { id } = await core.api.accounts.propose({ change, reason: '试' })
  core.close()
  return id
}
export const opening = (login: string): ProposedChange => ({
  kind: 'open',
  account: { login, name: `${login}名`, holder: login, department: '', phone: '', roles: ['officer'], scope: null },
})

/** A store with one more account, and the proposal to close it. */
export async function closable(): Promise<{ place: Place; recoveryCode: string; close: Proposal['id'] }> {
  const { place, recoveryCode } = await freshStore()
  const open = await propose(place, opening('linshi'))
  const security = await signedIn('secadmin', place)
  await security.api.accounts.decide({ id: open, accept: true, reason: '试' })
  const accountId = (await security.api.accounts.list({})).find(({ login }) => login === 'linshi')?.id as AccountId
  security.close()
  return { place, recoveryCode, close: await propose(place, { kind: 'close', accountId }) }
}

/** Whether a password opens the store, on a core of its own. */
export async function enters(place: Place, password = PASSWORD, login = 'ganshi'): Promise<string> {
  const core = signInAs(place, login, password)
  return core.then(entered => (entered.close(), 'opens'), said)
}
export async function entersByCode(place: Place, code: string): Promise<string> {
  const core = startCore(place)
  const found = await core.gatehouse.withRecovery(code, 'ganshi', async () => 'opens').catch(said)
  core.close()
  return found
}
