import { createContext, useContext } from 'react'
import type { Group, QueryField, QueryNode } from '../../shared/queries/queries'
import type { Fields } from '../../shared/queries/queries.rules'
import type { Unit } from '../../shared/units/units'
import type { Path } from './tree'

export type Deed = 'up' | 'down' | 'copy' | 'wrap' | 'unwrap' | 'remove'
export type Side = 'before' | 'after' | 'inside'

/** What every row of the builder needs of the whole. */
export interface BuilderTools {
  readonly fields: Fields
  readonly fieldList: readonly QueryField[]
  readonly units: readonly Unit[]
  /** What is wrong at a place, by the key of its path. */
  readonly problems: ReadonlyMap<string, string>
  /** Whether a title answers to characters, pinyin or initials. */
  matches(typed: string, title: string): boolean
  put(path: Path, node: QueryNode): void
  add(group: Path, node: QueryNode): void
  act(path: Path, deed: Deed): void
  /** Where what is being dragged would go. */
  readonly drop: { readonly key: string; readonly side: Side } | null
  drag(path: Path | null): void
}

export const BuilderContext = createContext<BuilderTools | null>(null)

export function useBuilder(): BuilderTools {
  const tools = useContext(BuilderContext)
  if (!tools) throw new Error('a row of the builder stands outside of it')
  return tools
}

export const emptyGroup = (around: Group['kind']): Group => ({
  kind: around === 'all' ? 'any' : 'all',
  not: false,
  of: [],
})
