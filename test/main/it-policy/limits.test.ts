import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import * as z from 'zod'
import { contract } from '../../../src/shared/contract'
import { PartialDate } from '../../../src/shared/dates/partial-date'
import { channelsOf, endpointOf } from '../../../src/shared/ipc/define'
import type { ItLimits } from '../../../src/shared/it-policy/it-policy'
import { tempFolder } from '../../helpers/folders'
import { type Core, freshStore, type Place, signedIn } from '../../helpers/harness'
import { keepPerson } from '../exports/people'
import { recordedTalk } from '../sound/talk'

const under = (role: 'officer' | 'secadmin' | 'sysadmin' | 'auditor', limits: ItLimits, place?: Place): Promise<Core> =>
  signedIn(role, place, undefined, undefined, undefined, limits)

const roster = {
  title: '干部名册',
  columns: ['name' as const],
  grouped: false,
  on: PartialDate.parse('2030-01-02'),
  sheet: { size: 'A4' as const, upright: false },
}
const order = {
  whom: {
    by: 'list' as const,
    filter: { unitId: null, status: [], trashed: false },
    sort: { by: 'name' as const, descending: false },
  },
  reason: '换届摸底',
  recipient: '',
  mark: null,
  sensitive: [],
  roster,
}

/** What holds nobody's data: templates, a year's holidays, a printer's test page, the unit's own card. */
const nobodys = ['documents.saveTemplate', 'holidays.saveYear', 'certificates.test', 'exchange.saveCard']

test('whatever writes to a place that a person chose says so, or holds nobody’s data', () => {
  const writing = channelsOf(contract).filter(channel => {
    const endpoint = endpointOf(contract, channel)
    return (
      endpoint?.kind === 'job' &&
      /"target":/.test(JSON.stringify(z.toJSONSchema(endpoint.input, { io: 'input', unrepresentable: 'any' })))
    )
  })
  const marked = channelsOf(contract).filter(channel => endpointOf(contract, channel)?.leaves !== undefined)
  expect(writing.length).toBeGreaterThan(20)
  // 全部导出 names its place by a token, as backups do, which are no way out.
  expect(writing.filter(channel => !nobodys.includes(channel))).toEqual(
    marked.filter(channel => channel !== 'plainExports.takeOut'),
  )
  expect(marked).toContain('plainExports.takeOut')
})

test.each([
  ['no files', { exportAllowed: false }, '存成文件由单位信息部门统一设置'],
  ['no plain files', { plainExportAllowed: false }, '存成未加密的文件由单位信息部门统一设置'],
])('%s: the core refuses, writes nothing, keeps the refusal, and still prints', async (_what, limits, words) => {
  const { place } = await freshStore()
  const core = await under('officer', limits, place)
  await keepPerson(core, { name: '甲' }, {})
  const folder = tempFolder()
  core.files.grant('token', join(folder, '名册.xlsx'))
  await expect(core.api.exports.rosterXlsx({ ...order, target: 'token' })).rejects.toMatchObject({
    code: 'refused',
    message: expect.stringContaining(words) as string,
  })
  expect(readdirSync(folder)).toEqual([])
  expect((await core.api.exports.list({ year: null, kind: null, text: '', offset: 0, limit: 10 })).total).toBe(0)
  const { entry } = await core.api.papers.printRoster({ ...order, printer: '打印机', copies: 1, twoSided: false })
  expect(entry.kind).toBe('roster-print')
  core.close()

  const auditor = await under('auditor', limits, place)
  const all = { from: null, to: null, accountId: null, feature: 'exports', outcome: null, text: '' }
  const { entries } = await auditor.api.audit.list({ ...all, before: null, limit: 50 })
  expect(entries.find(line => line.channel === 'exports.rosterXlsx')).toMatchObject({ outcome: 'refused' })
  auditor.close()
})

test('without a word from IT, files are saved as before', async () => {
  const core = await under('officer', { exportAllowed: true })
  await keepPerson(core, { name: '甲' }, {})
  const file = join(tempFolder(), '名册.xlsx')
  core.files.grant('token', file)
  await core.api.exports.rosterXlsx({ ...order, target: 'token' })
  expect(existsSync(file)).toBe(true)
  core.close()
})

test('the session locks and marks as the stricter of the two asks', async () => {
  const { place } = await freshStore()
  const before = await under('officer', {}, place)
  const unit = before.gatehouse.store?.session()
  before.close()
  const core = await under('officer', { idleSeconds: 45, watermarkOpacityPercent: 3 }, place)
  expect(core.gatehouse.store?.session()).toMatchObject({
    idleSeconds: 45,
    watermarkOpacityPercent: unit?.watermarkOpacityPercent,
  })
  core.close()
})

test('the unit may tighten further, loosen never, and the session follows at once', async () => {
  const core = await under('secadmin', { idleSeconds: 120, recordingAllowed: false })
  const policy = await core.api.policy.get({})
  const reason = '经部务会研究'
  await expect(core.api.policy.change({ policy: { ...policy, idleSeconds: 300 }, reason })).rejects.toMatchObject({
    message: '无操作自动锁定由单位信息部门统一设置：不超过 120 秒',
  })
  await expect(core.api.policy.change({ policy: { ...policy, soundRecording: true }, reason })).rejects.toMatchObject({
    message: '谈话录音由单位信息部门统一设置：不允许',
  })
  await core.api.policy.change({ policy: { ...policy, idleSeconds: 60 }, reason })
  expect(core.gatehouse.store?.session().idleSeconds).toBe(60)
  core.close()
})

test('a talk that the unit lets be recorded is not recorded where IT forbids it', async () => {
  const { place, core: first, id } = await recordedTalk()
  first.close()
  const core = await under('officer', { recordingAllowed: false }, place)
  await core.api.interviews.open({ id, heldOn: null })
  expect((await core.api.sound.status({ interviewId: id })).policyAllows).toBe(false)
  await expect(core.api.sound.begin({ interviewId: id })).rejects.toMatchObject({
    code: 'refused',
    message: '谈话录音由单位信息部门统一设置：不允许',
  })
  core.close()
})

test('backups go to the second place that IT has named, and to no other', async () => {
  const backupFolder = tempFolder()
  const core = await under('officer', { backupFolder })
  await core.api.backups.make({ note: '' })
  expect(readdirSync(backupFolder).length).toBeGreaterThan(0)
  expect((await core.api.backups.state({})).second).toMatchObject({ folder: backupFolder })
  const { place } = core
  core.close()
  const system = await under('sysadmin', { backupFolder }, place)
  await expect(system.api.backups.placeSecond({ token: null })).rejects.toMatchObject({
    code: 'refused',
    message: `第二备份位置由单位信息部门统一设置：${backupFolder}`,
  })
  system.close()
})
