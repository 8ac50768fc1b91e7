import type { KeyboardEvent } from 'react'
import type { ArchiveClass, Attachment, AttachmentFormat } from '../../../shared/attachments/attachments'
import { classTitle, sizeWords } from '../../../shared/attachments/attachments.rules'
import { formatTitles, isShown } from '../../../shared/attachments/recognise.rules'
import { Button } from '../../ui/Button'
import { dateWords } from '../cadres.words'
import { classNumeral } from './ClassList'

/** What can be done with one; undefined where this account or this file does not allow it. */
export interface RowActs {
  readonly view: (attachment: Attachment) => void
  readonly describe: ((attachment: Attachment) => void) | undefined
  readonly save: ((attachment: Attachment) => void) | undefined
  readonly remove: ((attachment: Attachment) => void) | undefined
  readonly restore: ((attachment: Attachment) => void) | undefined
  readonly move: ((attachment: Attachment, by: -1 | 1) => void) | undefined
}

interface RowsProps {
  category: ArchiveClass
  rows: readonly Attachment[]
  acts: RowActs
}

/** One class: a heading and its material, in the order of the archive. */
export function AttachmentRows({ category, rows, acts }: RowsProps) {
  return (
    <section className="att-group" aria-label={classTitle(category)} data-class={category}>
      <h3>
        <b>{classNumeral(category)}</b>
        {classTitle(category)}
        <small>{rows.length} 件</small>
      </h3>
      <ul>
        {rows.map(attachment => (
          <Row key={attachment.id} attachment={attachment} acts={acts} />
        ))}
      </ul>
    </section>
  )
}

/** Up and down go through the titles of all classes; with Alt they move the row itself. */
function onKey(event: KeyboardEvent<HTMLElement>, attachment: Attachment, { move, remove }: RowActs): void {
  const { key, altKey, ctrlKey, metaKey, nativeEvent } = event
  if (nativeEvent.isComposing || ctrlKey || metaKey) return
  const by = key === 'ArrowUp' ? -1 : key === 'ArrowDown' ? 1 : undefined
  if (key === 'Delete' && remove) {
    event.preventDefault()
    remove(attachment)
  } else if (by !== undefined) {
    event.preventDefault()
    if (altKey) return move?.(attachment, by)
    const titles = [...document.querySelectorAll<HTMLElement>('.att-title')]
    titles[titles.indexOf(event.currentTarget) + by]?.focus()
  }
}

function Row({ attachment, acts }: { attachment: Attachment; acts: RowActs }) {
  const { title, format, documentOn, documentNumber, note, mark, bytes, removedAt, addedAt, byName } = attachment
  const shown = isShown(format) && removedAt === null
  const open = shown ? acts.view : (acts.describe ?? acts.save)
  const below = [documentNumber, note].filter(text => text !== '').join('　')
  return (
    <li className="att-row">
      <span className="att-format" data-shown={shown || undefined}>
        {formatTitles[format]}
      </span>
      <div className="att-what">
        <button
          type="button"
          className="att-title"
          onClick={() => open?.(attachment)}
          onKeyDown={event => onKey(event, attachment, acts)}
        >
          {title}
        </button>
        {below !== '' && <span title={below}>{below}</span>}
      </div>
      <span className="att-on">{documentOn ? dateWords(documentOn) : '未写时间'}</span>
      <span className="att-mark">{mark === '内部' ? '' : mark}</span>
      <span className="att-size" title={`${byName} ${addedAt.slice(0, 10).replaceAll('-', '.')} 加入`}>
        {sizeWords(bytes)}
      </span>
      <span className="att-acts">
        {removedAt === null && (
          <Act
            words="查看"
            of={title}
            run={() => acts.view(attachment)}
            refusal={shown ? undefined : notShown(format)}
          />
        )}
        {acts.save && removedAt === null && <Act words="另存" of={title} run={() => acts.save?.(attachment)} />}
        {acts.describe && removedAt === null && <Act words="著录" of={title} run={() => acts.describe?.(attachment)} />}
        {acts.remove && removedAt === null && <Act words="移出" of={title} run={() => acts.remove?.(attachment)} />}
        {acts.restore && removedAt !== null && <Act words="恢复" of={title} run={() => acts.restore?.(attachment)} />}
      </span>
    </li>
  )
}

const notShown = (format: AttachmentFormat): string => `${formatTitles[format]} 不能在窗口里看，另存后用阅读程序打开`

interface ActProps {
  words: string
  of: string
  run: () => void
  refusal?: string | undefined
}

const Act = ({ words, of, run, refusal }: ActProps) => (
  <Button kind="link" size="small" reason={refusal} onClick={run}>
    {words}
    <span className="dd-hidden">《{of}》</span>
  </Button>
)
