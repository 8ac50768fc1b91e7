import type { ReactNode } from 'react'
import { useLocation } from 'wouter'
import type { CadreFile } from '../../../shared/cadres/cadres.contract'
import type { CadreField } from '../../../shared/cadres/field-labels'
import { useMay } from '../../api/session'
import { Button } from '../../ui/Button'
import { Card } from '../../ui/Card'
import { Icon } from '../../ui/icons'
import { EmptyState } from '../../ui/states'
import { RowsTable } from './RowsTable'

interface RowsCardProps {
  file: CadreFile
  title: string
  note?: string | undefined
  /** Where editing begins. */
  field: CadreField
  columns: readonly string[]
  rows: readonly (readonly ReactNode[])[]
  /** What is not there yet, and what to write when it is. */
  empty: string
  hint: string
  /** Below the rows. */
  children?: ReactNode
}

/** Whether the file can be changed, and the way to where a field is edited. */
export function useEditing({ cadre, trashedAt }: CadreFile): { edits: boolean; edit: (field: CadreField) => void } {
  const [, go] = useLocation()
  const edits = useMay()('cadres.edit') && trashedAt === null
  return { edits, edit: field => go(`/cadres/${cadre.id}/edit/${field}`) }
}

/** One table of the file with the way to change it. */
export function RowsCard({ file, title, note, field, columns, rows, empty, hint, children }: RowsCardProps) {
  const { edits, edit } = useEditing(file)
  const button = (words: string, icon: 'edit' | 'plus') => (
    <Button
      kind={rows.length > 0 ? 'link' : 'plain'}
      size="small"
      icon={<Icon name={icon} size={16} />}
      onClick={() => edit(field)}
    >
      {words}
    </Button>
  )
  return (
    <Card title={title} note={note} more={edits && rows.length > 0 && button('编辑', 'edit')}>
      {rows.length === 0 ? (
        <EmptyState title={empty} hint={hint} action={edits && button('填写', 'plus')} />
      ) : (
        <RowsTable columns={columns} rows={rows} />
      )}
      {children}
    </Card>
  )
}
