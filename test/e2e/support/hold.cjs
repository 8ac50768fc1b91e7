/* oxlint-disable typescript/no-unsafe-argument, typescript/no-unsafe-call -- plain JavaScript has no types to be safe about */
// Loaded into Electron before the application: holds it back until Playwright has attached. A page that is born while
// Playwright attaches can leave it waiting for ever. Playwright's own loader does the same, but only for an Electron
// that it finds itself, and it also sets some forty of Chromium's switches, which the application does not.
const { app } = require('electron')

const ready = app.whenReady()
const emit = app.emit.bind(app)
let held
app.emit = (event, ...rest) => {
  if (event !== 'ready') return emit(event, ...rest)
  held = rest
  return true
}
let release
const released = new Promise(resolve => {
  release = resolve
})
app.whenReady = () => released

/** Playwright calls this by its name as soon as it listens. */
globalThis.__playwright_run = async () => {
  release(await ready)
  app.emit = emit
  emit('ready', ...(held ?? []))
}
