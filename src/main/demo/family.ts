import type { FamilyMember } from '../../shared/cadres/cadres'
import { monthText, yearOf } from './months'
import { drawName, drawNation, drawSurname, type Sex } from './names'
import type { Place } from './places'
import { type Random, Weighted } from './random'

export interface OwnFacts {
  readonly sex: Sex
  readonly birth: number
  readonly surname: string
  readonly nation: string
  readonly place: Place
  readonly now: number
}

const grownUp = new Weighted([
  ['群众', 62],
  ['中共党员', 33],
  ['民盟', 2],
  ['民建', 1.5],
  ['九三', 1.5],
])
const politicsOf = (random: Random, age: number): string =>
  age < 14 ? '群众' : age < 25 ? (random.chance(0.7) ? '共青团员' : '群众') : grownUp.draw(random)

const employers = [
  '第二中学教师',
  '人民医院医生',
  '税务局干部',
  '供电公司职工',
  '农商银行职员',
  '自然资源局干部',
  '实验小学教师',
  '融媒体中心编辑',
  '水务有限公司职工',
  '司法局干部',
  '个体经营者',
  '邮政局职工',
  '中医院护士',
  '城市建设投资有限公司职工',
  '图书馆馆员',
  '法院书记员',
]
const oldEmployers = [
  '棉纺厂职工',
  '供销社职工',
  '粮食局干部',
  '农机厂工人',
  '石桥公社农民',
  '食品公司职工',
  '教师',
  '农民',
  '邮电局职工',
]

/** Where somebody of an age works or learns; who is past sixty is retired. */
function occupationOf(random: Random, age: number, sex: Sex, place: Place): string {
  if (age < 3) return '学龄前儿童'
  if (age < 6) return `${place.name}实验幼儿园`
  if (age < 12) return `${place.name}实验小学学生`
  if (age < 15) return `${place.name}第二中学学生`
  if (age < 18) return `${place.name}第一中学学生`
  if (age < 22) return '岚江大学学生'
  if (age < 25 && random.chance(0.4)) return '岚江大学研究生在读'
  const isRetired = age >= (sex === '男' ? 60 : 55)
  const work = isRetired && age > 66 ? random.pick(oldEmployers) : random.pick(employers)
  const whole = work === '农民' || work === '个体经营者' ? `${place.name}${work}` : place.name + work
  return isRetired && !work.endsWith('农民') ? `${whole}（已退休）` : whole
}

/** Of the people of an age, those who have died. */
const mortality = (age: number): number => (age < 60 ? 0.02 : age < 75 ? 0.12 : age < 85 ? 0.4 : 0.8)

/** 配偶, 子女, 父母, 岳父母: in the order of the form, with ages that fit. */
export function familyOf(random: Random, own: OwnFacts): FamilyMember[] {
  const { sex, birth, now, place, nation } = own
  const members: FamilyMember[] = []
  const add = (title: string, name: string, of: Sex, born: number): void => {
    const age = Math.floor((now - born) / 12)
    const died = age > 45 && random.chance(mortality(age))
    members.push({
      title,
      name,
      birth: monthText(born),
      birthText: '',
      politics: politicsOf(random, age),
      unitAndPost: died ? '已去世' : occupationOf(random, age, of, place),
    })
  }
  const person = (of: Sex, born: number, surname?: string): string =>
    drawName(random, of, yearOf(born), surname === undefined ? drawNation(random) : nation, surname).name
  const age = Math.floor((now - birth) / 12)
  const partnerSex: Sex = sex === '男' ? '女' : '男'
  const partnerSurname = drawSurname(random)
  const isMarried = age >= 25 && random.chance(age < 28 ? 0.4 : 0.93)
  const partnerBirth = birth + (sex === '男' ? random.int(-20, 60) : random.int(-60, 20))
  if (isMarried)
    add(sex === '男' ? '妻子' : '丈夫', person(partnerSex, partnerBirth, partnerSurname), partnerSex, partnerBirth)
  if (isMarried) {
    const younger = Math.max(birth, partnerBirth)
    const children = Math.floor(random.next() * random.next() * 3.2)
    const surname = sex === '男' ? own.surname : partnerSurname
    let born = younger + 12 * 23 + random.int(0, 100)
    for (let at = 0; at < Math.max(children, age > 34 ? 1 : 0) && born < now - 1; at += 1) {
      const childSex: Sex = random.chance(0.52) ? '男' : '女'
      add(childSex === '男' ? '儿子' : '女儿', person(childSex, born, surname), childSex, born)
      born += random.int(26, 80)
    }
  }
  const fatherBirth = birth - 12 * 23 - random.int(0, 140)
  const motherBirth = birth - 12 * 21 - random.int(0, 130)
  add('父亲', person('男', fatherBirth, own.surname), '男', fatherBirth)
  add('母亲', person('女', motherBirth), '女', motherBirth)
  if (isMarried && random.chance(0.55)) {
    const [elder, other] = [partnerBirth - 12 * 24 - random.int(0, 100), partnerBirth - 12 * 22 - random.int(0, 100)]
    add(sex === '男' ? '岳父' : '公公', person('男', elder, partnerSurname), '男', elder)
    add(sex === '男' ? '岳母' : '婆婆', person('女', other), '女', other)
  }
  return members
}
