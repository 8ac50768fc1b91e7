import { Dropdown } from 'antd'
import { Icon } from '../ui/icons'
import { type Deed, useBuilder } from './builder.context'
import { keyOf, type Path } from './tree'

/** What one takes hold of: to drag it, or to stand on it with the keys. */
export function Handle({ path, label }: { path: Path; label: string }) {
  const { drag } = useBuilder()
  return (
    <button
      type="button"
      className="qry-handle"
      data-handle={keyOf(path)}
      aria-label={label}
      aria-description="上下键走，Alt 加上下键移动，Delete 删去"
      draggable
      onDragStart={event => {
        event.dataTransfer.effectAllowed = 'move'
        // Nothing of the question goes along: it is only moved within this page.
        event.dataTransfer.setData('text/plain', '')
        drag(path)
      }}
    >
      <i />
    </button>
  )
}

export function NotChip({ isOn, label, onChange }: { isOn: boolean; label: string; onChange: (not: boolean) => void }) {
  return (
    <button
      type="button"
      className="qry-not"
      aria-pressed={isOn}
      aria-label={label}
      title="取反：不符合的才算"
      onClick={() => onChange(!isOn)}
    >
      非
    </button>
  )
}

const titles: readonly (readonly [Deed, string, string])[] = [
  ['up', '上移', 'Alt ↑'],
  ['down', '下移', 'Alt ↓'],
  ['wrap', '加括号', 'Alt →'],
  ['unwrap', '移出括号', 'Alt ←'],
  ['copy', '复制一条', 'Ctrl D'],
]

interface NodeMenuProps {
  path: Path
  label: string
  isGroup?: boolean
}

/** Everything else that can be done with a condition or with brackets, with its keys. */
export function NodeMenu({ path, label, isGroup = false }: NodeMenuProps) {
  const { act } = useBuilder()
  const offered = titles.filter(([deed]) => deed !== 'unwrap' || isGroup || path.length > 1)
  const words = (deed: Deed, title: string): string => (isGroup && deed === 'unwrap' ? '去掉括号' : title)
  return (
    <span className="qry-acts">
      <Dropdown
        trigger={['click']}
        autoFocus
        menu={{
          items: offered.map(([deed, title, keys]) => ({
            key: deed,
            label: words(deed, title),
            extra: keys,
            onClick: () => act(path, deed),
          })),
        }}
      >
        <button type="button" className="qry-act" aria-label={`${label}：更多`}>
          <Icon name="more" size={16} />
        </button>
      </Dropdown>
      <button type="button" className="qry-act" aria-label={`${label}：删去`} onClick={() => act(path, 'remove')}>
        <Icon name="close" size={16} />
      </button>
    </span>
  )
}
