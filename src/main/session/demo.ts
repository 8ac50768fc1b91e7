import { randomBytes } from 'node:crypto'
import type { PartialDate } from '../../shared/dates/partial-date'
import { today } from '../../shared/dates/today'
import type { CoreEvent } from '../../shared/ipc/client'
import type { DemoSize } from '../../shared/ipc/core-protocol'
import type { Channel } from '../../shared/ipc/define'
import { AppError } from '../../shared/result'
import type { NewStore } from '../../shared/session/session'
import { createCommits } from '../ipc/commit'
import type { Clock, Commit } from '../ipc/contexts'
import type { Gatehouse } from './gatehouse'

const accounts = [
  { role: 'sysadmin', login: 'xitong', name: '程砚秋', holder: '0101', department: '信息科' },
  { role: 'secadmin', login: 'baomi', name: '沈静川', holder: '0102', department: '办公室' },
  { role: 'auditor', login: 'shenji', name: '贺知微', holder: '0103', department: '研究室' },
  { role: 'officer', login: 'ganshi', name: '陆听松', holder: '0104', department: '干部科' },
] as const

/** A password that nobody is told: the demo signs itself in and is deleted when it is left. */
const password = `Dd9#${randomBytes(12).toString('base64url')}`

const seed = '澄州'
const sizes: Record<DemoSize, number> = { district: 300, city: 10_000 }
/** In so many files a mistake is planted, so that checking has something to find. */
const mistakes = 0.03
/** So many people are in before the page opens; the others come while it is used. */
const AT_ONCE = 300
/** The page is told of new people this often, and not at every slice. */
const TELL_EACH = 500

export interface DemoOptions {
  readonly gatehouse: Gatehouse
  readonly clock: Clock
  readonly size: DemoSize
  emit(event: CoreEvent): void
  /** Called while people come in after the page has opened. */
  readonly progress?: (done: number, total: number) => void
}

/**
 * Builds the demo store and signs its officer in. Everything in it is invented: the city, its units, its people.
 * @returns what settles when everybody is in
 */
export async function openDemo({
  gatehouse,
  clock,
  size,
  emit,
  progress,
}: DemoOptions): Promise<{ whole: Promise<void> }> {
  // Only a demo needs its generator.
  const { createCity } = await import('../demo/city')
  const { knownPeople } = await import('../demo/known')
  const { loadParts, loadPeople, loadUnits } = await import('../demo/load')
  const on = today(new Date(clock.now())).slice(0, 7) as PartialDate
  const city = createCity({ seed, people: sizes[size], on, mistakes, known: knownPeople })
  const input: NewStore = {
    unit: city.root.name,
    profile: 'internal',
    accounts: accounts.map(account => ({ ...account, password })),
  }
  await gatehouse.create(input, true)
  await gatehouse.signIn({ login: 'ganshi', password, acceptClock: false })
  const isOver = (): boolean => gatehouse.store === undefined
  let [told, done] = [0, 0]
  const commits = createCommits(clock, event => {
    if (done - told < TELL_EACH) return
    told = done
    emit(event)
  })
  const commitAs = (channel: Channel): Commit => {
    if (!gatehouse.store) throw new AppError('signed-out', '已锁定，请先登录')
    return commits(gatehouse.store, channel)
  }
  const come = (count: number): void => {
    done = count
    progress?.(count, city.size)
  }
  const loading = { city, commitAs, isOver, progress: come }
  await loadUnits(loading)
  await loadPeople(loading, 0, AT_ONCE)
  const rest = async (): Promise<void> => {
    await loadPeople(loading, AT_ONCE, city.size)
    if (isOver()) return
    await loadParts(loading)
    emit({ kind: 'changed', feature: 'cadres' })
  }
  // Whoever leaves the demo while people come in ends it.
  return { whole: rest().catch((error: unknown) => (isOver() ? undefined : Promise.reject(error))) }
}
