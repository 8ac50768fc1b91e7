import type { Probe } from './page'

/** Code that comes out of a string, or from anywhere but the application. */
export const codeProbes: readonly Probe[] = [
  // oxlint-disable-next-line eslint/no-eval -- the probe proves the ban
  ['eval', () => attempt(() => globalThis.eval('1')), 'refused: EvalError'],
  // oxlint-disable-next-line eslint/no-new-func, typescript/no-implied-eval -- the probe proves the ban
  ['new Function', () => attempt(() => new Function('return 1')), 'refused: EvalError'],
  ['setTimeout with a string', () => attempt(() => Reflect.apply(setTimeout, window, ['1'])), 'refused: TypeError'],
  [
    'WebAssembly',
    () => attempt(() => WebAssembly.compile(Uint8Array.of(0, 97, 115, 109, 1, 0, 0, 0))),
    'refused: CompileError',
  ],
  [
    'innerHTML with markup',
    () => attempt(() => (document.createElement('p').innerHTML = '<b>x</b>')),
    'refused: TypeError',
  ],
  [
    'insertAdjacentHTML',
    () => attempt(() => document.body.insertAdjacentHTML('beforeend', '<img src=x>')),
    'refused: TypeError',
  ],
  ['document.write', () => attempt(() => document.write('<b>x</b>')), 'refused: TypeError'],
  ['DOMParser', () => attempt(() => new DOMParser().parseFromString('<b>x</b>', 'text/html')), 'refused: TypeError'],
  ['inline script', () => attempt(() => (document.createElement('script').textContent = '1')), 'refused: TypeError'],
  [
    'inline script through a text node',
    () =>
      attempt(() => {
        const script = document.createElement('script')
        script.append(document.createTextNode('globalThis.ran = 1'))
        document.body.append(script)
        return 'ran' in globalThis
      }),
    'refused: TypeError',
  ],
  [
    'inline handler',
    () =>
      attempt(() => {
        const button = document.createElement('button')
        button.setAttribute('onclick', 'globalThis.ran = 1')
        button.click()
        return 'ran' in globalThis
      }),
    'refused: TypeError',
  ],
  [
    'javascript: address',
    () =>
      leaving(() => {
        const link = document.createElement('a')
        link.href = 'javascript:void(document.title = "ran")'
        link.click()
      }),
    'stayed',
  ],
  [
    'script from outside',
    () => attempt(() => (document.createElement('script').src = `http://${outside}/x.js`)),
    'refused: TypeError',
  ],
  ['module from outside', () => attempt(() => import(`http://${outside}/x.js`)), 'refused: TypeError'],
  ['module from data:', () => attempt(() => import(`data:text/javascript,${outside.length}`)), 'refused: TypeError'],
  ['worker from data:', () => attempt(() => new Worker('data:text/javascript,1')), 'refused: TypeError'],
  [
    'shared worker from blob:',
    () => attempt(() => new SharedWorker(URL.createObjectURL(new Blob(['1'])))),
    'refused: TypeError',
  ],
  ['service worker', () => attempt(() => navigator.serviceWorker.register('/index.js')), 'refused: TypeError'],
  [
    'another Trusted Types policy',
    () => attempt(() => reach('trustedTypes.createPolicy', 'x', {})),
    'refused: TypeError',
  ],
  [
    'a second default policy',
    () => attempt(() => reach('trustedTypes.createPolicy', 'default', {})),
    'refused: TypeError',
  ],
]
