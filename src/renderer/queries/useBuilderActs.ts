import { App } from 'antd'
import { type DragEvent, type KeyboardEvent, useLayoutEffect, useRef, useState } from 'react'
import type { Group, QueryNode } from '../../shared/queries/queries'
import { isComposing } from '../ui/composed'
import type { Deed, Side } from './builder.context'
import {
  type Changed,
  duplicateAt,
  insertAt,
  keyOf,
  moveBy,
  moveTo,
  nodeAt,
  type Path,
  pathOf,
  removeAt,
  replaceAt,
  unwrapAt,
  wrapAt,
} from './tree'

const deeds: Readonly<Record<Deed, (tree: Group, path: Path) => Changed>> = {
  up: (tree, path) => moveBy(tree, path, -1),
  down: (tree, path) => moveBy(tree, path, 1),
  copy: duplicateAt,
  wrap: wrapAt,
  unwrap: unwrapAt,
  remove: removeAt,
}

/** Keys that work anywhere in a row. Those of other lists with rows are the same. */
function deedFor({ key, altKey, ctrlKey, shiftKey }: KeyboardEvent): Deed | undefined {
  const pressed = `${ctrlKey ? 'Ctrl+' : ''}${altKey ? 'Alt+' : ''}${shiftKey ? 'Shift+' : ''}${key}`
  const keys: Readonly<Record<string, Deed>> = {
    'Alt+ArrowUp': 'up',
    'Alt+ArrowDown': 'down',
    'Alt+ArrowRight': 'wrap',
    'Alt+ArrowLeft': 'unwrap',
    'Ctrl+d': 'copy',
    'Ctrl+Delete': 'remove',
  }
  return keys[pressed]
}

interface Place {
  readonly path: Path
  readonly part: 'handle' | 'values' | 'add'
}

function elementAt(box: HTMLElement | null, { path, part }: Place): HTMLElement | null | undefined {
  const key = keyOf(path)
  const handle = box?.querySelector<HTMLElement>(`[data-handle="${key}"]`)
  // The question is mostly the usual one: what is still to come are the values.
  const inputs = [...(box?.querySelectorAll<HTMLElement>(`[data-values="${key}"] input`) ?? [])]
  if (part === 'values') return inputs.find(input => !input.closest('.qry-op')) ?? inputs[0] ?? handle
  const add = box?.querySelector<HTMLElement>(`[data-add="${key}"] input`)
  return part === 'handle' ? (handle ?? add) : add
}

/** Every change of the tree, by key, menu or dragging, and where one stands after it. */
export function useBuilderActs(tree: Group, build: (next: Group) => string | undefined) {
  const { message } = App.useApp()
  const box = useRef<HTMLDivElement>(null)
  const pending = useRef<Place | null>(null)
  const dragged = useRef<Path | null>(null)
  const [drop, setDrop] = useState<{ key: string; side: Side } | null>(null)

  useLayoutEffect(() => {
    const place = pending.current
    if (!place) return
    const found = elementAt(box.current, place)
    if (!found) return
    pending.current = null
    found.focus()
  })

  const change = (next: Group, place?: Place): void => {
    if (next === tree) return
    const refusal = build(next)
    if (refusal !== undefined) void message.warning(refusal)
    else if (place) pending.current = place
  }
  const put = (path: Path, node: QueryNode): void => change(replaceAt(tree, path, node))
  const add = (group: Path, node: QueryNode): void => {
    const at = nodeAt(tree, group)
    const path = [...group, at && at.kind !== 'is' ? at.of.length : 0]
    change(insertAt(tree, path, node), { path, part: node.kind === 'is' ? 'values' : 'add' })
  }
  const act = (path: Path, deed: Deed): void => {
    const { tree: next, at } = deeds[deed](tree, path)
    change(next, { path: at, part: 'handle' })
  }

  const onKeyDown = (event: KeyboardEvent<HTMLDivElement>): void => {
    if (isComposing(event.nativeEvent)) return
    const target = event.target as HTMLElement
    const row = target.closest<HTMLElement>('[data-path]')
    const path = pathOf(row?.dataset.path ?? '')
    const handle = target.dataset.handle
    const handles = [...(box.current?.querySelectorAll<HTMLElement>('[data-handle]') ?? [])]
    const beside = (step: 1 | -1) => () => handles[handles.indexOf(target) + step]?.focus()
    const onHandle: Readonly<Record<string, (() => void) | undefined>> = {
      ArrowDown: beside(1),
      ArrowUp: beside(-1),
      Delete: () => act(path, 'remove'),
    }
    const plain = !(event.altKey || event.ctrlKey || event.shiftKey)
    const deed = deedFor(event)
    const does = deed !== undefined && path.length > 0 ? () => act(path, deed) : undefined
    const todo = does ?? (handle !== undefined && plain ? onHandle[event.key] : undefined)
    if (!todo) return
    event.preventDefault()
    event.stopPropagation()
    todo()
  }

  const onDragOver = (event: DragEvent<HTMLDivElement>): void => {
    const target = event.target as HTMLElement
    const end = target.closest<HTMLElement>('[data-add]')
    const row = target.closest<HTMLElement>('[data-path]')
    if (!dragged.current || !row) return
    event.preventDefault()
    if (end) return setDrop({ key: end.dataset.add ?? '', side: 'inside' })
    if (row.dataset.path === '') return setDrop({ key: '', side: 'inside' })
    const { top, height } = row.getBoundingClientRect()
    setDrop({ key: row.dataset.path ?? '', side: event.clientY < top + height / 2 ? 'before' : 'after' })
  }
  const onDrop = (event: DragEvent<HTMLDivElement>): void => {
    const from = dragged.current
    if (!from || !drop) return
    event.preventDefault()
    const path = pathOf(drop.key)
    const node = nodeAt(tree, path)
    const inside = [...path, node && node.kind !== 'is' ? node.of.length : 0]
    const to =
      drop.side === 'inside' ? inside : [...path.slice(0, -1), (path.at(-1) ?? 0) + (drop.side === 'after' ? 1 : 0)]
    const moved = moveTo(tree, from, to)
    drag(null)
    change(moved.tree, { path: moved.at, part: 'handle' })
  }
  const drag = (path: Path | null): void => {
    dragged.current = path
    if (path === null) setDrop(null)
  }
  return { box, put, add, act, drop, drag, onKeyDown, onDragOver, onDrop }
}
