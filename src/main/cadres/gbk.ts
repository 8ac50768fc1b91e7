let table: ReadonlyMap<number, number> | undefined

/** Node and Electron read GBK but cannot write it: the table is turned around once, when it is first needed. */
function gbkTable(): ReadonlyMap<number, number> {
  if (table) return table
  const made = new Map<number, number>()
  const decoder = new TextDecoder('gb18030')
  for (let lead = 0x81; lead <= 0xfe; lead += 1) {
    for (let trail = 0x40; trail <= 0xfe; trail += 1) {
      if (trail === 0x7f) continue
      const character = decoder.decode(Uint8Array.of(lead, trail))
      const code = character.charCodeAt(0)
      // Places that GBK leaves to its users decode to private characters, which no other computer knows.
      const isPrivate = code >= 0xe000 && code <= 0xf8ff
      if (character.length === 1 && code !== 0xfffd && !isPrivate && !made.has(code))
        made.set(code, (lead << 8) | trail)
    }
  }
  table = made
  return made
}

/** The text in GBK. Characters that GBK lacks become ？ and are listed, each once. */
export function encodeGbk(text: string): { bytes: Uint8Array; lost: string[] } {
  const codes = gbkTable()
  const bytes = new Uint8Array(text.length * 2)
  const lost = new Set<string>()
  let at = 0
  for (const character of text) {
    const code = character.codePointAt(0) ?? 0
    const known = codes.get(code)
    if (code < 0x80) bytes[at++] = code
    else {
      if (known === undefined) lost.add(character)
      const pair = known ?? 0xa3bf
      bytes[at++] = pair >> 8
      bytes[at++] = pair & 0xff
    }
  }
  return { bytes: bytes.slice(0, at), lost: [...lost] }
}
