import { execFile } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { SelfCheckReport } from '../../src/shared/self-check/report'
import { electron, electronArgs, environmentIn, expect, test } from './support/app'
import { giveStore, rememberStore } from './support/store'

/** Runs the check of the application in a home; what it prints is nothing but its report. */
const selfCheck = (home: string, environment = {}): Promise<{ code: number; report: SelfCheckReport }> =>
  new Promise((resolve, reject) => {
    const env = { ...environmentIn(home), ...environment }
    execFile(electron(), [...electronArgs, '--self-check'], { env }, (error, stdout) => {
      try {
        resolve({ code: Number(error?.code ?? 0), report: SelfCheckReport.parse(JSON.parse(stdout)) })
      } catch (cause) {
        reject(cause instanceof Error ? cause : new Error(String(cause)))
      }
    })
  })

test('--self-check tells of a whole installation with a store, also while it is open', async ({ home, start }) => {
  const place = await giveStore(home)
  await start()
  const { code, report } = await selfCheck(home)
  expect(report.checks.filter(({ state }) => state === 'fail')).toEqual([])
  expect(code).toBe(0)
  expect(report.ok).toBe(true)
  expect(report.versions).toMatchObject({ app: expect.stringMatching(/^\d/), sqlite: expect.stringMatching(/^3\./) })
  expect(report.checks).toContainEqual({
    group: 'folders',
    title: '正在使用的数据库',
    state: 'ok',
    detail: place.folder,
  })
  expect(report.checks.filter(({ group }) => group === 'crypto')).toHaveLength(7)
  expect(report.checks.filter(({ group }) => group === 'fonts').map(({ state }) => state)).not.toContain('fail')
})

test('--self-check ends with 1 when the store in use is not where it was', async ({ home }) => {
  rememberStore(home, `${home}/不在了`)
  const { code, report } = await selfCheck(home)
  expect(code).toBe(1)
  expect(report.ok).toBe(false)
  expect(report.checks.filter(({ state }) => state === 'fail')).toEqual([
    { group: 'folders', title: '正在使用的数据库', state: 'fail', detail: `没有这个文件夹：${home}/不在了` },
  ])
})

test('--self-check ends with 1 under a policy that is not adopted, and says where it is wrong', async ({ home }) => {
  const policy = join(home, 'policy.json')
  writeFileSync(policy, '{\n  "exportAllowed": False\n}', { mode: 0o600 })
  const { code, report } = await selfCheck(home, { DANDANG_POLICY: policy })
  expect(code).toBe(1)
  const [check, ...rest] = report.checks.filter(({ state }) => state === 'fail')
  expect(rest).toEqual([])
  expect(check).toMatchObject({ group: 'policy', detail: expect.stringContaining('第 2 行附近不是正确的 JSON') })

  writeFileSync(policy, '{ "exportAllowed": false }')
  const mended = await selfCheck(home, { DANDANG_POLICY: policy })
  expect(mended.code).toBe(0)
  expect(mended.report.checks.find(({ group }) => group === 'policy')).toMatchObject({ state: 'ok' })
})
