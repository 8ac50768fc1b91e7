import type { Cadre, CadreId } from '../../shared/cadres/cadres'
import type { PartialDate } from '../../shared/dates/partial-date'
import { dateMistakes } from './mistakes.dates'
import { fileMistakes } from './mistakes.files'
import { type Random, Weighted } from './random'

/** What was planted in a file. */
export interface Planted {
  /** The rules that find it: exactly these, and none of them twice over in other ways. */
  readonly rules: readonly string[]
  /** The other file of the same person, where the mistake is that there are two. */
  readonly twinOf?: CadreId
}

/** One way in which files are wrong. */
export interface Mistake {
  readonly rules: readonly string[]
  /** How much oftener than the others it is tried, because few files have what it needs. */
  readonly weight?: number
  /** @returns undefined where the file has not what the mistake needs */
  make(cadre: Cadre, on: PartialDate): Cadre | undefined
}

/** At least one for each rule of the checks. */
export const allMistakes: readonly Mistake[] = [...dateMistakes, ...fileMistakes]

const kinds = new Weighted(allMistakes.map(mistake => [mistake, mistake.weight ?? 1] as const))
/** Files that have room for so few mistakes are not made. */
const mostTries = 60

/** Plants one mistake: of the kinds that the file has room for, any. */
export function plantIn(cadre: Cadre, random: Random, on: PartialDate): { cadre: Cadre; planted: Planted | undefined } {
  let mistake = kinds.draw(random)
  for (let tries = 0; tries < mostTries; tries += 1) {
    const wrong = mistake.make(cadre, on)
    if (wrong) return { cadre: wrong, planted: { rules: mistake.rules } }
    mistake = random.pick(allMistakes)
  }
  return { cadre, planted: undefined }
}
