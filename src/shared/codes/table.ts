/** How sure a table is: the official file or three sources; two sources or one authoritative; one source or partly inferred. */
export type CodeConfidence = 'certain' | 'high' | 'medium'

export interface CodeEntry {
  readonly code: string
  /** As the forms write it. */
  readonly name: string
  readonly parent?: string
  /** Other wordings of the same entry that files contain. */
  readonly aliases?: readonly string[]
}

interface CodeTableInfo {
  readonly title: string
  /** The standard or dictionary that the codes come from. */
  readonly standard: string
  readonly confidence: CodeConfidence
  readonly note?: string
}

/** A closed list of the field with its source, in the order of its standard. */
export interface CodeTable<E extends CodeEntry = CodeEntry> extends CodeTableInfo {
  readonly entries: readonly E[]
  /** By name or another wording, blanks and full-width forms apart; the first where a name stands twice. */
  byName(name: string): E | undefined
  byCode(code: string): E | undefined
  /** Place in the table from 0, to sort by; undefined for what is not in it. */
  orderOf(name: string): number | undefined
}

const keyOf = (name: string): string => name.normalize('NFKC').replaceAll(/\s/g, '')

export function codeTable<const E extends CodeEntry>(info: CodeTableInfo, entries: readonly E[]): CodeTable<E> {
  const byCode = new Map(entries.map(entry => [entry.code, entry]))
  const byName = new Map<string, number>()
  const learn = (name: string, place: number) => {
    if (!byName.has(keyOf(name))) byName.set(keyOf(name), place)
  }
  // All names first: another wording never hides an entry's own name.
  for (const [place, { name }] of entries.entries()) learn(name, place)
  for (const [place, { aliases = [] }] of entries.entries()) for (const alias of aliases) learn(alias, place)
  const orderOf = (name: string) => byName.get(keyOf(name))
  return {
    ...info,
    entries,
    orderOf,
    byName: name => {
      const place = orderOf(name)
      return place === undefined ? undefined : entries[place]
    },
    byCode: code => byCode.get(code),
  }
}

/** Reads a long table kept as text: code and name without a gap, entries parted by blanks. */
export function unpackEntries(packed: string, codePrefix = '', namePrefix = ''): CodeEntry[] {
  return packed
    .trim()
    .split(/\s+/)
    .map(item => {
      const code = /^[\dA-Z]+/.exec(item)?.[0] ?? ''
      return { code: codePrefix + code, name: namePrefix + item.slice(code.length) }
    })
}
