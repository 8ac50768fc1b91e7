import { type ComponentType, type LazyExoticComponent, lazy } from 'react'

interface CadrePlace {
  readonly path: string
  readonly page: LazyExoticComponent<ComponentType>
}

const place = <Name extends string>(
  path: string,
  load: () => Promise<Record<Name, ComponentType>>,
  name: Name,
): CadrePlace => ({ path, page: lazy(() => load().then(module => ({ default: module[name] }))) })

/** What stands inside 干部 beside the list and the files. A module adds its own in one line. */
export const cadrePlaces: readonly CadrePlace[] = [
  place('/cadres/checks', () => import('./checks/ChecksPage'), 'ChecksPage'),
  place('/cadres/compare/:ids?', () => import('./compare/ComparePage'), 'ComparePage'),
  place('/cadres/trash', () => import('./trash/TrashPage'), 'TrashPage'),
  place('/cadres/duplicates', () => import('../duplicates/Duplicates'), 'Duplicates'),
  place('/cadres/duplicates/:keep/:drop', () => import('../duplicates/Merge'), 'Merge'),
]
