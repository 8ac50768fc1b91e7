import { lazy } from 'react'
import { useLocation, useRoute } from 'wouter'
import { useMay } from '../api/session'
import { TabbedPage } from '../ui/TabbedPage'

const tabs = [
  {
    key: 'shelf',
    title: '备份',
    needs: 'backups.read',
    page: lazy(() => import('./ShelfTab').then(module => ({ default: module.ShelfTab }))),
  },
  {
    key: 'checks',
    title: '检查和演练',
    needs: 'backups.read',
    page: lazy(() => import('./ChecksTab').then(module => ({ default: module.ChecksTab }))),
  },
  {
    key: 'settings',
    title: '设置',
    needs: 'backups.configure',
    page: lazy(() => import('./SettingsTab').then(module => ({ default: module.SettingsTab }))),
  },
  {
    key: 'plain',
    title: '全部导出',
    needs: 'exports.read',
    page: lazy(() => import('../plain-exports/PlainTab').then(module => ({ default: module.PlainTab }))),
  },
] as const

/** 备份: the copies that are there, what checking them found, and when they are made. */
export function BackupsPage() {
  const may = useMay()
  const [, go] = useLocation()
  const [, params] = useRoute('/backups/:tab/*?')
  return (
    <TabbedPage
      title="备份"
      tabs={tabs.filter(({ needs }) => may(needs))}
      at={params?.tab}
      route="/backups"
      onGo={go}
    />
  )
}
