import { type ComponentType, type LazyExoticComponent, lazy } from 'react'
import type { Capability } from '../../shared/accounts/roles'

interface CareTab {
  /** Its part of the address. */
  readonly key: string
  readonly title: string
  readonly needs: Capability
  readonly page: LazyExoticComponent<ComponentType>
}

/** Every tab of 关爱, in order; the first that an account is offered is where the page opens. A module adds its own in one line. */
export const careTabs: readonly CareTab[] = [
  {
    key: 'due',
    title: '应办',
    needs: 'care.read',
    page: lazy(() => import('../care-rules/DueTab').then(module => ({ default: module.DueTab }))),
  },
  {
    key: 'escalations',
    title: '上报',
    needs: 'care.oversee',
    page: lazy(() => import('../care-escalations/EscalationsTab').then(m => ({ default: m.EscalationsTab }))),
  },
  {
    key: 'calendar',
    title: '日历',
    needs: 'care.read',
    page: lazy(() => import('../care-rules/MonthTab').then(module => ({ default: module.MonthTab }))),
  },
  {
    key: 'records',
    title: '记录',
    needs: 'care.read',
    page: lazy(() => import('../care-records/RecordsTab').then(module => ({ default: module.RecordsTab }))),
  },
  {
    key: 'register',
    title: '名册',
    needs: 'care.read',
    page: lazy(() => import('../care-register/RegisterTab').then(module => ({ default: module.RegisterTab }))),
  },
  {
    key: 'desks',
    title: '惑困老',
    needs: 'care.read',
    page: lazy(() => import('../desks/DesksTab').then(m => ({ default: m.DesksTab }))),
  },
  {
    key: 'hardships',
    title: '困难帮扶',
    needs: 'care.read',
    page: lazy(() => import('../hardships/HardshipsTab').then(m => ({ default: m.HardshipsTab }))),
  },
  {
    key: 'sealed',
    title: '心理关怀',
    needs: 'care.edit',
    page: lazy(() => import('../sealed-notes/SealedTab').then(m => ({ default: m.SealedTab }))),
  },
  {
    key: 'measures',
    title: '措施',
    needs: 'care.oversee',
    page: lazy(() => import('../care-measures/CareMeasuresTab').then(module => ({ default: module.CareMeasuresTab }))),
  },
  {
    key: 'grassroots',
    title: '基层',
    needs: 'care.oversee',
    page: lazy(() => import('../grassroots/GrassrootsTab').then(module => ({ default: module.GrassrootsTab }))),
  },
  {
    key: 'entitlements',
    title: '休假体检',
    needs: 'care.read',
    page: lazy(() => import('../entitlements/EntitlementsTab').then(m => ({ default: m.EntitlementsTab }))),
  },
  {
    key: 'batches',
    title: '走访慰问',
    needs: 'care.read',
    page: lazy(() => import('../care-batches/BatchesTab').then(m => ({ default: m.BatchesTab }))),
  },
  {
    key: 'retirements',
    title: '退休',
    needs: 'care.read',
    page: lazy(() => import('../retirements/RetirementsTab').then(m => ({ default: m.RetirementsTab }))),
  },
  {
    key: 'coverage',
    title: '覆盖',
    needs: 'care.oversee',
    page: lazy(() => import('../care-coverage/CareCoverageTab').then(m => ({ default: m.CareCoverageTab }))),
  },
  {
    key: 'configure',
    title: '设置',
    needs: 'care.configure',
    page: lazy(() => import('./ConfigureTab').then(m => ({ default: m.ConfigureTab }))),
  },
]
