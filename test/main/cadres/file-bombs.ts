import { deflateSync, gzipSync } from 'node:zlib'
import { encodeGbk } from '../../../src/main/cadres/gbk'
import type { ImportFailure } from '../../../src/shared/cadres/imported'
import { jpeg } from './people'

export interface Bomb {
  readonly what: string
  readonly name: string
  readonly make: () => Uint8Array
  readonly code: ImportFailure['code'] | readonly ImportFailure['code'][]
}
const text = (make: () => string) => (): Uint8Array => Buffer.from(make())
const repeat = (piece: string, times: number): string => piece.repeat(times)
const person = (inner: string, head = ''): string => `${head}<Person><XingMing>王芳</XingMing>${inner}</Person>`
const lrmx = (what: string, code: Bomb['code'], make: () => string): Bomb => ({
  what,
  name: '王芳.lrmx',
  code,
  make: text(make),
})
const bytes = (what: string, name: string, code: Bomb['code'], make: () => Uint8Array): Bomb => ({
  what,
  name,
  code,
  make,
})

const laughs = (levels: number): string =>
  Array.from({ length: levels }, (_each, level) => `<!ENTITY l${level + 1} "${repeat(`&l${level};`, 10)}">`).join('')
/** The same junk in every run. */
export function junk(length: number, seed = 1): Uint8Array {
  const out = new Uint8Array(length)
  let state = seed
  for (let at = 0; at < length; at += 1) {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    out[at] = state >>> 24
  }
  return out
}

/** Single files that no honest program writes, and honest ones that came to grief. */
export const fileBombs: readonly Bomb[] = [
  lrmx('billion laughs', 'unsafe', () =>
    person('<JianLi>&l9;</JianLi>', `<!DOCTYPE Person [<!ENTITY l0 "ha">${laughs(9)}]>`),
  ),
  lrmx('billion laughs behind a declaration', 'unsafe', () =>
    person('&l9;', `<?xml version="1.0"?>\n<!DOCTYPE Person [<!ENTITY l0 "ha">${laughs(9)}]>`),
  ),
  lrmx('quadratic blowup', 'unsafe', () =>
    person(`<JianLi>${repeat('&a;', 50_000)}</JianLi>`, `<!DOCTYPE Person [<!ENTITY a "${repeat('a', 50_000)}">]>`),
  ),
  lrmx('an entity that names itself', 'unsafe', () =>
    person('&a;', '<!DOCTYPE Person [<!ENTITY a "&b;"><!ENTITY b "&a;">]>'),
  ),
  lrmx('XXE that reads a file', 'unsafe', () =>
    person('<JianLi>&x;</JianLi>', '<!DOCTYPE Person [<!ENTITY x SYSTEM "file:///etc/passwd">]>'),
  ),
  lrmx('XXE that asks the net', 'unsafe', () =>
    person('<JianLi>&x;</JianLi>', '<!DOCTYPE Person [<!ENTITY x SYSTEM "http://127.0.0.1/">]>'),
  ),
  lrmx('XXE through a parameter', 'unsafe', () =>
    person('', '<!DOCTYPE Person [<!ENTITY % p SYSTEM "file:///etc/hosts"> %p;]>'),
  ),
  lrmx('an outer DTD', 'unsafe', () => person('', '<!DOCTYPE Person SYSTEM "person.dtd">')),
  lrmx('a public DTD', 'unsafe', () => person('', '<!DOCTYPE Person PUBLIC "-//X//DTD//EN" "x.dtd">')),
  lrmx('a DTD with default attributes', 'unsafe', () =>
    person('', '<!DOCTYPE Person [<!ATTLIST Person a CDATA "b">]>'),
  ),
  lrmx('a DTD of 5 MB', 'too-large', () => person('', `<!DOCTYPE Person [${repeat('<!ENTITY a "b">', 350_000)}]>`)),
  lrmx('a DTD without end', 'too-large', () => `<!DOCTYPE Person [${repeat('<!ENTITY a "b">', 100_000)}`),
  lrmx('XInclude after a DTD', 'unsafe', () =>
    person('<xi:include href="file:///etc/passwd"/>', '<!DOCTYPE Person []>'),
  ),
  lrmx('depth 65', 'unsafe', () => person(repeat('<a>', 65) + repeat('</a>', 65))),
  lrmx('depth 10,000', 'unsafe', () => person(repeat('<a>', 10_000) + repeat('</a>', 10_000))),
  lrmx('depth 200,000', 'too-large', () => person(repeat('<a>', 200_000) + repeat('</a>', 200_000))),
  lrmx('depth 200,000 that never closes', 'too-large', () => `<Person>${repeat('<a>', 200_000)}`),
  lrmx('Person inside Person 1,000 times', 'unsafe', () => repeat('<Person>', 1000) + repeat('</Person>', 1000)),
  lrmx('200,000 attributes', 'too-large', () =>
    person(`<a ${Array.from({ length: 200_000 }, (_e, n) => `b${n}="c"`).join(' ')}/>`),
  ),
  lrmx('200,000 times the same attribute', 'too-large', () => person(`<a ${repeat('b="c" ', 200_000)}/>`)),
  lrmx('an attribute of 11 MB', 'too-large', () => person(`<a b="${repeat('a', 11_000_000)}"/>`)),
  lrmx('200,000 elements', 'too-large', () => person(repeat('<a/>', 200_000))),
  lrmx('200,000 members of the family', 'too-large', () =>
    person(`<JiaTingChengYuan>${repeat('<Item><XingMing>王</XingMing></Item>', 200_000)}</JiaTingChengYuan>`),
  ),
  lrmx('a text of 11 MB', 'too-large', () => person(`<JianLi>${repeat('a', 11_000_000)}</JianLi>`)),
  lrmx('11 MB in small texts', 'too-large', () => person(repeat(`<JianLi>${repeat('a', 11_000)}</JianLi>`, 1000))),
  lrmx('a text of 200,000 characters', 'too-large', () => person(`<JianLi>${repeat('长', 200_000)}</JianLi>`)),
  lrmx(
    'a name of 4 million characters',
    'too-large',
    () => `<Person><XingMing>${repeat('王', 4_000_000)}</XingMing></Person>`,
  ),
  lrmx('CDATA of 11 MB', 'too-large', () => person(`<JianLi><![CDATA[${repeat('a', 11_000_000)}]]></JianLi>`)),
  lrmx('a million character references', 'too-large', () =>
    person(`<JianLi>${repeat('&#x4e2d;', 1_000_000)}</JianLi>`),
  ),
  lrmx('a comment of 16 MB', 'too-large', () => person(`<!--${repeat('a', 16_000_000)}-->`)),
  lrmx('a tag name of 12 MB', ['damaged', 'too-large'], () => `<${repeat('a', 12_000_000)}`),
  lrmx('a million stray <', ['damaged', 'too-large', 'no-person'], () => `<Person>${repeat('<', 1_000_000)}`),
  lrmx('a million stray <a', ['damaged', 'too-large'], () => `<Person>${repeat('<a ', 1_000_000)}`),
  lrmx('a million stray &', ['damaged', 'too-large', 'no-person'], () => `<Person>${repeat('&', 1_000_000)}`),
  lrmx('a million beginnings of CDATA', 'too-large', () => `<Person>${repeat('<![CDATA[', 1_000_000)}`),
  lrmx('a million beginnings of comments', 'too-large', () => `<Person>${repeat('<!--', 1_000_000)}`),
  lrmx('a million blanks and no end', 'too-large', () => `<Person>${repeat(' ', 1_000_000)}`),
  lrmx(
    'a million line ends and vertical tabs',
    ['too-large', 'no-person'],
    () => `<Person><XingMing>${repeat('\v\n', 1_000_000)}</XingMing></Person>`,
  ),
  // As large as a form may be without its picture, so that what is behind that limit is asked too.
  lrmx('33,000 entities', 'unsafe', () => person('', `<!DOCTYPE Person [${repeat('<!ENTITY a "b">', 33_000)}]>`)),
  lrmx(
    'a DTD of 495,000 characters without end',
    'damaged',
    () => `<!DOCTYPE Person [${repeat('<!ENTITY a "b">', 33_000)}`,
  ),
  lrmx('depth 70,000', 'unsafe', () => person(repeat('<a>', 70_000) + repeat('</a>', 70_000))),
  lrmx('depth 160,000 that never closes', 'unsafe', () => `<Person>${repeat('<a>', 160_000)}`),
  lrmx('40,000 attributes', 'unsafe', () =>
    person(`<a ${Array.from({ length: 40_000 }, (_e, n) => `b${n}="c"`).join(' ')}/>`),
  ),
  lrmx('80,000 times the same attribute', ['unsafe', 'damaged'], () => person(`<a ${repeat('b="c" ', 80_000)}/>`)),
  lrmx('120,000 elements', 'unsafe', () => person(repeat('<a/>', 120_000))),
  lrmx('13,000 members of the family', 'unsafe', () =>
    person(`<JiaTingChengYuan>${repeat('<Item><XingMing>王</XingMing></Item>', 13_000)}</JiaTingChengYuan>`),
  ),
  lrmx('120,000 references', 'too-large', () => person(`<JianLi>${repeat('&lt;', 120_000)}</JianLi>`)),
  lrmx('490,000 stray <', ['damaged', 'too-large', 'no-person'], () => `<Person>${repeat('<', 490_000)}`),
  lrmx('160,000 stray <a', ['damaged', 'too-large'], () => `<Person>${repeat('<a ', 160_000)}`),
  lrmx('490,000 stray &', ['damaged', 'too-large', 'no-person'], () => `<Person>${repeat('&', 490_000)}`),
  lrmx('54,000 beginnings of CDATA', 'damaged', () => `<Person>${repeat('<![CDATA[', 54_000)}`),
  lrmx('120,000 beginnings of comments', 'damaged', () => `<Person>${repeat('<!--', 120_000)}`),
  lrmx('490,000 blanks and no end', 'damaged', () => `<Person>${repeat(' ', 490_000)}`),
  lrmx(
    '240,000 line ends and vertical tabs',
    ['too-large', 'no-person'],
    () => `<Person><XingMing>${repeat('\v\n', 240_000)}</XingMing></Person>`,
  ),
  lrmx('a picture of a million references', 'too-large', () =>
    person(`<ZhaoPian>${repeat('&#65;', 1_000_000)}</ZhaoPian>`),
  ),
  lrmx('a picture of a million elements', 'too-large', () =>
    person(`<ZhaoPian>${repeat('<a/>', 1_000_000)}</ZhaoPian>`),
  ),
  lrmx('a picture of 11 MB', 'too-large', () => person(`<ZhaoPian>${repeat('AAAA', 2_750_000)}</ZhaoPian>`)),
  lrmx('a picture of blanks and one sign', 'too-large', () =>
    person(`<ZhaoPian>${repeat(' ', 8_000_000)}#</ZhaoPian>`),
  ),
  lrmx('a picture of vertical tabs', 'too-large', () => person(`<ZhaoPian>${repeat('\v', 8_000_000)}</ZhaoPian>`)),
  lrmx('a picture of 11 MB in CDATA', 'too-large', () =>
    person(`<ZhaoPian><![CDATA[${repeat('AAAA', 2_750_000)}]]></ZhaoPian>`),
  ),
  lrmx('a processing instruction of 3 MB', 'too-large', () => `<?x ${repeat('a', 3_000_000)}?><Person></Person>`),
  lrmx(
    'an entity called constructor',
    ['damaged', 'no-person'],
    () => '<Person><XingMing>&constructor;</XingMing></Persn>',
  ),
  lrmx('a root called __proto__', 'wrong-kind', () => '<__proto__><XingMing>王</XingMing></__proto__>'),
  lrmx('SVG with a script', 'wrong-kind', () => '<svg><script>alert(1)</script></svg>'),
  lrmx('HTML', ['wrong-kind', 'unsafe', 'damaged'], () => '<!DOCTYPE html><html><body>王芳</body></html>'),
  lrmx('another program’s XML', 'wrong-kind', () => '<?xml version="1.0"?><root><node name="type" value="21"/></root>'),
  lrmx('JSON', 'damaged', () => '{"XingMing":"王芳"}'),
  lrmx('plain words', 'damaged', () => '姓名：王芳'),
  lrmx('blanks alone', 'damaged', () => ' \n\n '),
  lrmx('a declaration alone', 'damaged', () => '<?xml version="1.0" encoding="utf-8"?>'),
  lrmx(
    'cut after the name',
    'damaged',
    () => '<?xml version="1.0"?>\n<Person>\n  <XingMing>王芳</XingMing>\n  <XingBie>',
  ),
  lrmx(
    'cut inside the picture',
    'damaged',
    () => `<Person><XingMing>王芳</XingMing><ZhaoPian>${repeat('iVBORw0KGgo', 9000)}`,
  ),
  lrmx('cut inside CDATA', 'damaged', () => '<Person><XingMing><![CDATA[王芳'),
  lrmx('no name', 'no-person', () => '<Person><XingBie>女</XingBie></Person>'),
  lrmx('two people in one file', ['damaged', 'wrong-kind'], () => '<People><Person/><Person/></People>'),
  bytes('nothing', '王芳.lrmx', 'empty', () => new Uint8Array()),
  bytes('zeros', '王芳.lrmx', 'damaged', () => new Uint8Array(100_000)),
  bytes('20 MB of junk', '王芳.lrmx', 'too-large', () => junk(20_000_000)),
  bytes('14 MB of junk', '王芳.lrmx', ['encoding', 'damaged'], () => junk(14_000_000)),
  bytes('junk behind a mark', '王芳.lrmx', ['encoding', 'damaged'], () =>
    Buffer.concat([Buffer.from('\uFEFF<Person>'), junk(50_000)]),
  ),
  bytes('GBK cut in a character', '王芳.lrmx', ['damaged', 'encoding'], () =>
    encodeGbk(person('<MinZu>汉族</MinZu>')).bytes.slice(0, 30),
  ),
  bytes('UTF-8 read as GBK and written again', '王芳.lrmx', ['damaged', 'encoding', 'wrong-kind'], () =>
    Buffer.from(new TextDecoder('gb18030').decode(Buffer.from('<人员><姓名>王芳</姓名></人员>'))),
  ),
  bytes('UTF-16 that ends in the middle', '王芳.lrmx', 'damaged', () =>
    Buffer.from(`\uFEFF${person('')}`, 'utf16le').subarray(0, 41),
  ),
  bytes('UTF-7', '王芳.lrmx', ['damaged', 'no-person'], () => Buffer.from('+ADw-Person+AD4-')),
  bytes('EBCDIC', '王芳.lrmx', ['damaged', 'encoding', 'wrong-kind'], () =>
    Uint8Array.from([0x4c, 0xd7, 0x85, 0x99, 0xa2, 0x96, 0x95, 0x6e]),
  ),
  bytes('a picture called .lrmx', '王芳.lrmx', 'wrong-kind', () => jpeg),
  bytes('a Word file called .lrmx', '王芳.lrmx', 'wrong-kind', () =>
    Buffer.from('d0cf11e0a1b11ae1' + '00'.repeat(500), 'hex'),
  ),
  bytes('a PDF called .lrmx', '王芳.lrmx', 'wrong-kind', () => Buffer.from('%PDF-1.7\n')),
  bytes('a program called .lrmx', '王芳.lrmx', 'wrong-kind', () => Buffer.from('MZ\x90\0')),
  bytes('gzip called .lrmx', '王芳.lrmx', 'wrong-kind', () => gzipSync('<Person/>')),
  bytes('a zlib stream called .lrmx', '王芳.lrmx', ['damaged', 'encoding'], () => deflateSync(person(''))),
  bytes('a .hzb', '按机构导出.hzb', 'wrong-kind', () => Buffer.from('377abcaf271c0004', 'hex')),
  bytes('a .7z called .zip', '导出.zip', 'wrong-kind', () => Buffer.from('377abcaf271c0004', 'hex')),
  bytes('RAR called .zip', '导出.zip', 'wrong-kind', () => Buffer.from('526172211a0700', 'hex')),
  bytes('a picture alone', '王芳.pic', 'wrong-kind', () => jpeg),
  bytes('a spreadsheet of text', '名册.csv', 'wrong-kind', () => Buffer.from('姓名,性别\n')),
  bytes('a file without an ending', '王芳', 'wrong-kind', () => Buffer.from(person(''))),
  bytes('.lrm of words', '王芳.lrm', 'wrong-kind', () => Buffer.from('姓名 王芳')),
  bytes('.lrm cut short', '王芳.lrm', 'damaged', () => Buffer.from('"王芳","女","197004","汉族')),
  bytes('.lrm of a million marks', '王芳.lrm', 'unsafe', () => Buffer.from(repeat('","', 600_000))),
  bytes('.lrm of 3 MB', '王芳.lrm', 'too-large', () => Buffer.from(`"${repeat('a', 3_000_000)}"`)),
  bytes('.lrm with a million members', '王芳.lrm', 'unsafe', () =>
    Buffer.from(`"王芳"${repeat(',""', 19)},"${repeat('@', 1_000_000)}"${repeat(',""', 12)}`),
  ),
  bytes('.lrm of junk', '王芳.lrm', ['encoding', 'wrong-kind'], () => junk(100_000)),
]
