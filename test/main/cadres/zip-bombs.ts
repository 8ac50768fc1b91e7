import { deflateRawSync } from 'node:zlib'
import type { Bomb } from './file-bombs'
import { junk } from './file-bombs'
import { makeZip, type TestEntry } from './zips'

const table = '<xml><data><row A0000="1" A0101="王芳"/></data></xml>'
const a01: TestEntry = { name: 'Table/A01.xml', data: table }
const zip = (what: string, code: Bomb['code'], make: () => Uint8Array): Bomb => ({ what, name: '导出.zip', code, make })
const holding = (what: string, code: Bomb['code'], make: () => TestEntry): Bomb =>
  zip(what, code, () => makeZip([a01, make()]))
const named = (name: string | Buffer): Bomb =>
  holding(`zip-slip: ${JSON.stringify(String(name))}`, 'unsafe', () => ({ name, data: 'x' }))
const zeros = (megabytes: number): Uint8Array => deflateRawSync(new Uint8Array(megabytes * 1_000_000))

/** Packages that attack whoever unpacks them, and broken ones. */
export const zipBombs: readonly Bomb[] = [
  ...[
    '../../etc/cron.d/x',
    '/etc/passwd',
    'C:\\Windows\\x.dll',
    'Table\\..\\..\\x',
    'Photos/../../x.jpg',
    '\\\\server\\share\\x',
    'a/..',
    '..',
  ].map(named),
  ...['x.jpg:stream', 'Photos/a\0.jpg', 'Photos/CON', `${'a'.repeat(300)}.xml`].map(named),
  named(Buffer.from([0x50, 0xff, 0xff, 0xfe])),
  holding('a link', 'unsafe', () => ({
    name: 'Photos/1.jpg',
    data: '/etc/passwd',
    attributes: (0o120777 << 16) >>> 0,
  })),
  holding('zip in zip', 'unsafe', () => ({ name: 'Photos/inner.zip', data: makeZip([a01]) })),
  holding('zip in zip by another name', 'unsafe', () => ({ name: 'Photos/1.jpg', data: makeZip([a01]) })),
  holding('7z in zip by another name', 'unsafe', () => ({
    name: 'Photos/1.jpg',
    data: Buffer.from('377abcaf271c0004', 'hex'),
  })),
  zip('zip in zip in the place of the table', 'unsafe', () =>
    makeZip([{ name: 'Table/A01.xml', data: makeZip([a01]) }]),
  ),
  holding('zeros packed a thousandfold', 'unsafe', () => ({
    name: 'Photos/1.jpg',
    data: '',
    packed: zeros(20),
    claimedSize: 20_000_000,
  })),
  holding('the same, claiming to be small', 'damaged', () => ({
    name: 'Photos/1.jpg',
    data: 'x',
    packed: zeros(20),
    claimedSize: 60_000,
  })),
  holding('the same, claiming to be nothing', 'damaged', () => ({
    name: 'Photos/1.jpg',
    data: '',
    packed: zeros(20),
    claimedSize: 0,
  })),
  holding('a claim of 4 GB', ['too-large', 'unsafe'], () => ({
    name: 'Photos/1.jpg',
    data: 'x',
    claimedSize: 0xfffffffe,
  })),
  holding('a claim of 4 GB packed as well', ['too-large', 'unsafe', 'damaged'], () => ({
    name: 'Photos/1.jpg',
    data: 'x',
    claimedSize: 0xf0000000,
    claimedPacked: 0xf0000000,
  })),
  zip('300 MB in three honest parts', ['too-large', 'unsafe'], () =>
    makeZip(
      [1, 2, 3].map(n => ({ name: `Photos/${n}.jpg`, data: '', packed: junk(1_000_000), claimedSize: 100_000_000 })),
    ),
  ),
  zip('one body shared by 1,000 names', ['too-large', 'unsafe', 'damaged'], () => {
    const body = { data: '', packed: zeros(1), claimedSize: 199_000, method: 8 as const }
    return makeZip([
      { name: 'Photos/0.jpg', ...body },
      ...Array.from({ length: 1100 }, (_e, n) => ({ name: `Photos/${n + 1}.jpg`, ...body, sharesWith: 0 })),
    ])
  }),
  zip('2,001 entries', 'too-large', () =>
    makeZip([
      a01,
      ...Array.from({ length: 2000 }, (_e, n) => ({ name: `Photos/${n}.jpg`, data: 'x', method: 0 as const })),
    ]),
  ),
  zip('60,000 entries claimed', ['too-large', 'damaged'], () => makeZip([a01], 60_000)),
  zip('fewer entries claimed than there are', ['damaged', 'wrong-kind'], () =>
    makeZip([{ name: 'x.txt', data: 'x' }, a01], 0),
  ),
  zip('one name twice', 'unsafe', () => makeZip([a01, { ...a01, data: table.replace('王芳', '李强') }])),
  zip('one name twice in another case', 'unsafe', () => makeZip([a01, { ...a01, name: 'table/a01.XML' }])),
  holding('a password', 'encrypted', () => ({ name: 'Photos/1.jpg', data: 'x', flags: 0x801 })),
  holding('an unknown method', 'damaged', () => ({ name: 'Photos/1.jpg', data: 'x', method: 99 })),
  holding('a wrong checksum', 'damaged', () => ({ name: 'Photos/1.jpg', data: 'x', crc: 1 })),
  holding('bytes that are not packed at all', 'damaged', () => ({
    name: 'Photos/1.jpg',
    data: 'x',
    packed: junk(500),
  })),
  zip('cut in half', 'damaged', () => makeZip([a01]).subarray(0, 60)),
  zip('without its directory', 'damaged', () => makeZip([a01]).subarray(0, -40)),
  zip('a beginning and junk', 'damaged', () => Buffer.concat([Buffer.from('PK\x03\x04'), junk(100_000)])),
  zip('an empty package', 'wrong-kind', () => makeZip([])),
  zip('a package without tables', 'wrong-kind', () => makeZip([{ name: '说明.txt', data: '<Person/>' }])),
  zip('a table of another encoding', ['damaged', 'encoding'], () =>
    makeZip([{ name: 'Table/A01.xml', data: junk(5000) }]),
  ),
  zip('a table with a DTD', 'unsafe', () =>
    makeZip([{ name: 'Table/A01.xml', data: `<!DOCTYPE x [<!ENTITY a "b">]>${table}` }]),
  ),
  zip('a row with a million columns', 'unsafe', () =>
    makeZip([
      {
        method: 0,
        name: 'Table/A01.xml',
        data: `<xml><data><row ${Array.from({ length: 300_000 }, (_e, n) => `c${n}="${n}"`).join(' ')}/></data></xml>`,
      },
    ]),
  ),
  zip('60,000 rows', 'too-large', () =>
    makeZip([
      {
        method: 0,
        name: 'Table/A01.xml',
        data: `<xml><data>${Array.from({ length: 60_000 }, (_e, n) => `<row A0000="${n}" A0101="王${n}"/>`).join('')}</data></xml>`,
      },
    ]),
  ),
  zip('a value without end', 'damaged', () =>
    makeZip([{ method: 0, name: 'Table/A01.xml', data: `<xml><data><row A0101="${'王" '.repeat(100_000)}` }]),
  ),
  zip('a million blanks in a résumé', 'no-person', () =>
    makeZip([
      {
        method: 0,
        name: 'Table/A01.xml',
        data: `<xml><data><row A0101="王芳" A1701="a${Array.from({ length: 40_000 }, (_e, n) => ' '.repeat(20 + (n % 9))).join('b')}1990.09--"/></data></xml>`,
      },
    ]),
  ),
]
