import type { Random, Stream } from './random'

/** The invented province and city. No county or city of the country bears any of these names. */
export const province = '岚江'
export const cityName = '澄州'

/** The city itself or one of its districts and counties. */
export interface Place {
  /** 云泽 */
  readonly short: string
  /** 云泽区 */
  readonly name: string
  readonly suffix: '市' | '区' | '县'
  /** 石桥镇, 云溪街道 */
  readonly towns: readonly string[]
  /** 松岭村 */
  readonly villages: readonly string[]
}

const known = ['云泽区', '澜湖区', '望岳区', '砚溪区', '鹤皋区', '桐岭县', '葭川县', '岫云县']
/** Towns of the first district that people of the demo stand in. */
const knownTowns = ['石桥镇', '云溪街道', '松岭镇', '柳湾街道', '青石镇', '鹿鸣镇']

// Beyond the eight, as many as a bench may want. Rare characters, so that no real county is met.
const begins = '砚葭岫蘅霁澜桐鹤棠皋漪珩枫苕筠蓼笠墨砺缃芷菀槿荇榆'
const ends = '溪皋岫川麓渚汀澜浦隰蹊圩垸湄壑峤畈岑洎阪墟'

const townBegins = '松石云柳青鹿梅竹枫槐桑杏荷芦雁凤鹊清长平双玉银紫白'
const townEnds = '岭桥溪湾石泉坪塘庄河店铺林坡沟渡埠台'
const villageBegins = '松前后东西南北上下新大小李王张赵陈高石水'
const villageEnds = '岭庄坡湾沟洼屯堡井埠'

const knownStems = new Set(known.map(name => name.slice(0, -1)))
const stems = ends.split('').flatMap(second =>
  begins
    .split('')
    .map(first => first + second)
    .filter(stem => stem[0] !== stem[1] && !knownStems.has(stem)),
)

/** The name of the n-th district from 0. The first eight are the city of the demo; a bench may want many hundreds. */
export function districtName(index: number): string {
  const fixed = known[index]
  if (fixed !== undefined) return fixed
  const at = index - known.length
  const round = Math.floor(at / stems.length)
  const before = round === 0 ? '' : ('东西南北中'[round - 1] ?? `第${round}`)
  return `${before}${stems[at % stems.length] ?? ''}${at % 3 === 0 ? '县' : '区'}`
}

const combine = (random: Random, first: string, second: string): string =>
  random.pick([...first]) + random.pick([...second])

function townsOf(random: Random, index: number, count: number): string[] {
  const names = new Set(index === 0 ? knownTowns : [])
  const taken = new Set([...names].map(name => name.slice(0, 2)))
  while (names.size < count) {
    const stem = combine(random, townBegins, townEnds)
    if (taken.has(stem)) continue
    taken.add(stem)
    names.add(stem + (names.size % 3 === 1 ? '街道' : '镇'))
  }
  return [...names]
}

const townsPerDistrict = 12

export function districtAt(stream: Stream, index: number): Place {
  const random = stream(index)
  const name = districtName(index)
  const villages = new Set(index === 0 ? ['松岭村', '前湾村'] : [])
  while (villages.size < 24) villages.add(`${combine(random, villageBegins, villageEnds)}村`)
  return {
    name,
    short: name.slice(0, -1),
    suffix: name.endsWith('县') ? '县' : '区',
    towns: townsOf(random, index, townsPerDistrict),
    villages: [...villages],
  }
}

export const cityPlace: Place = { name: `${cityName}市`, short: cityName, suffix: '市', towns: [], villages: [] }

/** Schools of the invented province, by what they end in. */
export const universities = [
  '岚江大学',
  '岚江师范大学',
  '岚江农业大学',
  '岚江理工大学',
  '岚江财经大学',
  '岚江政法学院',
  '澄州学院',
]
export const medicalUniversity = '岚江医科大学'
export const teachersUniversity = '岚江师范大学'
export const policeSchool = '岚江警官学院'
export const colleges = ['澄州职业技术学院', '岚江行政管理学院', '澄州农业工程学院', '岚江工程职业学院']
export const schools = ['澄州农业学校', '澄州财经学校', '澄州工业学校', '澄州商贸学校']
export const teachersSchool = '澄州师范学校'
export const medicalSchool = '澄州卫生学校'
export const partySchool = '岚江省委党校'
export const centralPartySchool = '中央党校'
