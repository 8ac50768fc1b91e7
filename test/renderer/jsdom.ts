// Pages ask for these as soon as they are loaded, so they are there before any page is.
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
