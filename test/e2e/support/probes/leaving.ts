import type { Probe } from './page'

/** Windows, frames and addresses that would take the place of the page. */
export const leavingProbes: readonly Probe[] = [
  ['window.open', () => attempt(() => window.open(`http://${outside}/`)), 'done: null'],
  ['window.open of nothing', () => attempt(() => window.open('about:blank')), 'done: null'],
  [
    'link into a new window',
    () =>
      leaving(() => {
        const link = Object.assign(document.createElement('a'), { href: `http://${outside}/`, target: '_blank' })
        document.body.append(link)
        link.click()
        link.remove()
      }),
    'stayed',
  ],
  ['location over http', () => leaving(() => location.assign(`http://${outside}/`)), 'stayed'],
  ['location of a file', () => leaving(() => location.assign('file:///etc/hostname')), 'stayed'],
  ['location of data:', () => leaving(() => location.assign('data:text/html,x')), 'stayed'],
  ['location of blob:', () => leaving(() => location.assign(URL.createObjectURL(new Blob(['x'])))), 'stayed'],
  ['location of another program', () => leaving(() => location.assign('mailto:x@example.com')), 'stayed'],
  ['location of another page of ours', () => leaving(() => location.assign('app://dandang/assets/')), 'stayed'],
  [
    'form',
    () =>
      leaving(() => {
        const form = Object.assign(document.createElement('form'), { action: `http://${outside}/`, method: 'post' })
        document.body.append(form)
        form.submit()
        form.remove()
      }),
    'stayed',
  ],
  [
    'refresh by meta',
    () => loading('meta', { 'http-equiv': 'refresh', content: `0; url=http://${outside}/` }),
    'done: nothing',
  ],
  [
    'download',
    () =>
      leaving(() =>
        Object.assign(document.createElement('a'), {
          href: URL.createObjectURL(new Blob(['x'])),
          download: 'x.txt',
        }).click(),
      ),
    'stayed',
  ],
  ['object', () => loading('object', { data: `http://${outside}/x` }), 'refused: TypeError'],
  ['embed', () => loading('embed', { src: `http://${outside}/x` }), 'refused: TypeError'],
  [
    'iframe',
    () =>
      attempt(async () => {
        const frame = Object.assign(document.createElement('iframe'), { src: `http://${outside}/` })
        document.body.append(frame)
        await new Promise(resolve => setTimeout(resolve, 250))
        const reached = frame.contentDocument?.body.textContent ?? 'out of reach'
        frame.remove()
        return reached
      }),
    'done: out of reach',
  ],
  [
    'empty iframe: no bridge in it, and the same ban on eval',
    () =>
      attempt(() => {
        const frame = document.createElement('iframe')
        document.body.append(frame)
        const inside = frame.contentWindow as unknown as { dandang?: unknown; eval: (text: string) => unknown }
        try {
          return `${typeof inside.dandang} ${String(inside.eval('1'))}`
        } catch (error) {
          return `${typeof inside.dandang} ${(error as Error).name}`
        } finally {
          frame.remove()
        }
      }),
    'done: undefined EvalError',
  ],
  [
    'webview',
    () =>
      attempt(() => {
        const view = document.createElement('webview')
        view.setAttribute('src', `http://${outside}/`)
        document.body.append(view)
        const { constructor } = view
        view.remove()
        return constructor.name
      }),
    'done: HTMLElement',
  ],
]
