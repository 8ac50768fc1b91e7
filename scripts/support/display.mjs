// A display to show windows on: the user's own, or an Xvfb of ours where there is none (a server, a container).
import { hasDisplay } from './linux.mjs'
import { ended, start } from './process.mjs'

/** Resolves with the environment for a program with windows, whether the display is ours, and how to end it. */
export async function display({ say = console.log } = {}) {
  if (process.platform !== 'linux' || hasDisplay()) return { env: {}, isOwn: false, async stop() {} }
  // Xvfb finds a free number itself and writes it to the file descriptor 3 as soon as it takes connections.
  const xvfb = start('Xvfb', ['-displayfd', '3', '-screen', '0', '1920x1080x24', '-nolisten', 'tcp'], {
    stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
    isService: true,
  })
  const end = ended(xvfb)
  const number = await new Promise((resolve, reject) => {
    void end.then(code => reject(new Error(`Xvfb ended at once (${code})`)))
    xvfb.stdio[3].once('data', text => resolve(String(text).trim()))
  })
  const DISPLAY = `:${number}`
  say(`No display here: running under Xvfb, DISPLAY=${DISPLAY}.`)
  const stop = async () => {
    xvfb.kill()
    await end
  }
  return { env: { DISPLAY }, isOwn: true, stop }
}
