import { decodePDFRawStream, PDFDict, type PDFDocument, PDFName, PDFRawStream, PDFRef } from '@cantoo/pdf-lib'

/**
 * Radicals of U+2E80 to U+2EF3 that are drawn like a character of their own. Source: Unicode,
 * EquivalentUnifiedIdeograph; the block U+2F00 is folded by NFKC.
 */
const radicals: ReadonlyMap<number, string> = new Map([
  [0x2e81, '厂'],
  [0x2e84, '乙'],
  [0x2e88, '刀'],
  [0x2e8a, '卜'],
  [0x2e8c, '小'],
  [0x2e8d, '小'],
  [0x2e8e, '兀'],
  [0x2e92, '巳'],
  [0x2e93, '幺'],
  [0x2e9c, '日'],
  [0x2e9d, '月'],
  [0x2e9f, '母'],
  [0x2ea0, '民'],
  [0x2ea7, '牛'],
  [0x2ea9, '王'],
  [0x2eab, '目'],
  [0x2eac, '示'],
  [0x2eb6, '羊'],
  [0x2ebb, '聿'],
  [0x2ebc, '肉'],
  [0x2ec1, '虎'],
  [0x2ec4, '西'],
  [0x2ec5, '见'],
  [0x2ec6, '角'],
  [0x2ec9, '贝'],
  [0x2ecb, '车'],
  [0x2ecf, '邑'],
  [0x2ed1, '長'],
  [0x2ed3, '长'],
  [0x2ed4, '门'],
  [0x2ed7, '雨'],
  [0x2ed8, '青'],
  [0x2ed9, '韦'],
  [0x2eda, '页'],
  [0x2edb, '风'],
  [0x2edc, '飞'],
  [0x2edd, '食'],
  [0x2ee2, '马'],
  [0x2ee3, '骨'],
  [0x2ee4, '鬼'],
  [0x2ee5, '鱼'],
  [0x2ee6, '鸟'],
  [0x2ee7, '卤'],
  [0x2ee8, '麦'],
  [0x2ee9, '黄'],
  [0x2eea, '黾'],
  [0x2eec, '齐'],
  [0x2eee, '齿'],
  [0x2ef0, '龙'],
  [0x2ef1, '龜'],
  [0x2ef3, '龟'],
])

/** The character that is written, where a font's table names the radical that is drawn the same. */
export function writtenAs(code: number): string | undefined {
  if (code >= 0x2f00 && code <= 0x2fd5) return String.fromCodePoint(code).normalize('NFKC')
  return radicals.get(code)
}

const hex = (code: number, digits: number): string => code.toString(16).toUpperCase().padStart(digits, '0')

/** A table from a font's glyphs to characters, with what is written in the place of radicals. Null when it names none. */
export function mendedTable(table: string): string | null {
  let mended = false
  const written = (character: string): string => {
    const found = character.length === 4 ? writtenAs(Number.parseInt(character, 16)) : undefined
    if (found === undefined) return character
    mended = true
    return hex(found.charCodeAt(0), 4)
  }
  const singles = table.replaceAll(
    /^<([\dA-F]+)> <([\dA-F]+)>$/gim,
    (_line, glyph: string, character: string) => `<${glyph}> <${written(character)}>`,
  )
  // A stretch of glyphs counts its characters up: it is written one by one, or a mended start would count on wrongly.
  const whole = singles.replaceAll(
    /^<([\dA-F]+)> <([\dA-F]+)> <([\dA-F]{4})>$/gim,
    (line, from: string, to: string, first: string) => {
      const [start, end, character] = [from, to, first].map(digits => Number.parseInt(digits, 16)) as [
        number,
        number,
        number,
      ]
      const characters = Array.from({ length: end - start + 1 }, (_, index) => character + index)
      if (!characters.some(code => writtenAs(code) !== undefined)) return line
      return `<${from}> <${to}> [${characters.map(code => `<${written(hex(code, 4))}>`).join(' ')}]`
    },
  )
  return mended ? whole : null
}

/**
 * Lets the text of a PDF be found and copied as it was written. Fonts that draw a radical and a character by one glyph
 * make Chromium name the radical: 干部 would be found as two other characters that look the same.
 */
export function makeSearchable({ context }: PDFDocument): void {
  for (const [, font] of context.enumerateIndirectObjects()) {
    const ref = font instanceof PDFDict ? font.get(PDFName.of('ToUnicode')) : undefined
    if (!(ref instanceof PDFRef)) continue
    const stream = context.lookup(ref)
    if (!(stream instanceof PDFRawStream)) continue
    const mended = mendedTable(Buffer.from(decodePDFRawStream(stream).decode()).toString('latin1'))
    if (mended !== null) context.assign(ref, context.flateStream(mended))
  }
}
