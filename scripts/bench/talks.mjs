// Two hundred thousand talks with ten thousand people: what is due, who was reached, and words found in what was noted.
import { rmSync } from 'node:fs'
import path from 'node:path'
import { buildPeople, withStore } from './bigstore.mjs'
import { figure, median, p95 } from './figures.mjs'

const PEOPLE = 10_000
const TALKS = 200_000
const NOTE_CHARS = 600
const SLICE = 5000
const ROUNDS = 9
/** The account that asks holds every tenth talk; the others are held by somebody else. */
const OWN_EACH = 10
const kinds = ['everyday', 'care', 'booked', 'thirty-days', 'appointment', 'reminder', 'return-visit', 'retirement']

/** Sentences of which notes are made: each word stands in many, each number in one. */
const sentences = [
  '近来最难的是老旧小区加装电梯，楼上楼下意见不一，开了三次协调会还没有谈拢',
  '孩子今年小学升初中，两地分居，接送主要靠老人，希望组织上帮着问一问入学政策',
  '分管的招商工作上半年签了两个项目，落地慢，土地指标和环评是主要卡点',
  '自己觉得处理群众信访的办法还不多，愿意到基层一线再干两年，补上短板',
  '班子内部分工合理，遇事能碰头，建议重大项目例会每周固定一次，少发文多到现场',
  '父亲去年做了手术，需要人陪护，工作没有耽误，但精力受影响，盼着年休假能休完',
  '对目前岗位满意，愿意服从安排，不挑肥拣瘦，组织交办的事件件有回音',
  '村级债务化解还差最后一步，涉及历年账目，需要农业农村局和财政所一起核对',
]
const questions = ['加装', '电梯', '小区加装', '信访', '年休假', '招商 土地', '债务', '陪护', '入', '例会 现场']

function noteOf(at) {
  let text = `第${at}次记录。`
  for (let step = 0; text.length < NOTE_CHARS; step++)
    text += `${sentences[(at * 7 + step * (1 + (at % 5))) % sentences.length]}，事项${(at * 31 + step * 17) % 99_991}。`
  return text.slice(0, NOTE_CHARS)
}

const dayOf = (start, days) => new Date(start + days * 86_400_000).toISOString().slice(0, 10)

/** Talks of the three years before a day, written as the application keeps them. */
async function fillTalks({ core, call, store }, now, say) {
  const { raw } = store
  const talkers = await call('interviews.talkers', {})
  const me = talkers[0].id
  const other = raw.prepare('SELECT id FROM accounts WHERE id <> ? LIMIT 1').pluck().get(me)
  const keys = raw.prepare('SELECT key FROM cadres ORDER BY key').pluck().all()
  const details = JSON.stringify({
    place: '谈话室',
    mode: '当面',
    occasion: '',
    others: '',
    summary: '',
    spirit: '平稳',
    mindset: '平和',
    posture: '实干',
    grade: null,
    consent: '未询问',
  })
  const interview = raw.prepare(
    `INSERT INTO interviews (key, id, kind, kind_version, state, starts_at, minutes, mark, recorder_id, readers, details, held_on, created_by, created_at, revision)
     VALUES (?, ?, ?, 0, 'final', ?, 45, '内部', NULL, '[]', ?, ?, ?, ?, 2)`,
  )
  const talker = raw.prepare('INSERT INTO interview_talkers VALUES (?, ?, 0)')
  const person = raw.prepare(
    'INSERT INTO interview_people (interview_key, cadre_key, place, kind, held_on, subject_id) SELECT ?, key, 0, ?, ?, id FROM cadres WHERE key = ?',
  )
  const note = raw.prepare(
    `INSERT INTO interview_notes (key, id, interview_key, position, part, form, text, sealed, at, removed, author_id, changed_at, revision)
     VALUES (?, ?, ?, 1, 'work', '答', ?, 0, ?, 0, ?, ?, 1)`,
  )
  const search = raw.prepare('INSERT INTO interview_search (rowid, text) VALUES (?, ?)')
  const start = Date.parse(now) - 3 * 365 * 86_400_000
  for (let from = 0; from < TALKS; from += SLICE) {
    raw.transaction(() => {
      for (let at = from; at < from + SLICE; at++) {
        const key = at + 1
        const day = dayOf(start, Math.floor((at * 1095) / TALKS))
        const kind = kinds[(at * 13) % kinds.length]
        const by = at % OWN_EACH === 0 ? me : other
        const instant = `${day}T02:00:00.000Z`
        const id = n => `00000000-0000-4000-8${n}00-${String(key).padStart(12, '0')}`
        interview.run(key, id(1), kind, instant, details, day, by, instant)
        talker.run(key, by)
        person.run(key, kind, Number(day.replaceAll('-', '')), keys[(at * 7919) % keys.length])
        const text = noteOf(at)
        note.run(key, id(2), key, text, instant, by, instant)
        search.run(key, core.spaced(text))
      }
    })()
    if ((from / SLICE) % 10 === 9) say(`${from + SLICE} talks of ${TALKS}`)
  }
  core.forget(store.root)
}

async function timed(work) {
  const startedAt = performance.now()
  const value = await work()
  return { ms: performance.now() - startedAt, value }
}

async function measureIn({ core, call, store }, until) {
  const due = []
  const boards = { unit: [], leader: [] }
  for (let round = 0; round < ROUNDS; round++) {
    // Right after a change: nothing is left of what was worked out before.
    core.forget(store.root)
    due.push(
      await timed(() => call('talkRules.due', { states: [], unitId: null, cadreId: null, offset: 0, limit: 100 })),
    )
    for (const by of ['unit', 'leader'])
      boards[by].push(await timed(() => call('talkRules.coverage', { by, until, months: 12, unitId: null })))
  }
  core.forget(store.root)
  const first = await timed(() => call('interviews.search', { text: questions[0], limit: 50 }))
  const words = []
  for (let round = 0; round < ROUNDS; round++)
    for (const text of questions)
      words.push({ text, ...(await timed(() => call('interviews.search', { text, limit: 50 }))) })
  if (words.some(({ value }) => value.length === 0)) throw new Error('a word was not found')
  if (due[0].value.total === 0 || boards.unit[0].value.reached === 0)
    throw new Error('nothing is due, or nobody was reached')
  return { due, boards, first, words }
}

export async function measureTalks({ work, say }) {
  const folder = path.join(work, 'talks')
  const now = new Date().toISOString()
  try {
    await buildPeople(folder, PEOPLE)
    return await withStore(folder, async opened => {
      await fillTalks(opened, now, say)
      const { due, boards, first, words } = await measureIn(opened, now.slice(0, 10))
      const times = measured => measured.map(({ ms }) => ms)
      const slowest = words.toSorted((a, b) => b.ms - a.ms)[0]
      return [
        figure(
          'talks-due',
          median(times(due)),
          'ms',
          200,
          `${due[0].value.total} due of ${PEOPLE} people with ${TALKS} talks, right after a change`,
        ),
        figure(
          'talks-coverage',
          Math.max(median(times(boards.unit)), median(times(boards.leader))),
          'ms',
          300,
          `twelve months by unit ${median(times(boards.unit)).toFixed(0)} ms, by leader ${median(times(boards.leader)).toFixed(0)} ms`,
        ),
        figure(
          'talks-search',
          p95(times(words)),
          'ms',
          20,
          `95 of 100 questions over ${TALKS} notes of ${NOTE_CHARS} characters, of which one in ${OWN_EACH} may be read; slowest ${slowest.text} ${slowest.ms.toFixed(1)} ms; the first after a change ${first.ms.toFixed(0)} ms`,
        ),
      ]
    })
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
