import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import type { CadreId } from '../../../src/shared/cadres/cadres'
import { PartialDate } from '../../../src/shared/dates/partial-date'
import { HonourFacts } from '../../../src/shared/honours/honours'
import { tempFolder } from '../../helpers/folders'
import { day, type Season, season } from './season'

const job = { owner: '宣传部', dueOn: null, state: '进行中' as const, doneOn: null, evidence: '', progress: '在拍' }

test('the ten stand there from the first day; what is done has a day and evidence', async () => {
  const { api, campaign } = await season()
  const board = async () => api.campaigns.board({ id: campaign.id })
  expect((await board()).actions.map(({ state }) => state)).toEqual(Array.from({ length: 10 }, () => '未开始'))
  const film = { campaignId: campaign.id, key: 'film' as const }
  await api.campaigns.setAction({ ...film, revision: 0, facts: job })
  await expect(
    api.campaigns.setAction({ ...film, revision: 1, facts: { ...job, state: '已完成', doneOn: day('2026-03-01') } }),
  ).rejects.toMatchObject({ message: '已完成的，写凭据，如文号、片名' })
  await expect(api.campaigns.setAction({ ...film, revision: 0, facts: job })).rejects.toMatchObject({
    code: 'conflict',
  })
  expect((await board()).actions[2]).toMatchObject({ key: 'film', owner: '宣传部', state: '进行中', revision: 1 })
})

/** The person is honoured by the register on 1 February 2025, with one stop, one stay and one post after it. */
async function honoured({ api, campaign, people }: Season): Promise<CadreId> {
  const cadreId = people.clean
  const { revision } = await api.cadres.get({ id: cadreId })
  await api.cadres.change({
    id: cadreId,
    revision,
    reason: '',
    changes: [
      { field: 'assessments', value: [2023, 2024, 2025].map(year => ({ year, grade: '优秀' })) },
      {
        field: 'posts',
        value: [
          {
            unitId: null,
            unitName: '云泽区石桥镇',
            title: '党委书记',
            level: '',
            role: '主职',
            memberKind: '',
            teamOrder: null,
            appointedOn: PartialDate.parse('2025-09'),
            appointedBy: '',
            appointMode: '',
            status: '在任',
            removedOn: null,
            removedBy: '',
          },
        ],
      },
    ],
  })
  await api.honours.add(
    HonourFacts.parse({
      holder: 'person',
      cadreId,
      unitId: null,
      holderName: '',
      members: [],
      name: '“出彩型”好干部',
      kind: '出彩型',
      level: '区',
      authority: '中共云泽区委',
      nature: '党委',
      on: '2025-02-01',
      documentNo: '云发〔2025〕2号',
      documentTitle: '',
      ground: null,
      bonusFen: null,
      certificateNo: '',
      medalNo: '',
      handedOn: null,
      handedNote: '',
      deeds: '整治云溪河',
      evidence: '',
      publicity: '',
      posthumous: false,
    }),
  )
  await api.campaigns.putStop({
    campaignId: campaign.id,
    id: null,
    revision: 0,
    facts: {
      place: '云泽大学',
      on: day('2025-10-10'),
      topic: '一线最长本事',
      speakers: [{ cadreId, name: '' }],
      audience: 320,
      feedback: '',
    },
  })
  const stay = { year: 2025, kind: '疗休养' as const, from: day('2025-06-10'), to: day('2025-06-14'), days: 5 }
  await api.entitlements.add({ takes: [{ cadreId, ...stay, place: '望湖' }], checks: [] })
  await api.campaigns.putPromotion({
    campaignId: campaign.id,
    id: null,
    revision: 0,
    facts: { cadreId, on: day('2026-01-15'), post: '副区长' },
  })
  return cadreId
}

test('from deed to use: grades around the honour, and the talk, the stay and the posts that followed it', async () => {
  const all = await season()
  const { api } = all
  const cadreId = await honoured(all)
  const { rows, total } = await api.campaigns.trace({ campaignId: null, year: 2025, offset: 0, limit: 10 })
  expect(total).toBe(1)
  expect(rows[0]).toMatchObject({ deeds: '整治云溪河', honour: '“出彩型”好干部', shownName: '单雄信' })
  expect(rows[0]?.people).toEqual([
    {
      cadreId,
      name: '单雄信',
      post: '',
      grades: [2024, 2025].map(year => ({ year, grade: '优秀' })),
      talks: [{ on: '2025-10-10', words: '云泽大学' }],
      retreats: [{ on: '2025-06-10', words: '望湖，5 天' }],
      posts: [
        { on: '2025-09', words: '云泽区石桥镇党委书记' },
        { on: '2026-01-15', words: '副区长' },
      ],
    },
  ])
  expect((await api.campaigns.trace({ campaignId: null, year: 2024, offset: 0, limit: 10 })).total).toBe(0)
})

test('the trace leaves as a table with its number, and the register counts whose names stand on it', async () => {
  const all = await season()
  await honoured(all)
  const path = join(tempFolder(), '一览.csv')
  all.files.grant('t', path)
  const { entry } = await all.api.campaigns.saveTable({
    table: { of: 'trace', campaignId: null, year: null },
    reason: '部务会研究',
    recipient: '',
    as: 'csv',
    target: 't',
  })
  expect(entry).toMatchObject({ kind: 'campaigns-csv', people: 1, outcome: 'done' })
  const text = readFileSync(path, 'utf8')
  expect(text).toContain('整治云溪河')
  expect(text).toContain('2026.01.15 副区长')
})

test('what the tour counts, and rows that follow a person whose files become one', async () => {
  const { api, campaign, people, unitId, nominate } = await season()
  const cadreId = people.clean
  const row = { campaignId: campaign.id, id: null, revision: 0 }
  const stop = { place: '云泽大学', on: day('2026-03-01'), topic: '', audience: 320, feedback: '' }
  await api.campaigns.putStop({ ...row, facts: { ...stop, speakers: [{ cadreId, name: '' }] } })
  await api.campaigns.putPromotion({ ...row, facts: { cadreId, on: day('2026-03-02'), post: '副区长' } })
  await nominate({ cadreId })
  await nominate({ kind: 'team', name: '云溪河整治专班', members: [{ cadreId, name: '', part: '' }] })
  const board = await api.campaigns.board({ id: campaign.id })
  expect(board.actions.find(({ key }) => key === 'tour')?.counted).toBe('1 场，听众 320 人次')
  expect(board.actions.find(({ key }) => key === 'promotion')?.counted).toBe('1 人')
  const twin = (await api.cadres.add({ name: '单雄信', birth: '1980-05', unitId })).cadre.id
  const revision = async (id: CadreId) => (await api.cadres.get({ id })).revision
  await api.duplicates.merge({
    keep: twin,
    drop: cadreId,
    revisions: { keep: await revision(twin), drop: await revision(cadreId) },
    sides: [],
    takePhoto: false,
    reason: '同一人',
  })
  const after = await api.campaigns.board({ id: campaign.id })
  expect(after.stops[0]?.speakers).toEqual([{ cadreId: twin, name: '单雄信' }])
  expect(after.promotions[0]?.cadreId).toBe(twin)
  const [person, team] = await api.campaigns.nominees({ id: campaign.id })
  expect([person?.cadreId, team?.members[0]?.cadreId]).toEqual([twin, twin])
  const [merge] = (await api.cadres.history({ id: twin })).filter(({ kind }) => kind === 'merge')
  await api.cadres.undo({ id: twin, changeSetId: merge?.id ?? '' })
  expect((await api.campaigns.nominees({ id: campaign.id }))[0]?.cadreId).toBe(cadreId)
})
