import { Menu, type MenuItemConstructorOptions } from 'electron'

export interface MenuSection {
  readonly title: string
  readonly items: readonly { readonly id: string; readonly title: string; readonly shortcut: string | null }[]
}

/** Editing belongs to every text field, so it stands in the menu on every page. */
const editing: MenuItemConstructorOptions = {
  label: '编辑',
  submenu: [
    { role: 'undo', label: '撤销' },
    { role: 'redo', label: '重做' },
    { type: 'separator' },
    { role: 'cut', label: '剪切' },
    { role: 'copy', label: '复制' },
    { role: 'paste', label: '粘贴' },
    { role: 'selectAll', label: '全选' },
  ],
}

/** Shows the page's own commands. Their keys are only shown here: the page listens to them itself, input methods in mind. */
export function showMenu(sections: readonly MenuSection[], choose: (id: string) => void): void {
  const own = sections.map(
    ({ title, items }): MenuItemConstructorOptions => ({
      label: title,
      submenu: items.map(item => ({
        label: item.title,
        ...(item.shortcut ? { accelerator: item.shortcut, registerAccelerator: false } : {}),
        click: () => choose(item.id),
      })),
    }),
  )
  Menu.setApplicationMenu(Menu.buildFromTemplate([...own.slice(0, 1), editing, ...own.slice(1)]))
}
