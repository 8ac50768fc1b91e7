import type { Contract } from '../../../../src/shared/contract'
import type { Client } from '../../../../src/shared/ipc/define'
import type { ProfileName } from '../../../../src/shared/policy/policy'
import { withCore } from '../../support/core'
import { placeIn, rememberStore } from '../../support/store'
import { firstPeople, type Person, UNIT } from './people'

/** The look and the window that a journey begins with. The place makes every new window as large as the last. */
export const atFirst = { theme: 'light', window: { x: 0, y: 0, width: 1366, height: 768, maximized: false } }

/** A store with the four first people, known to the application as the one last in use. Its keys are cheap to derive. */
export async function makeStore(home: string, profile: ProfileName): Promise<{ readonly recoveryCode: string }> {
  const place = placeIn(home)
  const made = await withCore(place, ({ api }) =>
    api.session.create({ unit: UNIT, profile, accounts: [...firstPeople] }),
  )
  rememberStore(home, place.folder, UNIT, atFirst)
  return made
}

/** Signs a person in to the store and does the work as them, before the application opens it. */
export const workAs = (
  home: string,
  { login, password }: Pick<Person, 'login' | 'password'>,
  work: (api: Client<Contract>) => Promise<unknown>,
): Promise<void> =>
  withCore(placeIn(home), async ({ api }) => {
    await api.session.signIn({ login, password, acceptClock: false })
    await work(api)
  })
