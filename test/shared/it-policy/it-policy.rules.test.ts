import { expect, test } from 'vitest'
import {
  itHoldWords,
  mayAdoptUnder,
  mayLeave,
  mayUseFolder,
  tightened,
} from '../../../src/shared/it-policy/it-policy.rules'
import { defaultPolicy } from '../../../src/shared/policy/policy.rules'

const unit = { ...defaultPolicy('internal'), soundRecording: true }

test.each([
  ['nothing settled', {}, unit],
  ['a stricter lock holds', { idleSeconds: 120 }, { ...unit, idleSeconds: 120 }],
  ['a looser lock does not', { idleSeconds: 900 }, unit],
  ['a stronger mark holds', { watermarkOpacityPercent: 9 }, { ...unit, watermarkOpacityPercent: 9 }],
  ['a weaker mark does not', { watermarkOpacityPercent: 3 }, unit],
  ['recording is forbidden', { recordingAllowed: false }, { ...unit, soundRecording: false }],
  ['recording is not granted, only left', { recordingAllowed: true }, unit],
])('%s', (_what, limits, holds) => expect(tightened(unit, limits)).toEqual(holds))

test('what IT allows the unit may still forbid', () => {
  expect(tightened({ ...unit, soundRecording: false }, { recordingAllowed: true }).soundRecording).toBe(false)
})

test.each([
  ['nothing settled', {}, 'plain', true],
  ['nothing leaves', { exportAllowed: false }, 'plain', false],
  ['nothing leaves, sealed or not', { exportAllowed: false }, 'sealed', false],
  ['plain files stay', { plainExportAllowed: false }, 'plain', false],
  ['sealed ones go', { plainExportAllowed: false }, 'sealed', true],
  ['the wider ban counts', { exportAllowed: false, plainExportAllowed: true }, 'plain', false],
] as const)('%s: %o as %s', (_what, limits, as, may) => expect(mayLeave(limits, as).allowed).toBe(may))

test.each([
  ['tighter than IT asks', { idleSeconds: 120 }, { ...unit, idleSeconds: 60 }, true],
  ['just what IT asks', { idleSeconds: 120 }, { ...unit, idleSeconds: 120 }, true],
  ['looser than IT asks', { idleSeconds: 120 }, { ...unit, idleSeconds: 121 }, false],
  ['something else, while an older figure is looser', { idleSeconds: 120 }, { ...unit, maxTries: 3 }, true],
  ['a fainter mark', { watermarkOpacityPercent: 9 }, { ...unit, watermarkOpacityPercent: 8 }, false],
  ['recording left on as it stood', { recordingAllowed: false }, unit, true],
])('a unit may adopt %s: %o', (_what, limits, wanted, may) =>
  expect(mayAdoptUnder(limits, unit, wanted).allowed).toBe(may),
)

test('recording cannot be switched on against IT', () => {
  const off = { ...unit, soundRecording: false }
  expect(mayAdoptUnder({ recordingAllowed: false }, off, unit)).toEqual({
    allowed: false,
    reason: '谈话录音由单位信息部门统一设置：不允许',
  })
})

test('one folder alone is a store where IT has named one', () => {
  expect(mayUseFolder({}, '/a').allowed).toBe(true)
  expect(mayUseFolder({ storeFolder: '/a' }, '/a').allowed).toBe(true)
  expect(mayUseFolder({ storeFolder: '/a' }, '/b')).toMatchObject({ reason: '数据库的位置由单位信息部门统一设置：/a' })
})

test.each([
  [undefined, 600, undefined],
  [120, 600, '不超过 120 秒，这台计算机按 120 秒执行'],
  [120, 120, '不超过 120 秒'],
  [120, 60, '不超过 120 秒'],
])('a bound of %s beside the unit’s %i reads %s', (idleSeconds, unitValue, words) =>
  expect(itHoldWords(idleSeconds === undefined ? {} : { idleSeconds }, 'idleSeconds', unitValue)).toBe(words),
)
