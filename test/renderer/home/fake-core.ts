import type { Account, Proposal, ProposedChange } from '../../../src/shared/accounts/accounts'
import type { AuditEntry, AuditSeal, AuditVerdict } from '../../../src/shared/audit/audit'
import { contract } from '../../../src/shared/contract'
import type { Bridge, CoreEvent, Request } from '../../../src/shared/ipc/client'
import { CANCEL } from '../../../src/shared/ipc/client'
import { endpointOf } from '../../../src/shared/ipc/define'
import type { SecurityPolicy } from '../../../src/shared/policy/policy'
import { AppError, type Result } from '../../../src/shared/result'
import type { Unit, UnitId } from '../../../src/shared/units/units'
import * as invented from './invented'

export interface FakeState {
  accounts: Account[]
  proposals: Proposal[]
  units: Unit[]
  policy: SecurityPolicy
  notices: unknown[]
  lines: AuditEntry[]
  seals: AuditSeal[]
  verdict: AuditVerdict
  drafts: Map<string, { body: string; savedAt: string }>
}

export const newState = (more: Partial<FakeState> = {}): FakeState => ({
  accounts: [...invented.accounts],
  proposals: [...invented.proposals],
  units: [...invented.units],
  policy: invented.policy,
  notices: [],
  lines: Array.from({ length: 1200 }, (_, index) => invented.auditLine(1200 - index)),
  seals: [
    {
      seq: 1101,
      code: '7f3a9c0e52d14b8866aa01fe93bc7720',
      at: invented.daysAgo(4),
      auditorName: '姜怀瑾',
      note: '按周封存',
    },
    { seq: 702, code: 'e1905b7c33d84f02a6119cbb5ee08a4d', at: invented.daysAgo(11), auditorName: '姜怀瑾', note: '' },
  ],
  verdict: { checked: 1200, problem: null, clockSetBack: [], unreadable: [] },
  drafts: new Map(),
  ...more,
})

/** What was called, so that a test can say what a button asked for. */
export interface FakeCore extends Bridge {
  readonly state: FakeState
  readonly calls: { channel: string; input: unknown }[]
  emit(event: CoreEvent): void
}

/** A core in memory that is just good enough to show pages: no rules, no rights, no store. The real one has its own tests. */
export function createFakeCore(state: FakeState = newState(), jobMs = 0): FakeCore {
  const listeners = new Set<(event: CoreEvent) => void>()
  const calls: FakeCore['calls'] = []
  const emit = (event: CoreEvent): void => {
    for (const listener of listeners) listener(event)
  }
  const cancelled = new Set<string>()

  const renumber = (parentId: UnitId): void => {
    const order = state.units.filter(unit => unit.parentId === parentId).toSorted((a, b) => a.position - b.position)
    state.units = state.units.map(unit =>
      unit.parentId === parentId ? { ...unit, position: order.indexOf(unit) } : unit,
    )
  }
  const matching = (filter: {
    outcome: string | null
    feature: string | null
    accountId: string | null
    text: string
  }): AuditEntry[] =>
    state.lines.filter(
      line =>
        (filter.outcome === null || line.outcome === filter.outcome) &&
        (filter.feature === null || line.channel.startsWith(`${filter.feature}.`)) &&
        (filter.accountId === null || line.accountId === filter.accountId) &&
        JSON.stringify(line).includes(filter.text),
    )
  async function job(id: string, total: number): Promise<void> {
    for (let step = 0; step <= 20; step++) {
      if (cancelled.has(id)) throw new AppError('cancelled', '已取消')
      emit({ kind: 'progress', id, done: Math.round((total * step) / 20), total, note: '正在逐行校验' })
      await new Promise(resolve => setTimeout(resolve, jobMs / 20))
    }
  }

  const handlers: Record<string, (input: never, id: string) => unknown> = {
    'session.state': () => ({ kind: 'open', session: invented.sessionOf(4) }),
    'accounts.list': () => state.accounts,
    'accounts.proposals': () => state.proposals,
    'accounts.revealPhone': () => ({ phone: '138 0000 0000' }),
    'accounts.propose': ({ change, reason }: { change: ProposedChange; reason: string }) => {
      const made = invented.proposal(state.proposals.length + 50, change, {
        reason,
        proposedAt: new Date().toISOString(),
      })
      state.proposals = [...state.proposals, made]
      return made
    },
    'accounts.withdraw': ({ id }: { id: string }) => {
      state.proposals = state.proposals.filter(proposal => proposal.id !== id)
      return {}
    },
    'accounts.disable': ({ id }: { id: string }) => {
      state.accounts = state.accounts.map(account => (account.id === id ? { ...account, state: 'disabled' } : account))
      return state.accounts.find(account => account.id === id)
    },
    'accounts.unlock': ({ id }: { id: string }) => {
      state.accounts = state.accounts.map(account => (account.id === id ? { ...account, lockedOut: false } : account))
      return state.accounts.find(account => account.id === id)
    },
    'accounts.decide': ({ id, accept, reason }: { id: string; accept: boolean; reason: string }) => {
      state.proposals = state.proposals.map(proposal =>
        proposal.id === id
          ? {
              ...proposal,
              state: accept ? 'accepted' : 'rejected',
              decidedByName: '方汀兰',
              decidedAt: new Date().toISOString(),
              decisionReason: reason,
            }
          : proposal,
      )
      const proposal = state.proposals.find(other => other.id === id)
      const gives = accept && (proposal?.change.kind === 'open' || proposal?.change.kind === 'reset')
      return { proposal, initialPassword: gives ? 'Kw7-mpXe-43Rt' : null }
    },
    'policy.get': () => state.policy,
    'policy.change': ({ policy }: { policy: SecurityPolicy }) => {
      state.policy = policy
      return policy
    },
    'units.tree': () => state.units,
    'posts.unit': ({ unitId }: { unitId: UnitId }) => ({
      facts: { unitId, kind: '', nature: '', level: '', code: '', approvedStaff: null },
      posts: [],
      others: [],
      team: [],
      numbers: { approved: 0, actual: 0, vacant: 0, over: 0 },
      withoutPost: 0,
    }),
    'units.add': ({ parentId, name }: { parentId: UnitId; name: string }) => {
      const unit: Unit = {
        id: invented.unitId(500 + state.units.length),
        parentId,
        name,
        position: state.units.filter(other => other.parentId === parentId).length,
      }
      state.units = [...state.units, unit]
      return unit
    },
    'units.rename': ({ id, name }: { id: UnitId; name: string }) => {
      state.units = state.units.map(unit => (unit.id === id ? { ...unit, name } : unit))
      return state.units.find(unit => unit.id === id)
    },
    'units.move': ({ id, parentId, position }: { id: UnitId; parentId: UnitId; position: number }) => {
      const was = state.units.find(unit => unit.id === id)
      const place = was?.parentId === parentId && was.position < position ? position + 0.5 : position - 0.5
      state.units = state.units.map(unit => (unit.id === id ? { ...unit, parentId, position: place } : unit))
      renumber(parentId)
      return state.units.find(unit => unit.id === id)
    },
    'units.remove': ({ id }: { id: UnitId }) => {
      state.units = state.units.filter(unit => unit.id !== id)
      return {}
    },
    'notices.list': () => state.notices,
    'interviews.list': () => ({ rows: [], total: 0 }),
    'desks.figures': () => ['惑', '困', '老'].map(desk => ({ desk, open: 0, late: 0, today: 0, answered: 0 })),
    'promises.list': () => ({ rows: [], total: 0 }),
    'talkRules.due': () => ({ rows: [], total: 0, counts: {} }),
    'careRules.due': () => ({
      rows: [],
      total: 0,
      counts: {},
      near: { late: 0, today: 0, week: 0 },
      unknownYears: [],
    }),
    'careCoverage.figures': () => ({ people: 0, quiet: 0, never: 0, frontline: 0, frontlineMissed: 0 }),
    'talkRules.coverage': () => ({ months: [], bands: [], people: 0, reached: 0 }),
    'drafts.get': ({ key }: { key: string }) => state.drafts.get(key) ?? null,
    'drafts.save': ({ key, body }: { key: string; body: string }) => {
      const savedAt = new Date().toISOString()
      state.drafts.set(key, { body, savedAt })
      return { savedAt }
    },
    'drafts.discard': ({ key }: { key: string }) => {
      state.drafts.delete(key)
      return {}
    },
    'audit.list': (input: Parameters<typeof matching>[0] & { before: number | null; limit: number }) => {
      const all = matching(input)
      const { before, limit } = input
      return { entries: all.filter(({ seq }) => before === null || seq < before).slice(0, limit), total: all.length }
    },
    'audit.facets': () => ({
      accounts: state.accounts.map(({ id, name }) => ({ id, name })),
      features: [
        { feature: 'session', title: '登录和密码' },
        { feature: 'accounts', title: '账户' },
        { feature: 'policy', title: '安全策略' },
        { feature: 'audit', title: '审计' },
        { feature: 'units', title: '单位' },
      ],
    }),
    'audit.seals': () => state.seals,
    'audit.seal': ({ note }: { note: string }) => {
      const seal = {
        seq: state.lines[0]?.seq ?? 0,
        code: '4c18d09e77f2a35b6610efcd28b94a07',
        at: new Date().toISOString(),
        auditorName: '姜怀瑾',
        note,
      }
      state.seals = [seal, ...state.seals]
      return seal
    },
    'audit.review': () => ({}),
    'audit.verify': async (_, id) => {
      await job(id, state.lines.length)
      return state.verdict
    },
    'audit.export': async (_, id) => {
      await job(id, state.lines.length)
      return { lines: state.lines.length, sha256: '9f'.repeat(32) }
    },
    'shell.print': () => ({ printed: true }),
    'shell.chooseSaveFile': () => ({ token: 'token', place: '桌面/审计日志-20261123.jsonl' }),
  }

  async function invoke({ id, channel, input }: Request): Promise<Result<unknown>> {
    calls.push({ channel, input })
    if (channel === CANCEL) {
      cancelled.add(String(input))
      return { ok: true, value: {} }
    }
    const handler = handlers[channel]
    if (!handler) return { ok: false, error: { code: 'internal', message: `没有 ${channel}` } }
    try {
      const value = await handler(input as never, id)
      const kind = endpointOf(contract, channel)?.kind
      const quiet = kind === 'query' || kind === 'scratch' || kind === 'shell' || channel === 'audit.verify'
      if (!quiet) emit({ kind: 'changed', feature: channel.split('.')[0] ?? '' })
      return { ok: true, value }
    } catch (error) {
      const known = error instanceof AppError ? error : new AppError('internal', String(error))
      return { ok: false, error: { code: known.code, message: known.message } }
    }
  }
  return {
    state,
    calls,
    emit,
    invoke,
    on: listener => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}
