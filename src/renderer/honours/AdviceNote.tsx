import { basisCautions } from '../../shared/basis/basis'
import type { Advice } from '../../shared/honours/bonus.rules'
import { BasisWord } from '../ui/BasisWord'
import { StateMark } from '../ui/marks'

/** A word of advice with its basis. It never stands in the way. */
export const AdviceNote = ({ advice }: { readonly advice: Advice | undefined }) =>
  advice ? (
    <p className="hon-advice" role="status">
      <StateMark state="today">{advice.words}</StateMark>
      <small>{basisCautions[advice.basis.status]}</small>
      <BasisWord basis={advice.basis} />
    </p>
  ) : null
