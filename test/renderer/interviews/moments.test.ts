import { expect, test } from 'vitest'
import { createRecord } from '../../../src/renderer/interviews/record/record.store'
import type { Interview, NoteDraft, NoteId } from '../../../src/shared/interviews/interviews'

/** The page of an empty talk, with a recording that has come to `sound.ms`. */
function page(ms: number | null = 0) {
  const sound = { ms }
  const kept: NoteDraft[] = []
  let count = 0
  const store = createRecord({ notes: [], details: {}, revision: 1 } as unknown as Interview, 'p1', {
    keep: line => kept.push(line),
    keepDetails: () => {},
    now: () => new Date('2030-01-02T01:00:00Z'),
    newId: () => `n${++count}` as NoteId,
    soundMs: () => sound.ms,
    authorId: 'a',
    authorName: '陆四',
  })
  return { sound, kept, store, now: () => store.getState() }
}

test('a line bears the moment of its first character', () => {
  const { sound, now } = page()
  sound.ms = 1000
  now().type('一')
  sound.ms = 5000
  now().type('一二')
  expect(now().current.soundMs).toBe(1000)
  now().commit()
  now().type('三')
  expect(now().current.soundMs).toBe(5000)
})

test('a mark ties the line being written to now, or leaves a line that says so', () => {
  const { sound, kept, now } = page(1000)
  now().type('一')
  sound.ms = 7000
  now().markMoment()
  expect(now().current).toMatchObject({ text: '一', soundMs: 7000 })
  now().commit()
  sound.ms = 9000
  now().markMoment()
  expect(now().lines.map(({ text, soundMs, form }) => [text, soundMs, form])).toEqual([
    ['一', 7000, '答'],
    ['（此处回听）', 9000, '记'],
  ])
  expect(now().current).toMatchObject({ text: '', form: '答' })
  expect(kept.at(-1)).toMatchObject({ text: '（此处回听）', soundMs: 9000 })
})

test('without a recording there is no moment to mark', () => {
  const { kept, now } = page(null)
  now().markMoment()
  now().type('一')
  expect(now().current.soundMs).toBeNull()
  expect(kept).toHaveLength(1)
})

test('a segment that is taken over stands before the line being written, which is not touched', () => {
  const { kept, now } = page(null)
  now().type('还没写完')
  now().take('听到的话', 3000)
  now().take('后面的话', 5000)
  expect(now().current.text).toBe('还没写完')
  const [first, second] = now().lines
  expect([first?.text, first?.soundMs, second?.text]).toEqual(['听到的话', 3000, '后面的话'])
  expect(first?.position).toBeLessThan(second?.position ?? 0)
  expect(second?.position).toBeLessThan(now().current.position)
  expect(kept.map(({ text }) => text)).toEqual(['还没写完', '听到的话', '后面的话'])
})
