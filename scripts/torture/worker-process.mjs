// Starts a worker and listens to it.
import { spawn } from 'node:child_process'
import { fileURLToPath } from 'node:url'

const script = fileURLToPath(new URL('worker.mjs', import.meta.url))

/** @returns `lines`, everything the worker has said so far; `says`, which settles when it says a word or has ended */
export function startWorker(order, { command = [], env = process.env } = {}) {
  const [program, ...before] = [...command, process.execPath, '--max-semi-space-size=32']
  const child = spawn(program, [...before, script, JSON.stringify(order)], {
    stdio: ['ignore', 'pipe', 'inherit'],
    env,
  })
  const lines = []
  const waiting = new Set()
  let rest = ''
  child.stdout.setEncoding('utf8').on('data', text => {
    const parts = (rest + text).split('\n')
    rest = parts.pop()
    for (const part of parts) lines.push(JSON.parse(part))
    for (const look of waiting) look()
  })
  const ended = new Promise(resolve => {
    child.once('close', resolve)
  })
  const says = word =>
    new Promise(resolve => {
      const look = () => lines.some(line => line.word === word) && resolve()
      waiting.add(look)
      look()
      void ended.then(resolve)
    })
  return { child, lines, ended, says }
}

export const acksOf = lines => lines.filter(({ word }) => word === 'ack')
