// An hour of a talk that is typed at five characters a second while it is recorded, on the real screen with Chromium's
// microphone that beeps. It is played faster: pieces come so many times as often and hold so many times the bits, so that the
// page, the core and the store handle what an hour holds. DANDANG_TALK_FASTER=1 takes the hour.
import { mkdirSync, rmSync } from 'node:fs'
import path from 'node:path'
import { sleep } from '../support/process.mjs'
import { familyOf, launch, memoryOf } from './application.mjs'
import { buildStore, loadCore, openCore, person } from './engine.mjs'
import { figure, least, median, p95 } from './figures.mjs'
import { unlockSelector } from './start.mjs'

const HOUR_SECONDS = 3600
const FASTER = Number(process.env.DANDANG_TALK_FASTER ?? 20)
const CHARACTERS_A_SECOND = 5
/** After this everything that is loaded once is loaded, and the page's heap has found its size. */
const WARM_SECONDS = 75
const SAMPLES = 5

/** A store with one talk that may be recorded and is open; @returns its id */
async function prepare(work) {
  await buildStore(work)
  const core = await loadCore()
  const signedIn = async (login, run) => {
    const { gatehouse, call } = openCore(core, work)
    try {
      await call('session.signIn', { ...person, login, acceptClock: false })
      return await run(call)
    } finally {
      gatehouse.close()
    }
  }
  await signedIn('baomi', async call => {
    const policy = await call('policy.get', {})
    await call('policy.change', { policy: { ...policy, soundRecording: true, idleSeconds: 900 }, reason: '测量' })
  })
  return signedIn(person.login, async call => {
    const { cadre } = await call('cadres.add', { name: '周启明', birth: null, unitId: null })
    const [me] = (await call('interviews.talkers', {})).filter(({ name }) => name === '陆四')
    const plan = {
      kind: 'everyday',
      subjects: [cadre.id],
      talkers: [me.id],
      recorderId: null,
      startsAt: new Date().toISOString(),
      minutes: 60,
      place: '201 室',
      mode: '当面',
      occasion: '',
      mark: '内部',
      readers: [],
      dueKey: null,
    }
    const avoid = { names: [], departments: [] }
    const { ids } = await call('interviews.plan', { plans: [plan], round: null, avoid })
    const [id] = ids
    const { revision, details } = await call('interviews.open', { id, heldOn: null })
    await call('interviews.keepDetails', { id, revision, details: { ...details, consent: '同意' } })
    return id
  })
}

/** What was kept, as the store tells it afterwards. */
async function keptIn(work, id) {
  const { gatehouse, call } = openCore(await loadCore(), work)
  try {
    await call('session.signIn', { ...person, acceptClock: false })
    const { recordings } = await call('sound.status', { interviewId: id })
    const { damaged } = await call('sound.verify', { interviewId: id })
    if (damaged.length > 0) throw new Error('the recording is not what came in')
    const bytes = gatehouse.store.raw.prepare('SELECT sum(length(bytes)) FROM sound_pieces').pluck().get()
    const heard = await call('sound.open', { interviewId: id, reason: '测量' })
    const entries = heard.reduce((sum, each) => sum + each.entries.length, 0)
    return { pieces: recordings.reduce((sum, { pieces }) => sum + pieces, 0), bytes, entries }
  } finally {
    gatehouse.close()
  }
}

async function memoryNow(pid) {
  const samples = []
  for (let n = 0; n < SAMPLES; n++) {
    samples.push(memoryOf(familyOf(pid)))
    await sleep(2)
  }
  // Garbage that waits for its collection is no growth.
  return least(samples)
}

export async function measureTalkHour(bench) {
  if (process.platform !== 'linux') throw new Error('only Linux tells what processes share')
  const work = path.join(bench.work, 'talk-hour')
  mkdirSync(work)
  try {
    const talk = await prepare(work)
    const seconds = Math.ceil(HOUR_SECONDS / FASTER)
    const app = launch(
      { ...bench, work },
      {
        folder: bench.folder,
        args: ['--use-fake-device-for-media-stream'],
        scenario: 'talk',
        awaited: [unlockSelector, '.shell-main'],
        signIn: person,
        task: { talk, faster: FASTER, pauseMs: 1000 / CHARACTERS_A_SECOND, warmSeconds: WARM_SECONDS, seconds },
        limitSeconds: seconds * 3 + 120,
      },
    )
    await app.mark('warm')
    const before = await memoryNow(app.pid)
    const { times, lines } = await app.mark('talked')
    const after = await memoryNow(app.pid)
    await app.end()
    const { pieces, bytes, entries } = await keptIn(work, talk)
    const amount = `${pieces} pieces, ${(bytes / 2 ** 20).toFixed(1)} MiB of sound with ${entries} ways in, ${lines} lines`
    const told = value => `${value.toFixed(0)} ms`
    return [
      figure(
        'talk-hour-type',
        p95(times),
        'ms',
        50,
        `95 of 100 of ${times.length} characters, key to painted, while an hour was recorded ${FASTER} times as fast (${amount}); ` +
          `median ${told(median(times))}, longest ${told(Math.max(...times))}`,
      ),
      figure(
        'talk-hour-memory',
        Math.max(0, after - before),
        'MiB',
        30,
        `all processes together, ${before.toFixed(0)} MiB after ${WARM_SECONDS} s of it, ${after.toFixed(0)} MiB at the end (${amount})`,
      ),
    ]
  } finally {
    rmSync(work, { recursive: true, force: true })
  }
}
