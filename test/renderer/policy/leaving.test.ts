import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, relative, resolve } from 'node:path'
import { expect, test } from 'vitest'
import { contract } from '../../../src/shared/contract'
import { channelsOf, endpointOf } from '../../../src/shared/ipc/define'

const pages = resolve(import.meta.dirname, '../../../src/renderer')
const files = readdirSync(pages, { recursive: true, encoding: 'utf8' }).filter(file => /\.tsx?$/.test(file))
const texts = new Map(files.map(file => [file.replace(/\.tsx?$/, ''), readFileSync(join(pages, file), 'utf8')]))

const importsOf = (file: string): string[] =>
  [...(texts.get(file) ?? '').matchAll(/from '(\.[^']+)'/g)].map(([, path = '']) =>
    relative(pages, resolve(pages, dirname(file), path)),
  )
/** The hook's own file asks nothing. */
const asks = (file: string): boolean => file !== 'api/it-policy' && (texts.get(file) ?? '').includes('useLeaveRefusal(')
/** The file, who shows it, and what those two show: the dialog that asks may stand on either side. */
const around = (file: string): string[] =>
  [file, ...[...texts.keys()].filter(other => importsOf(other).includes(file))].flatMap(one => [
    one,
    ...importsOf(one).flatMap(shown => (one === file ? [shown, ...importsOf(shown)] : [shown])),
  ])

const leaving = channelsOf(contract).filter(channel => endpointOf(contract, channel)?.leaves !== undefined)

test.each(leaving)('%s: whoever asks for it sees beforehand where IT forbids it', channel => {
  const call = new RegExp(`api\\.${channel.replace('.', '\\.')}\\(`)
  const callers = [...texts].filter(([, text]) => call.test(text)).map(([file]) => file)
  expect(callers.length).toBeGreaterThan(0)
  expect(callers.filter(file => !around(file).some(asks))).toEqual([])
})
