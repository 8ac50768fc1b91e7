// Invented people and a mix of what happened, who is listed and what was done, by a seed: the same for every run.
const lists = ['老干部', '困难党员', '老党员', '退役军人', '驻村援派挂职', '急难任务', '因公牺牲家庭']
const kinds = ['住院', '重大疾病', '去世', '受灾', '生育', '结婚', '家庭矛盾', '澄清正名', '其他']
const whoms = ['本人', '配偶', '子女', '父母', '配偶父母', '家庭']
const occasions = [
  '生日',
  '政治生日',
  '住院',
  '丧事',
  '元旦春节',
  '七一',
  '老干部走访',
  '困难走访',
  '派驻看望',
  '新任职',
]

/** Mulberry32: small, and the same on every computer. */
function randomFrom(seed) {
  let state = seed
  return most => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296) * most)
  }
}

const stamp = (year, month, date) => (year * 100 + month) * 100 + date
const day = at => ({ first: at, last: at })

/** People as the triggers see them: seven in eight in service, some known to the month alone, each with the leave of a year. */
export function carePeople(count, year, seed = 5) {
  const random = randomFrom(seed)
  return Array.from({ length: count }, (_, at) => {
    const retired = at % 8 === 0
    const born = year - (retired ? 62 + random(25) : 24 + random(36))
    const month = 1 + random(12)
    const known = stamp(born, month, 1 + random(28))
    const birth = at % 10 === 0 ? { first: stamp(born, month, 1), last: stamp(born, month, 28) } : day(known)
    const entitled = 5 + random(3) * 5
    // One in five has not taken all leave yet, one in ten was not at the health check.
    const rest = {
      year,
      entitled,
      taken: random(5) === 0 ? random(entitled) : entitled,
      checkedOn: random(10) === 0 ? null : stamp(year, 5, 10),
    }
    return {
      key: at + 1,
      status: retired ? '退休' : '在职',
      birth,
      party: at % 3 === 0 ? null : day(stamp(born + 22, 1 + random(12), 1 + random(28))),
      post: day(stamp(year - random(8), 1 + random(12), 1 + random(28))),
      retire: retired ? null : day(stamp(born + 60, month, 1)),
      influenceOver: at % 200 === 0 ? day(stamp(year, 1 + random(12), 1)) : null,
      rests: retired ? [] : [rest],
      // Nobody is asked for a stay before the unit has set how often.
      retreat: null,
    }
  })
}

/** Ten events a person over ten years: seven records, two events of a life, and one in ten of them an entry of the register. */
export function careEvents(count, people, year, seed = 6) {
  const random = randomFrom(seed)
  const some = values => values[random(values.length)]
  const anyDay = years => stamp(year - random(years), 1 + random(11), 1 + random(28))
  return Array.from({ length: count }, (_, at) => {
    const [id, person] = [`e${at}`, 1 + (at % people)]
    const which = (at + Math.floor(at / people)) % 10
    if (which === 0 && person % 4 === 0) {
      const from = anyDay(6)
      return { what: 'listed', id, person, kind: some(lists), from, until: random(3) === 0 ? from + 10_000 : null }
    }
    if (which < 3) {
      const [on, kind] = [anyDay(10), some(kinds)]
      // Who was in hospital came home, but for some of this year; what happened otherwise has no end.
      const isHere = kind !== '住院' || (on > stamp(year, 10, 1) && random(2) === 0)
      return {
        what: 'happened',
        id,
        person,
        kind,
        whom: some(whoms),
        first: on,
        last: on,
        until: isHere ? null : on + 100,
      }
    }
    const on = anyDay(10)
    const nextOn = random(20) === 0 ? on + 100 : null
    return { what: 'done', id, person, on, occasion: some(occasions), dueKey: null, nextOn }
  })
}

const SLICE = 5000
const measures = [null, 'political-6', 'life-1', 'life-2', 'life-6', 'life-7']
const dimensions = ['政治', '生活', '精神', '经济']

/** Records of the three years before the end of a year, written as the application keeps them. */
export function fillRecords({ core, store }, count, year, say, seed = 7) {
  const { raw } = store
  const random = randomFrom(seed)
  const some = values => values[random(values.length)]
  const keys = raw.prepare('SELECT key FROM cadres ORDER BY key').pluck().all()
  const by = raw.prepare('SELECT id FROM accounts LIMIT 1').pluck().get()
  const insert = raw.prepare(
    `INSERT INTO care_records (id, cadre_key, on_day, occasion, form, dimension, measure, due_key, event_id, visitors, what,
       money_fen, goods, standard, source, voucher, approved_by, promise, next_step, next_on, attachments, batch_id,
       withdrawn_for, by_id, at, revision)
     VALUES (?, ?, ?, ?, '走访', ?, ?, NULL, NULL, '', '上门看望，了解近况，问有什么困难', ?, '', '', ?, '', '', '', '', NULL, '[]', NULL,
       ?, ?, ?, 1)`,
  )
  for (let from = 0; from < count; from += SLICE) {
    raw.transaction(() => {
      for (let at = from; at < from + SLICE; at++) {
        const on = stamp(year - random(3), 1 + random(11), 1 + random(28))
        const money = random(5) === 0 ? 50_000 : 0
        insert.run(
          `00000000-0000-4000-8700-${String(at).padStart(12, '0')}`,
          some(keys),
          on,
          some(occasions),
          some(dimensions),
          some(measures),
          money,
          money > 0 ? '工会' : null,
          random(50) === 0 ? '记错了' : null,
          by,
          `${year - 3}-01-01T00:00:00.000Z`,
        )
      }
    })()
  }
  say(`${count} records of care`)
  core.forget(store.root)
}
