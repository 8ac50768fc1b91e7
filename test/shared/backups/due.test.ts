import { describe, expect, test } from 'vitest'
import type { BackupState } from '../../../src/shared/backups/backups'
import { backupWarnings, dueBackup, isLookDue } from '../../../src/shared/backups/due.rules'
import { defaultBackupSettings } from '../../../src/shared/backups/rotation.rules'

/** Noon, so that an hour either way is the same day in every time zone. */
const NOON = new Date(2030, 0, 2, 12).getTime()
const at = (hours: number): string => new Date(NOON + hours * 3_600_000).toISOString()
const both = { hourly: true, daily: true }

describe('which automatic backup is due', () => {
  const cases: [string, string | null, boolean, { hourly: boolean; daily: boolean }, string | null][] = [
    ['nothing was written', null, false, both, null],
    ['the first of all', null, true, both, 'daily'],
    ['the first of the day', at(-20), true, both, 'daily'],
    ['within the hour', at(-0.9), true, both, null],
    ['an hour after the last', at(-1), true, both, 'hourly'],
    ['an hour later, with nothing new', at(-1), false, both, null],
    ['daily switched off: an hour has passed', at(-20), true, { hourly: true, daily: false }, 'hourly'],
    ['hourly switched off, the same day', at(-3), true, { hourly: false, daily: true }, null],
    ['hourly switched off, the next day', at(-30), true, { hourly: false, daily: true }, 'daily'],
    ['both switched off', null, true, { hourly: false, daily: false }, null],
    ['the clock was set back an hour', at(1), true, both, 'hourly'],
    ['the clock was set back ten years', at(87_600), true, both, 'daily'],
  ]
  test.each(cases)('%s', (_name, last, changed, settings, due) =>
    expect(dueBackup(NOON, last, changed, settings)).toBe(due),
  )
})

describe('what has to be said', () => {
  const state = (more: Partial<BackupState>): BackupState => ({
    lastGoodAt: at(-1),
    changed: true,
    second: null,
    running: false,
    failure: null,
    damage: null,
    settings: defaultBackupSettings,
    ...more,
  })
  const second = (lastGoodAt: string | null, there: boolean) => ({ folder: 'E:\\', there, lastGoodAt })
  const cases: [string, Partial<BackupState>, [string, boolean][]][] = [
    ['all is well', {}, []],
    ['none yet, and nothing to lose', { lastGoodAt: null, changed: false }, []],
    ['none yet', { lastGoodAt: null }, [['还没有备份', false]]],
    ['six days old', { lastGoodAt: at(-24 * 7 + 1) }, []],
    ['seven days old', { lastGoodAt: at(-24 * 7) }, [['最近一份完好的备份是 7 天前的', true]]],
    ['old, but nothing was written since', { lastGoodAt: at(-24 * 90), changed: false }, []],
    ['the second place is empty', { second: second(null, true) }, [['第二备份位置还没有备份', false]]],
    [
      'the second place is away',
      { second: second(at(-24 * 8), false) },
      [['第二备份位置的备份是 8 天前的，请接上移动盘', true]],
    ],
    ['the second place is up to date', { second: second(at(-1), true) }, []],
    ['the last one failed', { failure: '自动备份没有成功：磁盘空间不足' }, [['自动备份没有成功：磁盘空间不足', true]]],
  ]
  test.each(cases)('%s', (_name, more, said) =>
    expect(backupWarnings(state(more), NOON).map(({ text, alarm }) => [text, alarm])).toEqual(said),
  )
})

test.each([
  ['never looked', null, true],
  ['six days ago', at(-24 * 6), false],
  ['seven days ago', at(-24 * 7), true],
  ['in the future, by a clock that was set back', at(1), true],
] as const)('looking through the store: %s', (_name, last, due) => expect(isLookDue(NOON, last)).toBe(due))
