// From the start of the process to a window, and to a screen on which a person can type the password.

import { helloFolder, launch } from './application.mjs'
import { figure, median, milliseconds } from './figures.mjs'
import { quietMoment } from './quiet.mjs'

const RUNS = 9

export const helloSelector = '#hello'
export const unlockSelector = 'form input[type=password]'

async function startOnce(bench, options) {
  await quietMoment()
  const app = launch(bench, { ...options, scenario: 'start' })
  const [shown, usable] = await Promise.all([app.mark('shown'), app.mark('usable')])
  await app.gone
  return { shown: shown.ms, usable: usable.ms, text: usable.text }
}

const startHello = async bench => {
  const hello = await startOnce(bench, { folder: helloFolder, awaited: [helloSelector] })
  if (hello.text.trim() !== '你好，世界') throw new Error(`hello shows “${hello.text}”`)
  return hello
}

const startOurs = async bench => {
  const ours = await startOnce(bench, { folder: bench.folder, awaited: [unlockSelector] })
  if (!ours.text.includes('登录')) throw new Error(`the unlock screen shows “${ours.text}”`)
  return ours
}

export async function measureStart(bench) {
  // The first start of each fills the caches of the disk and is not counted.
  await startHello(bench)
  await startOurs(bench)
  const runs = []
  for (let i = 0; i < RUNS; i++) runs.push({ hello: await startHello(bench), ours: await startOurs(bench) })
  const hello = median(runs.map(run => run.hello.shown))
  const shown = median(runs.map(run => run.ours.shown))
  const usable = median(runs.map(run => run.ours.usable))
  const against = `hello world ${milliseconds(hello)}, medians of ${RUNS}`
  return [
    figure('start-window-ratio', shown / hello, 'ratio', 1.3, `window ${milliseconds(shown)}, ${against}`),
    figure('start-unlock-ratio', usable / hello, 'ratio', 1.4, `usable ${milliseconds(usable)}, ${against}`),
  ]
}
