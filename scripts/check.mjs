// npm run check: everything but the end-to-end tests. Stops at the first step that fails.
import './support/right-node.mjs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { bin, ended, run, start } from './support/process.mjs'
import { forgetReport, readReport } from './support/results.mjs'

// Their output is caught and shown only when they fail, so they cannot see for themselves whether it is a terminal.
const colours = process.stdout.isTTY ? 'force' : 'off'

const steps = [
  { name: 'format', command: [bin('@biomejs/biome', 'biome'), 'check', `--colors=${colours}`, '.'] },
  { name: 'lint', command: [bin('oxlint')] },
  { name: 'types', command: [bin('typescript', 'tsc'), '-b'] },
  { name: 'unused', command: [bin('knip')] },
]

const secondsSince = startedAt => `${((Date.now() - startedAt) / 1000).toFixed(1)} s`

/** Runs all steps. Resolves with the count of the tests; a step that fails otherwise counts as one failed test. */
export async function check() {
  for (const { name, command } of steps) {
    const startedAt = Date.now()
    const { code, output } = await run(process.execPath, command)
    console.log(`${code === 0 ? '✓' : '✗'} ${name} (${secondsSince(startedAt)})`)
    if (code !== 0) {
      console.log(output.trimEnd())
      return { passed: 0, failed: 1 }
    }
  }
  const startedAt = Date.now()
  forgetReport('vitest')
  // Vite warns of a configuration in a package that is CommonJS, as ours is for the sake of the sandboxed preload.
  const env = { VITE_CONFIG_NATIVE_IGNORE_WARNING: 'true' }
  const vitest = [bin('vitest'), 'run', '--config', 'test/vitest.config.ts']
  const code = await ended(start(process.execPath, vitest, { env }))
  console.log(`${code === 0 ? '✓' : '✗'} tests (${secondsSince(startedAt)})`)
  return readReport('vitest', code)
}

if (process.argv[1] && path.resolve(process.argv[1]) === fileURLToPath(import.meta.url)) {
  const { failed } = await check()
  process.exitCode = failed === 0 ? 0 : 1
}
