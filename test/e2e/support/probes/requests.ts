import type { Probe } from './page'

/** Requests to anywhere but the application. */
export const requestProbes: readonly Probe[] = [
  ['fetch over http', () => attempt(() => fetch(`http://${outside}/`)), 'refused: TypeError'],
  [
    'fetch without reading',
    () => attempt(() => fetch(`http://${outside}/`, { mode: 'no-cors' })),
    'refused: TypeError',
  ],
  ['fetch of a file', () => attempt(() => fetch('file:///etc/hostname')), 'refused: TypeError'],
  [
    'XMLHttpRequest',
    () =>
      attempt(() => {
        const request = new XMLHttpRequest()
        request.open('GET', `http://${outside}/`, false)
        request.send()
      }),
    'refused: NetworkError',
  ],
  [
    'WebSocket',
    () =>
      attempt(() => {
        const socket = new WebSocket(`ws://${outside}/`)
        return new Promise(resolve => {
          for (const name of ['open', 'error']) socket.addEventListener(name, () => resolve(name))
        })
      }),
    'done: error',
  ],
  [
    'EventSource',
    () =>
      attempt(() => {
        const source = new EventSource(`http://${outside}/`)
        return new Promise(resolve => {
          for (const name of ['open', 'error']) source.addEventListener(name, () => resolve(name))
        })
      }),
    'done: error',
  ],
  [
    'WebTransport',
    () => attempt(() => Reflect.construct(Reflect.get(window, 'WebTransport'), [`https://${outside}/`]).ready),
    'refused: WebTransportError',
  ],
  ['beacon', () => leaving(() => navigator.sendBeacon(`http://${outside}/`, 'x')), 'stayed'],
  ['image', () => loading('img', { src: `http://${outside}/x.png` }), 'done: error'],
  ['video', () => loading('video', { src: `http://${outside}/x.mp4` }), 'done: error'],
  ['style sheet', () => loading('link', { rel: 'stylesheet', href: `http://${outside}/x.css` }), 'done: error'],
  [
    'background of an element',
    () => loading('p', { style: `background: url(http://${outside}/x.png)` }),
    'done: nothing',
  ],
  ['prefetch', () => loading('link', { rel: 'prefetch', href: `http://${outside}/x` }), 'done: error'],
  ['preconnect', () => loading('link', { rel: 'preconnect', href: `http://${outside}` }), 'done: nothing'],
  ['manifest', () => loading('link', { rel: 'manifest', href: `http://${outside}/x.json` }), 'done: nothing'],
  ['icon', () => loading('link', { rel: 'icon', href: `http://${outside}/x.ico` }), 'done: nothing'],
  [
    'ping of a link',
    () =>
      leaving(() => {
        const { href } = location
        Object.assign(document.createElement('a'), { href: '#x', ping: `http://${outside}/` }).click()
        history.replaceState(null, '', href)
      }),
    'stayed',
  ],
  [
    'WebRTC',
    () =>
      attempt(async () => {
        const peer = new RTCPeerConnection({ iceServers: [{ urls: `stun:${outside}` }] })
        const found: string[] = []
        peer.addEventListener('icecandidate', event => event.candidate && found.push(event.candidate.candidate))
        peer.createDataChannel('x')
        await peer.setLocalDescription(await peer.createOffer())
        await new Promise(resolve => setTimeout(resolve, 500))
        peer.close()
        return found.length
      }),
    'done: 0',
  ],
]
