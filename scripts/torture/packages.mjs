// Packages of another store that were damaged or forged on their way are refused with words, and nothing of them is laid aside.
import { readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { loadCore } from './core.mjs'
import { mutations } from './mutations.mjs'
import { randomOf } from './random.mjs'

const PEOPLE = 12
const PNG = Buffer.from('89504e470d0a1a0a', 'hex')
/** More than one piece of the encryption. */
const SCAN_BYTES = 90_000

export async function packageRounds({ base, lane, rounds, seed, tell }) {
  const core = await loadCore()
  const random = randomOf(seed, 'packages', lane)
  const [from, to] = await core.pair()
  const ids = []
  const file = path.join(base, `package-${lane}.ddx`)
  const scan = path.join(base, `scan-${lane}.png`)
  for (let i = 0; i < PEOPLE; i++) {
    const cadreId = await core.person(from.core, `试${i}`)
    writeFileSync(scan, Buffer.concat([PNG, Buffer.alloc(SCAN_BYTES, i)]))
    await from.core.api.attachments.add({ cadreId, token: core.chosen(from.core, scan), category: '9' })
    ids.push(cadreId)
  }
  const { path: sent } = await core.send(from, to, { ids, modules: ['files', 'attachments'] })
  const good = readFileSync(sent)
  const contents = () => to.core.gatehouse.store.raw.prepare('SELECT count(*) FROM attachment_contents').pluck().get()
  const seen = {}
  const open = async bytes => {
    writeFileSync(file, bytes)
    const token = core.chosen(to.core, file)
    return to.core.api.exchange.open({ token, passphrase: null }).then(
      ({ kind, id }) => ({ outcome: kind, id }),
      error => ({ outcome: error.code ?? `!${error.message}` }),
    )
  }
  for (let round = 0; round < rounds; round++) {
    const name = random.pick(Object.keys(mutations))
    const bytes = mutations[name](Buffer.from(good), random)
    const same = bytes.equals(good)
    const { outcome, id } = await open(bytes)
    const where = `round ${round}, ${name}`
    seen[outcome] = (seen[outcome] ?? 0) + 1
    if (outcome === 'package') {
      if (!same) tell({ unseen: ['a changed package was opened'] }, where)
      await to.core.api.exchange.discard({ id })
    } else {
      if (same) tell({ falseAlarms: [`a good package was refused: ${outcome}`] }, where)
      if (outcome === 'internal' || outcome.startsWith('!'))
        tell({ corrupt: [`refused without words: ${outcome}`] }, where)
    }
  }
  const { total } = await to.core.api.exchange.received({ offset: 0, limit: 1 })
  if (total !== 0) tell({ half: [`${total} packages are laid aside`] }, 'at the end')
  if (contents() !== 0) tell({ half: [`${contents()} contents of attachments are laid aside`] }, 'at the end')
  const { added } = await core.take(to, sent)
  if (added !== PEOPLE) tell({ lost: [`${added} of ${PEOPLE} people arrived`] }, 'at the end')
  if (contents() !== PEOPLE) tell({ lost: [`${contents()} of ${PEOPLE} attachments arrived`] }, 'at the end')
  core.closeAll(from, to)
  return { rounds, seen }
}
