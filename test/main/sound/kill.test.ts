import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { SoundId } from '../../../src/shared/sound/sound'
import { NOW, PASSWORD, signedIn } from '../../helpers/harness'
import { readWebm } from '../../helpers/webm'
import { bundle, start } from '../store/child'
import { fileOf, recordedTalk } from './talk'

/** 40 in the run of all tests; `npm run bench -- --only talks-kill` asks for 200. */
const KILLS = Number(process.env.DANDANG_KILLS ?? 40)
/** What one step of typing and one piece stand for: at most so much is lost. */
const STEP_SECONDS = 2

/** The numbers that stand behind a word in what the child has told. */
const told = (lines: readonly string[], word: string): number[] =>
  lines.filter(line => line.startsWith(`${word} `)).map(line => Number(line.split(' ')[1]))
const wordOf = (lines: readonly string[], word: string): string =>
  lines.find(line => line.startsWith(`${word} `))?.split(' ')[1] ?? ''

test(`killed ${KILLS} times while it types and records: what was acknowledged is there, and all of it is sound`, {
  timeout: KILLS * 30_000,
}, async () => {
  const { place, core, id } = await recordedTalk()
  core.close()
  const script = await bundle(new URL('./talk.child.ts', import.meta.url))
  // The store was made on the tests' own day: everybody goes on from there.
  const aheadMs = NOW + 60_000 - Date.now()
  const now = (): number => Date.now() + aheadMs
  const worst = { typed: 0, recorded: 0, pieces: 0 }
  for (let round = 0; round < KILLS; round += 1) {
    const child = start(script, [place.folder, place.machineDir, id, PASSWORD, String(aheadMs)])
    await child.says('ready')
    await sleep(Math.random() * 600)
    child.process.kill('SIGKILL')
    await child.ended
    const { lines } = child

    const officer = await signedIn('officer', place, now())
    await officer.api.interviews.open({ id, heldOn: null })
    const raw = officer.gatehouse.store?.raw
    expect(raw?.pragma('integrity_check', { simple: true })).toBe('ok')
    expect(raw?.pragma('foreign_key_check')).toEqual([])

    const { notes } = await officer.api.interviews.get({ id })
    const line = notes.find(note => note.id === wordOf(lines, 'line'))?.text.length ?? 0
    const [typed, kept] = [told(lines, 'typed'), told(lines, 'kept')]
    // What stands there is the last that was acknowledged, or the one after it whose answer did not come.
    expect([kept.at(-1) ?? 0, typed.at(-1) ?? 0]).toContain(line)
    worst.typed = Math.max(worst.typed, typed.length - 1 - typed.lastIndexOf(line))

    const sound = SoundId.parse(wordOf(lines, 'sound'))
    const [cut, held] = [told(lines, 'cut').at(-1) ?? 0, told(lines, 'held').at(-1) ?? 0]
    const { recordings } = await officer.api.sound.status({ interviewId: id })
    const recording = recordings.find(each => each.id === sound)
    const pieces = recording?.pieces ?? 0
    expect(pieces).toBeGreaterThanOrEqual(held)
    expect(pieces).toBeLessThanOrEqual(cut)
    worst.recorded = Math.max(worst.recorded, cut - pieces)
    worst.pieces = Math.max(worst.pieces, pieces)
    if (recording) {
      expect(recording).toMatchObject({ state: 'broken', durationMs: pieces * 2000 })
      await officer.api.sound.open({ interviewId: id, reason: '核对' })
      const file = readWebm(await fileOf(officer, sound))
      expect(file.rest).toBe(0)
      // Blocks of 60 ms: the last one begins less than that before the end.
      expect(file.lastMs).toBeGreaterThanOrEqual(pieces * 2000 - 60)
    }
    expect(await officer.api.sound.verify({ interviewId: id })).toMatchObject({ damaged: [] })
    officer.close()

    const auditor = await signedIn('auditor', place, now())
    expect(await auditor.api.audit.verify({})).toMatchObject({ problem: null })
    auditor.close()
  }
  // The kills must have hit while it wrote.
  expect(worst.pieces).toBeGreaterThan(2)
  expect(worst.typed * STEP_SECONDS).toBeLessThanOrEqual(STEP_SECONDS)
  expect(worst.recorded * STEP_SECONDS).toBeLessThanOrEqual(STEP_SECONDS)
  const folder = join(process.cwd(), 'node_modules/.cache/dandang')
  mkdirSync(folder, { recursive: true })
  writeFileSync(join(folder, 'talks-kill.json'), JSON.stringify({ kills: KILLS, ...worst }))
})
