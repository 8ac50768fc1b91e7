// What a disk may hold after the power was cut: everything that was synced, and of the rest what the model says.
// A file's bytes are safe when the file was synced, its name only when its folder was.
import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'

const SECTOR = 512

const folder = () => ({ entries: new Map(), safe: new Map() })
const file = bytes => ({ bytes })

const put = (names, name, node) => void (node ? names.set(name, node) : names.delete(name))

function load(snapshot) {
  const made = folder()
  for (const [name, found] of snapshot) {
    const node = Buffer.isBuffer(found) ? file(Buffer.from(found)) : load(found)
    made.entries.set(name, node)
    made.safe.set(name, node)
  }
  return made
}

function written(bytes, { offset, data, cut }, keeps) {
  if (cut !== undefined) {
    const next = Buffer.alloc(cut)
    bytes.copy(next, 0, 0, Math.min(cut, bytes.length))
    return next
  }
  const end = offset + data.length
  const next = end > bytes.length ? Buffer.concat([bytes, Buffer.alloc(end - bytes.length)]) : Buffer.from(bytes)
  for (let at = 0; at < data.length; at += SECTOR)
    if (!keeps || keeps()) data.copy(next, offset + at, at, Math.min(at + SECTOR, data.length))
  return next
}

/** Follows a recording; `pending` is what no sync has made safe yet, in its order. */
export function diskModel(base, begin) {
  const root = load(begin)
  const descriptors = new Map()
  let pending = []

  const parts = name => path.relative(base, name).split(path.sep).filter(Boolean)
  const find = names => names.reduce((node, name) => node?.entries?.get(name), root)
  const parentOf = name => {
    const names = parts(name)
    const last = names.pop()
    return [find(names), last]
  }
  /** Names change together or not at all, as in a rename. */
  function rename(...changes) {
    for (const [parent, name, node] of changes) put(parent.entries, name, node)
    pending.push({ changes })
  }

  const act = {
    open({ fd, offset: flags, name }) {
      let node = find(parts(name))
      if (!node && flags & 1) {
        const [parent, last] = parentOf(name)
        node = file(Buffer.alloc(0))
        rename([parent, last, node])
      } else if (node?.bytes && flags & 2) pending.push({ node, cut: 0 })
      if (node) descriptors.set(fd, node)
    },
    close: ({ fd }) => void descriptors.delete(fd),
    write: ({ fd, offset, data }) => void pending.push({ node: descriptors.get(fd), offset, data }),
    truncate: ({ fd, offset }) => void pending.push({ node: descriptors.get(fd), cut: offset }),
    sync({ fd }) {
      const node = descriptors.get(fd)
      const isSafeNow = change => change.node === node || change.changes?.some(([parent]) => parent === node)
      const now = pending.filter(isSafeNow)
      pending = pending.filter(change => !isSafeNow(change))
      for (const change of now) {
        if (change.node) node.bytes = written(node.bytes, change)
        else for (const [parent, name, to] of change.changes) put(parent.safe, name, to)
      }
    },
    unlink: ({ name }) => rename([...parentOf(name), undefined]),
    rmdir: ({ name }) => rename([...parentOf(name), undefined]),
    mkdir: ({ name }) => rename([...parentOf(name), folder()]),
    rename({ name, data }) {
      const node = find(parts(name))
      rename([...parentOf(name), undefined], [...parentOf(data.toString()), node])
    },
  }

  /** The changes that survive a cut now. Names survive in their order, as a journal keeps them; bytes in any. */
  function surviving(model, random) {
    if (model === 'none') return []
    if (model === 'all') return pending.map(change => ({ change }))
    if (model === 'prefix') return pending.slice(0, random.below(pending.length + 1)).map(change => ({ change }))
    const names = pending.filter(({ changes }) => changes)
    const kept = new Set(names.slice(0, random.below(names.length + 1)))
    return pending
      .filter(change => (change.changes ? kept.has(change) : random.chance(0.5)))
      .map(change => ({ change, ...(random.chance(0.5) && { keeps: () => random.chance(0.5) }) }))
  }

  return {
    act: record => act[record.op]?.(record),
    get pending() {
      return pending.length
    },
    /** Writes what the disk holds after a cut at this moment. */
    materialise(model, random, target) {
      const bytes = new Map()
      const names = new Map()
      const namesOf = node => names.get(node) ?? node.safe
      for (const { change, keeps } of surviving(model, random)) {
        if (change.node) bytes.set(change.node, written(bytes.get(change.node) ?? change.node.bytes, change, keeps))
        for (const [parent, name, node] of change.changes ?? []) {
          const copy = new Map(namesOf(parent))
          put(copy, name, node)
          names.set(parent, copy)
        }
      }
      const write = (node, where) => {
        mkdirSync(where, { recursive: true })
        for (const [name, child] of namesOf(node)) {
          const full = path.join(where, name)
          if (child.entries) write(child, full)
          else writeFileSync(full, bytes.get(child) ?? child.bytes)
        }
      }
      rmSync(target, { recursive: true, force: true })
      write(root, target)
    },
  }
}
