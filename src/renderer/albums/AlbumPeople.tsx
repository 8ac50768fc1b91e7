import { useState } from 'react'
import type { AlbumEntry, Shown } from '../../shared/albums/albums'
import { MOST_ENTRIES } from '../../shared/albums/albums'
import { Button } from '../ui/Button'
import { Card } from '../ui/Card'
import { FormDialog } from '../ui/FormDialog'
import { TextField } from '../ui/TextField'
import { Grip } from './Grip'
import { yearWords } from './portrait'
import { useDragOrder } from './useDragOrder'
import { useWall, type WallFilter, wholeWall } from './useWall'
import { WallFilters } from './WallFilters'

interface PeopleProps {
  readonly entries: readonly AlbumEntry[]
  /** What is known of those that are in it. */
  readonly known: readonly Shown[]
  readonly locked: string | undefined
  readonly onEntries: (next: readonly AlbumEntry[]) => void
  readonly onKnown: (more: readonly Shown[]) => void
}

/** Who is in an album, in which order and with which words; found by conditions and chosen by hand. */
export function AlbumPeople({ entries, known, locked, onEntries, onKnown }: PeopleProps) {
  const [adding, setAdding] = useState(false)
  const [editing, setEditing] = useState<string>()
  const byId = new Map<string, Shown>(known.map(each => [each.id, each]))
  const { list, rowProps, gripProps } = useDragOrder(entries, locked === undefined ? onEntries : undefined)
  const put = (honourId: string, text: string | null): void =>
    onEntries(entries.map(each => (each.honourId === honourId ? { ...each, text } : each)))
  const edited = entries.find(({ honourId }) => honourId === editing)
  return (
    <Card
      title="收入的人和团队"
      note="顺序就是各章里的顺序，拖动序号或者选中它按上下键移动"
      more={
        <Button size="small" kind="primary" reason={locked} onClick={() => setAdding(true)}>
          选人
        </Button>
      }
    >
      {entries.length === 0 && <p className="alb-none">还没有收入的人。按条件选一批，再逐个增减。</p>}
      <ol className="alb-people" ref={list}>
        {entries.map(({ honourId, text }, index) => {
          const shown = byId.get(honourId)
          return (
            <li key={honourId} className="alb-person" {...rowProps(index)}>
              <Grip name={shown?.name ?? ''} place={index + 1} locked={locked} {...gripProps(index)} />
              <span>
                <b>{shown?.name ?? '已撤销或移出荣誉册'}</b>
                <small>{shown && `${shown.honour}　${yearWords(shown)}${text === null ? '' : '　文字已改'}`}</small>
              </span>
              <span className="dd-row-acts">
                <Button size="small" kind="link" reason={locked} onClick={() => setEditing(honourId)}>
                  文字
                </Button>
                <Button
                  size="small"
                  kind="link"
                  reason={locked}
                  onClick={() => onEntries(entries.filter(each => each.honourId !== honourId))}
                >
                  去掉
                </Button>
              </span>
            </li>
          )
        })}
      </ol>
      {adding && (
        <AddDialog
          taken={new Set(entries.map(({ honourId }) => honourId))}
          onAdd={more => {
            onKnown(more)
            onEntries([...entries, ...more.map(({ id }) => ({ honourId: id, text: null }))])
          }}
          onClose={() => setAdding(false)}
        />
      )}
      {edited && (
        <TextDialog
          name={byId.get(edited.honourId)?.name ?? ''}
          text={edited.text ?? byId.get(edited.honourId)?.deeds ?? ''}
          isOwn={edited.text !== null}
          onPut={text => put(edited.honourId, text)}
          onClose={() => setEditing(undefined)}
        />
      )}
    </Card>
  )
}

interface AddProps {
  readonly taken: ReadonlySet<string>
  readonly onAdd: (more: readonly Shown[]) => void
  readonly onClose: () => void
}
function AddDialog({ taken, onAdd, onClose }: AddProps) {
  const [filter, setFilter] = useState<WallFilter>(wholeWall)
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set())
  const found = (useWall(filter).data ?? []).filter(({ id }) => !taken.has(id))
  const chosen = found.filter(({ id }) => !left.has(id))
  const room = MOST_ENTRIES - taken.size
  const toggle = (id: string): void => {
    const next = new Set(left)
    if (!next.delete(id)) next.add(id)
    setLeft(next)
  }
  return (
    <FormDialog
      title="选人"
      act={`收入 ${chosen.length} 项`}
      refusal={chosen.length === 0 ? '没有选中的' : chosen.length > room ? `一本最多 ${MOST_ENTRIES} 项` : undefined}
      width={860}
      onAct={async () => onAdd(chosen)}
      onClose={onClose}
    >
      <WallFilters value={filter} onChange={setFilter} />
      <p className="dd-aside">
        找到 {found.length} 项，去掉勾选的不收入。
        <Button size="small" kind="link" onClick={() => setLeft(new Set(found.map(({ id }) => id)))}>
          全不选
        </Button>
        <Button size="small" kind="link" onClick={() => setLeft(new Set())}>
          全选
        </Button>
      </p>
      <ul className="alb-found">
        {found.map(shown => (
          <li key={shown.id}>
            <label className="exp-check">
              <input type="checkbox" checked={!left.has(shown.id)} onChange={() => toggle(shown.id)} />
              <b>{shown.name}</b>
              <small>
                {shown.honour}　{yearWords(shown)}　{shown.unitName}
              </small>
            </label>
          </li>
        ))}
      </ul>
    </FormDialog>
  )
}

interface TextProps {
  readonly name: string
  readonly text: string
  readonly isOwn: boolean
  readonly onPut: (text: string | null) => void
  readonly onClose: () => void
}
function TextDialog({ name, text: first, isOwn, onPut, onClose }: TextProps) {
  const [text, setText] = useState(first)
  return (
    <FormDialog
      title={`${name}：画册里的文字`}
      act="采用"
      refusal={text.length > 6000 ? '最多 6000 字' : undefined}
      width={680}
      onAct={async () => onPut(text)}
      onClose={onClose}
    >
      <p className="dd-aside">只改这本画册，荣誉册里登记的事迹不变。</p>
      <TextField label="事迹" value={text} onChange={setText} maxChars={6000} multiline rows={14} />
      {isOwn && (
        <div>
          <Button
            kind="link"
            onClick={() => {
              onPut(null)
              onClose()
            }}
          >
            改回荣誉册里的事迹
          </Button>
        </div>
      )}
    </FormDialog>
  )
}
