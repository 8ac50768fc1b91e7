// The register of honours with a hundred thousand rows: its board and its list, filtered as an officer filters them.
import { randomUUID } from 'node:crypto'
import { rmSync } from 'node:fs'
import path from 'node:path'
import { buildPeople, withStore } from './bigstore.mjs'
import { figure, median, p95 } from './figures.mjs'

const PEOPLE = 2000
const HONOURS = 100_000
const ROUNDS = 9
const kinds = ['嘉奖', '三等功', '二等功', '一等功', '称号', '党内表彰', '先模', '出彩型', '纪念章', '其他']
const levels = ['国家', '省', '市', '区', '单位']
const whole = {
  text: '',
  holders: [],
  kinds: [],
  levels: [],
  years: [],
  unitId: null,
  cadreId: null,
  campaignId: null,
  unverified: false,
  revoked: false,
  onlyRevoked: false,
  posthumous: false,
}

async function timed(work) {
  const startedAt = performance.now()
  const value = await work()
  return { ms: performance.now() - startedAt, value }
}

/** Rows of twenty years over everybody, one in five of a team, one in a hundred revoked. */
function fill(raw) {
  const people = raw.prepare('SELECT key, unit_id FROM cadres').all()
  const by = raw.prepare("SELECT id FROM accounts WHERE login = 'ganshi'").pluck().get()
  const insert = raw.prepare(`INSERT INTO honours (id, holder, cadre_key, unit_id, holder_name, name, kind, level,
    authority, nature, on_date, on_first, year, document_no, document_title, certificate_no, medal_no, handed_note, deeds,
    evidence, publicity, posthumous, verified_on, verified_original, revoked_on, revoked_ground, revoked_document,
    revoked_note, by_id, at, revision)
    VALUES (?, ?, ?, ?, ?, ?, ?, ?, '云泽区委', '党委', ?, ?, ?, ?, '', ?, '', '', '完成急难任务', '', '', 0, ?, '', ?, ?,
      '', '', ?, '2026-01-01T00:00:00.000Z', 1)`)
  raw.transaction(() => {
    for (let at = 0; at < HONOURS; at++) {
      const person = people[(at * 7) % people.length]
      const [year, month] = [2007 + ((at >> 2) % 20), String(1 + (at % 12)).padStart(2, '0')]
      const isTeam = at % 5 === 0
      const kind = kinds[(at * 3 + (at >> 4)) % kinds.length]
      const on = `${year}-${month}-15`
      insert.run(
        randomUUID(),
        isTeam ? 'team' : 'person',
        isTeam ? null : person.key,
        // What was written long ago often lacks the unit.
        at % 3 === 0 && !isTeam ? null : person.unit_id,
        isTeam ? `攻坚专班${at}` : '',
        `${kind}（${year} 年）`,
        kind,
        levels[(at >> 3) % levels.length],
        on,
        Number(on.replaceAll('-', '')),
        year,
        `云发〔${year}〕${at % 90}号`,
        `ZS${at}`,
        at % 2 === 0 ? 20260101 : null,
        at % 100 === 0 ? 20260301 : null,
        at % 100 === 0 ? '弄虚作假，骗取奖励' : null,
        by,
      )
    }
  })()
  raw.exec('ANALYZE')
  return people
}

async function measureIn({ core, call, store }) {
  const people = fill(store.raw)
  const filters = [
    whole,
    { ...whole, years: [2025, 2026] },
    { ...whole, kinds: ['出彩型', '先模'], levels: ['市', '区'], unverified: true },
    { ...whole, holders: ['team'], years: [2024, 2025, 2026] },
    { ...whole, unitId: people[0].unit_id },
  ]
  const boards = []
  const pages = []
  const texts = []
  for (let round = 0; round < ROUNDS; round++)
    for (const filter of filters) {
      core.forget(store.root)
      const board = await timed(() => call('honours.board', filter))
      if (board.value.cells.length === 0) throw new Error('nothing was counted')
      boards.push(board.ms)
      pages.push((await timed(() => call('honours.list', { ...filter, offset: 0, limit: 80 }))).ms)
    }
  for (let round = 0; round < ROUNDS; round++)
    texts.push((await timed(() => call('honours.list', { ...whole, text: `专班${round}1`, offset: 0, limit: 80 }))).ms)
  return { board: p95(boards), page: p95(pages), text: median(texts) }
}

export async function measureHonours({ work, say }) {
  const folder = path.join(work, 'honours')
  try {
    await buildPeople(folder, PEOPLE, { say })
    const { board, page, text } = await withStore(folder, measureIn)
    const of = `of ${HONOURS.toLocaleString('en')} honours`
    return [
      figure('honours-board', board, 'ms', 200, `95 of 100 filtered boards ${of}`),
      figure(
        'honours-page',
        page,
        'ms',
        200,
        `95 of 100 first pages ${of} under the same filters, with how many there are`,
      ),
      figure('honours-text', text, 'ms', 400, `a first page ${of} looked for by words`),
    ]
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
