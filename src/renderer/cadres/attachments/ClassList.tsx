import { type ArchiveClass, type Attachment, ArchiveClass as Classes } from '../../../shared/attachments/attachments'
import { classShort, classTitle } from '../../../shared/attachments/attachments.rules'

/** Which attachments are listed. */
export type Shelf = 'all' | 'removed' | ArchiveClass

const numerals = ['一', '二', '三', '四', '五', '六', '七', '八', '九', '十']
export const classNumeral = (category: ArchiveClass): string => numerals[Number(category) - 1] ?? ''

interface ClassListProps {
  held: readonly Attachment[]
  removed: number
  shelf: Shelf
  /** The class that files are held over. */
  over: string | null
  onChange: (shelf: Shelf) => void
}

/** The ten classes of the archive as its table of contents; files can be dropped on each. */
export function ClassList({ held, removed, shelf, over, onChange }: ClassListProps) {
  const countOf = (category: ArchiveClass): number => held.filter(each => each.category === category).length
  return (
    <nav className="att-classes" aria-label="材料类别">
      <ul>
        <li>
          <button type="button" aria-current={shelf === 'all' || undefined} onClick={() => onChange('all')}>
            <span className="att-all">全部材料</span>
            <small>{held.length > 0 && held.length}</small>
          </button>
        </li>
        {Classes.options.map(category => (
          <li key={category}>
            <button
              type="button"
              data-class={category}
              data-over={over === category || undefined}
              data-empty={countOf(category) === 0 || undefined}
              aria-current={shelf === category || undefined}
              title={classTitle(category)}
              onClick={() => onChange(category)}
            >
              <b>{classNumeral(category)}</b>
              <span>{classShort(category)}</span>
              <small>{countOf(category) > 0 && countOf(category)}</small>
            </button>
          </li>
        ))}
        {removed > 0 && (
          <li className="att-removed">
            <button type="button" aria-current={shelf === 'removed' || undefined} onClick={() => onChange('removed')}>
              <span className="att-all">已移出</span>
              <small>{removed}</small>
            </button>
          </li>
        )}
      </ul>
      <p>类别名称参考，以文件为准</p>
    </nav>
  )
}
