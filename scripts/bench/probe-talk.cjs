// The recorder at the keyboard: opens a talk, starts the recording, and types without a pause.
const { inPage, key } = require('./probe-screen.cjs')

const LINE = 24
const sleep = ms => new Promise(resolve => setTimeout(resolve, ms))

/** In the page, before it records: pieces come so many times as often and hold so many times the bits. */
function hasten(times) {
  const Real = window.MediaRecorder
  window.MediaRecorder = class extends Real {
    constructor(stream, options) {
      super(stream, { ...options, audioBitsPerSecond: options.audioBitsPerSecond * times })
    }
    start(ms) {
      super.start(ms / times)
    }
  }
}

async function openTalk(contents, { talk, faster }) {
  if (faster > 1) await inPage(contents, hasten, faster)
  await inPage(
    contents,
    id => {
      location.hash = `#/interviews/${id}/record`
      return bench.when(() => document.querySelector('.itv-entry textarea') && document.querySelector('.snd-bar'))
    },
    talk,
  )
  await sleep(1000)
  key(contents, 'F8')
  await inPage(contents, () => bench.when(() => document.querySelector('.snd-bar[data-phase="recording"]')))
  await inPage(contents, watchTyping)
}

/** In the page: milliseconds from each key to the frame in which what it wrote has been painted, for whoever asks later. */
function watchTyping() {
  const box = document.querySelector('.itv-entry textarea')
  box.focus()
  bench.times = []
  box.addEventListener('keydown', event => {
    if (event.key.length !== 1) return
    const began = event.timeStamp
    box.addEventListener('input', () => void bench.when(() => true).then(at => bench.times.push(at - began)), {
      once: true,
    })
  })
}

const takeTimes = contents => inPage(contents, () => bench.times.splice(0))

/** Types for so many seconds; @returns the times of its characters, and how many lines stand there */
async function typeOn(contents, { seconds, pauseMs }) {
  const from = Date.now()
  for (let count = 0; Date.now() < from + seconds * 1000; count += 1) {
    key(contents, count % LINE === LINE - 1 ? 'Return' : String.fromCharCode(97 + (count % 26)))
    await sleep(Math.max(0, from + (count + 1) * pauseMs - Date.now()))
  }
  await sleep(1000)
  const lines = await inPage(contents, () => document.querySelectorAll('.itv-line').length)
  return { times: await takeTimes(contents), lines }
}

module.exports = { openTalk, typeOn }
