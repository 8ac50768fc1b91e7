import { expect, test } from 'vitest'
import type { CadreId } from '../../../src/shared/cadres/cadres'
import { type Core, NOW, signedIn } from '../../helpers/harness'

const DAY = 86_400_000

const member = (title: string, name: string) => ({
  title,
  name,
  birth: null,
  birthText: '',
  politics: '群众',
  unitAndPost: '',
})

/** A core with one person, and how a day later something of that person is changed. */
async function withOne() {
  const core = await signedIn('officer')
  const { cadre } = await core.api.cadres.add({ name: '李望舒', birth: null, unitId: null })
  const { id } = cadre
  const change = async (field: string, value: unknown) => {
    core.time.now += DAY
    const { revision } = await core.api.cadres.get({ id })
    return core.api.cadres.change({ id, revision, reason: '', changes: [{ field, value }] })
  }
  return { core, id, change }
}
const steps = (core: Core, id: CadreId) => core.api.cadres.history({ id })
const undo = async (core: Core, id: CadreId, place: number) =>
  core.api.cadres.undo({ id, changeSetId: (await steps(core, id))[place]?.id ?? '' })
const nationOf = async (core: Core, id: CadreId) => (await core.api.cadres.get({ id })).cadre.nation

test('a step is undone, done again, and undone again; each is kept', async () => {
  const { core, id, change } = await withOne()
  await change('nation', '汉族')
  await undo(core, id, 0)
  expect(await nationOf(core, id)).toBe('')
  await undo(core, id, 0)
  expect(await nationOf(core, id)).toBe('汉族')
  const kept = await steps(core, id)
  expect(kept.map(({ kind, undone, undoRefusal }) => [kind, undone, undoRefusal])).toEqual([
    ['undo', false, null],
    ['undo', true, '这一步已经撤销'],
    ['change', false, null],
    ['add', false, '这一步建立了档案。不要这份档案时，移入回收站'],
  ])
  expect(kept[0]?.undoes).toBe(kept[1]?.id)
  await undo(core, id, 2)
  expect(await nationOf(core, id)).toBe('')
})

test('what was changed since is not taken back over it, and the words say what to do', async () => {
  const { core, id, change } = await withOne()
  await change('nation', '汉族')
  await change('nativePlace', '云州云泽')
  await change('nation', '回族')
  const words = '“民族”后来又改过，先撤销后面的修改'
  expect((await steps(core, id))[2]?.undoRefusal).toBe(words)
  await expect(undo(core, id, 2)).rejects.toMatchObject({ code: 'conflict', message: words })
  await undo(core, id, 0)
  expect(await nationOf(core, id)).toBe('汉族')
  // The step before is free again, past one that has nothing to do with it.
  await undo(core, id, 3)
  expect(await core.api.cadres.get({ id })).toMatchObject({ cadre: { nation: '', nativePlace: '云州云泽' } })
})

test('rows are kept row by row, and one row is taken back without the others', async () => {
  const { core, id, change } = await withOne()
  const line = (from: string, text: string) => ({ from, to: null, text, level: '' })
  await change('resume', [line('2006-08', '云溪镇科员')])
  await change('resume', [line('2006-08', '云溪镇科员'), line('2009-10', '区委组织部科员')])
  await change('resume', [line('2006-08', '云溪镇一级科员'), line('2009-10', '区委组织部科员')])
  expect((await steps(core, id)).slice(0, 3).map(({ changes }) => changes)).toMatchObject([
    [
      {
        kind: 'row-changed',
        field: 'resume',
        at: 0,
        before: { text: '云溪镇科员' },
        after: { text: '云溪镇一级科员' },
      },
    ],
    [{ kind: 'row-added', field: 'resume', at: 1, row: { text: '区委组织部科员' } }],
    [{ kind: 'row-added', field: 'resume', at: 0 }],
  ])
  const { cadre } = await undo(core, id, 1)
  expect(cadre.resume.map(({ text }) => text)).toEqual(['云溪镇一级科员'])
})

test('of what is sensitive the history tells the place and not the words', async () => {
  const { core, id, change } = await withOne()
  await change('family', [member('母亲', '何蕙'), member('父亲', '李德山')])
  await change('family', [member('母亲', '何慧'), member('父亲', '李德山')])
  await change('idNumber', '370199198403040024')
  const kept = await steps(core, id)
  expect(kept.slice(0, 3).map(({ changes }) => changes)).toEqual([
    [{ kind: 'hidden', of: 'value', field: 'idNumber' }],
    [{ kind: 'hidden', of: 'row-changed', field: 'family' }],
    [
      { kind: 'hidden', of: 'row-added', field: 'family' },
      { kind: 'hidden', of: 'row-added', field: 'family' },
    ],
  ])
  expect(JSON.stringify(kept)).not.toMatch(/何蕙|19840304/)
  await undo(core, id, 1)
  const { value } = await core.api.cadres.reveal({ id, field: 'family', reason: '核对' })
  expect(value).toContain('何蕙')
})

test('the file as it stood on any day, through changes and their undoing', async () => {
  const { core, id, change } = await withOne()
  await change('nation', '汉族')
  await change('nation', '回族')
  core.time.now += DAY
  await undo(core, id, 0)
  const on = (days: number) => new Date(NOW + days * DAY).toISOString().slice(0, 10)
  const nations = await Promise.all(
    [0, 1, 2, 3].map(async days => (await core.api.cadres.asOf({ id, on: on(days) })).cadre.nation),
  )
  expect(nations).toEqual(['', '汉族', '回族', '汉族'])
})

test('a file in the trash is not changed by undoing', async () => {
  const { core, id, change } = await withOne()
  await change('nation', '汉族')
  await core.api.cadres.trash({ ids: [id], reason: '重复' })
  await expect(undo(core, id, 1)).rejects.toMatchObject({ code: 'refused' })
  await core.api.cadres.restore({ ids: [id] })
  await undo(core, id, 2)
  expect(await nationOf(core, id)).toBe('')
})
