import type { Cadre } from '../../shared/cadres/cadres'
import { ImportedFields } from '../../shared/cadres/imported'
import { writeLrmx } from '../cadres/lrmx-write'
import type { City } from './city'
import { dayText, monthOf } from './months'
import type { Random } from './random'

/** One in this many is proposed for another post. */
const proposedOneIn = 12

function proposal(random: Random, { form, name }: Cadre, city: City, index: number): Partial<Cadre['form']> {
  const { unit, seat } = city.slotAt(index)
  const next = unit.posts.find(({ level }) => level === seat.level + 1 || (level === seat.level && level > 0))
  if (!next || !random.chance(1 / proposedOneIn)) return {}
  return {
    proposedPost: unit.label + next.title,
    removedPost: seat.level > 0 ? form.currentPost : '',
    reason: `因工作需要，拟任${name}同志为${unit.label}${next.title}。`,
  }
}

/** One of the city's people as the 任免审批表 file that an office hands in, with the name that such files bear. */
export function sampleFile(city: City, index: number, editor: '3' | '4'): { name: string; bytes: Uint8Array } {
  const { cadre } = city.personAt(index)
  const random = city.stream('files')(index)
  const { name: unitName } = city.slotAt(index).unit
  const day = dayText(monthOf(city.on), random.int(1, 28))
  const fields = ImportedFields.parse({
    ...cadre,
    ageOn: city.on,
    filledOn: day,
    form: {
      ...cadre.form,
      ...proposal(random, cadre, city, index),
      reportingUnit: unitName,
      filledBy: city.personAt(random.int(0, city.size - 1)).cadre.name,
    },
  })
  return { name: `${cadre.name}${cadre.idNumber}.lrmx`, bytes: writeLrmx(fields, city.portraitAt(index), editor) }
}
