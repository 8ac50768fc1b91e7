import { App } from 'antd'
import { useLocation } from 'wouter'
import type { CadreId } from '../../../shared/cadres/cadres'
import { api } from '../../api/client'
import { describeError } from '../../ui/errorWords'

interface Lying {
  readonly id: CadreId
  readonly name: string
  readonly mergedInto: { readonly id: CadreId } | null
}

/** Takes files out of the trash. One that was merged is better parted by undoing the merge: that is asked first. */
export function useRestore(onDone?: () => void): (files: readonly Lying[]) => void {
  const { message, modal } = App.useApp()
  const [, go] = useLocation()
  const restore = async (files: readonly Lying[]): Promise<void> => {
    try {
      await api.cadres.restore({ ids: files.map(({ id }) => id) })
      onDone?.()
      const [only] = files
      void message.info(files.length === 1 && only ? `已恢复${only.name}的档案` : `已恢复 ${files.length} 份档案`)
    } catch (error) {
      void message.warning(describeError(error).what)
    }
  }
  return files => {
    const merged = files.filter(({ mergedInto }) => mergedInto !== null)
    const [first] = merged
    if (!first) return void restore(files)
    const one = files.length === 1
    modal.confirm({
      title: one ? `${first.name}的这份档案是合并时并入的` : `其中 ${merged.length} 份是合并时并入的`,
      content:
        '单独恢复后两份并存，合并时取走的内容仍留在保留的那份里。要回到合并以前，请打开保留的那份，在“变更”里撤销合并。',
      icon: null,
      width: 480,
      okText: one ? '打开保留的那份' : '都单独恢复',
      cancelText: one ? '仍然单独恢复' : '不恢复',
      onOk: () => (one && first.mergedInto ? go(`/cadres/${first.mergedInto.id}/history`) : restore(files)),
      ...(one ? { onCancel: () => void restore(files) } : {}),
    })
  }
}
