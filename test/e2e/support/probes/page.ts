/**
 * What a script in the page could try, were one ever to get there. Each probe runs in the page, where the functions
 * below wait for it, and comes to a text.
 */
declare global {
  /** Runs a probe in a task of the page's own: inside the tester's call Chromium lifts the ban on eval. */
  function attempt(act: () => unknown): Promise<string>
  /** The same, for what would leave the page: the answer comes after there was time to do so. */
  function leaving(act: () => unknown): Promise<string>
  /** Puts an element into the page and takes it out again: whether it fired `load` or `error` in between. */
  function loading(tag: string, attributes: Record<string, string>): Promise<string>
  /** Calls a function of the page that the compiler does not know, such as 'navigator.usb.requestDevice'. */
  function reach(path: string, ...input: unknown[]): unknown
  /** Where a server listens to what gets out, without the scheme. */
  var outside: string
}

/** Run in the page before the probes. */
export function prepareProbes(address: string): void {
  const soon = (ms: number): Promise<void> => new Promise(resolve => setTimeout(resolve, ms))
  globalThis.outside = address
  globalThis.attempt = async act => {
    await soon(0)
    try {
      return `done: ${String(await act())}`
    } catch (error) {
      return `refused: ${error instanceof Error ? error.name : String(error)}`
    }
  }
  globalThis.reach = (path, ...input) => {
    const [name = '', ...holders] = path.split('.').toReversed()
    const holder = holders.reduceRight<unknown>((from, key) => Reflect.get(from as object, key), window)
    return Reflect.apply(Reflect.get(holder as object, name) as () => unknown, holder, input)
  }
  globalThis.leaving = async act => {
    const outcome = await attempt(act)
    await soon(250)
    return outcome.replace(/^done.*/, 'stayed')
  }
  globalThis.loading = (tag, attributes) =>
    attempt(async () => {
      const element = document.createElement(tag)
      const fired = new Promise(resolve => {
        for (const name of ['load', 'loadeddata', 'error']) element.addEventListener(name, () => resolve(name))
      })
      for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value)
      document.body.append(element)
      const outcome = await Promise.race([fired, soon(300).then(() => 'nothing')])
      element.remove()
      return outcome
    })
}

/** What is tried, how, and what it must come to. */
export type Probe = readonly [title: string, act: () => Promise<string>, expected: string]
