import type { CSSProperties, ReactNode } from 'react'
import { paper } from '../../shared/cadres/form/form-geometry'
import type { FormPage } from '../../shared/cadres/form/form-layout.rules'
import type { Block, PlacedLine } from '../../shared/cadres/form/place-table'
import { familyChain } from '../../shared/papers/typefaces'
import './papers.css'

const mm = (number: number): string => `${Math.round(number * 1000) / 1000}mm`

/** The chains that the widths were measured with. */
const faces = {
  '--face-body': familyChain('body'),
  '--face-title': familyChain('title'),
  '--face-mark': familyChain('mark'),
} as CSSProperties

interface FormPagesProps {
  pages: readonly FormPage[]
  /** The picture's address; undefined where there is none. */
  photo: string | undefined
  /** What stands on a covered cell, by its key. */
  cover?: ((key: string) => ReactNode) | undefined
}

/** Pages of a form as they lie on paper. Every line stands where the layout put it, on screen, in print and in a PDF. */
export function FormPages({ pages, photo, cover }: FormPagesProps) {
  return pages.map(page => (
    <section key={page.title} className="pap-page" style={faces} aria-label={`任免表${page.title}`}>
      <svg className="pap-rules" viewBox={`0 0 ${paper.width} ${paper.height}`} aria-hidden="true">
        {page.rules.map(({ from, to, weight }) => (
          <line
            key={`${from.join()} ${to.join()}`}
            x1={from[0]}
            y1={from[1]}
            x2={to[0]}
            y2={to[1]}
            strokeWidth={(weight * 25.4) / 72}
            strokeLinecap="square"
          />
        ))}
      </svg>
      {page.blocks.map((block, index) => (
        <BlockView key={`${index}-${block.key}`} block={block} photo={photo} cover={cover} />
      ))}
    </section>
  ))
}

interface BlockViewProps {
  block: Block
  photo: string | undefined
  cover: FormPagesProps['cover']
}

function BlockView({ block, photo, cover }: BlockViewProps) {
  const frame: CSSProperties = {
    left: mm(block.x),
    top: mm(block.y),
    width: mm(block.width),
    height: mm(block.height),
  }
  if (block.kind === 'photo' && photo !== undefined)
    return <img className="pap-photo" src={photo} alt="照片" style={frame} decoding="sync" />
  if (block.kind === 'covered' && cover)
    return (
      <div className="pap-covered" style={frame}>
        {cover(block.key)}
      </div>
    )
  return (
    <p className={`pap-block pap-${block.kind}`} data-key={block.key || undefined}>
      {block.lines.map((line, index) => (
        <LineView key={`${index}-${line.x}`} line={line} />
      ))}
    </p>
  )
}

const LineView = ({ line }: { line: PlacedLine }) => (
  <span
    className={`pap-line pap-face-${line.face}`}
    style={{
      left: mm(line.x),
      top: mm(line.y),
      width: mm(line.width),
      fontSize: `${line.pt}pt`,
      lineHeight: `${line.linePt}pt`,
      textAlign: line.align,
    }}
  >
    {line.text}
  </span>
)
