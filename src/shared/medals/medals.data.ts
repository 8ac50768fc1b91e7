import type { Basis } from '../basis/basis'

/** The work of an award year in the order in which it is done; the day is that by which it is usually done. Source: rule book 8B care.party50, and the usual course. */
export const medalSteps = [
  { key: 'screen', title: '排查摸底', by: '05-15' },
  { key: 'verify', title: '核对档案', by: '05-31' },
  { key: 'publish', title: '公示', by: '06-08' },
  { key: 'report', title: '审定上报', by: '06-15' },
  { key: 'fetch', title: '领取纪念章', by: '06-20' },
  { key: 'award', title: '七一前颁发', by: '07-01' },
  { key: 'file', title: '台账归档', by: '07-31' },
] as const
export const medalStepKeys = medalSteps.map(({ key }) => key) as [MedalStepKey, ...MedalStepKey[]]
export type MedalStepKey = (typeof medalSteps)[number]['key']
export const stepsBasis: Basis = { source: '“光荣在党50年”纪念章颁发工作的通常做法', status: 'MEMORY' }

/** Who a medal is asked for by those that the file says left. Source: rule book 5.6, 5.7. */
export const reviewBasis: Basis = { source: '“光荣在党50年”纪念章颁发的通常掌握口径', status: 'MEMORY' }
export const probationBasis: Basis = { source: '党章和党纪处分条例关于留党察看的规定', status: 'CONFIRMED(S)' }

/** What the register of honours says of every medal. */
export const medalHonour = {
  name: '“光荣在党50年”纪念章',
  authority: '中共中央',
  kind: '纪念章',
  level: '国家',
  nature: '党委',
} as const
