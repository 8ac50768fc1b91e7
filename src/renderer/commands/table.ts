import type { Capability } from '../../shared/accounts/roles'
import { api } from '../api/client'
import { comparableIn, compareRoute } from '../cadres/compare/compare.route'
import { closeCurrent, stepFrom, useOpenPeople } from '../cadres/open/open.store'
import { askExport, useAsked } from '../exports/ask'
import { askForms } from '../papers/ask'
import { look, nextZoom } from '../shell/look.store'

/** What a command may reach on the page. Before sign-in there is nothing to reach. */
export interface CommandContext {
  readonly go: (route: string) => void
  readonly open: (what: 'palette' | 'manual' | 'shortcuts' | 'notices') => void
  readonly refresh: () => void
}

export type CommandSection = '担当' | '前往' | '查看' | '帮助'

export interface Command {
  readonly id: string
  readonly title: string
  readonly section: CommandSection
  readonly shortcut?: string
  /** A second key for the same command, not shown in the menu. */
  readonly alias?: string
  readonly needs?: Capability
  /** Not worth a line of the palette, such as opening the palette itself. */
  readonly hidden?: boolean
  readonly run: (context: CommandContext) => void
}

const zoom = (direction: 1 | -1): void => look.getState().setZoom(nextZoom(look.getState().zoomPercent, direction))

/** Commands that work on every page, signed in or not. */
const everywhere: readonly Command[] = [
  { id: 'app.quit', title: '退出', section: '担当', shortcut: 'Ctrl+Q', run: () => void api.shell.quit({}) },
  { id: 'view.zoomIn', title: '放大', section: '查看', shortcut: 'Ctrl+Plus', run: () => zoom(1) },
  { id: 'view.zoomOut', title: '缩小', section: '查看', shortcut: 'Ctrl+-', run: () => zoom(-1) },
  {
    id: 'view.zoomReset',
    title: '标准大小',
    section: '查看',
    shortcut: 'Ctrl+0',
    run: () => look.getState().setZoom(100),
  },
  { id: 'view.large', title: '大字号', section: '查看', run: () => look.getState().setZoom(125) },
  { id: 'view.light', title: '浅色', section: '查看', run: () => look.getState().setTheme('light') },
  { id: 'view.dark', title: '深色', section: '查看', run: () => look.getState().setTheme('dark') },
]

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
  return [...goTo, ...signedIn, ...everywhere].filter(
    ({ needs }) => needs === undefined || capabilities.includes(needs),
  )
}

export const startCommands: readonly Command[] = everywhere

const sectionOrder: readonly CommandSection[] = ['担当', '前往', '查看', '帮助']

/** The table by section, for the application menu and the sheet of keys. */
export function bySection(commands: readonly Command[]): { title: CommandSection; items: readonly Command[] }[] {
  return sectionOrder
    .map(title => ({ title, items: commands.filter(({ section }) => section === title) }))
    .filter(({ items }) => items.length > 0)
}
