import { useReveal } from '../reveal'
import { Sheets } from './Sheets'

/** 任免表: read only, exactly as it will stand on paper. What is masked is shown after a reason. */
export function FormTab() {
  const { cadre, hidden, ask } = useReveal()
  return <Sheets cadre={cadre} onShowFamily={hidden.includes('family') ? () => void ask('family') : undefined} />
}
