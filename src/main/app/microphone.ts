import type { WebContents } from 'electron'

/** Which page may listen to the microphone now. One at a time, and never longer than its document lives. */
export function createMicrophone() {
  let held: WebContents | undefined
  const watched = new WeakSet<WebContents>()

  /** A reload, and any other document in the page, takes the microphone away. A locked page is destroyed. */
  function watch(contents: WebContents): void {
    if (watched.has(contents)) return
    watched.add(contents)
    contents.on('did-start-navigation', ({ isMainFrame, isSameDocument }) => {
      if (isMainFrame && !isSameDocument && held === contents) held = undefined
    })
  }
  return {
    give(contents: WebContents | undefined): void {
      if (contents) watch(contents)
      held = contents
    },
    isFor: (contents: WebContents): boolean => held === contents && !contents.isDestroyed(),
  }
}
export type Microphone = ReturnType<typeof createMicrophone>
