import { useState } from 'react'
import type { CadreId } from '../../shared/cadres/cadres'
import { type DeskItem, deskTitles } from '../../shared/desks/desks'
import { useCall } from '../api/query'
import { Card } from '../ui/Card'
import { StateMark } from '../ui/marks'
import { ErrorNote, Loading } from '../ui/states'
import { DeskDialog } from './DeskDialog'
import { deskMark } from './desks.words'
import './desks.css'

const MOST = 100

/** What this person asked or needed, at any of the three desks: what is open first. */
export function DesksOfPerson({ id }: { id: CadreId }) {
  const [opened, setOpened] = useState<DeskItem>()
  const items = useCall('desks', 'list', {
    filter: { desks: [], view: 'all', ownerId: null, cadreId: id, unitId: null, late: false },
    offset: 0,
    limit: MOST,
  })
  const rows = items.data?.rows ?? []
  const open = rows.filter(({ state }) => state !== 'closed').length
  return (
    <Card title="惑、困、老" note={rows.length > 0 ? `${open} 件在办` : undefined}>
      {items.isPending && <Loading />}
      {items.isError && <ErrorNote error={items.error} onRetry={() => void items.refetch()} />}
      {items.data && rows.length === 0 && <p className="dsk-none">本人的疑问、困难和需要，登记以后列在这里。</p>}
      <ul className="dsk-items">
        {rows.map(item => {
          const { mark, words } = deskMark(item)
          return (
            <li key={item.id}>
              <button type="button" onClick={() => setOpened(item)}>
                <b>{item.text}</b>
                <span>{deskTitles[item.desk]}</span>
                <span className="dsk-item-end">
                  <StateMark state={mark}>{words}</StateMark>
                  <small>{item.ownerName}</small>
                </span>
              </button>
            </li>
          )
        })}
      </ul>
      {opened && <DeskDialog item={opened} onClose={() => setOpened(undefined)} />}
    </Card>
  )
}
