import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import type { RosterKey } from '../../../src/shared/exports/roster-columns'
import { tempFolder } from '../../helpers/folders'
import { signedIn } from '../../helpers/harness'
import { bringIn, date, folderWith, forms, grant, list, person } from './people'

test('a roster that the application wrote is read back: nothing differs, and what it masks wipes nothing out', async () => {
  const core = await signedIn('officer')
  const { api } = core
  const [root] = await api.units.tree({})
  if (!root) throw new Error('no root')
  const { id: town } = await api.units.add({ parentId: root.id, name: '石桥镇' })
  const idNumber = '370199198403010014'
  const folder = forms({
    '1.lrmx': person('单雄信', '1984-03', { post: '石桥镇镇长', nation: '汉族', idNumber }),
    '2.lrmx': person('秦琼', '1980-11', { post: '科员', nation: '回族' }),
  })
  const { id } = await bringIn(core, folder)
  expect(id).toBeTruthy()
  const first = (await api.cadres.list(list)).rows.find(({ name }) => name === '单雄信')
  if (!first) throw new Error('nobody')
  const { revision } = await api.cadres.get({ id: first.id })
  const change = { field: 'unitId', value: town }
  await api.cadres.change({ id: first.id, revision, reason: '', changes: [change] })
  const path = join(tempFolder(), '名册.xlsx')
  core.files.grant('roster', path)
  const columns: RosterKey[] = ['place', 'name', 'birth', 'age', 'nation', 'form.currentPost', 'idNumber', 'family']
  await api.exports.rosterXlsx({
    reason: '核对',
    recipient: '',
    mark: null,
    sensitive: [],
    whom: { by: 'list', filter: list.filter, sort: { by: 'birth', descending: false } },
    roster: {
      title: '干部名册',
      columns,
      grouped: true,
      on: date('2026-01-02'),
      sheet: { size: 'A4', upright: false },
    },
    target: 'roster',
  })
  const staged = await api.imports.stage(grant(core, folderWith({ '名册.xlsx': readFileSync(path) })))
  expect(staged.sheets).toBe(1)
  const view = await api.imports.sheet({ batchId: staged.id, place: 0, header: null, columns: null })
  expect(view).toMatchObject({ people: 2, nameless: 0, blocked: null })
  expect(view.columns).toEqual([null, 'name', 'birth', null, 'nation', 'form.currentPost', 'idNumber', null])
  const matched = await api.imports.match({ batchId: staged.id, place: 0, matching: view })
  expect(matched.counts).toMatchObject({ unchanged: 2, changed: 0, new: 0, undecided: 0 })
  expect((await api.imports.units({ batchId: staged.id })).map(({ name }) => name).toSorted()).toEqual(['', '石桥镇'])
  const { warnings, changes } = await api.imports.item({ batchId: staged.id, place: 0 })
  expect(changes).toEqual([])
  expect(warnings.map(({ text }) => text)).toContain('“身份证号”一格是遮住的，没有录入，原来的不变')
  core.close()
})
