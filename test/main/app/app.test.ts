import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { refusedArguments, stripEnvironment } from '../../../src/main/app/flags'
import { openLog } from '../../../src/main/app/log'
import { fileOf } from '../../../src/main/app/renderer-files'
import { openSettings } from '../../../src/main/app/settings'
import { visiblePlace } from '../../../src/main/app/window-place'
import { tempFolder } from '../../helpers/folders'

test.each([
  '--inspect',
  '--inspect=0',
  '--inspect-brk',
  '--remote-debugging-port=9222',
  '--remote-debugging-pipe',
  '--js-flags=--expose-gc',
  '--user-data-dir=/x',
  '--disable-web-security',
  '--load-extension=x',
  '--proxy-server=x',
  '--host-rules=x',
  '--no-sandbox',
  '--ignore-certificate-errors',
  '--enable-logging',
  '--log-net-log=x',
  '--renderer-cmd-prefix=x',
  '--allow-file-access-from-files',
  '--disable-features=x',
  '--enable-blink-features=x',
  '--host-resolver-rules=x',
  '--Inspect',
  '/remote-debugging-port=9222',
])('a shipped build refuses %s', argument => expect(refusedArguments([argument, 'file.lrmx'])).toEqual([argument]))

test('ordinary arguments pass', () => {
  expect(refusedArguments(['--demo', '/home/office/some.lrmx', '--lang=zh-CN'])).toEqual([])
})

test('variables that change how Electron or Node runs are stripped', () => {
  const env = { NODE_OPTIONS: '-r x', ELECTRON_RUN_AS_NODE: '1', PATH: '/bin', LANG: 'zh_CN' }
  stripEnvironment(env)
  expect(env).toEqual({ PATH: '/bin', LANG: 'zh_CN' })
})

test.each([
  ['app://dandang/index.html', '/app/renderer/index.html'],
  ['app://dandang/assets/a%20b.js', '/app/renderer/assets/a b.js'],
  ['app://dandang/../main/core.js', '/app/renderer/main/core.js'],
  ['app://dandang/%2e%2e/main/core.js', '/app/renderer/main/core.js'],
  ['app://dandang/..%2fmain%2fcore.js', '/app/renderer/main/core.js'],
  ['app://dandang/assets/..%2f..%2f..%2fetc%2fpasswd', '/app/renderer/etc/passwd'],
  ['app://other/index.html', undefined],
  ['file:///etc/passwd', undefined],
])('%s stays inside: %s', (url, file) => expect(fileOf(url, '/app/renderer')).toBe(file))

const screen = { x: 0, y: 0, width: 1366, height: 728 }
test.each([
  ['nothing remembered', null, { width: 1280, height: 800 }],
  ['where it stood', { x: 20, y: 10, width: 1000, height: 700 }, { x: 20, y: 10, width: 1000, height: 700 }],
  ['a screen that is gone', { x: 2000, y: 10, width: 1000, height: 700 }, { width: 1000, height: 700 }],
  ['only an edge in sight', { x: 1300, y: 10, width: 1000, height: 700 }, { width: 1000, height: 700 }],
  ['its title above the screen', { x: 20, y: -300, width: 1000, height: 700 }, { width: 1000, height: 700 }],
])('the window opens with %s', (_name, place, expected) => {
  expect(visiblePlace(place, [screen])).toEqual(expected)
})

test('settings are kept, the same folder keeps its id, and a damaged file is set aside', () => {
  const folder = tempFolder()
  const file = join(folder, 'settings.json')
  const settings = openSettings(file)
  const place = settings.remember('/data/a', '甲单位')
  settings.used(place.id, '2030-01-01T00:00:00.000Z', '甲区委组织部')
  settings.save({ theme: 'dark', zoomPercent: 125 })
  const again = openSettings(file)
  expect(again.get()).toMatchObject({ theme: 'dark', zoomPercent: 125, current: place.id })
  expect(again.remember('/data/a', '甲区委组织部').id).toBe(place.id)
  again.forget(place.id)
  expect(openSettings(file).get()).toMatchObject({ stores: [], current: null })
  writeFileSync(file, '{ not json')
  expect(openSettings(file).get()).toMatchObject({ theme: 'system', stores: [] })
})

test('the log cannot carry a text that a person typed', () => {
  const file = join(tempFolder(), 'logs', 'dandang.log')
  const log = openLog(file)
  log.write('call', { channel: 'units.add', outcome: 'done', ms: 12 })
  log.write('problem', { name: '李望舒 住院', code: 'with spaces and more than a word' })
  const text = readFileSync(file, 'utf8')
  expect(text).toContain('"channel":"units.add"')
  expect(text).not.toContain('李望舒')
  expect(text).not.toContain('spaces')
  expect(log.tail(1)).toHaveLength(1)
})
