import { type ComponentType, type LazyExoticComponent, lazy } from 'react'
import type { Capability } from '../../shared/accounts/roles'

interface HonourTab {
  /** Its part of the address. */
  readonly key: string
  readonly title: string
  readonly needs: Capability
  readonly page: LazyExoticComponent<ComponentType>
}

/** Every tab of 荣誉, in order; the first that an account is offered is where the page opens. A module adds its own in one line. */
export const honourTabs: readonly HonourTab[] = [
  {
    key: 'register',
    title: '荣誉册',
    needs: 'honours.read',
    page: lazy(() => import('./RegisterTab').then(module => ({ default: module.RegisterTab }))),
  },
  {
    key: 'board',
    title: '统计',
    needs: 'honours.read',
    page: lazy(() => import('./BoardTab').then(module => ({ default: module.BoardTab }))),
  },
  {
    key: 'suggestions',
    title: '奖励提示',
    needs: 'cadres.read',
    page: lazy(() => import('./SuggestionsTab').then(module => ({ default: module.SuggestionsTab }))),
  },
  {
    key: 'files',
    title: '档案比对',
    needs: 'cadres.read',
    page: lazy(() => import('./FilesTab').then(module => ({ default: module.FilesTab }))),
  },
  {
    key: 'medals',
    title: '在党50年',
    needs: 'honours.read',
    page: lazy(() => import('../medals/MedalsTab').then(module => ({ default: module.MedalsTab }))),
  },
  {
    key: 'wall',
    title: '荣誉墙',
    needs: 'honours.read',
    page: lazy(() => import('../albums/WallTab').then(module => ({ default: module.WallTab }))),
  },
  {
    key: 'albums',
    title: '风采录',
    needs: 'honours.read',
    page: lazy(() => import('../albums/AlbumsTab').then(module => ({ default: module.AlbumsTab }))),
  },
  {
    key: 'commendations',
    title: '表扬决定',
    needs: 'honours.read',
    page: lazy(() =>
      import('../commendations/CommendationsTab').then(module => ({ default: module.CommendationsTab })),
    ),
  },
  {
    key: 'certificates',
    title: '证书',
    needs: 'honours.read',
    page: lazy(() => import('../certificates/CertificatesTab').then(module => ({ default: module.CertificatesTab }))),
  },
  {
    key: 'campaigns',
    title: '出彩行动',
    needs: 'honours.read',
    page: lazy(() => import('../campaigns/CampaignsTab').then(module => ({ default: module.CampaignsTab }))),
  },
]
