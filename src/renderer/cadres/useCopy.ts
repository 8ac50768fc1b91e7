import { App } from 'antd'
import type { PartialDate } from '../../shared/dates/partial-date'
import { api } from '../api/client'
import { describeError } from '../ui/errorWords'
import { type Column, tableText } from './columns'
import type { ListState } from './list.state'

/** As much as the clipboard takes at once. */
const MOST_COPIED = 20_000

/** Puts those who are picked on the clipboard as a table, as the list shows them. */
export function useCopy({ picked }: Pick<ListState, 'picked'>, columns: readonly Column[], on: PartialDate) {
  const { message } = App.useApp()
  return async (): Promise<void> => {
    const table = tableText(picked.values(), columns, on)
    if (table.length > MOST_COPIED) return void message.warning('选的人太多，一次放不下。请分几次复制。')
    try {
      await api.shell.copyText({ text: table })
      void message.info(`已复制 ${picked.size} 人，可以粘贴到表格里`)
    } catch (error) {
      void message.warning(describeError(error).what)
    }
  }
}
