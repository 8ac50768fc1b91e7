import { showDate } from '../../shared/dates/partial-date'
import type { MedalFacts } from '../../shared/medals/medals'
import { TextField } from '../ui/TextField'
import { typedDate } from './medals.words'

export type TypedFacts = Record<keyof MedalFacts, string>
export const typedOf = ({ concern, ...dates }: MedalFacts): TypedFacts => ({
  leftOn: dates.leftOn === null ? '' : showDate(dates.leftOn),
  rejoinedOn: dates.rejoinedOn === null ? '' : showDate(dates.rejoinedOn),
  refullOn: dates.refullOn === null ? '' : showDate(dates.refullOn),
  diedOn: dates.diedOn === null ? '' : showDate(dates.diedOn),
  concern,
})
/** As the model takes them; what cannot be read is undefined and is refused there. */
export const typedFacts = ({ concern, ...dates }: TypedFacts) => ({
  leftOn: typedDate(dates.leftOn),
  rejoinedOn: typedDate(dates.rejoinedOn),
  refullOn: typedDate(dates.refullOn),
  diedOn: typedDate(dates.diedOn),
  concern,
})

const fields = [
  ['leftOn', '脱离党组织'],
  ['rejoinedOn', '重新入党'],
  ['refullOn', '重新入党后转正'],
  ['diedOn', '去世'],
] as const

/** Broken membership with both dates, death, and what a person has to look at. */
export function FactsFields({ typed, onChange }: { typed: TypedFacts; onChange: (typed: TypedFacts) => void }) {
  return (
    <>
      <div className="med-fields">
        {fields.map(([key, label]) => (
          <TextField
            key={key}
            label={label}
            value={typed[key]}
            onChange={text => onChange({ ...typed, [key]: text })}
            nfkc
          />
        ))}
      </div>
      <TextField
        label="其他要核对的情况"
        value={typed.concern}
        onChange={concern => onChange({ ...typed, concern })}
        maxChars={120}
        placeholder="停止党籍、党员权利中止等"
      />
    </>
  )
}
