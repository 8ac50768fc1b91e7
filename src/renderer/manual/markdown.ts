/** A run of text: plain, or the exact words of a button or field. */
export interface Span {
  readonly text: string
  readonly form: 'plain' | 'strong' | 'code'
}
export type Block =
  | { readonly kind: 'heading'; readonly level: 1 | 2; readonly text: string }
  | { readonly kind: 'paragraph'; readonly spans: readonly Span[] }
  | { readonly kind: 'list'; readonly ordered: boolean; readonly items: readonly (readonly Span[])[] }
  | { readonly kind: 'table'; readonly head: readonly string[]; readonly rows: readonly (readonly string[])[] }
  | { readonly kind: 'picture'; readonly title: string; readonly name: string }

const bullet = /^(?:-|(\d+)\.) (.*)$/
const picture = /^!\[([^\]]*)\]\(\.\.\/pictures\/([\w-]+\.png)\)$/
const cellsOf = (line: string): string[] =>
  line
    .slice(1, -1)
    .split('|')
    .map(cell => cell.trim())

/** **words of the screen**, `keys` and everything else. */
const spansOf = (text: string): Span[] =>
  text.split(/(\*\*[^*]+\*\*|`[^`]+`)/).flatMap((part): Span[] => {
    if (part === '') return []
    if (part.startsWith('**')) return [{ text: part.slice(2, -2), form: 'strong' }]
    if (part.startsWith('`')) return [{ text: part.slice(1, -1), form: 'code' }]
    return [{ text: part, form: 'plain' }]
  })

/**
 * Reads the part of Markdown in which the manual is written: two levels of headings, paragraphs of one line, flat lists,
 * tables, and the pictures of docs/pictures. Whatever else stands there is shown as the text that it is.
 */
export function blocksOf(source: string): Block[] {
  const blocks: Block[] = []
  const lines = source.split(/\r?\n/)
  for (let at = 0; at < lines.length; at += 1) {
    const line = lines[at]?.trimEnd() ?? ''
    const [, hashes, heading] = /^(#{1,2}) (.+)$/.exec(line) ?? []
    const [, title, name] = picture.exec(line) ?? []
    if (line === '') continue
    if (hashes !== undefined && heading !== undefined)
      blocks.push({ kind: 'heading', level: hashes.length === 1 ? 1 : 2, text: heading })
    else if (title !== undefined && name !== undefined) blocks.push({ kind: 'picture', title, name })
    else if (line.startsWith('|')) {
      const rows: string[][] = []
      for (; lines[at]?.startsWith('|'); at += 1) rows.push(cellsOf(lines[at] ?? ''))
      at -= 1
      const [head = [], , ...body] = rows
      blocks.push({ kind: 'table', head, rows: body })
    } else if (bullet.test(line)) {
      const ordered = /^\d/.test(line)
      const items: Span[][] = []
      for (let found = bullet.exec(line); found; found = bullet.exec(lines[at] ?? '')) {
        items.push(spansOf(found[2] ?? ''))
        at += 1
      }
      at -= 1
      blocks.push({ kind: 'list', ordered, items })
    } else blocks.push({ kind: 'paragraph', spans: spansOf(line) })
  }
  return blocks
}

/** All that a block says, for finding it. */
export function textOf(block: Block): string {
  switch (block.kind) {
    case 'heading':
      return block.text
    case 'paragraph':
      return block.spans.map(({ text }) => text).join('')
    case 'list':
      return block.items.map(item => item.map(({ text }) => text).join('')).join('\n')
    case 'table':
      return [block.head, ...block.rows].map(row => row.join(' ')).join('\n')
    case 'picture':
      return block.title
  }
}
