import { useQueryClient } from '@tanstack/react-query'
import { App } from 'antd'
import type { BatchId } from '../../shared/imports/imports'
import { api } from '../api/client'
import { Button } from '../ui/Button'
import { useImportsStore } from './imports.store'

/** Gives a batch up after asking. Nothing of it has been written. */
export function DiscardButton({ batchId }: { batchId: BatchId }) {
  const { modal } = App.useApp()
  const client = useQueryClient()
  const open = useImportsStore(state => state.open)
  const discard = (): void =>
    void modal.confirm({
      title: '放弃这一批',
      content: '读入的内容和已经做的选择都会删除，档案没有改动。以后可以重新读入。',
      icon: null,
      okText: '放弃',
      okButtonProps: { danger: true },
      cancelText: '再看看',
      onOk: async () => {
        await api.imports.discard({ batchId })
        open(null)
        await client.invalidateQueries({ queryKey: ['imports'] })
      },
    })
  return <Button onClick={discard}>放弃</Button>
}
