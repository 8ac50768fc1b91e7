import { deflateRawSync } from 'node:zlib'
import { rawBook, sheetXml, textRow } from './excel/books'
import type { Bomb } from './file-bombs'
import { junk } from './file-bombs'
import { makeZip } from './zips'

const bomb = (what: string, code: Bomb['code'], make: () => Uint8Array): Bomb => ({
  what: `xlsx: ${what}`,
  name: '名册.xlsx',
  code,
  make,
})
const header = textRow(1, '姓名', '性别')
const sheet = (what: string, code: Bomb['code'], make: () => string): Bomb => bomb(what, code, () => rawBook(make()))
const laughs = `<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "${'&a;'.repeat(1000)}">]>`

/** Workbooks that attack whoever reads them, and broken ones. */
export const xlsxBombs: readonly Bomb[] = [
  sheet('a DTD in the sheet', 'unsafe', () => laughs + sheetXml('<row><c><v>&b;</v></c></row>')),
  bomb('a DTD in the shared texts', 'unsafe', () =>
    rawBook(sheetXml(header), { strings: `${laughs}<sst><si><t>&b;</t></si></sst>` }),
  ),
  bomb('a DTD in the workbook', 'unsafe', () => rawBook(sheetXml(header), { head: laughs })),
  sheet('an entity that nobody declared', 'damaged', () => sheetXml('<row><c t="str"><v>&xxe;</v></c></row>')),
  sheet('depth', 'unsafe', () => sheetXml('<x>'.repeat(5000) + '</x>'.repeat(5000))),
  sheet('four million tags', ['unsafe', 'too-large'], () => sheetXml('<row><c/></row>'.repeat(2_000_000))),
  sheet('a tag with a million attributes', 'unsafe', () =>
    sheetXml(`<row ${Array.from({ length: 300_000 }, (_each, n) => `a${n}="1"`).join(' ')}/>`),
  ),
  sheet('30,000 people', 'too-large', () =>
    sheetXml(Array.from({ length: 30_000 }, (_each, n) => textRow(n + 1, `王${n}`)).join('')),
  ),
  sheet('a text of 80 MB', ['too-large', 'unsafe'], () => sheetXml(textRow(1, '长'.repeat(27_000_000)))),
  bomb('shared texts without end', ['unsafe', 'too-large'], () =>
    rawBook(sheetXml(header), { strings: `<sst>${'<si><t/></si>'.repeat(2_000_000)}</sst>` }),
  ),
  bomb('cells of one text of 30,000 characters', 'too-large', () =>
    rawBook(sheetXml(`<row>${'<c t="s"><v>0</v></c>'.repeat(200)}</row>`.repeat(100)), {
      strings: `<sst><si><t>${'长'.repeat(30_000)}</t></si></sst>`,
    }),
  ),
  bomb('zeros packed a thousandfold', ['unsafe', 'too-large'], () =>
    makeZip([
      { name: '_rels/.rels', data: '', packed: deflateRawSync(new Uint8Array(40_000_000)), claimedSize: 40_000_000 },
    ]),
  ),
  bomb('the same, claiming to be small', ['damaged', 'too-large'], () =>
    makeZip([
      { name: '_rels/.rels', data: '', packed: deflateRawSync(new Uint8Array(40_000_000)), claimedSize: 900_000 },
    ]),
  ),
  bomb('a path out of it', 'unsafe', () =>
    makeZip([
      { name: '_rels/.rels', data: '<Relationships/>' },
      { name: '../x', data: 'x' },
    ]),
  ),
  bomb('another zip inside', 'unsafe', () =>
    makeZip([{ name: '_rels/.rels', data: makeZip([{ name: 'x', data: 'x' }]) }]),
  ),
  bomb('2,001 parts', 'too-large', () =>
    makeZip(Array.from({ length: 2001 }, (_each, n) => ({ name: `xl/${n}.xml`, data: 'x', method: 0 as const }))),
  ),
  bomb('a password on a part', 'encrypted', () => makeZip([{ name: '_rels/.rels', data: 'x', flags: 0x801 }])),
  bomb('no workbook', 'wrong-kind', () => makeZip([{ name: 'word/document.xml', data: '<w:document/>' }])),
  bomb('a workbook of bytes', 'wrong-kind', () => makeZip([{ name: 'xl/workbook.bin', data: 'x' }])),
  bomb('junk for a sheet', ['damaged', 'encoding'], () => rawBook(Buffer.from(junk(200_000)).toString('latin1'))),
  bomb('parts that refer to themselves', ['wrong-kind', 'damaged', 'empty'], () =>
    makeZip([
      {
        name: '_rels/.rels',
        data: '<Relationships><Relationship Id="r0" Type="x/officeDocument" Target="_rels/.rels"/></Relationships>',
      },
    ]),
  ),
]

/** Honest in what they show, and made to make a reader count to the end of the world. */
export const sparseBooks: readonly { what: string; make: () => Uint8Array }[] = [
  {
    what: 'columns formatted 200,000 times over',
    make: () =>
      rawBook(
        `<worksheet><cols>${'<col min="1" max="16384" width="9"/>'.repeat(200_000)}</cols><sheetData>${header}</sheetData></worksheet>`,
        { method: 0 },
      ),
  },
  {
    what: 'two cells at the ends of the sheet',
    make: () => rawBook(sheetXml(`${header}<row r="1048576"><c r="XFD1048576" t="str"><v>末</v></c></row>`)),
  },
  {
    what: 'lines numbered beyond every sheet',
    make: () => rawBook(sheetXml(`${header}<row r="1e300"/><row r="-5"/><row r="99999999999"/>`)),
  },
  {
    what: 'a cell merged over everything',
    make: () => rawBook(sheetXml(header, '<mergeCells><mergeCell ref="A1:XFD1048576"/></mergeCells>')),
  },
  {
    what: 'cells merged 100,000 times over',
    make: () =>
      rawBook(sheetXml(header, `<mergeCells>${'<mergeCell ref="A3:A1048576"/>'.repeat(100_000)}</mergeCells>`), {
        method: 0,
      }),
  },
]
