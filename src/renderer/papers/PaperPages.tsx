import type { CSSProperties, ReactNode } from 'react'
import type { Block, PaperPage, PlacedLine, Tone } from '../../shared/papers/paper-page'
import { type Sheet, sheetSides, uprightA4 } from '../../shared/papers/sheet-size'
import { familyChain } from '../../shared/papers/typefaces'
import './papers.css'

const mm = (number: number): string => `${Math.round(number * 1000) / 1000}mm`

/** The chains that the widths were measured with. */
const faces = {
  '--face-body': familyChain('body'),
  '--face-title': familyChain('title'),
  '--face-mark': familyChain('mark'),
  '--face-fangsong': familyChain('fangsong'),
  '--face-kaiti': familyChain('kaiti'),
} as CSSProperties

/** As they are printed, whatever the screen is. */
const inks: Record<Tone, string> = { black: '#000', vermilion: '#b5352a', gold: '#a8842c', grey: '#656b75' }

interface PaperPagesProps {
  pages: readonly PaperPage[]
  /** What the pages are of, for who hears them. */
  name: string
  sheet?: Sheet
  /** The picture's address, or the address by the block's key; undefined where there is none. */
  photo?: string | undefined | ((key: string) => string | undefined)
  /** What stands on a covered cell, by its key. */
  cover?: ((key: string) => ReactNode) | undefined
}

/** Pages as they lie on paper. Every line stands where the layout put it, on screen, in print and in a PDF. */
export function PaperPages({ pages, name, sheet = uprightA4, photo, cover }: PaperPagesProps) {
  const { width, height } = sheetSides(sheet)
  const size = { width: mm(width), height: mm(height) }
  return pages.map(page => (
    <section key={page.title} className="pap-page" style={{ ...faces, ...size }} aria-label={`${name}${page.title}`}>
      <svg className="pap-rules" style={size} viewBox={`0 0 ${width} ${height}`} aria-hidden="true">
        {page.fills?.map(({ colour, ...box }) => (
          <rect key={`${box.x} ${box.y}`} {...box} fill={colour} />
        ))}
        {page.rules.map(({ from, to, weight, tone }) => (
          <line
            key={`${from.join()} ${to.join()}`}
            x1={from[0]}
            y1={from[1]}
            x2={to[0]}
            y2={to[1]}
            strokeWidth={(weight * 25.4) / 72}
            strokeLinecap="square"
            {...(tone ? { style: { stroke: inks[tone] } } : {})}
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
  photo: PaperPagesProps['photo']
  cover: PaperPagesProps['cover']
}

function BlockView({ block, photo, cover }: BlockViewProps) {
  const frame: CSSProperties = {
    left: mm(block.x),
    top: mm(block.y),
    width: mm(block.width),
    height: mm(block.height),
  }
  const picture = block.kind !== 'photo' ? undefined : typeof photo === 'function' ? photo(block.key) : photo
  if (picture !== undefined) return <img className="pap-photo" src={picture} alt="照片" style={frame} decoding="sync" />
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
      ...(line.vertical
        ? { height: mm(line.width), writingMode: 'vertical-rl', textOrientation: 'upright' }
        : { width: mm(line.width) }),
      fontSize: `${line.pt}pt`,
      lineHeight: `${line.linePt}pt`,
      textAlign: line.align,
      ...(line.tone ? { color: inks[line.tone] } : {}),
      ...(line.spacing ? { letterSpacing: mm(line.spacing) } : {}),
    }}
  >
    {line.text}
  </span>
)
