// node scripts/lrmx-samples.mjs <folder> [count] [seed]: invented people as 任免审批表 files, to show the main job with.
import './support/right-node.mjs'
import { mkdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { runnerImport } from 'vite'
import { Advice, passedOn, root } from './support/process.mjs'

const load = async file => (await runnerImport(path.join(root, 'src/main/demo', file), { configFile: false })).module

const [folder, asked = '100', seed = '澄州'] = passedOn
const count = Number(asked)
if (!folder || !Number.isInteger(count) || count < 1)
  throw new Advice('node scripts/lrmx-samples.mjs <folder> [how many people, 100] [seed]')

const { createCity, leastPeople } = await load('city.ts')
const { sampleFile } = await load('sample-file.ts')
const today = new Date().toISOString().slice(0, 7)
const city = createCity({ seed, people: Math.max(count, leastPeople), on: today, mistakes: 0.04 })
mkdirSync(folder, { recursive: true })
const taken = new Set()
for (let index = 0; index < count; index++) {
  // Both editors are in use: every third file is of the newer one.
  const { name, bytes } = sampleFile(city, index, index % 3 === 2 ? '4' : '3')
  // Who stands in the register twice is handed in twice.
  const file = taken.has(name) ? name.replace('.lrmx', '（2）.lrmx') : name
  taken.add(name)
  writeFileSync(path.join(folder, file), bytes)
}
console.log(`${count} files of invented people in ${path.resolve(folder)}, seed ${seed}.`)
