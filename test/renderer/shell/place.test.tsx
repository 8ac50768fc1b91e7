import { renderHook, waitFor } from '@testing-library/react'
import { expect, test, vi } from 'vitest'
import { usePlace } from '../../../src/renderer/shell/place'
import { installBridge } from '../bridge'

const draft = (route: unknown) => ({ body: JSON.stringify({ route }), savedAt: '2026-11-23T01:00:00.000Z' })
const start = async (stored: unknown, offered: string[]) => {
  const bridge = installBridge({ 'drafts.get': () => stored, 'drafts.save': () => ({ savedAt: '' }) })
  const go = vi.fn()
  const { result, rerender } = renderHook(({ at }) => usePlace(at, go, route => offered.includes(route)), {
    initialProps: { at: '/' },
  })
  await waitFor(() => expect(result.current).toBe(true))
  return { go, rerender, ...bridge }
}

test('an account comes back to the page it stood on', async () => {
  const { go } = await start(draft('/units'), ['/', '/units'])
  expect(go).toHaveBeenCalledExactlyOnceWith('/units')
})

test('not to a page that it is no longer offered, nor by a broken draft', async () => {
  expect((await start(draft('/audit'), ['/'])).go).not.toHaveBeenCalled()
  expect((await start({ body: '{', savedAt: '' }, ['/'])).go).not.toHaveBeenCalled()
  expect((await start(null, ['/'])).go).not.toHaveBeenCalled()
})

test('where it goes is saved a moment later', async () => {
  const { rerender, calls } = await start(null, ['/', '/units'])
  rerender({ at: '/units' })
  await waitFor(() => expect(calls.filter(({ channel }) => channel === 'drafts.save')).toHaveLength(1), {
    timeout: 2000,
  })
  expect(calls.at(-1)?.input).toEqual({ key: 'place', body: '{"route":"/units"}' })
})
