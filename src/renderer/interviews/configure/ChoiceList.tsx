import type { ReactNode } from 'react'
import { Button } from '../../ui/Button'
import { Card } from '../../ui/Card'
import { Icon } from '../../ui/icons'

interface Item {
  readonly key: string
  readonly title: string
  readonly note: ReactNode
  /** Not offered any more, or not switched on. */
  readonly quiet: boolean
}
interface ChoiceListProps {
  readonly title: string
  readonly items: readonly Item[]
  readonly chosen: string | undefined
  readonly onChoose: (key: string) => void
  readonly newTitle?: string
  /** Without it nothing new can be made. */
  readonly onNew?: () => void
}

/** What can be changed, one line each, beside the form of the one that is chosen. */
export const ChoiceList = ({ title, items, chosen, onChoose, newTitle, onNew }: ChoiceListProps) => (
  <Card
    title={title}
    className="itv-choices"
    more={
      onNew && (
        <Button size="small" icon={<Icon name="plus" size={14} />} onClick={onNew}>
          {newTitle}
        </Button>
      )
    }
  >
    <ul>
      {items.map(({ key, title: name, note, quiet }) => (
        <li key={key} data-quiet={quiet || undefined}>
          <button type="button" aria-current={key === chosen} onClick={() => onChoose(key)}>
            <span>{name}</span>
            <small>{note}</small>
          </button>
        </li>
      ))}
    </ul>
  </Card>
)
