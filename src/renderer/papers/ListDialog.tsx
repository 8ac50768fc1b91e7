import { Modal } from 'antd'
import { useCallback } from 'react'
import type { Furniture } from '../../shared/papers/paper-page'
import type { TablePaper } from '../../shared/papers/table-paper'
import { ErrorNote, Loading } from '../ui/states'
import { TableDialog, type TableWays } from './TableDialog'

/** So many lines are shown before a list leaves; the file and the paper hold all of them. */
export const SHOWN = 500

/** What of a list has come from the core. */
interface Shown<Data> {
  readonly data: Data | undefined
  readonly error: Error | null
  refetch(): unknown
}

interface ListDialogProps<Data> extends Pick<TableWays, 'name' | 'hint' | 'draft' | 'save' | 'print'> {
  readonly shown: Shown<Data>
  /** How lines are counted: 人, 项, 条. */
  readonly unit: string
  /** Has to stay the same from one rendering to the next. */
  readonly paper: (data: Data, furniture: Furniture) => TablePaper
  readonly onClose: () => void
}

/** A list of people on paper or in a file: it names people and is an act of the register. */
export function ListDialog<Data extends { readonly total: number }>(props: ListDialogProps<Data>) {
  const { shown, unit, paper, name, onClose, ...ways } = props
  const { data } = shown
  const laid = useCallback((furniture: Furniture) => paper(data as Data, furniture), [paper, data])
  if (!data)
    return (
      <Modal open title={name} onCancel={onClose} footer={null} width={460} centered>
        {shown.error ? <ErrorNote error={shown.error} onRetry={() => void shown.refetch()} /> : <Loading />}
      </Modal>
    )
  const { total } = data
  const partly = total > SHOWN ? `只预览前 ${SHOWN} ${unit}，导出的是全部 ${total} ${unit}` : null
  return <TableDialog ways={{ ...ways, name, count: `共 ${total} ${unit}`, paper: laid, partly }} onClose={onClose} />
}
