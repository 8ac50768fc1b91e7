import { useState } from 'react'
import { todayDay } from '../../shared/dates/today'
import { type HonourId, wholeRegister } from '../../shared/honours/honours'
import { useRows } from '../api/query'
import { useMay } from '../api/session'
import type { CadreTabProps } from '../cadres/tabs'
import { Button } from '../ui/Button'
import { Card } from '../ui/Card'
import { ErrorNote, Loading } from '../ui/states'
import { FiledList } from './FiledList'
import { HonourDetail } from './HonourDetail'
import { HonourForm } from './HonourForm'
import { HonourRow } from './RegisterTab'
import { Suggestions } from './Suggestions'
import { UnfiledList } from './UnfiledList'
import './honours.css'

const PAGE = 100

/** 荣誉 of one person: own ones and those of teams, revoked ones as such; what file and register tell apart; what the grades suggest. */
export function HonoursOfPerson({ file: { cadre, trashedAt } }: CadreTabProps) {
  const may = useMay()
  const list = useRows('honours', 'list', { ...wholeRegister, cadreId: cadre.id, revoked: true }, PAGE)
  const [open, setOpen] = useState<HonourId | 'add' | null>(null)
  const of = { unitId: null, cadreId: cadre.id }
  if (!may('honours.read')) return <p className="dd-aside">没有查看荣誉的权限。</p>
  return (
    <div className="cdr-stack">
      <Card
        title="荣誉"
        note={list.total ? `${list.total} 项，含团队荣誉` : undefined}
        more={
          may('honours.edit') &&
          trashedAt === null && (
            <Button size="small" onClick={() => setOpen('add')}>
              登记
            </Button>
          )
        }
      >
        {list.isPending && <Loading />}
        {list.error && <ErrorNote error={list.error} onRetry={list.retry} />}
        {list.total === 0 && <p className="hon-bar dd-aside">荣誉册里还没有这个人的荣誉。</p>}
        <ul>
          {list.rows.map(honour => {
            const part = honour.members.find(({ cadreId }) => cadreId === cadre.id)?.part
            const shown = honour.holder === 'person' ? honour : { ...honour, post: '' }
            return (
              <HonourRow
                key={honour.id}
                honour={part ? { ...shown, unitName: `${shown.unitName}　作用：${part}` } : shown}
                onOpen={() => setOpen(honour.id)}
              />
            )
          })}
        </ul>
      </Card>
      <Suggestions year={Number(todayDay().slice(0, 4)) - 1} {...of} kinds={[]} declined={false} />
      <FiledList {...of} />
      <UnfiledList {...of} />
      {open === 'add' && (
        <HonourForm
          honour={null}
          preset={{ person: { id: cadre.id, name: cadre.name }, unitId: cadre.unitId }}
          onClose={() => setOpen(null)}
        />
      )}
      {open !== null && open !== 'add' && <HonourDetail id={open} onClose={() => setOpen(null)} />}
    </div>
  )
}
