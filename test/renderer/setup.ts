import { cleanup, configure } from '@testing-library/react'
import { afterEach } from 'vitest'
import type { StoreApi } from 'zustand'

// A page is loaded when it is first shown, and a busy computer takes its time.
configure({ asyncUtilTimeout: 10_000 })

const modules = import.meta.glob<Record<string, unknown>>('../../src/renderer/**/{*.store,ask}.ts', { eager: true })
const isStore = (value: unknown): value is StoreApi<unknown> =>
  typeof value === 'function' && 'getInitialState' in value
const stores = Object.values(modules).flatMap(module => Object.values(module).filter(isStore))

/** Each test begins as a page that was just opened: what a screen had of its own does not outlive it. */
afterEach(() => {
  cleanup()
  for (const store of stores) store.setState(store.getInitialState(), true)
})
