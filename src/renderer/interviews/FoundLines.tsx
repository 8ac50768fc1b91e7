import { Fragment } from 'react'
import { useLocation } from 'wouter'
import { useCall } from '../api/query'
import { EmptyState, ErrorNote, Loading } from '../ui/states'
import { titleOf, whenWords } from './interviews.words'

interface Piece {
  readonly at: number
  readonly text: string
  readonly found: boolean
}
/** The text in pieces, those that were looked for marked. */
function pieces(text: string, words: readonly string[]): Piece[] {
  const pattern = words.map(word => word.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`)).join('|')
  const parts = pattern === '' ? [text] : text.split(new RegExp(`(${pattern})`, 'i'))
  let at = 0
  return parts.map((part, index) => {
    const piece = { at, text: part, found: index % 2 === 1 }
    at += part.length
    return piece
  })
}

/** Lines in which the words stand, with the talk that they belong to. */
export function FoundLines({ text }: { text: string }) {
  const found = useCall('interviews', 'search', { text, limit: 60 })
  const [, go] = useLocation()
  const words = text.split(/\s+/).filter(word => word !== '')
  if (found.isPending) return <Loading />
  if (found.isError) return <ErrorNote error={found.error} onRetry={() => void found.refetch()} />
  if (found.data.length === 0) return <EmptyState title="没有找到" hint="只查您能看的谈话；密封的内容不参加查找。" />
  return (
    <ul className="itv-found">
      {found.data.map(({ header, noteId, text: line }) => (
        <li key={noteId}>
          <button type="button" onClick={() => go(`/interviews/${header.id}`)}>
            <span>
              {pieces(line, words).map(({ at, text: piece, found: hit }) => (
                <Fragment key={`${at}${piece}`}>{hit ? <mark>{piece}</mark> : piece}</Fragment>
              ))}
            </span>
            <small>
              {titleOf(header)}，{whenWords(header.startsAt)}
            </small>
          </button>
        </li>
      ))}
    </ul>
  )
}
