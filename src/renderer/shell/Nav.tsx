import { Link } from 'wouter'
import { Icon } from '../ui/icons'
import { Seal } from '../ui/marks'
import type { Module } from './modules'

/** The pages that this account is offered, one below the other. */
export function Nav({ offered, current }: { offered: readonly Module[]; current: Module | undefined }) {
  const item = (module: Module) => (
    <Link key={module.id} href={module.route} aria-current={module === current ? 'page' : undefined}>
      <Icon name={module.icon} />
      {module.title}
    </Link>
  )
  return (
    <nav className="shell-nav" aria-label="页面">
      <div className="shell-logo">
        <Seal />
      </div>
      {offered.filter(({ atEnd }) => !atEnd).map(item)}
      <div className="shell-nav-end">{offered.filter(({ atEnd }) => atEnd).map(item)}</div>
    </nav>
  )
}
