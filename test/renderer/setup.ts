import { cleanup, configure } from '@testing-library/react'
import { afterEach } from 'vitest'

// A page is loaded when it is first shown, and a busy computer takes its time.
configure({ asyncUtilTimeout: 10_000 })

/** What jsdom lacks and the pages ask for. */
const noMatch = (query: string): MediaQueryList =>
  ({
    matches: false,
    media: query,
    addEventListener: () => undefined,
    removeEventListener: () => undefined,
    addListener: () => undefined,
    removeListener: () => undefined,
  }) as unknown as MediaQueryList

globalThis.matchMedia ??= noMatch
globalThis.requestIdleCallback ??= (work: IdleRequestCallback) =>
  setTimeout(() => work({ didTimeout: false, timeRemaining: () => 50 }), 0) as unknown as number
globalThis.cancelIdleCallback ??= (handle: number) => clearTimeout(handle)
globalThis.ResizeObserver ??= class {
  observe(): void {}
  unobserve(): void {}
  disconnect(): void {}
}
Element.prototype.scrollIntoView ??= () => undefined

afterEach(cleanup)
