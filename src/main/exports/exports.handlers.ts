import { isAdministrator } from '../../shared/accounts/roles'
import type { CoreHandlers } from '../ipc/contexts'
import * as register from './exports.repo'
import { exportLrmx } from './lrmx.job'
import { choose } from './people.repo'
import { begin, finish } from './register'
import { exportRosterXlsx, previewRoster } from './roster.job'

export const exportsHandlers: CoreHandlers['exports'] = {
  async prepare({ db, caller }, { whom }) {
    const { keys, mark } = await choose(db, caller.scope, whom)
    return { people: keys.length, mark }
  },
  begin: (context, order) => begin(context, order),
  finish: (context, { id, outcome, written }) => finish(context, id, outcome, written),
  lrmx: exportLrmx,
  previewRoster,
  rosterXlsx: exportRosterXlsx,
  list({ db, caller }, { offset, limit, ...question }) {
    const seesAll = caller.scope === null || caller.roles.some(isAdministrator)
    return register.page(db, { ...question, byId: seesAll ? null : caller.id }, offset, limit)
  },
}
