import { useLocation } from 'wouter'
import { Button } from '../ui/Button'
import { type MarkState, Stamp, StateMark } from '../ui/marks'
import { type Beside, useAccountsStore } from './accounts.store'

interface MatterRowProps {
  stamp: string
  what: string
  why: string
  state: MarkState
  word: string
  act: string
  /** What the accounts page opens. */
  beside: Beside
}

/** One matter on the workbench, with the way to the place where it is dealt with. */
export function MatterRow({ stamp, what, why, state, word, act, beside }: MatterRowProps) {
  const [, go] = useLocation()
  const open = useAccountsStore(store => store.open)
  return (
    <li>
      <Stamp>{stamp}</Stamp>
      <div>
        <p>{what}</p>
        <p>{why}</p>
      </div>
      <StateMark state={state}>{word}</StateMark>
      <Button
        size="small"
        onClick={() => {
          open(beside)
          go('/accounts')
        }}
      >
        {act}
        <span className="dd-hidden">：{what}</span>
      </Button>
    </li>
  )
}
