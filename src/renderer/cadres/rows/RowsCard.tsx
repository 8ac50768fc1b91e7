import type { ReactNode } from 'react'
import { useLocation } from 'wouter'
import type { CadreFile } from '../../../shared/cadres/cadres.contract'
import type { CadreField } from '../../../shared/cadres/field-labels'
import type { PairKey } from '../../../shared/cadres/pairs/pair'
import { pairOf } from '../../../shared/cadres/pairs/pairs'
import { useCall } from '../../api/query'
import { useMay } from '../../api/session'
import { Button } from '../../ui/Button'
import { Card } from '../../ui/Card'
import { Icon } from '../../ui/icons'
import { EmptyState } from '../../ui/states'
import { useReveal } from '../reveal'
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
  /** The text of the form that says the same. */
  pair?: PairKey
  /** Below the rows. */
  children?: ReactNode
}

/** Whether the file can be changed, and the way to where a field is edited. */
export function useEditing({ cadre, trashedAt }: CadreFile): { edits: boolean; edit: (field: CadreField) => void } {
  const [, go] = useLocation()
  const edits = useMay()('cadres.edit') && trashedAt === null
  return { edits, edit: field => go(`/cadres/${cadre.id}/edit/${field}`) }
}

/** Leads to a text of the form beside its rows, over the tab that is open; says whether they differ. */
export function TextsButton({ pair: key }: { pair: PairKey }) {
  const { cadre } = useReveal()
  const units = useCall('units', 'tree', {})
  const [place, go] = useLocation()
  const [, , , tab = ''] = place.split('/')
  const pair = pairOf(key)
  const context = { units: units.data ?? [] }
  const differs = pair && [pair.toRows, pair.toTexts].some(way => way(cadre, context).offers.some(({ taken }) => taken))
  return (
    <Button kind="link" size="small" onClick={() => go(`/cadres/${cadre.id}/${tab || 'resume'}/${key}`)}>
      {differs ? '文字和记录有不同' : '对照文字和记录'}
    </Button>
  )
}

/** One table of the file with the way to change it. */
export function RowsCard({ file, title, note, field, columns, rows, empty, hint, pair, children }: RowsCardProps) {
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
    <Card
      title={title}
      note={note}
      more={
        edits && (
          <>
            {pair && <TextsButton pair={pair} />}
            {rows.length > 0 && button('编辑', 'edit')}
          </>
        )
      }
    >
      {rows.length === 0 ? (
        <EmptyState title={empty} hint={hint} action={edits && button('填写', 'plus')} />
      ) : (
        <RowsTable columns={columns} rows={rows} />
      )}
      {children}
    </Card>
  )
}
