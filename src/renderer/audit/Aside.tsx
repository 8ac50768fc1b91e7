import type { ReactNode } from 'react'
import { Button } from '../ui/Button'
import { Icon } from '../ui/icons'

/** What stands beside the log. Esc closes it. */
export function Aside({
  title,
  note,
  onClose,
  children,
}: {
  title: string
  note?: ReactNode
  onClose: () => void
  children: ReactNode
}) {
  return (
    <aside
      className="aud-aside"
      aria-label={title}
      onKeyDown={event => {
        if (event.key !== 'Escape' || !event.currentTarget.contains(event.target as Node)) return
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
      <div className="aud-aside-body">{children}</div>
    </aside>
  )
}
