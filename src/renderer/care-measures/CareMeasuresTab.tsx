import { useRoute } from 'wouter'
import { CareYear } from '../../shared/care-measures/care-measures'
import { CareMeasureKey } from '../../shared/care-measures/measures.data'
import { thisYear } from './care-measures.words'
import { MeasuresBoard } from './MeasuresBoard'
import { OneMeasure } from './OneMeasure'
import './care-measures.css'

/** 措施: the 29 with the plan of a year and what was done; and one of them with its evidence. */
export function CareMeasuresTab() {
  const [, params] = useRoute('/care/measures/:year?/:key?')
  const year = CareYear.safeParse(Number(params?.year)).data ?? thisYear()
  const key = CareMeasureKey.safeParse(params?.key)
  return key.success ? <OneMeasure key={key.data} measure={key.data} year={year} /> : <MeasuresBoard year={year} />
}
