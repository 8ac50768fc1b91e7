import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { cutPhoto } from '../../../src/main/cadres/cut-photo'
import { encodeGbk } from '../../../src/main/cadres/gbk'
import { parseLrmx } from '../../../src/main/cadres/lrmx'
import { jpeg } from './people'

const samples = join(import.meta.dirname, '../../samples/lrmx')
const base64 = Buffer.from(jpeg).toString('base64')
const lined = base64.replaceAll(/.{76}/g, '$&\r\n')
const form = (photo: string, more = ''): string =>
  `<?xml version="1.0" encoding="utf-8"?>\n<Person>\n<XingMing>王芳</XingMing>\n${photo}\n<ShenFenZheng>不是号码</ShenFenZheng>\n<JianLi>1990.9-- 工作\n${more}</JianLi>\n</Person>`
/** With a comment behind its end a file is read whole and means the same. */
const whole = (bytes: Uint8Array): Uint8Array => Buffer.concat([bytes, Buffer.from('<!-- -->')])

const forms: readonly (readonly [string, Uint8Array])[] = [
  ...readdirSync(samples)
    .filter(name => name.endsWith('.lrmx'))
    .map(name => [name, readFileSync(join(samples, name))] as const),
  ['in one line', Buffer.from(form(`<ZhaoPian>${base64}</ZhaoPian>`))],
  ['in many lines', Buffer.from(form(`<ZhaoPian>\n  ${lined}\n</ZhaoPian>`))],
  ['not a picture', Buffer.from(form('<ZhaoPian>AAAABBBB</ZhaoPian>'))],
  ['in GBK', encodeGbk(form(`<ZhaoPian>${base64}</ZhaoPian>`)).bytes],
  ['to be mended', Buffer.from(form(`<ZhaoPian>${base64}</ZhaoPian>`, 'R&D <3'))],
  ['broken', Buffer.from(form(`<ZhaoPian>${base64}</ZhaoPian>`, '</Person>'))],
  ['below another element', Buffer.from(form(`<Fu><ZhaoPian>${base64}</ZhaoPian></Fu>`))],
]

test.each(forms)('%s: the same with its picture cut out as read whole', (_name, bytes) => {
  expect(cutPhoto(whole(bytes))).toBeUndefined()
  expect(parseLrmx(bytes)).toEqual(parseLrmx(whole(bytes)))
})

test('the picture is cut out of a plain form, and lines stay where they are', () => {
  const bytes = Buffer.from(form(`<ZhaoPian>\n${lined}</ZhaoPian>`))
  const cut = cutPhoto(bytes)
  expect(cut && Buffer.from(cut.picture)).toEqual(Buffer.from(jpeg))
  expect(cut?.bytes.length).toBeLessThan(bytes.length - base64.length + 100)
  expect(
    Buffer.from(cut?.bytes ?? [])
      .toString()
      .split('\n'),
  ).toHaveLength(bytes.toString().split('\n').length)
})

test.each([
  ['two pictures', form(`<ZhaoPian>${base64}</ZhaoPian><ZhaoPian>${base64}</ZhaoPian>`)],
  ['a second one with an attribute', form(`<ZhaoPian>${base64}</ZhaoPian><ZhaoPian a="b"></ZhaoPian>`)],
  ['in CDATA', form(`<![CDATA[<ZhaoPian>${base64}</ZhaoPian>]]>`)],
  ['in a comment', form(`<!--<ZhaoPian>${base64}</ZhaoPian>-->`)],
  ['in an instruction', form(`<?x <ZhaoPian>${base64}</ZhaoPian>?>`)],
  ['under a DTD', form(`<ZhaoPian>${base64}</ZhaoPian>`).replace('<Person>', '<!DOCTYPE Person []><Person>')],
  ['an address of data', form(`<ZhaoPian>data:image/png;base64,${base64}</ZhaoPian>`)],
  ['other letters', form(`<ZhaoPian>${base64}照</ZhaoPian>`)],
  ['without an end', form(`<ZhaoPian>${base64}`)],
  ['nothing', form('<ZhaoPian>\n</ZhaoPian>')],
  ['over-long', form(`<ZhaoPian>${'A'.repeat(9_000_004)}</ZhaoPian>`)],
])('%s: read whole', (_what, text) => {
  expect(cutPhoto(Buffer.from(text))).toBeUndefined()
})
