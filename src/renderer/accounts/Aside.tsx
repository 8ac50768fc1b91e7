import type { ReactNode } from 'react'
import { Button } from '../ui/Button'
import { isComposing } from '../ui/composed'
import { Icon } from '../ui/icons'

interface AsideProps {
  title: string
  note?: ReactNode
  onClose: () => void
  children: ReactNode
}

/** What a row opens, beside the list. Esc closes it; a dialog above takes Esc first because its focus lies elsewhere. */
export function Aside({ title, note, onClose, children }: AsideProps) {
  return (
    <aside
      className="acc-aside"
      aria-label={title}
      onKeyDown={event => {
        if (event.key !== 'Escape' || event.defaultPrevented || isComposing(event.nativeEvent)) return
        if (!event.currentTarget.contains(event.target as Node)) return
        event.stopPropagation()
        onClose()
      }}
    >
      <header>
        <h2>{title}</h2>
        {note}
        <Button kind="link" onClick={onClose} icon={<Icon name="close" size={16} />}>
          <span className="dd-hidden">关闭</span>
        </Button>
      </header>
      <div className="acc-aside-body">{children}</div>
    </aside>
  )
}

/** A name and its value, line by line. */
export function Facts({ rows }: { rows: readonly (readonly [title: string, value: ReactNode])[] }) {
  return (
    <dl className="acc-facts">
      {rows.map(([title, value]) => (
        <div key={title}>
          <dt>{title}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  )
}
