import type { Attachment } from '../../../shared/attachments/attachments'
import type { AddOutcome } from '../../../shared/attachments/attachments.contract'
import { classShort } from '../../../shared/attachments/attachments.rules'
import { Button } from '../../ui/Button'
import { Icon } from '../../ui/icons'

interface OutcomesProps {
  outcomes: readonly AddOutcome[]
  all: readonly Attachment[]
  onDescribe: ((attachment: Attachment) => void) | undefined
  onGone: () => void
}

/** What became of each file that was to be added: where it went, or why not. */
export function Outcomes({ outcomes, all, onDescribe, onGone }: OutcomesProps) {
  if (outcomes.length === 0) return null
  const added = outcomes.flatMap(({ id }) => all.find(each => each.id === id) ?? [])
  const left = outcomes.filter(({ id }) => id === null)
  return (
    <section className="att-outcomes" role="status" data-left={left.length > 0 || undefined}>
      <header>
        <Icon name={left.length > 0 ? 'warning' : 'check'} size={16} />
        <b>{added.length > 0 ? `已加入 ${added.length} 件` : '没有加入'}</b>
        {left.length > 0 && added.length > 0 && <span>{left.length} 件没有加入</span>}
        <Button kind="link" size="small" onClick={onGone}>
          知道了
        </Button>
      </header>
      <ul>
        {left.map(({ name, words }) => (
          <li key={name}>
            “{name}”{words}
          </li>
        ))}
        {added.map(each => (
          <li key={each.id}>
            《{each.title}》放在“{classShort(each.category)}”
            {onDescribe && (
              <Button kind="link" size="small" onClick={() => onDescribe(each)}>
                著录
              </Button>
            )}
          </li>
        ))}
      </ul>
    </section>
  )
}
