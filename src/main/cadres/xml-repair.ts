const isForbidden = (code: number): boolean =>
  (code < 0x20 && code !== 9 && code !== 10 && code !== 13) || code === 0xfffe || code === 0xffff || code > 0x10ffff
const isBreak = (code: number): boolean => code === 0xb || code === 0xc || code === 0x85

/** A vertical tab is a line end in Word, from where texts are pasted; what else XML forbids has no meaning. */
const characterFor = (code: number): string => (isBreak(code) ? '\n' : '')
export const withoutForbidden = (text: string): string =>
  text.replaceAll(/(?![\t\n\r])[\p{Cc}\uFFFE\uFFFF]/gu, character => characterFor(character.charCodeAt(0)))

/**
 * Takes away what every parser stumbles over and no one wrote on purpose: the declaration (its encoding is often wrong),
 * control characters, references to them, and `<br>` for a line end. Lines stay where they are.
 */
export function prepareXml(text: string): string {
  return withoutForbidden(text)
    .replace(/^\uFEFF?\s*(<\?xml[^<>]{0,200}\?>)?/, found => found.replaceAll(/[^\n]/g, ''))
    .replaceAll(/&#(x[\da-f]{1,8}|\d{1,8});/gi, (reference, digits: string) => {
      const code = digits[0] === 'x' || digits[0] === 'X' ? Number.parseInt(digits.slice(1), 16) : Number(digits)
      return isForbidden(code) ? characterFor(code) : reference
    })
    .replaceAll(/<\/?br\s{0,9}\/?>|&lt;\/?br\s{0,9}\/?&gt;/gi, found => (/^(<|&lt;)\//.test(found) ? '' : '\n'))
}

const namedCharacters: Readonly<Record<string, string>> = {
  nbsp: ' ',
  middot: '·',
  ldquo: '“',
  rdquo: '”',
  mdash: '—',
  hellip: '…',
}

/** Outside CDATA: every & and < that begins nothing becomes text. Work is linear in the length. */
function repairPlain(text: string): string {
  return text
    .replaceAll(/&(nbsp|middot|ldquo|rdquo|mdash|hellip);/g, (_whole, name: string) => namedCharacters[name] ?? '')
    .replaceAll(/&(?!(?:amp|lt|gt|quot|apos|#\d{1,8}|#[xX][\da-fA-F]{1,8});)/g, '&amp;')
    .replaceAll(/<(?!\/?[A-Za-z_][\w.:-]{0,80}(?:\s[^<>]{0,2000})?\/?>|!--|!DOCTYPE|\?)/g, '&lt;')
    .replaceAll(']]>', ']]&gt;')
}

const cdataStart = '<![CDATA['
const cdataEnd = ']]>'

/** Mends what other programs write without escaping it, and drops what follows the end of the record. */
export function repairXml(text: string): string {
  const pieces: string[] = []
  let at = 0
  while (at < text.length) {
    const start = text.indexOf(cdataStart, at)
    const end = start === -1 ? -1 : text.indexOf(cdataEnd, start)
    if (end === -1) break
    pieces.push(repairPlain(text.slice(at, start)), text.slice(start, end + cdataEnd.length))
    at = end + cdataEnd.length
  }
  pieces.push(repairPlain(text.slice(at)))
  const mended = pieces.join('')
  const close = mended.lastIndexOf('</Person>')
  return close === -1 ? mended : mended.slice(0, close + '</Person>'.length)
}

/** What is left of text that was escaped twice. Only for files that show other signs of it. */
export const unescapeOnce = (text: string): string =>
  text.replaceAll(/&(amp|lt|gt|quot|nbsp|#39);/g, (_whole, name: string) => {
    return { amp: '&', lt: '<', gt: '>', quot: '"', nbsp: ' ', '#39': "'" }[name] ?? ''
  })
