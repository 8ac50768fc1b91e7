import { act, renderHook, waitFor } from '@testing-library/react'
import { beforeEach, expect, test, vi } from 'vitest'
import { saveDraftsBeforeLock, useDraft } from '../../../src/renderer/api/drafts'
import { installBridge } from '../bridge'

const empty = { name: '', roles: [] as string[] }
let stored: { body: string; savedAt: string } | null = null
const answers = {
  'drafts.get': () => stored,
  'drafts.save': ({ body }: { body: string }) => {
    stored = { body, savedAt: '2026-11-23T01:00:00.000Z' }
    return { savedAt: stored.savedAt }
  },
  'drafts.discard': () => {
    stored = null
    return {}
  },
}
beforeEach(() => {
  stored = null
})

const open = async () => {
  const bridge = installBridge(answers)
  const hook = renderHook(() => useDraft('accounts.propose', empty))
  await waitFor(() => expect(hook.result.current.ready).toBe(true))
  return { ...bridge, ...hook, saves: () => bridge.channels().filter(channel => channel === 'drafts.save').length }
}

test('what is typed is saved once, a moment after the last change, and restored', async () => {
  const first = await open()
  act(() => first.result.current.set({ name: '方', roles: [] }))
  act(() => first.result.current.set({ name: '方汀兰', roles: ['officer'] }))
  expect(first.saves()).toBe(0)
  await waitFor(() => expect(first.saves()).toBe(1), { timeout: 2000 })
  first.unmount()

  const second = await open()
  expect(second.result.current.value).toEqual({ name: '方汀兰', roles: ['officer'] })
  expect(second.result.current.restoredAt).toBe('2026-11-23T01:00:00.000Z')
})

test('leaving the page saves at once', async () => {
  const { result, unmount, saves } = await open()
  act(() => result.current.set({ name: '姜', roles: [] }))
  unmount()
  expect(saves()).toBe(1)
})

test('locking saves at once and then tells the shell', async () => {
  const { result, channels, tell } = await open()
  const stop = saveDraftsBeforeLock()
  act(() => result.current.set({ name: '姜怀瑾', roles: [] }))
  tell({ kind: 'locking' })
  await waitFor(() => expect(channels().at(-1)).toBe('shell.flushed'))
  expect(JSON.parse(stored?.body ?? '{}')).toMatchObject({ name: '姜怀瑾' })
  stop()
})

test('discarding empties the form and the store', async () => {
  const { result } = await open()
  act(() => result.current.set({ name: '姜', roles: [] }))
  await act(() => result.current.discard())
  expect(result.current.value).toEqual(empty)
  expect(stored).toBeNull()
})

test('a draft of an older form gives what still fits', async () => {
  stored = { body: JSON.stringify({ name: 7, roles: ['officer'], gone: 'x' }), savedAt: '2026-11-01T00:00:00.000Z' }
  const { result } = await open()
  expect(result.current.value).toEqual({ name: '', roles: ['officer'] })
})

test('a store that cannot save does not get in the way', async () => {
  const { result } = await open()
  vi.spyOn(globalThis, 'setTimeout')
  act(() => result.current.set({ name: '还能写', roles: [] }))
  expect(result.current.value.name).toBe('还能写')
  vi.restoreAllMocks()
})
