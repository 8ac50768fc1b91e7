import { App } from 'antd'
import { type ReactNode, useState } from 'react'
import type { SavedQuery } from '../../shared/queries/queries'
import { api } from '../api/client'
import { useCall } from '../api/query'
import { describeError } from '../ui/errorWords'
import { SaveDialog } from './SaveDialog'
import type { Asking } from './useQuestion'

type Open = { readonly kind: 'save' } | { readonly kind: 'rename'; readonly query: SavedQuery } | null

/** What can be done with questions that have a name. */
export function useSaved(asking: Asking) {
  const list = useCall('queries', 'list', {})
  const { message, modal } = App.useApp()
  const [open, setOpen] = useState<Open>(null)
  const say = (error: unknown): void => void message.warning(describeError(error).what)
  const { tree, on, savedId, title } = asking
  const current = list.data?.find(query => query.id === savedId)
  const isChanged = current !== undefined && JSON.stringify([current.tree, current.on]) !== JSON.stringify([tree, on])

  const keep = async (id: SavedQuery['id'] | null, name: string, shared: boolean): Promise<void> => {
    const kept = await api.queries.save({ id, name, shared, tree, on })
    asking.name(kept.name, kept.id)
    setOpen(null)
    void message.info(`已保存“${kept.name}”`)
  }
  const remove = (query: SavedQuery): void =>
    void modal.confirm({
      title: `删除“${query.name}”？`,
      content: query.shared ? '其他人也不能再用它。档案不受影响。' : '只删除这个查询，档案不受影响。',
      okText: '删除',
      okButtonProps: { danger: true },
      cancelText: '取消',
      onOk: async () => {
        try {
          await api.queries.remove({ id: query.id })
          if (query.id === savedId) asking.name('', null)
          void message.info(`已删除“${query.name}”`)
        } catch (error) {
          say(error)
        }
      },
    })
  const dialog: ReactNode = open && (
    <SaveDialog
      title={open.kind === 'rename' ? '查询改名' : '保存查询'}
      name={open.kind === 'rename' ? open.query.name : title}
      {...(open.kind === 'save' && { shared: false })}
      onSave={async (name, shared) => {
        if (open.kind === 'save') return keep(null, name, shared)
        const renamed = await api.queries.rename({ id: open.query.id, name })
        if (renamed.id === savedId) asking.name(renamed.name, renamed.id)
        setOpen(null)
      }}
      onClose={() => setOpen(null)}
    />
  )
  return {
    list: { data: list.data, error: list.error, retry: () => void list.refetch() },
    current,
    isChanged,
    dialog,
    /** In place where it is one's own, else under a name. */
    save: (): void => {
      if (current?.mine) keep(current.id, current.name, current.shared).catch(say)
      else setOpen({ kind: 'save' })
    },
    saveAs: (): void => setOpen({ kind: 'save' }),
    rename: (query: SavedQuery): void => setOpen({ kind: 'rename', query }),
    share: (query: SavedQuery): void =>
      void api.queries
        .share({ id: query.id, shared: !query.shared })
        .then(({ shared }) => message.info(shared ? '已共享，其他人可以使用' : '已不再共享'))
        .catch(say),
    remove,
  }
}
