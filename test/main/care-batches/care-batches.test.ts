import { expect, test } from 'vitest'
import { Day } from '../../../src/shared/dates/add-months'
import { signedIn } from '../../helpers/harness'

const day = (text: string) => Day.parse(text)
const outcome = { visitedBy: '', givenGoods: '', voucher: '', remark: '' }

test('a batch from the list to the records, taken back and ended again', async () => {
  const core = await signedIn('officer')
  const { careBatches, cadres, careRecords } = core.api
  const [one, two] = await Promise.all(
    ['周启明', '林向阳'].map(async name => (await cadres.add({ name, birth: null, unitId: null })).cadre.id),
  )
  if (!one || !two) throw new Error('nobody')
  const facts = {
    title: '2030年春节走访',
    occasion: '元旦春节' as const,
    budgetFen: 100_000,
    source: '工会' as const,
    approvedBy: '部务会',
    from: day('2030-01-01'),
    to: day('2030-01-20'),
  }
  let batch = await careBatches.add(facts)
  const plan = (cadreId: typeof one) => ({ cadreId, visitor: '部领导', plannedFen: 60_000, goods: '米油' })
  batch = await careBatches.plan({ id: batch.id, revision: batch.revision, visits: [plan(two), plan(one)] })
  expect(batch).toMatchObject({ people: 2, plannedFen: 120_000 })
  expect((await careBatches.get({ id: batch.id })).visits.map(({ name }) => name)).toEqual(['林向阳', '周启明'])
  const ending = () => careBatches.finish({ id: batch.id, revision: batch.revision })
  await expect(ending()).rejects.toThrow('还有 2 人待走访')
  const notices = async () => (await core.api.notices.list({})).filter(({ id }) => id === 'care-batches')
  expect(await notices()).toEqual([])
  batch = await careBatches.change({
    id: batch.id,
    revision: batch.revision,
    facts: { ...facts, to: day('2030-01-09') },
  })
  expect(await notices()).toMatchObject([{ level: 'soon', detail: '1 次，还有 2 人没有登记走访' }])
  const visited = { ...outcome, result: '已走访' as const, visitedOn: day('2030-01-02'), givenFen: 50_000 }
  await careBatches.enter({ id: batch.id, cadreId: one, revision: 1, outcome: visited })
  await expect(careBatches.enter({ id: batch.id, cadreId: one, revision: 1, outcome: visited })).rejects.toMatchObject({
    code: 'conflict',
  })
  await expect(careBatches.plan({ id: batch.id, revision: batch.revision, visits: [plan(two)] })).rejects.toThrow(
    '已经登记结果的人不能从名单里去掉',
  )
  const missed = { ...outcome, result: '未走访' as const, visitedOn: null, givenFen: 0, remark: '外出' }
  await careBatches.enter({ id: batch.id, cadreId: two, revision: 1, outcome: missed })
  batch = await ending()
  expect(batch).toMatchObject({ state: '已办结', visited: 1, givenFen: 50_000 })
  const recordsOf = async (cadreId: typeof one) =>
    (
      await careRecords.list({
        cadreId,
        unitId: null,
        from: null,
        to: null,
        occasions: [],
        dimensions: [],
        offset: 0,
        limit: 9,
      })
    ).rows
  expect(await recordsOf(one)).toMatchObject([
    {
      occasion: '元旦春节',
      moneyFen: 50_000,
      visitors: '部领导',
      batchId: batch.id,
      source: '工会',
      approvedBy: '部务会',
    },
  ])
  expect((await recordsOf(one))[0]).toMatchObject({ measure: 'life-7', dimension: '经济' })
  expect(await recordsOf(two)).toEqual([])
  batch = await careBatches.reopen({ id: batch.id, revision: batch.revision, reason: '金额登错' })
  expect((await recordsOf(one))[0]?.withdrawnFor).toContain('金额登错')
  await careBatches.enter({ id: batch.id, cadreId: one, revision: 2, outcome: { ...visited, givenFen: 60_000 } })
  batch = await ending()
  expect(
    (await recordsOf(one))
      .map(({ moneyFen, withdrawnFor }) => [moneyFen, withdrawnFor === null])
      .toSorted(([a], [b]) => Number(a) - Number(b)),
  ).toEqual([
    [50_000, false],
    [60_000, true],
  ])
  // What somebody corrected after the ending outlives another opening and ending.
  const counted = (await recordsOf(one)).find(({ withdrawnFor }) => withdrawnFor === null)
  if (!counted) throw new Error('no record')
  const {
    cadreName: _n,
    cadrePost: _p,
    unitName: _u,
    byName: _b,
    id,
    revision,
    batchId: _t,
    withdrawnFor: _w,
    ...was
  } = counted
  await careRecords.change({ id, revision, facts: { ...was, promise: '下月再来' }, reason: '补记' })
  expect((await careBatches.get({ id: batch.id })).corrected).toBe(1)
  batch = await careBatches.reopen({ id: batch.id, revision: batch.revision, reason: '补登' })
  await expect(careBatches.enter({ id: batch.id, cadreId: one, revision: 3, outcome: visited })).rejects.toThrow(
    '单独更正过',
  )
  batch = await ending()
  expect((await recordsOf(one)).filter(({ withdrawnFor }) => withdrawnFor === null)).toMatchObject([
    { moneyFen: 60_000, promise: '下月再来' },
  ])
  await expect(careBatches.remove({ id: batch.id, revision: batch.revision, reason: 'x' })).rejects.toThrow('已经办结')
  core.close()
})

test('two files of one person in a list: what either was given is told of the one that is left', async () => {
  const { careBatches, cadres, careRecords, duplicates } = (await signedIn('officer')).api
  const add = async () => (await cadres.add({ name: '周启明', birth: '1950-03', unitId: null })).cadre.id
  const [keep, drop] = [await add(), await add()]
  let batch = await careBatches.add({
    title: '2030年春节走访',
    occasion: '元旦春节',
    budgetFen: 200_000,
    source: '工会',
    approvedBy: '部务会',
    from: day('2030-01-01'),
    to: day('2030-01-20'),
  })
  const plan = (cadreId: typeof keep) => ({ cadreId, visitor: '部领导', plannedFen: 60_000, goods: '' })
  batch = await careBatches.plan({ id: batch.id, revision: batch.revision, visits: [plan(keep), plan(drop)] })
  const visited = { ...outcome, result: '已走访' as const, visitedOn: day('2030-01-02') }
  await careBatches.enter({ id: batch.id, cadreId: keep, revision: 1, outcome: { ...visited, givenFen: 50_000 } })
  await careBatches.enter({ id: batch.id, cadreId: drop, revision: 1, outcome: { ...visited, givenFen: 20_000 } })
  const revision = async (id: typeof keep) => (await cadres.get({ id })).revision
  const revisions = { keep: await revision(keep), drop: await revision(drop) }
  await duplicates.merge({ keep, drop, revisions, sides: [], takePhoto: false, reason: '同一人' })
  await careBatches.finish({ id: batch.id, revision: batch.revision })
  const asked = { unitId: null, from: null, to: null, occasions: [], dimensions: [], offset: 0, limit: 9 }
  const { rows } = await careRecords.list({ ...asked, cadreId: keep })
  expect(rows.map(({ moneyFen }) => moneyFen).toSorted((a, b) => a - b)).toEqual([20_000, 50_000])
})
