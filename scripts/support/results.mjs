// The reports that Vitest and Playwright write beside what they print (their configurations name the same files).
import { mkdirSync, readFileSync, rmSync } from 'node:fs'
import path from 'node:path'
import { projectCache } from './process.mjs'

const reports = {
  vitest: path.join(projectCache, 'vitest.json'),
  playwright: path.join(projectCache, 'playwright.json'),
}

const count = {
  vitest: report => ({ passed: report.numPassedTests, failed: report.numFailedTests }),
  playwright: ({ stats }) => ({ passed: stats.expected + stats.flaky, failed: stats.unexpected }),
}

/** Deletes the report of an earlier run, so that it cannot be taken for the coming one's. */
export function forgetReport(runner) {
  mkdirSync(projectCache, { recursive: true })
  rmSync(reports[runner], { force: true })
}

/** Counts the tests of the run that ended with `code`; a run that fails without a failed test counts as one. */
export function readReport(runner, code) {
  let counted = { passed: 0, failed: 0 }
  try {
    counted = count[runner](JSON.parse(readFileSync(reports[runner], 'utf8')))
  } catch {
    // It broke off before it wrote a report.
  }
  return code === 0 ? counted : { ...counted, failed: Math.max(counted.failed, 1) }
}
