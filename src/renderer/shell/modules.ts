import { type ComponentType, type LazyExoticComponent, lazy } from 'react'
import type { Capability } from '../../shared/accounts/roles'
import type { IconName } from '../ui/icons'

export interface Module {
  readonly id: string
  readonly route: string
  readonly title: string
  readonly icon: IconName
  /** The capability without which the page is not offered; null for everyone who is signed in. */
  readonly needs: Capability | null
  /** Stands at the lower end of the navigation. */
  readonly atEnd?: boolean
  readonly page: LazyExoticComponent<ComponentType>
}

const page = <Name extends string>(load: () => Promise<Record<Name, ComponentType>>, name: Name) =>
  lazy(() => load().then(module => ({ default: module[name] })))

/** Every page of the workspace. Navigation, commands and routes are made from this table. */
const modules: readonly Module[] = [
  {
    id: 'home',
    route: '/',
    title: '工作台',
    icon: 'home',
    needs: null,
    page: page(() => import('../home/HomePage'), 'HomePage'),
  },
  {
    id: 'cadres',
    route: '/cadres',
    title: '干部',
    icon: 'cadres',
    needs: 'cadres.read',
    page: page(() => import('../cadres/CadresRoutes'), 'CadresRoutes'),
  },
  {
    id: 'queries',
    route: '/queries',
    title: '组合查询',
    icon: 'filter',
    needs: 'cadres.read',
    page: page(() => import('../queries/QueriesPage'), 'QueriesPage'),
  },
  {
    id: 'interviews',
    route: '/interviews',
    title: '谈话',
    icon: 'talks',
    needs: 'interviews.hold',
    page: page(() => import('../interviews/InterviewsRoutes'), 'InterviewsRoutes'),
  },
  {
    id: 'care',
    route: '/care',
    title: '关爱',
    icon: 'care',
    needs: 'care.oversee',
    page: page(() => import('../care/CarePage'), 'CarePage'),
  },
  {
    id: 'honours',
    route: '/honours',
    title: '荣誉',
    icon: 'honours',
    needs: 'honours.read',
    page: page(() => import('../honours/HonoursPage'), 'HonoursPage'),
  },
  {
    id: 'imports',
    route: '/imports',
    title: '导入',
    icon: 'download',
    needs: 'cadres.edit',
    page: page(() => import('../imports/ImportsPage'), 'ImportsPage'),
  },
  {
    id: 'accounts',
    route: '/accounts',
    title: '账户',
    icon: 'accounts',
    needs: 'accounts.read',
    page: page(() => import('../accounts/AccountsPage'), 'AccountsPage'),
  },
  {
    id: 'policy',
    route: '/policy',
    title: '安全策略',
    icon: 'policy',
    needs: 'policy.read',
    page: page(() => import('../policy/PolicyPage'), 'PolicyPage'),
  },
  {
    id: 'audit',
    route: '/audit',
    title: '审计',
    icon: 'audit',
    needs: 'audit.read',
    page: page(() => import('../audit/AuditPage'), 'AuditPage'),
  },
  {
    id: 'backups',
    route: '/backups',
    title: '备份',
    icon: 'store',
    needs: 'backups.read',
    page: page(() => import('../backups/BackupsPage'), 'BackupsPage'),
  },
  {
    id: 'units',
    route: '/units',
    title: '单位',
    icon: 'units',
    needs: 'units.read',
    page: page(() => import('../units/UnitsPage'), 'UnitsPage'),
  },
  {
    id: 'exports',
    route: '/exports',
    title: '导出登记',
    icon: 'export',
    needs: 'exports.read',
    page: page(() => import('../exports/RegisterPage'), 'RegisterPage'),
  },
  {
    id: 'exchange',
    route: '/exchange',
    title: '数据交换',
    icon: 'exchange',
    needs: 'exchange.read',
    page: page(() => import('../exchange/ExchangePage'), 'ExchangePage'),
  },
  {
    id: 'settings',
    route: '/settings',
    title: '设置',
    icon: 'settings',
    needs: null,
    atEnd: true,
    page: page(() => import('./settings/SettingsPage'), 'SettingsPage'),
  },
]

/** The pages that an account is offered. The core checks every call again. */
export const modulesFor = (capabilities: readonly Capability[], all: readonly Module[] = modules): readonly Module[] =>
  all.filter(({ needs }) => needs === null || capabilities.includes(needs))

/** The offered page that a location belongs to: the page itself or a place inside it. */
export const moduleAt = (location: string, offered: readonly Module[]): Module | undefined =>
  offered.find(({ route }) => location === route || (route !== '/' && location.startsWith(`${route}/`)))
