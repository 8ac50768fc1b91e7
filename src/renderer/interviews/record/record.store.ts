import { createStore } from 'zustand/vanilla'
import type {
  Details,
  Interview,
  Note,
  NoteDraft,
  NoteForm,
  NoteId,
  NoteMark,
} from '../../../shared/interviews/interviews'
import type { AppError } from '../../../shared/result'

/** One line as this page holds it. `locked` is a sealed line of somebody else: its words are not on this page. */
export type Line = NoteDraft & { readonly authorName: string; readonly locked: boolean }

export interface RecordState {
  readonly lines: readonly Line[]
  /** The line in the box below: a new one, or an earlier one that is being changed. */
  readonly current: Line
  /** The part of the outline that new lines belong to. */
  readonly part: string
  readonly details: Details
  readonly revision: number
  /** Lines that somebody else changed: theirs, while ours stands in `lines`. */
  readonly clashes: readonly Note[]
  /** Why lines or details are not in the store; null while they are. */
  readonly errors: { readonly lines: AppError | null; readonly details: AppError | null }
  readonly savedAt: string | null

  type(text: string): void
  setForm(form: NoteForm): void
  toggleMark(mark: NoteMark): void
  toggleSealed(): void
  /** Ties the line being written to this moment of the recording; without a word in it, a line that says so is written. */
  markMoment(): void
  /** Words that were heard at a moment of the recording become a line, before the one being written. */
  take(text: string, soundMs: number): void
  goToPart(part: string): void
  /** The line is done: the box is empty for the next one. */
  commit(): void
  /** Takes an earlier line into the box. */
  edit(id: NoteId): void
  remove(id: NoteId): void
  setDetails(change: Partial<Details>): void
  settle(id: NoteId, choice: 'mine' | 'theirs'): void
}

interface Out {
  /** Called with every line that changed. */
  readonly keep: (line: NoteDraft) => void
  readonly keepDetails: (details: Details) => void
  readonly now: () => Date
  readonly newId: () => NoteId
  /** The moment of the recording; null without one. */
  readonly soundMs: () => number | null
  readonly authorName: string
  readonly authorId: string
}

const toLine = ({ authorId, changedAt: _changed, ...note }: Note, reader: string): Line => ({
  ...note,
  locked: note.sealed && authorId !== reader,
})
const STEP = 1024
/** What a line says that only marks a moment of the recording. */
const MOMENT = '（此处回听）'

/** What the page of one talk holds while it is recorded. Everything that is typed goes to `keep` at once. */
export function createRecord(talk: Interview, firstPart: string, out: Out) {
  const blank = (lines: readonly Line[], part: string, form: NoteForm): Line => ({
    id: out.newId(),
    revision: 0,
    position: Math.max(0, ...lines.map(({ position }) => position)) + STEP,
    part,
    form,
    mark: null,
    text: '',
    sealed: false,
    at: out.now().toISOString(),
    soundMs: out.soundMs(),
    removed: false,
    authorName: out.authorName,
    locked: false,
  })

  const besideOf = (line: Line): Line => ({
    ...line,
    id: out.newId(),
    revision: 0,
    position: line.position + STEP / 2,
    locked: false,
  })

  return createStore<RecordState>()((set, get) => {
    /** The box's line anew; stamped when its first character is typed. */
    const change = (more: Partial<Line>): void => {
      const { current } = get()
      const began = current.text === '' && more.text !== undefined && more.text !== '' && current.revision === 0
      const next = {
        ...current,
        ...(began ? { at: out.now().toISOString(), soundMs: out.soundMs() } : {}),
        ...more,
      }
      set({ current: next })
      // A line without a word is not worth keeping, unless it stands in the store already.
      if (next.text !== '' || next.revision > 0) out.keep(next)
    }
    const lineOf = (note: Note): Line => toLine(note, out.authorId)
    const lines = talk.notes.map(lineOf)
    return {
      lines,
      current: blank(lines, firstPart, '答'),
      part: firstPart,
      details: talk.details,
      revision: talk.revision,
      clashes: [],
      errors: { lines: null, details: null },
      savedAt: null,

      type: text => change({ text }),
      setForm: form => change({ form }),
      toggleMark: mark => change({ mark: get().current.mark === mark ? null : mark }),
      toggleSealed: () => change({ sealed: !get().current.sealed }),
      markMoment() {
        const soundMs = out.soundMs()
        if (soundMs === null) return
        if (get().current.text !== '') return change({ soundMs })
        const { form } = get().current
        change({ form: '记', text: MOMENT, soundMs })
        get().commit()
        change({ form })
      },
      take(text, soundMs) {
        const { lines: before, current, part } = get()
        const last = Math.max(0, ...before.map(({ position }) => position))
        const until = before.some(({ id }) => id === current.id) ? last + STEP : current.position
        const line = { ...blank(before, part, '答'), position: (last + until) / 2, text, soundMs }
        set({ lines: [...before, line] })
        out.keep(line)
      },
      goToPart(part) {
        const { current } = get()
        set({ part })
        if (current.text === '') set({ current: { ...current, part } })
      },
      commit() {
        const { current, lines: before, part } = get()
        if (current.text.trim() === '') {
          // An earlier line whose words were taken out is taken out itself.
          if (current.revision > 0 || before.some(({ id }) => id === current.id)) get().remove(current.id)
          return
        }
        const known = before.some(({ id }) => id === current.id)
        const after = known ? before.map(line => (line.id === current.id ? current : line)) : [...before, current]
        set({ lines: after, current: blank(after, part, current.form) })
      },
      edit(id) {
        get().commit()
        const line = get().lines.find(each => each.id === id)
        if (line && !line.locked) set({ current: line })
      },
      remove(id) {
        const { lines: before, current, part } = get()
        const line = current.id === id ? current : before.find(each => each.id === id)
        if (!line || line.locked) return
        const after = before.filter(each => each.id !== id)
        set({ lines: after, ...(current.id === id ? { current: blank(after, part, current.form) } : {}) })
        if (line.revision > 0 || line.text !== '') out.keep({ ...line, removed: true })
      },
      setDetails(more) {
        const details = { ...get().details, ...more }
        set({ details })
        out.keepDetails(details)
      },
      settle(id, choice) {
        const theirs = get().clashes.find(each => each.id === id)
        if (!theirs) return
        set(({ clashes }) => ({ clashes: clashes.filter(each => each.id !== id) }))
        const mine = get().current.id === id ? get().current : get().lines.find(each => each.id === id)
        const stored = lineOf(theirs)
        const keepsMine = choice === 'mine' && mine !== undefined
        // What somebody else has sealed stays theirs: one's own words become a line beside it.
        const own = keepsMine ? (stored.locked ? besideOf(mine) : { ...mine, revision: theirs.revision }) : undefined
        const settled = own && !stored.locked ? own : stored
        set(({ lines: all, current, part }) => ({
          lines: [...all.map(line => (line.id === id ? settled : line)), ...(own && stored.locked ? [own] : [])],
          current: current.id !== id ? current : settled.locked ? blank(all, part, current.form) : settled,
        }))
        if (own) out.keep(own)
      },
    }
  })
}
export type RecordStore = ReturnType<typeof createRecord>

/** What the keeper tells comes back into the page. */
export function heard(store: RecordStore) {
  return {
    kept: (id: NoteId, revision: number): void =>
      store.setState(({ lines, current }) => ({
        savedAt: new Date().toISOString(),
        lines: lines.some(line => line.id === id)
          ? lines.map(line => (line.id === id ? { ...line, revision } : line))
          : lines,
        current: current.id === id ? { ...current, revision } : current,
      })),
    clashed: (theirs: Note): void =>
      store.setState(({ clashes }) => ({ clashes: [...clashes.filter(({ id }) => id !== theirs.id), theirs] })),
    failed: (lines: AppError | null): void => store.setState(({ errors }) => ({ errors: { ...errors, lines } })),
  }
}
