import { failed, type Parsed, parsed } from '../../shared/cadres/imported'

export interface DecodedText {
  readonly text: string
  readonly encoding: 'utf-8' | 'gb18030' | 'utf-16le' | 'utf-16be'
  /** Characters that could not be read and now show as �. */
  readonly damaged: number
}

/** Above this share of unreadable characters a text is not in that encoding at all. */
const mostDamage = 0.1

function strictly(bytes: Uint8Array, encoding: DecodedText['encoding']): string | undefined {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes)
  } catch {
    return undefined
  }
}

function loosely(bytes: Uint8Array, encoding: DecodedText['encoding']): DecodedText & { share: number } {
  const text = new TextDecoder(encoding).decode(bytes)
  let damaged = 0
  let others = 0
  for (let index = 0; index < text.length; index += 1) {
    const code = text.charCodeAt(index)
    if (code === 0xfffd) damaged += 1
    else if (code > 0x7f) others += 1
  }
  return { text, encoding, damaged, share: damaged / Math.max(1, damaged + others) }
}

/** UTF-16 by its mark, or by `<` and a zero where the mark is missing. */
function utf16Of([first, second]: Uint8Array): DecodedText['encoding'] | undefined {
  if ((first === 0xff && second === 0xfe) || (first === 0x3c && second === 0)) return 'utf-16le'
  if ((first === 0xfe && second === 0xff) || (first === 0 && second === 0x3c)) return 'utf-16be'
  return undefined
}

/** So much of a large file tells whether it is text at all: junk is not gone through four times over. */
const sampled = 250_000
const isJunk = (bytes: Uint8Array): boolean =>
  bytes.length > 4 * sampled &&
  (['utf-8', 'gb18030'] as const).every(encoding => loosely(bytes.subarray(0, sampled), encoding).share > mostDamage)
const unreadable = '文字编码无法识别（既不是 UTF-8，也不是 GBK）。请在原来的程序中重新导出后再导入。'

/**
 * Reads text whatever its label says: files in GBK call themselves utf-8 and the other way round. The bytes decide, and
 * UTF-8 comes first because GBK text is never valid UTF-8 by accident for long. A few broken bytes do not make UTF-8 GBK.
 */
export function decodeText(bytes: Uint8Array): Parsed<DecodedText> {
  const utf16 = utf16Of(bytes)
  if (utf16) return parsed(loosely(bytes, utf16))
  if (isJunk(bytes)) return failed('encoding', unreadable)
  const utf8 = strictly(bytes, 'utf-8')
  if (utf8 !== undefined) return parsed({ text: utf8, encoding: 'utf-8', damaged: 0 })
  const brokenUtf8 = loosely(bytes, 'utf-8')
  if (brokenUtf8.share <= mostDamage) return parsed(brokenUtf8)
  const gbk = strictly(bytes, 'gb18030')
  if (gbk !== undefined) return parsed({ text: gbk, encoding: 'gb18030', damaged: 0 })
  const brokenGbk = loosely(bytes, 'gb18030')
  if (brokenGbk.share <= mostDamage) return parsed(brokenGbk)
  return failed('encoding', unreadable)
}
