import { timelineEntry } from '../../shared/cadres/timeline'
import { wholeRegister } from '../../shared/honours/honours'
import { differences, rewardOf } from '../../shared/honours/match.rules'
import type { TimelineSource } from '../cadres/timeline'
import * as repo from './honours.repo'

/** 出彩型 in force is said beside the name. */
const TAGGED = '出彩型'

/** Honours of one person and of teams. What the file's own rewards tell already is not told twice. */
export const honoursTimeline: TimelineSource = {
  needs: 'honours.read',
  async find({ db, caller }, cadre) {
    const asked = { ...wholeRegister, cadreId: cadre.id, revoked: true, offset: 0, limit: 200 }
    const { rows } = await repo.list(db, caller, asked)
    const own = rows.filter(({ cadreId }) => cadreId === cadre.id)
    const told = rows.map(honour => ({ ...rewardOf(honour), honour }))
    const filed = new Set(
      differences(
        cadre.rewards,
        told.filter(({ honour }) => own.includes(honour)),
      ).pairs.map(([, { honour }]) => honour),
    )
    const tagged = rows.find(({ kind, revoked }) => kind === TAGGED && revoked === null)
    return rows
      .filter(honour => honour === tagged || honour.revoked !== null || !filed.has(honour))
      .map(honour => {
        const part = honour.members.find(({ cadreId }) => cadreId === cadre.id)?.part ?? ''
        const team = honour.holder === 'team' ? `${honour.shownName}${part === '' ? '' : `，${part}`}` : ''
        return timelineEntry({
          id: honour.id,
          kind: '荣誉',
          stamp: '荣',
          title: honour.revoked ? `${honour.name}（已撤销）` : honour.name,
          detail: [team, honour.authority, honour.documentNo]
            .filter(words => words !== '')
            .join('　')
            .slice(0, 600),
          on: honour.on,
          side: 'care',
          state: 'done',
          tag: honour === tagged ? TAGGED : null,
          tab: 'honours',
        })
      })
  },
}
