import type { Capability } from '../../shared/accounts/roles'

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

const sectionOrder: readonly CommandSection[] = ['担当', '前往', '查看', '帮助']

/** The table by section, for the application menu and the sheet of keys. */
export function bySection(commands: readonly Command[]): { title: CommandSection; items: readonly Command[] }[] {
  return sectionOrder
    .map(title => ({ title, items: commands.filter(({ section }) => section === title) }))
    .filter(({ items }) => items.length > 0)
}
