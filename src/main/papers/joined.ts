import { PDFDocument } from '@cantoo/pdf-lib'
import { makeSearchable } from './searchable'

/** PDFs one after the other as one that tells nothing of this computer and whose text can be found. */
export async function joined(
  parts: readonly Uint8Array[],
  title: string,
  beforeEach?: (part: number) => Promise<void>,
): Promise<Uint8Array> {
  const whole = await PDFDocument.create()
  whole.setTitle(title)
  whole.setCreator('担当')
  whole.setProducer('担当')
  for (const [index, part] of parts.entries()) {
    await beforeEach?.(index)
    const from = await PDFDocument.load(part)
    for (const page of await whole.copyPages(from, from.getPageIndices())) whole.addPage(page)
  }
  makeSearchable(whole)
  return whole.save()
}
