import { type ComponentType, type LazyExoticComponent, lazy } from 'react'

interface ConfigurePart {
  /** Its part of the address, after /care/configure. */
  readonly key: string
  readonly title: string
  readonly page: LazyExoticComponent<ComponentType>
}

/** Every part of 设置, in order. A module adds its own in one line; all of them need care.configure. */
export const configureParts: readonly ConfigurePart[] = [
  {
    key: 'rules',
    title: '应办规则',
    page: lazy(() => import('../care-rules/configure/CareRulesPane').then(m => ({ default: m.CareRulesPane }))),
  },
  {
    key: 'holidays',
    title: '放假安排',
    page: lazy(() => import('../holidays/HolidaysPane').then(module => ({ default: module.HolidaysPane }))),
  },
  {
    key: 'standards',
    title: '慰问标准',
    page: lazy(() => import('../care-standards/StandardsPane').then(module => ({ default: module.StandardsPane }))),
  },
  {
    key: 'hardships',
    title: '困难等级',
    page: lazy(() => import('../hardships/HardshipSettingsPane').then(m => ({ default: m.HardshipSettingsPane }))),
  },
]
