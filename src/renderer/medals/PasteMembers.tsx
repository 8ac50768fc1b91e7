import { useState } from 'react'
import type { MemberFacts } from '../../shared/medals/medals'
import { memberHeads, membersFrom } from '../../shared/medals/pasted.rules'
import { api } from '../api/client'
import { useCall } from '../api/query'
import { PasteDialog } from '../grassroots/PasteDialog'
import '../grassroots/grassroots.css'
import { shownDate } from './medals.words'
import { NamesakesNote } from './NamesakesNote'

/** Old members without a file, copied from a spreadsheet. */
export function PasteMembers({ onClose }: { onClose: () => void }) {
  const units = useCall('units', 'tree', {}).data ?? []
  const [seen, setSeen] = useState<readonly MemberFacts[]>([])
  const nameOf = (id: string | null): string => units.find(unit => unit.id === id)?.name ?? ''
  return (
    <PasteDialog<MemberFacts>
      title="粘贴没有干部档案的老党员"
      heads={memberHeads}
      hint="单位不在单位树里的，名称留在支部一栏。没有的日期留空，以后再补。"
      read={text => membersFrom(text, units)}
      cellsOf={row => [
        row.name,
        row.sex ?? '',
        shownDate(row.birth, ''),
        nameOf(row.unitId),
        row.branch,
        shownDate(row.partyJoined, ''),
        shownDate(row.partyFull, ''),
        row.note,
      ]}
      onRows={setSeen}
      more={{ refusal: undefined, field: seen.length > 0 && <NamesakesNote people={seen} /> }}
      onTake={rows => api.medals.addMembers({ rows: [...rows] })}
      onClose={onClose}
    />
  )
}
