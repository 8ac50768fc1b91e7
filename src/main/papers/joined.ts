import { PDFDocument } from '@cantoo/pdf-lib'
import { makeSearchable } from './searchable'

const PT_PER_MM = 72 / 25.4
/** Millimetres around what remains after cutting, and how far of it is printed over the edge. */
interface Crop {
  readonly around: number
  readonly over: number
}

/** PDFs one after the other as one that tells nothing of this computer and whose text can be found. */
export async function joined(
  parts: readonly Uint8Array[],
  title: string,
  beforeEach?: (part: number) => Promise<void>,
  crop?: Crop,
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
  if (crop)
    for (const page of whole.getPages()) {
      const { width, height } = page.getSize()
      const [cut, edge] = [crop.around * PT_PER_MM, (crop.around - crop.over) * PT_PER_MM]
      page.setTrimBox(cut, cut, width - 2 * cut, height - 2 * cut)
      page.setBleedBox(edge, edge, width - 2 * edge, height - 2 * edge)
    }
  makeSearchable(whole)
  return whole.save()
}
