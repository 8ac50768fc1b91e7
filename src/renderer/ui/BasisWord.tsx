import { Popover } from 'antd'
import { type Basis, basisCautions } from '../../shared/basis/basis'

/** 依据, dotted: pressing or pointing tells where a rule comes from and how far it can be trusted. */
export function BasisWord({ basis: { source, status } }: { basis: Basis }) {
  const caution = basisCautions[status]
  return (
    <Popover
      trigger={['hover', 'click']}
      content={
        <p className="dd-basis-text">
          {source}
          {caution !== '' && <small>{caution}</small>}
        </p>
      }
    >
      <button type="button" className="dd-basis-word" aria-label={`依据：${source}`}>
        依据
      </button>
    </Popover>
  )
}
