import { useRef } from 'react'
import type { OutlinePart } from '../../../shared/interviews/kinds'
import { Button } from '../../ui/Button'
import { Card } from '../../ui/Card'
import { Icon } from '../../ui/icons'
import { TextField } from '../../ui/TextField'
import { YesNo } from './fields'
import { QuestionPick } from './QuestionPick'

const MOST_PARTS = 20

interface OutlineEditorProps {
  readonly outline: readonly OutlinePart[]
  readonly onChange: (outline: readonly OutlinePart[]) => void
}

/** A name for a new part that no other part of the outline bears. */
function freeKey(outline: readonly OutlinePart[]): string {
  const taken = new Set(outline.map(({ key }) => key))
  let number = outline.length + 1
  while (taken.has(`part-${number}`)) number++
  return `part-${number}`
}

/** The outline part by part: added, moved and removed by buttons, moved by Alt and an arrow inside a part. */
export function OutlineEditor({ outline, onChange }: OutlineEditorProps) {
  const list = useRef<HTMLOListElement>(null)
  const put = (at: number, change: Partial<OutlinePart>): void =>
    onChange(outline.map((part, place) => (place === at ? { ...part, ...change } : part)))
  function move(at: number, by: -1 | 1): void {
    const [part, other] = [outline[at], outline[at + by]]
    if (!part || !other) return
    const next = [...outline]
    next[at] = other
    next[at + by] = part
    onChange(next)
    // The field that held the focus goes with its part.
    const held = document.activeElement
    requestAnimationFrame(() => {
      if (held instanceof HTMLElement && list.current?.contains(held)) held.focus()
    })
  }
  return (
    <Card title="提纲" note={`${outline.length} 部分，Alt 加上下箭头移动`}>
      <ol className="itv-parts" ref={list}>
        {outline.map((part, at) => (
          <li
            key={part.key}
            onKeyDown={event => {
              if (!event.altKey || event.nativeEvent.isComposing) return
              if (event.key !== 'ArrowUp' && event.key !== 'ArrowDown') return
              event.preventDefault()
              move(at, event.key === 'ArrowUp' ? -1 : 1)
            }}
          >
            <div className="itv-part-head">
              <span>{at + 1}</span>
              <TextField
                label={`第 ${at + 1} 部分`}
                hideLabel
                value={part.title}
                onChange={title => put(at, { title })}
                maxChars={30}
                placeholder="这一部分谈什么"
              />
              <YesNo label="必谈" value={part.required} onChange={required => put(at, { required })} />
              <IconButton name="up" label={`${part.title}上移`} off={at === 0} onClick={() => move(at, -1)} />
              <IconButton
                name="down"
                label={`${part.title}下移`}
                off={at === outline.length - 1}
                onClick={() => move(at, 1)}
              />
              <IconButton
                name="close"
                label={`去掉${part.title}`}
                off={outline.length === 1}
                onClick={() => onChange(outline.filter((_, place) => place !== at))}
              />
            </div>
            <TextField
              label={`${part.title}可以问`}
              hideLabel
              value={part.questions.join('\n')}
              onChange={text => put(at, { questions: text.split('\n') })}
              multiline
              rows={Math.max(2, part.questions.length)}
              placeholder="可以问什么，一行一个"
            />
            <QuestionPick
              taken={part.questions}
              onPick={question =>
                put(at, { questions: [...part.questions.filter(each => each.trim() !== ''), question] })
              }
            />
          </li>
        ))}
      </ol>
      <div className="dd-more">
        <Button
          size="small"
          reason={outline.length >= MOST_PARTS ? `最多 ${MOST_PARTS} 部分` : undefined}
          onClick={() => onChange([...outline, { key: freeKey(outline), title: '', questions: [], required: false }])}
        >
          加一部分
        </Button>
      </div>
    </Card>
  )
}

interface IconButtonProps {
  readonly name: 'up' | 'down' | 'close'
  readonly label: string
  readonly off: boolean
  readonly onClick: () => void
}
const IconButton = ({ name, label, off, onClick }: IconButtonProps) => (
  <button type="button" className="itv-icon-button" aria-label={label} title={label} disabled={off} onClick={onClick}>
    <Icon name={name} size={16} />
  </button>
)
