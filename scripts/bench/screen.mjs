// What a person with a hundred thousand people in the store sees, on the real screen: finding while typing, scrolling the
// list, opening files. Under Xvfb everything is drawn by the processor, so a scroll over an empty page is the measure.
import { mkdirSync, rmSync } from 'node:fs'
import path from 'node:path'
import { helloFolder, launch } from './application.mjs'
import { copyMany, MANY } from './bigstore.mjs'
import { loadCore, person } from './engine.mjs'
import { figure, median, p95 } from './figures.mjs'
import { cityOf, typedFor } from './people.mjs'
import { helloSelector, unlockSelector } from './start.mjs'

const TYPED = 6
const FILES = 12
const PAUSE_MS = 60
const LONG_MS = 50
const ROW_PX = 36
/** How far each way of scrolling has to come, or something else was scrolled than meant. */
const least = { wheel: 5000, bar: (MANY * ROW_PX) / 2, pageDown: 5000 }

async function scrollEmpty(bench) {
  const app = launch(bench, {
    folder: helloFolder,
    scenario: 'tall',
    awaited: [helloSelector],
    task: { heightPx: MANY * ROW_PX, least: { ...least, pageDown: 1000 } },
    limitSeconds: 120,
  })
  const { seen } = await app.mark('scrolled')
  await app.end()
  return seen
}

async function playOurs(bench, words) {
  const app = launch(bench, {
    folder: bench.folder,
    scenario: 'screen',
    awaited: [unlockSelector, '.shell-main'],
    signIn: person,
    task: { words, pauseMs: PAUSE_MS, least, files: FILES },
    limitSeconds: 600,
  })
  const { answers } = await app.mark('typed')
  const { seen } = await app.mark('scrolled')
  const { times } = await app.mark('opened')
  await app.end()
  return { answers, seen, times }
}

const told = value => `${value.toFixed(0)} ms`
const spread = frames =>
  `${told(median(frames))}/${told(p95(frames))}/${told(Math.max(...frames))}, ${frames.filter(ms => ms > LONG_MS).length} over ${LONG_MS} ms`

function scrollFigure(name, way, ours, empty) {
  const [mine, bare] = [ours[way], empty[way]]
  const note =
    `longest of ${mine.frames.length} frames; p50/p95/longest ${spread(mine.frames)}; ` +
    `an empty page ${spread(bare.frames)}; ${mine.gaps} frames with rows on their way, all there ${told(mine.settledMs)} after the end`
  return figure(name, Math.max(...mine.frames), 'ms', LONG_MS, note)
}

export async function measureScreen(bench) {
  const core = await loadCore()
  const work = path.join(bench.work, 'screen')
  mkdirSync(work)
  try {
    await copyMany(bench, work)
    const words = typedFor(cityOf(core, MANY), core.readingOf, TYPED)
    const empty = await scrollEmpty(bench)
    const { answers, seen, times } = await playOurs({ ...bench, work }, words)
    const typing = answers.map(({ ms }) => ms)
    const worst = answers.toSorted((a, b) => b.ms - a.ms).slice(0, 3)
    const [first, ...others] = times
    return [
      figure(
        'type-painted',
        p95(typing),
        'ms',
        60,
        `95 of 100 of ${typing.length} keystrokes, key to painted answer; median ${told(median(typing))}, ` +
          `longest ${worst.map(({ text, ms }) => `${text} ${told(ms)}`).join(', ')}`,
      ),
      scrollFigure('scroll-wheel', 'wheel', seen, empty),
      scrollFigure('scroll-bar', 'bar', seen, empty),
      scrollFigure('scroll-page-keys', 'pageDown', seen, empty),
      figure(
        'open-painted',
        p95(others),
        'ms',
        150,
        `95 of 100 files, Enter to painted page; median ${told(median(others))}, the very first ${told(first)}`,
      ),
    ]
  } finally {
    rmSync(work, { recursive: true, force: true })
  }
}
