// Invented people in great numbers, the same in every run: what the files of a city hold, without being about anybody.
const surnames =
  '王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆汪范金石廖贾夏韦付方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严武戴莫孔向汤'
const given =
  '望舒问渠柏舟启明若谷见山晚晴以宁九皋既白怀瑾汀兰砚秋静川知微听松清和云起思远致远明哲雨薇子衿景行文博浩然立新建国志强海涛晓峰玉兰秀英春梅永康德厚安之守正承志嘉禾'
const towns = '石桥云溪松岭柳湾青石白沙桃源金坪龙泉双河清水红岩玉泉大营新安北屯南坪东坝西洲长岗'
const bureaus = '信访水利民政发改教体财政人社住建交通农业商务文旅卫健应急审计市监统计医保司法生态'
const levels = ['乡科级正职', '乡科级副职', '乡科级副职', '', '', '县处级副职', '县处级正职']
const ranks = [
  '',
  '一级主任科员',
  '二级主任科员',
  '三级主任科员',
  '四级主任科员',
  '四级调研员',
  '三级调研员',
  '一级科员',
]
const posts = ['党委书记', '党委副书记、镇长', '副镇长', '组织委员', '宣传委员', '人大主席', '党政办公室主任', '科员']
const offices = ['局长', '副局长', '党组成员', '办公室主任', '科长', '副科长', '四级调研员', '一级主任科员']
const schools = ['山东大学', '云州师范学院', '云州农业大学', '省委党校', '云泽职业学院']

/** A small generator of its own, so that no run depends on another's draw. */
function dice(seed) {
  let state = seed | 0
  const next = () => {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296
  }
  const below = n => Math.floor(next() * n)
  return { below, one: list => list[below(list.length)], chance: p => next() < p }
}

const two = n => String(n).padStart(2, '0')
const month = (year, m) => `${year}-${two(m)}`

/** Units for so many people: offices and towns of some thirty each, with their place in the tree. */
function unitsFor(people) {
  const names = []
  for (let i = 0; i < Math.max(20, Math.min(4000, Math.round(people / 30))); i++) {
    const town = i % 2 === 0
    const from = town ? towns : bureaus
    const at = (i >> 1) % (from.length / 2)
    const region = i < 40 ? '' : `第${Math.floor(i / 40)}片区`
    names.push(`${region}${from.slice(at * 2, at * 2 + 2)}${town ? '镇' : '局'}`)
  }
  return names
}

/** One file. `unit` is { id, name }. */
export function personAt(i, unit, emptyCadre) {
  const { below, one, chance } = dice(i + 1)
  const pick = text => text[below(text.length)]
  const name = pick(surnames) + pick(given) + (chance(0.8) ? pick(given) : '')
  const sex = chance(0.35) ? '女' : '男'
  const born = 1966 + below(36)
  const birth = month(born, 1 + below(12))
  const started = born + 22
  const town = unit.name.endsWith('镇')
  const title = `${unit.name}${one(town ? posts : offices)}`
  const since = month(2016 + below(10), 1 + below(12))
  const school = one(schools)
  const resume = [
    { from: month(born + 18, 9), to: month(started, 7), text: `${school}公共管理专业学习`, level: '' },
    { from: month(started, 7), to: month(started + 6, 5), text: `云泽区${pick(towns)}桥镇党政办公室科员`, level: '' },
    { from: month(started + 6, 5), to: since, text: '云泽区委办公室综合科科员、副科长', level: '' },
    { from: since, to: null, text: title, level: '' },
  ]
  const assessments = Array.from({ length: 8 }, (_, k) => ({
    year: 2018 + k,
    grade: chance(0.18) ? '优秀' : chance(0.03) ? '基本称职' : '称职',
  }))
  const empty = emptyCadre(`00000000-0000-4000-8000-${String(i).padStart(12, '0')}`, name)
  return {
    ...empty,
    sex,
    birth,
    nation: chance(0.93) ? '汉族' : one(['回族', '满族', '蒙古族', '维吾尔族']),
    nativePlace: `云州${pick(towns)}`,
    birthPlace: '云州云泽',
    workStart: month(started, 7),
    partyJoined: chance(0.85) ? month(started + 1, 6) : null,
    partyFull: chance(0.8) ? month(started + 2, 6) : null,
    idNumber: `370199${born}${two(1 + below(12))}${two(1 + below(28))}${String(i % 10_000).padStart(4, '0')}`,
    unitId: unit.id,
    unitOrder: below(30),
    postLevel: one(levels),
    postLevelSince: since,
    currentPostSince: since,
    rank: one(ranks),
    rankSince: since,
    personCategory: '综合管理类公务员',
    managedBy: '县级党委管理干部',
    staffing: '行政编制',
    status: chance(0.94) ? '在职' : '退休',
    tags: chance(0.1) ? [one(['年轻干部', '驻村', '专业人才'])] : [],
    form: {
      ...empty.form,
      partyText: month(started + 1, 6).replace('-', '.'),
      health: '健康',
      fullTimeEducation: one(['大学', '大学', '大专', '研究生', '中专']),
      fullTimeDegree: one(['学士', '硕士', '']),
      fullTimeSchool: `${school}公共管理专业`,
      currentPost: title,
      resume: resume
        .map(({ from, to, text }) => `${from.replace('-', '.')}--${(to ?? '').replace('-', '.').padEnd(7)}  ${text}`)
        .join('\n'),
      rewardsAndPunishments: chance(0.2) ? '2021年6月，经云泽区委批准，评为优秀共产党员。' : '无',
      assessments: '2023年年度考核称职；2024年年度考核称职；2025年年度考核称职。',
      speciality: one(['公共管理', '农业技术', '法律', '财务会计']),
      reason: '工作需要。',
    },
    resume,
    family: [
      {
        title: sex === '男' ? '妻子' : '丈夫',
        name: pick(surnames) + pick(given),
        birth,
        birthText: '',
        politics: '群众',
        unitAndPost: '云泽一中教师',
      },
      {
        title: '儿子',
        name: pick(surnames) + pick(given),
        birth: month(born + 27, 3),
        birthText: '',
        politics: '群众',
        unitAndPost: '云泽一中学生',
      },
    ],
    assessments,
    rewards: chance(0.2) ? [{ on: '2021-06', authority: '云泽区委', name: '优秀共产党员' }] : [],
    punishments: chance(0.03)
      ? [
          {
            kind: '政务处分',
            name: '记过',
            on: month(2024 + below(2), 1 + below(12)),
            authority: '区监委',
            documentNumber: '',
            reason: '',
            influenceUntil: null,
            revokedOn: null,
          },
        ]
      : [],
  }
}

/** Fills a store with so many people through the repository that the application writes with. */
export async function fillStore(core, store, call, people, say = () => {}) {
  const [root] = await call('units.tree', {})
  const units = []
  await core.transact(store.root, store.raw, async db => {
    for (const [position, name] of unitsFor(people).entries()) {
      const unit = { id: crypto.randomUUID(), parentId: root.id, name, position }
      await core.insertUnit(db, unit)
      units.push(unit)
    }
  })
  const SLICE = 5000
  const startedAt = performance.now()
  for (let from = 0; from < people; from += SLICE) {
    await core.transact(store.root, store.raw, async db => {
      for (let i = from; i < Math.min(people, from + SLICE); i++)
        await core.saveCadre(db, personAt(i, units[i % units.length], core.emptyCadre), 1)
    })
    say(`${Math.min(people, from + SLICE)} of ${people}, ${Math.round((performance.now() - startedAt) / 1000)} s`)
  }
  core.forget(store.root)
  return units
}
