import { randomBytes } from 'node:crypto'
import type { Contract } from '../../shared/contract'
import { PartialDate } from '../../shared/dates/partial-date'
import { createClient } from '../../shared/ipc/client'
import type { Client } from '../../shared/ipc/define'
import type { NewStore } from '../../shared/session/session'
import type { Dispatch } from '../ipc/dispatch'
import { demoPeople } from './demo-people'
import type { Gatehouse } from './gatehouse'

/** An invented city. None of its names, units or people exist. */
const unit = '中共云泽区委组织部'
const people = [
  { role: 'sysadmin', login: 'xitong', name: '程砚秋', holder: '0101', department: '信息科' },
  { role: 'secadmin', login: 'baomi', name: '沈静川', holder: '0102', department: '办公室' },
  { role: 'auditor', login: 'shenji', name: '贺知微', holder: '0103', department: '研究室' },
  { role: 'officer', login: 'ganshi', name: '陆听松', holder: '0104', department: '干部科' },
] as const

const tree: Record<string, readonly string[]> = {
  区直部门: ['区信访局', '区水利局', '区民政局', '区发改局', '区教体局', '区行政审批局'],
  镇街: ['石桥镇', '云溪街道', '松岭镇', '柳湾街道', '青石镇'],
  企事业单位: ['区城投公司', '云泽一中', '区人民医院'],
  驻村第一书记: [],
}

/** A password that nobody is told: the demo signs itself in and is deleted when it is left. */
const password = `Dd9#${randomBytes(12).toString('base64url')}`

/** The people come in through the calls that the pages use too. */
async function addPeople(api: Client<Contract>, unitIds: ReadonlyMap<string, string>): Promise<void> {
  for (const [name, sex, birth, unitName, post, level, since, workStart, partyJoined] of demoPeople) {
    const born = PartialDate.parse(birth)
    const { cadre } = await api.cadres.add({ name, birth: born, unitId: unitIds.get(unitName) ?? null })
    const values: Record<string, unknown> = {
      sex,
      nation: name.includes('·') ? '维吾尔族' : '汉族',
      nativePlace: '云州云泽',
      workStart,
      partyJoined,
      'form.partyText': partyJoined.replace('-', ''),
      'form.currentPost': post,
      postLevel: level,
      currentPostSince: since,
      postLevelSince: level === '' ? null : since,
    }
    const changes = Object.entries(values).map(([field, value]) => ({ field, value }))
    await api.cadres.change({ id: cadre.id, revision: 1, changes, reason: '演示数据' })
  }
}

/** Builds the demo store and signs its officer in. The units are entered through the same calls that the pages use. */
export async function openDemo(gatehouse: Gatehouse, dispatch: Dispatch): Promise<void> {
  const input: NewStore = { unit, profile: 'internal', accounts: people.map(person => ({ ...person, password })) }
  await gatehouse.create(input, true)
  await gatehouse.signIn({ login: 'ganshi', password, acceptClock: false })
  const api = createClient<Contract>({ invoke: dispatch, on: () => () => {} })
  const [root] = await api.units.tree({})
  if (!root) return
  const unitIds = new Map<string, string>()
  for (const [name, children] of Object.entries(tree)) {
    const group = await api.units.add({ parentId: root.id, name })
    unitIds.set(name, group.id)
    for (const child of children) unitIds.set(child, (await api.units.add({ parentId: group.id, name: child })).id)
  }
  await addPeople(api, unitIds)
}
