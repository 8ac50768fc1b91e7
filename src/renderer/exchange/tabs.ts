import { type ComponentType, type LazyExoticComponent, lazy } from 'react'

interface ExchangeTab {
  readonly key: string
  readonly title: string
  readonly page: LazyExoticComponent<ComponentType>
}

/** The parts of 数据交换, in order; the first is where the page opens. */
export const exchangeTabs: readonly ExchangeTab[] = [
  {
    key: 'received',
    title: '收到',
    page: lazy(() => import('./ReceivedTab').then(module => ({ default: module.ReceivedTab }))),
  },
  {
    key: 'sent',
    title: '发出',
    page: lazy(() => import('./SentTab').then(module => ({ default: module.SentTab }))),
  },
  {
    key: 'partners',
    title: '往来单位',
    page: lazy(() => import('./PartnersTab').then(module => ({ default: module.PartnersTab }))),
  },
]
