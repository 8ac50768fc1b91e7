import { pictureOf, sectionId } from './chapters'
import type { Block, Span } from './markdown'

const Spans = ({ spans }: { spans: readonly Span[] }) =>
  spans.map(({ form, text }, at) => {
    if (form === 'strong') return <b key={at}>{text}</b>
    return form === 'code' ? <kbd key={at}>{text}</kbd> : <span key={at}>{text}</span>
  })

/** Blocks as elements of their own: text never becomes markup. */
function Shown({ block, id }: { block: Block; id: string }) {
  switch (block.kind) {
    case 'heading':
      return (
        <h3 id={id} tabIndex={-1}>
          {block.text}
        </h3>
      )
    case 'paragraph':
      return (
        <p>
          <Spans spans={block.spans} />
        </p>
      )
    case 'list': {
      const items = block.items.map((spans, at) => (
        <li key={at}>
          <Spans spans={spans} />
        </li>
      ))
      return block.ordered ? <ol>{items}</ol> : <ul>{items}</ul>
    }
    case 'table':
      return (
        <table>
          <thead>
            <tr>
              {block.head.map(cell => (
                <th key={cell} scope="col">
                  {cell}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {block.rows.map(row => (
              <tr key={row.join()}>
                {row.map((cell, at) => (
                  <td key={at}>{cell}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      )
    case 'picture':
      return <img src={pictureOf(block.name)} alt={block.title} loading="lazy" />
  }
}

export const Markdown = ({ chapter, blocks }: { chapter: string; blocks: readonly Block[] }) =>
  blocks.map((block, at) => <Shown key={at} block={block} id={sectionId(chapter, at)} />)
