import type { FacilityState } from '../../shared/grassroots/facilities'

/** A shape of its own for each state; the word stands beside it. */
const shapes: Record<FacilityState, React.ReactNode> = {
  没有: <circle cx="6" cy="6" r="4.5" strokeDasharray="2 2" />,
  在建: (
    <>
      <circle cx="6" cy="6" r="4.5" />
      <path d="M6 1.5a4.5 4.5 0 0 1 0 9z" className="grs-solid" />
    </>
  ),
  简陋: <path d="M6 1.8 10.8 10.4H1.2z" />,
  需修: <path d="M6 1.8 10.8 10.4H1.2z" className="grs-solid" />,
  完好: <path d="M1.8 6.4 4.8 9.4 10.4 2.8" strokeWidth="2" />,
}

export const FacilityMark = ({ state }: { state: FacilityState }) => (
  <span className="grs-mark" data-state={state}>
    <svg viewBox="0 0 12 12" width="12" height="12" aria-hidden="true">
      {shapes[state]}
    </svg>
    {state}
  </span>
)
