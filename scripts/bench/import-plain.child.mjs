// What an import is measured by: one process that parses the same files with the same parser and puts what stands in
// them into the same encrypted store, row by row as it is. Nothing is checked, compared, laid aside, indexed or hashed.
import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { SaxesParser } from 'saxes'
import { loadCore, openCore, person } from './engine.mjs'
import { forgetPeak, peakOf } from './processes.mjs'

const [work, folder] = process.argv.slice(2)
const { gatehouse, call } = openCore(await loadCore(), work)
await call('session.signIn', { ...person, acceptClock: false })
const { raw } = gatehouse.store

function parse(text) {
  const found = { texts: new Map(), family: [] }
  const open = []
  let content = ''
  const parser = new SaxesParser({ xmlns: false })
  const take = piece => (content += piece)
  parser.on('error', error => {
    throw error
  })
  parser.on('text', take)
  parser.on('cdata', take)
  parser.on('opentag', ({ name }) => {
    if (name === 'Item') found.family.push(new Map())
    open.push(name)
    content = ''
  })
  parser.on('closetag', ({ name }) => {
    open.pop()
    if (open.at(-1) === 'Item') found.family.at(-1).set(name, content)
    else if (open.length === 1 && name !== 'JiaTingChengYuan') found.texts.set(name, content)
    content = ''
  })
  parser.write(text).close()
  return found
}

const names = readdirSync(folder)
const read = name => parse(readFileSync(path.join(folder, name), 'utf8').replace(/^\uFEFF/, ''))
const sample = read(names[0])
const columns = [...sample.texts.keys()].filter(name => name !== 'ZhaoPian')
const memberColumns = ['ChengWei', 'XingMing', 'ChuShengRiQi', 'ZhengZhiMianMao', 'GongZuoDanWeiJiZhiWu']
const typed = all => all.map(name => `${name} TEXT`).join(', ')
raw.exec(`CREATE TABLE raw_people (id INTEGER PRIMARY KEY, ${typed(columns)}) STRICT;
  CREATE TABLE raw_family (id INTEGER PRIMARY KEY, person INTEGER, ${typed(memberColumns)}) STRICT;
  CREATE TABLE raw_photos (person INTEGER PRIMARY KEY, bytes BLOB) STRICT`)
const inserting = (table, count) => raw.prepare(`INSERT INTO ${table} VALUES (${Array(count).fill('?').join(', ')})`)
const insertPerson = inserting('raw_people', columns.length + 1)
const insertMember = inserting('raw_family', memberColumns.length + 2)
const insertPhoto = inserting('raw_photos', 2)

forgetPeak()
const cpu = process.cpuUsage()
const startedAt = performance.now()
raw.transaction(() => {
  for (const [id, name] of names.entries()) {
    const { texts, family } = read(name)
    insertPerson.run(id, ...columns.map(tag => texts.get(tag) ?? null))
    for (const member of family) insertMember.run(null, id, ...memberColumns.map(tag => member.get(tag) ?? null))
    insertPhoto.run(id, Buffer.from(texts.get('ZhaoPian'), 'base64'))
  }
})()
const ms = performance.now() - startedAt
const { user, system } = process.cpuUsage(cpu)
console.log(JSON.stringify({ ms, cpuMs: (user + system) / 1000, mib: peakOf('self') }))
gatehouse.close()
