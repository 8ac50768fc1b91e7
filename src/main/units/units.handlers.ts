import { isAdministrator } from '../../shared/accounts/roles'
import { AppError, insist } from '../../shared/result'
import { UnitId } from '../../shared/units/units'
import { mayAdd, mayMove, mayRemove, mayRename } from '../../shared/units/units.rules'
import * as cadres from '../cadres/cadres.repo'
import { renameUnit } from '../cadres/search'
import { isRecorded } from '../grassroots/board-units.repo'
import type { CoreHandlers } from '../ipc/contexts'
import { hasMembers } from '../medals/medals.repo'
import * as units from './units.repo'

export const unitsHandlers: CoreHandlers['units'] = {
  /** Administrators see no business data, but give out scopes, so they see the names of all units. */
  tree: ({ db, caller }) => units.listWithin(db, caller.roles.some(isAdministrator) ? null : caller.scope),

  async add({ db, caller, newId, record }, { parentId, name }) {
    const seen = await units.listWithin(db, caller.scope)
    insist(mayAdd(seen, parentId, name))
    const id = UnitId.parse(newId())
    record({ subject: `units:${id}` })
    return units.insert(db, { id, parentId, name, position: seen.filter(unit => unit.parentId === parentId).length })
  },

  async rename({ db, caller, record }, { id, name }) {
    record({ subject: `units:${id}` })
    insist(mayRename(await units.listWithin(db, caller.scope), id, name))
    const renamed = await units.update(db, { ...(await units.get(db, id)), name })
    await renameUnit(db, id, name)
    return renamed
  },

  async move({ db, caller, record }, { id, parentId, position }) {
    record({ subject: `units:${id}` })
    insist(mayMove(await units.listWithin(db, caller.scope), id, parentId))
    await units.place(db, id, parentId, position)
    return units.get(db, id)
  },

  async remove({ db, caller, record }, { id }) {
    record({ subject: `units:${id}` })
    insist(mayRemove(await units.listWithin(db, caller.scope), id))
    const people = await cadres.countIn(db, id)
    if (people > 0) throw new AppError('refused', `还有 ${people} 份档案在这个单位，回收站里的也算，先改到别的单位`)
    if (await isRecorded(db, id))
      throw new AppError('refused', '这个单位有设施、负担或者收入的登记，删除单位会一并丢失，先改到别的单位或者去掉')
    if (await hasMembers(db, id)) throw new AppError('refused', '这个单位有在党50年的老党员登记，先改到别的单位')
    await units.remove(db, id)
    return {}
  },
}
