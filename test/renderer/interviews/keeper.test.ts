import { expect, test, vi } from 'vitest'
import { createKeeper } from '../../../src/renderer/interviews/record/keeper'
import { createRecord } from '../../../src/renderer/interviews/record/record.store'
import {
  type Interview,
  InterviewId,
  type Note,
  type NoteDraft,
  NoteId,
} from '../../../src/shared/interviews/interviews'
import { AppError } from '../../../src/shared/result'

const id = InterviewId.parse('00000000-0000-4000-8000-000000000001')
const noteId = (n: number) => NoteId.parse(`00000000-0000-4000-8000-00000000010${n}`)
const draft = (n: number, text: string): NoteDraft => ({
  id: noteId(n),
  revision: 0,
  position: n,
  part: '',
  form: '答',
  mark: null,
  text,
  sealed: false,
  at: '2026-11-30T01:00:00.000Z',
  soundMs: null,
  removed: false,
})
const full = new AppError('disk-full', '磁盘已满')

test('whoever asks is told when something could not be kept, and it is sent again', async () => {
  const sent: string[][] = []
  const told: (string | null)[] = []
  let works = false
  const keeper = createKeeper({
    id,
    send: async ({ notes }) => {
      sent.push(notes.map(({ text }) => text))
      if (!works) throw full
      return { kept: notes.map(note => ({ id: note.id, revision: 1 })), clashes: [] }
    },
    kept: () => {},
    clashed: () => {},
    failed: error => told.push(error?.message ?? null),
  })
  keeper.keep(draft(1, '第一条'))
  await expect(keeper.flush()).rejects.toThrow('磁盘已满')
  keeper.keep(draft(2, '第二条'))
  works = true
  await keeper.flush()
  expect(sent).toEqual([['第一条'], ['第一条', '第二条']])
  expect(told).toEqual(['磁盘已满', null])
  keeper.stop()
})

test('typing without a pause is sent again and again', async () => {
  vi.useFakeTimers()
  const sent: string[] = []
  const keeper = createKeeper({
    id,
    send: async ({ notes }) => {
      sent.push(notes[0]?.text ?? '')
      return { kept: notes.map(note => ({ id: note.id, revision: 1 })), clashes: [] }
    },
    kept: () => {},
    clashed: () => {},
    failed: () => {},
  })
  for (let key = 1; key <= 60; key += 1) {
    keeper.keep(draft(1, '字'.repeat(key)))
    await vi.advanceTimersByTimeAsync(100)
  }
  keeper.stop()
  vi.useRealTimers()
  // Six seconds of typing, and never more than 1.2 s of it on the page alone.
  expect(sent.length).toBeGreaterThanOrEqual(4)
  const lengths = [0, ...sent.map(text => text.length)]
  expect(Math.max(...lengths.slice(1).map((length, at) => length - (lengths[at] ?? 0)))).toBeLessThanOrEqual(13)
})

const theirs: Note = {
  ...draft(3, '（密封内容，说明理由后可查看）'),
  revision: 2,
  sealed: true,
  authorId: '00000000-0000-4000-8000-0000000000aa' as Note['authorId'],
  authorName: '苏既白',
  changedAt: '2026-11-30T01:00:00.000Z',
}
function recordWith(notes: readonly Note[]) {
  const kept: NoteDraft[] = []
  let next = 500
  const talk = { notes, details: {}, revision: 1 } as unknown as Interview
  const store = createRecord(talk, 'work', {
    keep: line => kept.push(line),
    keepDetails: () => {},
    now: () => new Date('2026-11-30T02:00:00.000Z'),
    newId: () => NoteId.parse(`00000000-0000-4000-8000-000000000${next++}`),
    soundMs: () => null,
    authorName: '方汀兰',
    authorId: '00000000-0000-4000-8000-0000000000bb',
  })
  return { store, kept }
}

test('a sealed line of somebody else is neither taken into the box nor taken out', () => {
  const { store, kept } = recordWith([theirs])
  store.getState().edit(theirs.id)
  store.getState().remove(theirs.id)
  expect(store.getState().current.id).not.toBe(theirs.id)
  expect(store.getState().lines).toHaveLength(1)
  expect(kept).toEqual([])
})

test('who typed into a line that was sealed meanwhile keeps their words in a line of their own', () => {
  const open: Note = { ...theirs, sealed: false, text: '原话', revision: 1 }
  const { store, kept } = recordWith([open])
  store.getState().edit(open.id)
  store.getState().type('原话，补一句')
  store.setState({ clashes: [theirs] })
  store.getState().settle(theirs.id, 'mine')
  const texts = store.getState().lines.map(({ text }) => text)
  expect(texts).toEqual(['（密封内容，说明理由后可查看）', '原话，补一句'])
  expect(kept.at(-1)).toMatchObject({ text: '原话，补一句', revision: 0 })
  expect(kept.at(-1)?.id).not.toBe(theirs.id)
})

test('an earlier line whose words were taken out is taken out', () => {
  const own: Note = { ...theirs, sealed: false, text: '写错了', authorId: 'x' as Note['authorId'] }
  const { store, kept } = recordWith([own])
  store.getState().edit(own.id)
  store.getState().type('')
  store.getState().commit()
  expect(store.getState().lines).toEqual([])
  expect(kept.at(-1)).toMatchObject({ id: own.id, removed: true })
})
