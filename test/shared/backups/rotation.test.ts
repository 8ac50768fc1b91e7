import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { BackupKind } from '../../../src/shared/backups/backups'
import { defaultRotation, type Kept, outdated } from '../../../src/shared/backups/rotation.rules'

const one = (at: string, more: Partial<Kept> = {}): Kept => ({ id: at, at, kind: 'hourly', good: true, ...more })
const small = { hours: 2, days: 2, weeks: 1, months: 1, least: 1, beforeChanges: 1 }

describe('which backups may go', () => {
  const cases: [string, Kept[], string[]][] = [
    ['none', [], []],
    ['a single one stays', [one('2030-01-02T03:00:00Z')], []],
    [
      'the newest of an hour stands for it',
      [one('2030-01-02T03:10:00Z'), one('2030-01-02T03:50:00Z')],
      ['2030-01-02T03:10:00Z'],
    ],
    [
      'two hours, then the days before',
      [
        one('2029-12-30T09:00:00Z'),
        one('2030-01-01T09:00:00Z'),
        one('2030-01-02T07:00:00Z'),
        one('2030-01-02T08:00:00Z'),
        one('2030-01-02T09:00:00Z'),
      ],
      ['2029-12-30T09:00:00Z', '2030-01-02T07:00:00Z'],
    ],
    [
      'what was made by hand never goes',
      [one('2020-01-01T00:00:00Z', { kind: 'manual' }), one('2030-01-02T09:00:00Z'), one('2030-01-02T10:00:00Z')],
      [],
    ],
    [
      'a damaged one takes no place and goes once a newer good one is there',
      [one('2030-01-02T08:00:00Z'), one('2030-01-02T09:00:00Z', { good: false }), one('2030-01-02T10:00:00Z')],
      ['2030-01-02T09:00:00Z'],
    ],
    [
      'a damaged one stays while it is the newest',
      [one('2030-01-02T08:00:00Z'), one('2030-01-02T09:00:00Z', { good: false })],
      [],
    ],
    [
      'of those before an import so many stay, of those before a migration as many',
      [
        one('2030-01-01T08:00:00Z', { kind: 'import' }),
        one('2030-01-01T09:00:00Z', { kind: 'migration' }),
        one('2030-01-02T08:00:00Z', { kind: 'import' }),
      ],
      ['2030-01-01T08:00:00Z'],
    ],
  ]
  test.each(cases)('%s', (_name, backups, gone) => expect(outdated(backups, small)).toEqual(gone))
})

const kinds: BackupKind[] = ['manual', 'hourly', 'daily', 'quit', 'migration', 'rekey', 'import', 'restore']
const backups = fc.uniqueArray(
  fc.record({
    at: fc
      .date({ min: new Date('2028-01-01'), max: new Date('2030-01-01'), noInvalidDate: true })
      .map(at => at.toISOString()),
    kind: fc.constantFrom(...kinds),
    good: fc.boolean(),
  }),
  { selector: ({ at }) => at, maxLength: 120 },
)

test('three good ones always stay, the newest good one among them; what went once need not be asked again', () =>
  fc.assert(
    fc.property(backups, made => {
      const all = made.map(each => ({ ...each, id: each.at }))
      const gone = new Set(outdated(all, defaultRotation))
      const left = all.filter(({ id }) => !gone.has(id))
      const good = all.filter(each => each.good)
      const newest = good
        .map(({ at }) => at)
        .toSorted()
        .at(-1)
      expect(left.filter(each => each.good).length).toBeGreaterThanOrEqual(Math.min(3, good.length))
      if (newest !== undefined) expect(gone.has(newest)).toBe(false)
      expect(outdated(left, defaultRotation)).toEqual([])
    }),
  ))
