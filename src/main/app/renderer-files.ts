import { join, normalize, relative } from 'node:path'

export const ORIGIN = 'app://dandang'
export const PAGE = `${ORIGIN}/index.html`
/** The page of the hidden windows that papers are laid out in. */
export const PAPER_PAGE = `${ORIGIN}/paper.html`

/** The file of the renderer that a URL names, or undefined when it leads anywhere else. */
export function fileOf(url: string, rendererDir: string): string | undefined {
  const { origin, host, protocol: scheme, pathname } = new URL(url)
  if (scheme !== 'app:' || `app://${host}` !== ORIGIN || (origin !== 'null' && origin !== ORIGIN)) return undefined
  const file = join(rendererDir, normalize(decodeURIComponent(pathname)))
  return relative(rendererDir, file).startsWith('..') ? undefined : file
}
