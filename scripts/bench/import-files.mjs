// Invented people as the files that an office hands in, with portraits of the weight that scanners give them.
import { mkdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'

const photoBytes = { least: 15_000, most: 40_000 }
const endOfPhoto = '</ZhaoPian>'

/** The drawn portrait, filled up behind its end: nothing decodes it, and a page that does stops there. */
function weighed(base64, index) {
  const portrait = Buffer.from(base64, 'base64')
  const size = photoBytes.least + ((index * 7919) % (photoBytes.most - photoBytes.least))
  const filled = Buffer.alloc(Math.max(size, portrait.length))
  let state = index + 1
  for (let at = 0; at < filled.length; at++) {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    filled[at] = state >>> 24
  }
  portrait.copy(filled)
  return filled.toString('base64')
}

/** @returns the bytes written */
export function writeForms(core, folder, people) {
  mkdirSync(folder, { recursive: true })
  const city = core.createCity({ seed: 'bench', people, on: '2026-11', mistakes: 0 })
  let bytes = 0
  for (let index = 0; index < people; index++) {
    const form = Buffer.from(core.sampleFile(city, index, index % 3 === 2 ? '4' : '3').bytes).toString()
    const start = form.indexOf('<ZhaoPian>') + '<ZhaoPian>'.length
    const end = form.indexOf(endOfPhoto)
    const whole = Buffer.from(form.slice(0, start) + weighed(form.slice(start, end), index) + form.slice(end))
    writeFileSync(path.join(folder, `${String(index).padStart(5, '0')}.lrmx`), whole)
    bytes += whole.length
  }
  return bytes
}
