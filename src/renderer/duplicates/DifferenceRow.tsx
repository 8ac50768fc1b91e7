import type { SensitiveField } from '../../shared/cadres/cadres.contract'
import type { Side } from '../../shared/duplicates/merge.rules'
import { Button } from '../ui/Button'
import { type Difference, type Piece, relationWords } from './differences'

interface DifferenceRowProps {
  difference: Difference
  /** Empty below a row of the same table. */
  label: string
  side: Side
  group: string
  edits: boolean
  onChoose: (side: Side) => void
  onShow: (field: SensitiveField) => void
}

/** One difference: what each file says, and which of them is taken. */
export function DifferenceRow({ difference, label, side, group, edits, onChoose, onShow }: DifferenceRowProps) {
  const { place, relation, canKeepBoth, masked } = difference
  const radio = (value: Side) => (
    <input
      type="radio"
      name={`${group}-${place}`}
      value={value}
      checked={side === value}
      disabled={!edits}
      onChange={() => onChoose(value)}
    />
  )
  return (
    <div className="mrg-row" role="radiogroup" aria-label={`${difference.label}：${relationWords[relation]}`}>
      <span className="mrg-label">{label}</span>
      {(['kept', 'other'] as const).map(value => (
        <label key={value} className="mrg-side" data-chosen={side === value || side === 'both' || undefined}>
          {radio(value)}
          <span className="dd-hidden">{value === 'kept' ? '保留的这份：' : '另一份：'}</span>
          <Said said={difference[value]} />
        </label>
      ))}
      <span className="mrg-more">
        <span data-relation={relation}>{relationWords[relation]}</span>
        {canKeepBoth && (
          <label className="mrg-both">
            {radio('both')}
            两行都留
          </label>
        )}
        {masked !== null && (
          <Button kind="link" size="small" onClick={() => onShow(masked)}>
            显示<span className="dd-hidden">{difference.label}</span>
          </Button>
        )}
      </span>
    </div>
  )
}

function Said({ said }: { said: readonly Piece[] | 'nothing' | 'masked' }) {
  if (said === 'nothing') return <span className="mrg-nothing">没有</span>
  if (said === 'masked') return <span className="mrg-nothing">已遮住</span>
  return (
    <span className="mrg-said">
      {said.map(({ text, differs }, index) => (
        <span key={index}>
          {index > 0 && '，'}
          {differs ? <mark>{text}</mark> : text}
        </span>
      ))}
    </span>
  )
}
