// Two hundred kills while a talk is typed and recorded: the test of forty, with more of them.
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { bin, ended, projectCache, start } from '../support/process.mjs'
import { figure } from './figures.mjs'

const KILLS = 200
/** What one step of typing and one piece of sound stand for. */
const STEP_SECONDS = 2

export async function measureTalksKill() {
  const command = ['run', '--config', 'test/vitest.config.ts', 'test/main/sound/kill.test.ts']
  const run = start(process.execPath, [bin('vitest', 'vitest'), ...command], {
    env: { ...process.env, DANDANG_KILLS: String(KILLS) },
    stdio: ['ignore', 'ignore', 'inherit'],
  })
  if ((await ended(run)) !== 0) throw new Error('a kill has cost more than it may, or left a store that is not sound')
  const seen = JSON.parse(readFileSync(path.join(projectCache, 'talks-kill.json'), 'utf8'))
  const lost = Math.max(seen.typed, seen.recorded) * STEP_SECONDS
  const note =
    `lost at most in ${seen.kills} kills, of what stands for two seconds a step; ` +
    `after each the store, its audit chain and the sound to its last piece were sound, up to ${seen.pieces} pieces`
  return [figure('talks-kill-lost', lost, 's', STEP_SECONDS, note)]
}
