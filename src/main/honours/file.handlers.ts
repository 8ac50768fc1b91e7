import type { Cadre, CadreId } from '../../shared/cadres/cadres'
import { type Honour, HonourFacts, HonourId } from '../../shared/honours/honours'
import { differences, rewardOf } from '../../shared/honours/match.rules'
import { natureFrom } from '../../shared/honours/presets.rules'
import { AppError } from '../../shared/result'
import * as cadres from '../cadres/cadres.repo'
import { keep } from '../cadres/history'
import type { CommandContext, CoreHandlers } from '../ipc/contexts'
import { batches, keepBatch, undoBatch } from './batches.repo'
import { compared } from './file.repo'
import * as repo from './honours.repo'

/** The most rewards that a file holds. */
const MOST_ROWS = 200

/** What an honour that came without its document is not known to be. */
export const unknownFacts = {
  holder: 'person',
  unitId: null,
  holderName: '',
  members: [],
  documentNo: '',
  documentTitle: '',
  ground: null,
  bonusFen: null,
  certificateNo: '',
  medalNo: '',
  handedOn: null,
  handedNote: '',
  deeds: '',
  evidence: '',
  publicity: '',
  posthumous: false,
} as const

/** The own honours of persons, by person. @throws AppError refused for what belongs to nobody's file */
async function byPerson({ db, caller }: CommandContext, ids: readonly HonourId[]): Promise<Map<CadreId, Honour[]>> {
  const people = new Map<CadreId, Honour[]>()
  for (const id of new Set(ids)) {
    const honour = await repo.get(db, caller, id)
    if (honour.cadreId === null) throw new AppError('refused', `“${honour.name}”没有挂在一个人的档案上`)
    people.set(honour.cadreId, [...(people.get(honour.cadreId) ?? []), honour])
  }
  return people
}

/** Changes the rewards of files, a step each, under one number by which they are taken back together. */
async function changeFiles(
  context: CommandContext,
  { ids, reason }: { ids: readonly HonourId[]; reason: string },
  rewardsAfter: (cadre: Cadre, honours: readonly Honour[]) => Cadre['rewards'],
) {
  const { db, caller, newId, record } = context
  const batchId = newId()
  let count = 0
  for (const [cadreId, honours] of await byPerson(context, ids)) {
    const { cadre, revision, trashedAt } = await cadres.get(db, caller.scope, cadreId)
    if (trashedAt !== null) throw new AppError('refused', `${cadre.name}的档案在回收站里，先恢复再写`)
    const rewards = rewardsAfter(cadre, honours)
    if (rewards.length > MOST_ROWS) throw new AppError('refused', `一份档案最多 ${MOST_ROWS} 条奖励`)
    if (rewards === cadre.rewards) continue
    await keep(context, cadre, { ...cadre, rewards }, revision + 1, { kind: 'change', reason, batchId })
    count += 1
  }
  record({ subject: 'honours:files', reason, details: `${count} 份档案` })
  return { batchId, count }
}

type FileHandlers = Pick<
  CoreHandlers['honours'],
  'inFile' | 'inRegister' | 'adopt' | 'toFile' | 'fromFile' | 'batches' | 'undoBatch'
>

export const fileHandlers: FileHandlers = {
  async inFile({ db, caller }, { offset, limit, ...where }) {
    const { inFile } = await compared(db, caller, where)
    return { rows: inFile.slice(offset, offset + limit), total: inFile.length }
  },
  async inRegister({ db, caller }, { offset, limit, ...where }) {
    const { inRegister } = await compared(db, caller, where)
    return { rows: inRegister.slice(offset, offset + limit), total: inRegister.length }
  },

  async adopt(context, { items }) {
    const { db, caller, now, newId, record } = context
    const batchId = newId()
    const at = new Date(now()).toISOString()
    record({ subject: `honours:${batchId}`, details: `从档案登记 ${items.length} 项` })
    for (const { cadreId, row, kind, level } of items) {
      const { cadre } = await cadres.get(db, caller.scope, cadreId)
      if (!cadre.rewards.some(each => each.on === row.on && each.name === row.name && each.authority === row.authority))
        throw new AppError('conflict', `${cadre.name}的档案刚改过，请再看一次`)
      const { authority, name, on } = row
      const nature = natureFrom(authority)
      const facts = HonourFacts.parse({ ...unknownFacts, cadreId, name, on, authority, nature, kind, level })
      await repo.insert(db, HonourId.parse(newId()), facts, { caller, at, campaignId: null, batchId })
    }
    return keepBatch(context, { id: batchId, what: 'adopt', words: '档案里的奖励', count: items.length })
  },

  toFile: (context, order) =>
    changeFiles(context, order, ({ rewards, name }, honours) => {
      if (honours.some(({ revoked }) => revoked)) throw new AppError('refused', `${name}的荣誉里有已撤销的，不写进档案`)
      const rows = honours.map(rewardOf)
      const { inRegister } = differences(rewards, rows)
      if (inRegister.length === 0) return rewards
      return [...rewards, ...inRegister].toSorted((a, b) => (a.on ?? '9').localeCompare(b.on ?? '9'))
    }),

  fromFile: (context, order) =>
    changeFiles(context, order, ({ rewards }, honours) => {
      if (honours.some(({ revoked }) => !revoked)) throw new AppError('refused', '只移出已经撤销的荣誉')
      const gone = new Set(differences(rewards, honours.map(rewardOf)).pairs.map(([row]) => row))
      return gone.size === 0 ? rewards : rewards.filter(row => !gone.has(row))
    }),

  batches: ({ db }) => batches(db),
  undoBatch,
}
