import { printAssessments } from '../../shared/cadres/assessment-text'
import { type Cadre, type CadreId, emptyForm, type FormTexts, type ResumeEntry } from '../../shared/cadres/cadres'
import { isWrittenOnForm, punishmentAsReward } from '../../shared/cadres/punishment-text'
import { printResume } from '../../shared/cadres/resume-text'
import { printRewards } from '../../shared/cadres/reward-text'
import { type Career, careerOf, type Station } from './career'
import { inServiceOf, type Study, toEducationRow } from './education'
import { specialities } from './education.data'
import { familyOf } from './family'
import { birthText, idNumberOf, phoneOf } from './identity'
import { type Life, lifeOf, type Slot, type Surroundings } from './life'
import { type Merits, meritsOf } from './merits'
import { monthAt, monthText, yearOf } from './months'
import { drawName, drawNation } from './names'
import { joiningOf } from './party'
import { type Place, province } from './places'
import { postsOf } from './posts'
import type { Random } from './random'
import { rankName, wageGradeOf } from './ranks'
import { resumeOf } from './resume'
import type { Roll } from './rolls'
import { technicalTitleOf } from './titles'
import { isCivil, standingOf, trackOf } from './tracks'
import { trainingOf } from './training'
import { levelNames } from './units.data'

const farTowns = [
  '河北盐山',
  '山东章丘',
  '河南新野',
  '安徽怀远',
  '四川仪陇',
  '湖南桃江',
  '江苏沛县',
  '陕西大荔',
  '湖北京山',
]

/** Most people come from where they work, some from the next district, few from another province. */
function nativePlaceOf(random: Random, { place, districts }: Surroundings): string {
  if (random.chance(0.13)) return random.pick(farTowns)
  return province + (place.suffix !== '市' && random.chance(0.8) ? place.short : random.pick(districts).short)
}

const tagsOf = (rolls: ReadonlySet<Roll>): string[] => [
  ...(rolls.has('firstSecretary') ? ['第一书记'] : []),
  ...(rolls.has('openSelection') ? ['公开遴选'] : []),
]

/** Who manages the cadre, as the city and its districts divide it. */
function managerOf(level: number, place: Place): string {
  if (level >= 5) return '省级党委管理干部'
  if (level >= 3) return '市级党委管理干部'
  return level >= 1 && place.suffix !== '市' ? '县级党委管理干部' : '其他'
}

/** Since when the present post and the present level are held. */
function tenureOf(stations: readonly Station[]): Pick<Cadre, 'postLevel' | 'postLevelSince' | 'currentPostSince'> {
  const present = stations.at(-1)
  const level = present?.seat.level ?? 0
  // A new rank in the same leading post does not begin a new post.
  const sincePost = level === 0 ? stations.length - 1 : stations.findLastIndex(({ seat }) => seat !== present?.seat) + 1
  const sinceLevel = level === 0 ? undefined : stations.find(({ seat }) => seat.level === level)
  return {
    postLevel: levelNames[level] ?? '',
    postLevelSince: sinceLevel ? monthText(sinceLevel.from) : null,
    currentPostSince: monthText(stations[sincePost]?.from ?? 0),
  }
}

/** The form's cell holds punishments too; admonitions and measures are not written in it. */
function rewardsCell({ rewards, punishments }: Merits): string {
  const punished = punishments.filter(isWrittenOnForm).map(punishmentAsReward)
  return printRewards([...rewards, ...punished].toSorted((a, b) => ((a.on ?? '') < (b.on ?? '') ? -1 : 1)))
}

/** Of the known people nobody has a surname of two characters. */
const surnameOf = (name: string): string => (name.includes('·') ? '' : name.slice(0, 1))

interface Made {
  readonly life: Life
  readonly career: Career
  readonly later: readonly Study[]
  readonly resume: readonly ResumeEntry[]
  readonly merits: Merits
  readonly partyText: string
}

function formOf(random: Random, slot: Slot, { life, career, later, resume, merits, partyText }: Made): FormTexts {
  const { schooling, workStart, end } = life
  const study = schooling.studies.at(-1)
  const laterStudy = later.at(-1)
  return {
    ...emptyForm,
    partyText,
    health: random.chance(0.965) ? '健康' : '一般',
    technicalTitle: technicalTitleOf(random, trackOf(slot.seat.unit.kind ?? 'bureau'), (end - workStart) / 12),
    speciality: random.pick(specialities),
    fullTimeEducation: schooling.highest,
    fullTimeDegree: study?.degree ?? '',
    fullTimeSchool: study?.text ?? '',
    inServiceEducation: laterStudy?.education ?? '',
    inServiceDegree: laterStudy?.degree ?? '',
    inServiceSchool: laterStudy?.text ?? '',
    currentPost: career.stations.at(-1)?.text ?? '',
    resume: printResume(resume),
    rewardsAndPunishments: rewardsCell(merits),
    assessments: printAssessments(merits.assessments, 3),
  }
}

/** One invented person, whole and at one with itself: no rule of the checks finds anything in the file. */
export function personOf(random: Random, names: Random, id: CadreId, slot: Slot, around: Surroundings): Cadre {
  const { seat, unit, index } = slot
  const { now, place, rolls } = around
  const kind = seat.unit.kind ?? 'bureau'
  const track = trackOf(kind)
  const life = lifeOf(random, names, slot, around)
  const { sex, status, birth, day, schooling, workStart, end, lasts } = life
  const nation = slot.known ? (slot.known.name.includes('·') ? '维吾尔族' : '汉族') : drawNation(names)
  const drawn = drawName(names, sex, yearOf(birth), nation)
  const { name, surname } = slot.known ? { name: slot.known.name, surname: surnameOf(slot.known.name) } : drawn
  const changeAt = rolls.has('openSelection') ? monthAt(2019, random.int(10, 12)) : undefined
  const plan = { ...around, track, seat, workStart, end, lasts, education: schooling.highest, changeAt }
  const career = careerOf(random, plan, isCivil(track))
  const later = inServiceOf(random, schooling.highest, workStart, end)
  const resume = resumeOf(random, later, career.stations, life, around)
  const merits = meritsOf(random, { workStart, end, now, place, isCivil: isCivil(track) })
  const { partyText, ...party } = joiningOf(random, { birth, workStart, end, seat })
  const tenure = tenureOf(career.stations)
  const rank = career.ranks.at(-1)
  const nativePlace = nativePlaceOf(random, around)
  return {
    id,
    name,
    sex,
    birth: birthText(birth, day, random.chance(0.06)),
    nation,
    nativePlace,
    birthPlace: random.chance(0.8) ? nativePlace : province + random.pick(around.districts).short,
    workStart: monthText(workStart),
    ...party,
    idNumber: idNumberOf(index, birth, day, sex),
    phone: status === '去世' ? '' : phoneOf(index),
    unitId: unit.id,
    unitOrder: slot.order,
    ...standingOf(kind, unit.name),
    managedBy: managerOf(seat.level, place),
    ...tenure,
    rank: rank ? rankName(rank.rank, kind) : '',
    rankSince: rank ? monthText(rank.from) : null,
    wageGrade: rank ? wageGradeOf(tenure.postLevel, rank.rank, kind, (end - workStart) / 12) : '',
    ageLimit: `改革前任职年龄界限为${life.oldLimit}岁`,
    status,
    secrecy: '',
    tags: tagsOf(rolls),
    ageOn: null,
    filledOn: null,
    form: formOf(random, slot, { life, career, later, resume, merits, partyText }),
    resume,
    family: familyOf(random, { sex, birth, surname, nation, place, now }),
    assessments: [...merits.assessments],
    rewards: [...merits.rewards],
    posts: postsOf(random, career.stations, slot, lasts, end),
    education: [...schooling.studies, ...later].map(toEducationRow),
    training: trainingOf(random, workStart, end, place),
    punishments: [...merits.punishments],
    unknown: [],
    formVersion: '',
  }
}
