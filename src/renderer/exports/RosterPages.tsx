import { useMemo, useState } from 'react'
import type { Whom } from '../../shared/exports/exports'
import { groupHeading, NOTES_GAP, type RosterSpec, rosterNotes } from '../../shared/exports/roster.rules'
import type { TablePaper } from '../../shared/papers/table-paper'
import { useCall } from '../api/query'
import { useSession } from '../api/session'
import { ProofPane } from '../papers/ProofPane'
import { useTable } from '../papers/useTable'
import { ErrorNote, Loading } from '../ui/states'
import { count } from './exports.words'
import type { OrderDraft } from './way'

interface RosterPagesProps {
  whom: Whom
  roster: RosterSpec
  mark: OrderDraft['mark']
}

/** The first pages as they will be printed. What is masked stays masked here, whatever was ticked. */
export function RosterPages({ whom, roster, mark }: RosterPagesProps) {
  const found = useCall('exports', 'previewRoster', { whom, roster })
  const { unit, account } = useSession()
  const [now] = useState(() => new Date())
  const table = found.data
  const listed = table?.groups.reduce((sum, { rows }) => sum + rows.length, 0) ?? 0
  const isWhole = table?.people === listed
  const paper = useMemo((): TablePaper | undefined => {
    if (!table) return undefined
    const last = isWhole ? null : table.groups.at(-1)
    return {
      kind: 'table',
      title: table.title,
      notes: rosterNotes({ unit, at: now, people: table.people, on: roster.on }).join(NOTES_GAP),
      columns: table.columns,
      groups: table.groups.map(group => ({
        // Of the last group not everybody may be here.
        heading: group === last ? group.name : groupHeading(group.name, group.rows.length),
        rows: group.rows,
      })),
      sheet: roster.sheet,
      // The number is taken when it is printed or saved, and never before.
      furniture: { mark: mark === '内部' ? '' : mark, foot: `${mark}　编号在登记时写上　${account.name}` },
    }
  }, [table, isWhole, unit, now, roster, mark, account.name])
  const laid = useTable(paper, isWhole)
  if (found.isError) return <ErrorNote error={found.error} onRetry={() => void found.refetch()} />
  if (!laid || !table) return <Loading />
  const pages = isWhole
    ? `共 ${laid.pages.length} 页`
    : `约 ${count(Math.ceil((laid.pages.length * table.people) / listed))} 页，预览只列前 ${listed} 人`
  return (
    <div className="exp-pages">
      <ProofPane name="干部名册" pages={laid.pages} sheet={roster.sheet} words={`${pages}，表内 ${laid.pt} 磅`} />
    </div>
  )
}
