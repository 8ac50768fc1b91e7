// The person at the keyboard and at the mouse: what is typed, scrolled and opened, and what the page itself sees of it.
// Everything is measured in the page, from the event to the frame in which its outcome has been painted.

/** Above and below the bar there is a button where the system draws one. */
const BAR_BUTTON_PX = 15

const sleep = ms => new Promise(resolve => setTimeout(resolve, ms))

/** Runs in the page and leaves `bench` there. */
function gauge() {
  // A frame is painted after its callbacks: the message comes when that is done.
  const painted = () =>
    new Promise(resolve => {
      requestAnimationFrame(() => {
        const { port1, port2 } = new MessageChannel()
        port1.onmessage = () => resolve(performance.now())
        port2.postMessage(null)
      })
    })
  const when = isTrue =>
    new Promise(resolve => {
      if (isTrue()) return resolve()
      const watch = new MutationObserver(() => {
        if (!isTrue()) return
        watch.disconnect()
        resolve()
      })
      watch.observe(document, { childList: true, subtree: true, attributes: true, characterData: true })
    })
  let frames
  let gaps
  const frame = last => now => {
    if (!frames) return
    if (last !== undefined) frames.push(now - last)
    if (document.querySelector('.cad-gap')) gaps++
    requestAnimationFrame(frame(now))
  }
  let begun
  const begin = event => {
    begun ??= event.timeStamp
  }
  for (const type of ['keydown', 'beforeinput']) addEventListener(type, begin, { capture: true })
  window.bench = {
    /** Milliseconds from the next key, or the next words of an input method, until `isDone` is painted. */
    async fromKey(heard, isDone) {
      begun = undefined
      await new Promise(resolve => addEventListener(heard, resolve, { once: true }))
      await when(isDone)
      return (await painted()) - begun
    },
    startFrames() {
      frames = []
      gaps = 0
      requestAnimationFrame(frame())
    },
    stopFrames() {
      const seen = { frames, gaps }
      frames = undefined
      return seen
    },
    when: async isTrue => {
      await when(isTrue)
      return painted()
    },
  }
}

/** In an empty page: something as high as a hundred thousand rows. */
function makeTall(px) {
  const box = document.createElement('div')
  box.style.cssText = 'position:fixed;inset:0;overflow:auto;background:#fff'
  box.append(document.createElement('div'))
  box.firstChild.style.height = `${px}px`
  box.tabIndex = 0
  box.className = 'tall'
  document.body.append(box)
  box.focus()
}

const inPage = (contents, run, ...args) =>
  contents.executeJavaScript(`(${run})(${args.map(arg => JSON.stringify(arg)).join()})`)

const key = (contents, keyCode, modifiers = []) => {
  contents.sendInputEvent({ type: 'keyDown', keyCode, modifiers })
  if (keyCode.length === 1 && modifiers.length === 0) contents.sendInputEvent({ type: 'char', keyCode })
  contents.sendInputEvent({ type: 'keyUp', keyCode, modifiers })
}

/** Types each word, key after key; an input method hands its words over at once. Resolves with { text, ms } of each. */
async function typeWords(contents, words, pauseMs) {
  const answers = []
  key(contents, 'k', ['control'])
  await inPage(contents, () => bench.when(() => document.querySelector('.palette input')))
  await sleep(1000)
  for (const word of words) {
    await inPage(contents, () => {
      document.querySelector('.palette input').select()
      document.execCommand('delete')
    })
    await sleep(pauseMs)
    for (let end = 1; end <= word.length; end++) {
      const text = word.slice(0, end)
      const done = inPage(
        contents,
        wanted =>
          bench.fromKey('input', () => {
            const list = document.querySelector('.palette-list')
            return (
              list.getAttribute('aria-busy') === 'false' && document.querySelector('.palette input').value === wanted
            )
          }),
        text,
      )
      await sleep(10)
      const next = word[end - 1]
      if (/^[\x21-\x7e]$/.test(next)) key(contents, next)
      else await contents.insertText(next)
      answers.push({ text, ms: await done })
      await sleep(pauseMs)
    }
  }
  key(contents, 'Escape')
  await inPage(contents, () => bench.when(() => !document.querySelector('.palette input')))
  return answers
}

async function showList(contents) {
  await inPage(contents, () => {
    location.hash = '#/cadres'
    return bench.when(() => document.querySelector('.cad-row b'))
  })
  await sleep(1000)
}

const placeOf = (contents, selector) =>
  inPage(
    contents,
    wanted => {
      const { left, top, width, height } = document.querySelector(wanted).getBoundingClientRect()
      return { left, top, width, height }
    },
    selector,
  )
const topOf = (contents, selector) => inPage(contents, wanted => document.querySelector(wanted).scrollTop, selector)

const gestures = {
  async wheel(contents, { left, top, width, height }) {
    const at = { x: Math.round(left + width / 2), y: Math.round(top + height / 2) }
    for (let i = 0; i < 150; i++) {
      contents.sendInputEvent({ type: 'mouseWheel', ...at, deltaX: 0, deltaY: -120, canScroll: true })
      await sleep(20)
    }
  },
  async bar(contents, { left, top, width, height }) {
    const x = Math.round(left + width - 6)
    const yAt = share => Math.round(top + BAR_BUTTON_PX + 6 + share * (height - 2 * BAR_BUTTON_PX - 12))
    const mouse = (type, share) =>
      contents.sendInputEvent({ type, x, y: yAt(share), button: 'left', clickCount: 1, modifiers: ['leftButtonDown'] })
    mouse('mouseDown', 0)
    for (let i = 1; i <= 150; i++) {
      mouse('mouseMove', i / 160)
      await sleep(20)
    }
    mouse('mouseUp', 150 / 160)
  },
  async pageDown(contents) {
    for (let i = 0; i < 60; i++) {
      key(contents, 'PageDown')
      await sleep(50)
    }
  },
}

/** Scrolls `selector` in every way, from the top. Resolves with frames, frames that showed gaps, and how far it came. */
async function scroll(contents, selector, least) {
  const seen = {}
  for (const [name, play] of Object.entries(gestures)) {
    await inPage(
      contents,
      wanted => {
        document.querySelector(wanted).scrollTop = 0
        document.querySelector(wanted).focus()
      },
      selector,
    )
    await sleep(600)
    const place = await placeOf(contents, selector)
    await inPage(contents, () => bench.startFrames())
    await play(contents, place)
    const { frames, gaps } = await inPage(contents, () => bench.stopFrames())
    const far = await topOf(contents, selector)
    if (far < least[name]) throw new Error(`${selector} by ${name} only came to ${far} px`)
    // What stands where the scrolling ended, once it is there.
    const settledMs = await inPage(contents, async () => {
      const from = performance.now()
      return (await bench.when(() => !document.querySelector('.cad-gap'))) - from
    })
    seen[name] = { frames, gaps, settledMs }
  }
  return seen
}

/** Opens file after file from the list by Enter. Resolves with milliseconds from the key to the painted page of each. */
async function openFiles(contents, count) {
  const times = []
  for (let n = 0; n < count; n++) {
    await showList(contents)
    await inPage(contents, () => document.querySelector('.cad-grid').focus())
    for (let down = 0; down <= n; down++) key(contents, 'Down')
    await sleep(300)
    const done = inPage(contents, () =>
      bench.fromKey(
        'keydown',
        () =>
          document.querySelector('.cdr-page h1') &&
          document.querySelector('.cdr-tabs [role=tabpanel] *') &&
          !document.querySelector('.cdr-page .dd-loading'),
      ),
    )
    await sleep(10)
    key(contents, 'Return')
    times.push(await done)
    await sleep(300)
  }
  return times
}

/** Goes to the workbench so many times. Resolves with milliseconds from going there to the painted card of care of each. */
async function comeHome(contents, visits) {
  const times = []
  for (let n = 0; n < visits; n++) {
    await showList(contents)
    times.push(
      await inPage(contents, async () => {
        const from = performance.now()
        location.hash = '#/'
        const isThere = () => document.querySelector('.crl-home') && !document.querySelector('.crl-home .dd-loading')
        return (await bench.when(isThere)) - from
      }),
    )
  }
  return times
}

module.exports = { comeHome, gauge, inPage, key, makeTall, openFiles, scroll, showList, typeWords }
