import { Icon } from '../ui/icons'

/** Above the buttons of a way out, while IT lets nothing go into a file. */
export function LeaveLock({ refusal }: { refusal: string | undefined }) {
  if (refusal === undefined) return null
  return (
    <p className="dd-lock">
      <Icon name="lock" size={14} />
      {refusal}
    </p>
  )
}
