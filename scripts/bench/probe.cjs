// Loaded with -r before the main file of either application, so that both are measured by the same hook and neither
// has to know of it. It tells what happens as lines of JSON with the wall clock, and plays the person at the keyboard.
const { app } = require('electron')
const { givePortraits, layOut } = require('./probe-album.cjs')
const { openTalk, typeOn } = require('./probe-talk.cjs')
const { comeHome, gauge, inPage, makeTall, openFiles, scroll, showList, typeWords } = require('./probe-screen.cjs')

const { scenario, appData, awaited, signIn, task } = JSON.parse(process.env.DANDANG_BENCH)

// On no system may a measurement touch the settings of the person whose computer this is.
app.setPath('appData', appData)

const tell = (mark, facts = {}) => console.log(`bench ${JSON.stringify({ mark, at: Date.now(), ...facts })}`)

const sleep = ms => new Promise(resolve => setTimeout(resolve, ms))

/** In the page: resolves in the frame after `selector` has been laid out. No polling, so that nothing is slowed down. */
const whenLaidOut = selector => `new Promise(resolve => {
  const isThere = () => document.querySelector(${JSON.stringify(selector)})?.getClientRects().length > 0
  const drawn = () => requestAnimationFrame(() => resolve(document.body.innerText))
  if (isThere()) return drawn()
  const watch = new MutationObserver(() => {
    if (!isThere()) return
    watch.disconnect()
    drawn()
  })
  watch.observe(document, { childList: true, subtree: true, attributes: true })
})`

const WINDOW = { x: 0, y: 0, width: 1366, height: 768 }
/** After this the pages that are fetched in advance are there. */
const SETTLING_MS = 4000

const press = (contents, keyCode) => {
  for (const type of ['keyDown', 'char', 'keyUp']) contents.sendInputEvent({ type, keyCode })
}

async function typeInto(contents, field, text) {
  await contents.executeJavaScript(`document.querySelector(${JSON.stringify(field)}).focus()`)
  await contents.insertText(text)
}

/** Signs in as a person does: types a name and a password, presses Enter. */
async function enter(window) {
  const { webContents } = window
  window.focus()
  await typeInto(webContents, 'form input:not([type=password])', signIn.login)
  await typeInto(webContents, 'form input[type=password]', signIn.password)
  press(webContents, 'Return')
}

const pidsOf = contents =>
  [...app.getAppMetrics().filter(({ name }) => name === 'dandang-core'), { pid: contents.getOSProcessId() }].map(
    ({ pid }) => pid,
  )

const scenarios = {
  async start() {
    app.quit()
  },
  async stay() {},
  /** Finding, scrolling and opening in a store full of people. */
  async screen(window) {
    const { webContents } = window
    window.setBounds(WINDOW)
    await inPage(webContents, gauge)
    await sleep(SETTLING_MS)
    tell('typed', { answers: await typeWords(webContents, task.words, task.pauseMs) })
    await showList(webContents)
    tell('scrolled', { seen: await scroll(webContents, '.cad-grid', task.least) })
    tell('opened', { times: await openFiles(webContents, task.files) })
  },
  /** The workbench from elsewhere, again and again. */
  async care(window) {
    const { webContents } = window
    window.setBounds(WINDOW)
    await inPage(webContents, gauge)
    await sleep(SETTLING_MS)
    tell('came-home', { times: await comeHome(webContents, task.visits) })
  },
  /** The same scrolling over nothing. */
  async tall(window) {
    const { webContents } = window
    window.setBounds(WINDOW)
    await inPage(webContents, gauge)
    await inPage(webContents, makeTall, task.heightPx)
    await sleep(SETTLING_MS)
    tell('scrolled', { seen: await scroll(webContents, '.tall', task.least) })
  },
  /** Typing a talk while it is recorded. */
  async talk(window) {
    const { webContents } = window
    window.setBounds(WINDOW)
    await inPage(webContents, gauge)
    await sleep(SETTLING_MS)
    await openTalk(webContents, task)
    await typeOn(webContents, { ...task, seconds: task.warmSeconds })
    tell('warm')
    tell('talked', await typeOn(webContents, task))
  },
  /** An album of many people as one PDF. */
  async album({ webContents }) {
    await sleep(SETTLING_MS)
    tell('portrayed', { bytes: await givePortraits(webContents, task) })
    await sleep(SETTLING_MS)
    const { ms: took, pages, written } = await layOut(webContents, task)
    tell('saved', { took, pages, written })
  },
  async lock(window) {
    await sleep(1500)
    tell('locking', { pids: pidsOf(window.webContents) })
    await window.webContents.executeJavaScript(
      `void window.dandang.invoke({ id: 'bench', channel: 'shell.lock', input: {} })`,
    )
  },
}

async function play(window, shown) {
  const { webContents } = window
  try {
    const text = await webContents.executeJavaScript(whenLaidOut(awaited[0]))
    await shown
    tell('usable', { text })
    if (signIn) {
      await enter(window)
      await webContents.executeJavaScript(whenLaidOut(awaited[1]))
      tell('signed-in')
    }
    await scenarios[scenario](window)
  } catch (error) {
    tell('failed', { text: String(error) })
  }
}

// Locking opens a second window: what is played belongs to the first.
app.once('browser-window-created', (_event, window) => {
  const shown = new Promise(resolve => window.once('show', resolve)).then(() => tell('shown'))
  window.webContents.once('dom-ready', () => void play(window, shown))
})
