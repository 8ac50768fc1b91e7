import type { ComponentProps } from 'react'

interface GripProps extends ComponentProps<'button'> {
  readonly name: string
  readonly place: number
  readonly locked: string | undefined
}

/** What a row is dragged by: its number. With the focus on it, arrows move the row. */
export const Grip = ({ name, place, locked, ...props }: GripProps) => (
  <button
    type="button"
    className="alb-grip"
    aria-label={`第 ${place} 位 ${name}，按上下键移动`}
    disabled={locked !== undefined}
    {...props}
  >
    {place}
  </button>
)
