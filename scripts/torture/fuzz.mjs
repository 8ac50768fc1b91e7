// Backups that were damaged or forged are refused, and the store in the place stays; or they are restored exactly.
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { readBacked } from './backups.mjs'
import { copyPlace, loadCore, START } from './core.mjs'
import { everything, openByCode } from './flips.mjs'
import { mutations } from './mutations.mjs'
import { randomOf } from './random.mjs'

/** What a restoration itself writes. */
const chain = ['audit_lines', 'audit_head']

export async function fuzzRounds({ base, lane, rounds, seed, tell }) {
  const core = await loadCore()
  const code = readFileSync(path.join(base, 'recovery.txt'), 'utf8')
  const { file } = readBacked(base)
  const random = randomOf(seed, 'fuzz', lane)
  const good = readFileSync(path.join(base, 'backed', 'store', 'backups', file))
  const now = START + 120_000
  const seen = {}
  let truth
  const restore = async (place, bytes) => {
    const folder = path.join(place.folder, 'backups')
    rmSync(folder, { recursive: true, force: true })
    mkdirSync(folder, { recursive: true })
    writeFileSync(path.join(folder, file), bytes)
    const running = core.startCore(place, now)
    try {
      const key = { kind: 'recovery', code }
      return await running.api.backups.restore({ name: { place: 'main', file }, key, token: null }).then(
        () => 'restored',
        error => error.code ?? `!${error.message}`,
      )
    } finally {
      running.close()
    }
  }
  const read = place => openByCode(core, place, code, now, ({ raw }) => everything(raw, chain))
  const fresh = () => copyPlace(path.join(base, 'backed'), path.join(base, `fuzz-${lane}`))

  let place = fresh()
  if ((await restore(place, Buffer.from(good))) !== 'restored') throw new Error('the good backup was not restored')
  truth = (await read(place)).value
  place = fresh()
  const before = readFileSync(path.join(place.folder, 'store.db'))
  for (let round = 0; round < rounds; round++) {
    const name = random.pick(Object.keys(mutations))
    const bytes = mutations[name](Buffer.from(good), random)
    const same = bytes.equals(good)
    const outcome = await restore(place, bytes)
    const where = `round ${round}, ${name}`
    seen[outcome] = (seen[outcome] ?? 0) + 1
    if (outcome === 'restored') {
      const { value, refused } = await read(place)
      if (refused) tell({ corrupt: [`restored and does not open: ${refused}`] }, where)
      else if (value !== truth) tell({ unseen: ['other data was restored'] }, where)
      place = fresh()
    } else {
      if (same) tell({ falseAlarms: [`a good backup was refused: ${outcome}`] }, where)
      if (outcome === 'internal' || outcome.startsWith('!'))
        tell({ corrupt: [`refused without words: ${outcome}`] }, where)
      if (!readFileSync(path.join(place.folder, 'store.db')).equals(before)) {
        tell({ lost: ['the store in the place was touched'] }, where)
        place = fresh()
      }
    }
  }
  return { rounds, seen }
}
