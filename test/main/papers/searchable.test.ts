import { decodePDFRawStream, PDFDocument, PDFName, PDFRawStream } from '@cantoo/pdf-lib'
import { expect, test } from 'vitest'
import { makeSearchable, mendedTable, writtenAs } from '../../../src/main/papers/searchable'

test.each([
  [0x2f32, '干'],
  [0x2f00, '一'],
  [0x2fd5, '龠'],
  [0x2ea0, '民'],
  [0x2ed3, '长'],
  [0x2e80, undefined],
  [0x5e72, undefined],
  [0xb7, undefined],
])('U+%i is written %s', (code, written) => {
  expect(writtenAs(code)).toBe(written)
})

const single = '2 beginbfchar\n<25> <2F32>\n<27> <5E74>\nendbfchar'
test.each([
  ['a glyph', single, single.replace('2F32', '5E72')],
  ['glyphs in a row', '<0010> <0012> <2F31>', '<0010> <0012> [<5DFE> <5E72> <5E7A>]'],
  ['nothing to mend', '<25> <5E74>\n<0010> <0012> <4E00>', null],
  ['beyond the common plane', '<25> <D86CDF16>', null],
  [
    'the range of the codes',
    '1 begincodespacerange\n<0000> <FFFF>\nendcodespacerange\n<03> <2F42>',
    '1 begincodespacerange\n<0000> <FFFF>\nendcodespacerange\n<03> <6587>',
  ],
])('%s', (_name, table, mended) => {
  expect(mendedTable(table)).toBe(mended)
})

test('the tables of a document are mended where they stand', async () => {
  const made = await PDFDocument.create()
  const table = made.context.register(made.context.flateStream(single))
  made.context.register(made.context.obj({ Type: 'Font', ToUnicode: table }))
  makeSearchable(made)
  const mended = made.context.lookup(table)
  if (!(mended instanceof PDFRawStream)) throw new Error('no stream')
  expect(mended.dict.get(PDFName.of('Filter'))?.toString()).toBe('/FlateDecode')
  expect(Buffer.from(decodePDFRawStream(mended).decode()).toString('latin1')).toContain('<25> <5E72>')
})
