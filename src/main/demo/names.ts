import { dotted, generations, nations, plainNames, rareCharacters, surnames } from './names.data'
import { type Random, Weighted } from './random'

export type Sex = '男' | '女'

/** 王7.3 李7.2 … as words with weights. */
const weighted = (text: string): Weighted<string> =>
  new Weighted(
    text
      .trim()
      .split(/\s+/)
      .map(entry => {
        const word = entry.replace(/[\d.]+$/, '')
        return [word, Number(entry.slice(word.length))] as const
      }),
  )
const families = weighted(surnames)
const peoples = weighted(nations)

const generationOf = (year: number) => generations.find(({ until }) => year <= until) ?? generations[0]
const characters = (text: string): readonly string[] => [...text]
const tables = new Map(
  generations.map(generation => [
    generation,
    { 男: split(generation.男), 女: split(generation.女), aloneShare: generation.aloneShare / 100 },
  ]),
)
function split({ alone, first, second }: { alone: string; first: string; second: string }) {
  return { alone: characters(alone), first: characters(first), second: characters(second) }
}
const words = new Map<string, readonly string[]>()
function wordsOf(text: string): readonly string[] {
  let found = words.get(text)
  if (!found) words.set(text, (found = text.split(' ')))
  return found
}

export const drawNation = (random: Random): string => peoples.draw(random)
export const drawSurname = (random: Random): string => families.draw(random)

/** One in this many has a character that old encodings lack. */
const rareOneIn = 400

function drawGiven(random: Random, sex: Sex, year: number): string {
  const generation = generationOf(year)
  const table = generation && tables.get(generation)
  if (!table) return '明'
  const { alone, first, second } = table[sex]
  if (random.chance(1 / rareOneIn))
    return random.chance(0.5) ? random.pick(rareCharacters) : random.pick(first) + random.pick(rareCharacters)
  if (random.chance(table.aloneShare)) return random.pick(alone)
  const begin = random.pick(first)
  let end = random.pick(second)
  while (end === begin) end = random.pick(second)
  return begin + end
}

/** A person's name, with the surname where the people has one; 阿依努尔·买买提 has none. */
export interface PersonName {
  readonly name: string
  readonly surname: string
}

export function drawName(random: Random, sex: Sex, year: number, nation: string, surname?: string): PersonName {
  const withDot = dotted[nation]
  if (withDot)
    return { name: `${random.pick(wordsOf(withDot[sex]))}·${random.pick(wordsOf(withDot.after))}`, surname: '' }
  const plain = plainNames[nation]
  if (plain && random.chance(0.7)) return { name: random.pick(wordsOf(plain[sex])), surname: '' }
  const family =
    surname === undefined || surname === ''
      ? nation === '回族' && random.chance(0.3)
        ? '马'
        : drawSurname(random)
      : surname
  return { name: family + drawGiven(random, sex, year), surname: family }
}
