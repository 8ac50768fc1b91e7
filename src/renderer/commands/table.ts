import type { Capability } from '../../shared/accounts/roles'
import { api } from '../api/client'
import { comparableIn, compareRoute } from '../cadres/compare/compare.route'
import { closeCurrent, stepFrom, useOpenPeople } from '../cadres/open/open.store'
import { askExport, useAsked } from '../exports/ask'
import { askForms } from '../papers/ask'
import type { Command } from './command'
import { startCommands } from './start-commands'

const signedIn: readonly Command[] = [
  { id: 'app.lock', title: '锁定', section: '担当', shortcut: 'Ctrl+L', run: () => void api.shell.lock({}) },
  {
    id: 'app.palette',
    title: '查找页面和命令',
    section: '担当',
    shortcut: 'Ctrl+K',
    hidden: true,
    run: ({ open }) => open('palette'),
  },
  {
    id: 'app.export',
    title: '导出眼前的名单',
    section: '担当',
    shortcut: 'Ctrl+E',
    needs: 'cadres.export',
    run: () => askExport(),
  },
  {
    id: 'cadres.next',
    title: '下一份打开的档案',
    section: '前往',
    shortcut: 'Ctrl+Tab',
    alias: 'Ctrl+PageDown',
    needs: 'cadres.read',
    run: ({ go }) => go(stepFrom(useOpenPeople.getState(), 1)),
  },
  {
    id: 'cadres.previous',
    title: '上一份打开的档案',
    section: '前往',
    shortcut: 'Ctrl+PageUp',
    needs: 'cadres.read',
    run: ({ go }) => go(stepFrom(useOpenPeople.getState(), -1)),
  },
  {
    id: 'cadres.close',
    title: '关闭当前档案',
    section: '前往',
    shortcut: 'Ctrl+W',
    needs: 'cadres.read',
    run: ({ go }) => {
      const next = closeCurrent()
      if (next !== null) go(next)
    },
  },
  ...(
    [
      ['checks', '核对'],
      ['duplicates', '重复档案'],
      ['trash', '回收站'],
    ] as const
  ).map(
    ([place, title]): Command => ({
      id: `cadres.${place}`,
      title,
      section: '前往',
      needs: 'cadres.read',
      run: ({ go }) => go(`/cadres/${place}`),
    }),
  ),
  {
    id: 'cadres.compare',
    title: '比较干部',
    section: '前往',
    shortcut: 'Ctrl+B',
    needs: 'cadres.read',
    run: ({ go }) => go(compareRoute(comparableIn(useAsked.getState().offered))),
  },
  {
    id: 'app.print',
    title: '打印任免审批表',
    section: '担当',
    shortcut: 'Ctrl+P',
    needs: 'cadres.export',
    run: () => askForms(),
  },
  { id: 'view.notices', title: '提醒', section: '查看', run: ({ open }) => open('notices') },
  {
    id: 'view.find',
    title: '在本页查找',
    section: '查看',
    shortcut: 'Ctrl+F',
    run: () => document.querySelector<HTMLInputElement>('main .dd-search input')?.focus(),
  },
  { id: 'view.refresh', title: '刷新', section: '查看', shortcut: 'F5', run: ({ refresh }) => refresh() },
  { id: 'help.manual', title: '使用手册', section: '帮助', shortcut: 'F1', run: ({ open }) => open('manual') },
  {
    id: 'help.shortcuts',
    title: '快捷键',
    section: '帮助',
    shortcut: 'Ctrl+F1',
    alias: '?',
    run: ({ open }) => open('shortcuts'),
  },
  { id: 'help.about', title: '关于担当', section: '帮助', run: ({ go }) => go('/settings') },
]

export interface Destination {
  readonly id: string
  readonly route: string
  readonly title: string
}

/** The one table of commands: menu, palette, keys and the sheet of keys are all made from it. */
export function commandsFor(
  destinations: readonly Destination[],
  capabilities: readonly Capability[],
): readonly Command[] {
  const goTo = destinations.map(
    ({ id, route, title }, i): Command => ({
      id: `go.${id}`,
      title,
      section: '前往',
      ...(i < 9 ? { shortcut: `Ctrl+${i + 1}` } : {}),
      run: ({ go }) => go(route),
    }),
  )
  return [...goTo, ...signedIn, ...startCommands].filter(
    ({ needs }) => needs === undefined || capabilities.includes(needs),
  )
}
