import { type ComponentType, type LazyExoticComponent, lazy, Suspense, useState } from 'react'
import type { CadreId } from '../../shared/cadres/cadres'
import type { CadreFile } from '../../shared/cadres/cadres.contract'
import { useCall } from '../api/query'
import { useMay } from '../api/session'
import { EntriesOfPerson } from '../care-register/EntriesOfPerson'
import { DueOfPerson } from '../care-rules/DueOfPerson'
import { Button } from '../ui/Button'
import { Card } from '../ui/Card'
import { EmptyState, ErrorNote, Loading } from '../ui/states'
import './care-records.css'
import { EventsCard } from './EventsCard'
import { RecordDialog } from './RecordDialog'
import { RecordLine } from './RecordLine'
import { recordStart } from './record.form'

const MOST = 200

/** What other modules of 关爱 know about a person. A module adds its own in one line. */
const parts: readonly LazyExoticComponent<ComponentType<{ id: CadreId }>>[] = [
  lazy(() => import('./RestsCard').then(module => ({ default: module.RestsCard }))),
  lazy(() => import('../hardships/HardshipOfPerson').then(module => ({ default: module.HardshipOfPerson }))),
  lazy(() => import('../retirements/TasksOfPerson').then(module => ({ default: module.TasksOfPerson }))),
  lazy(() => import('../desks/DesksOfPerson').then(module => ({ default: module.DesksOfPerson }))),
]

/** 关爱 in a person's file: what is due and why, what was done, what happened, and in which lists they stand. */
export function CareOfPerson({ file }: { file: CadreFile }) {
  const may = useMay()
  if (!may('care.read'))
    return <EmptyState title="关爱记录不在您的查看范围内" hint="疾病、困难等情况只给承担关心关爱工作的人看。" />
  return <Care file={file} edits={may('care.edit') && file.trashedAt === null} />
}

function Care({ file, edits }: { readonly file: CadreFile; readonly edits: boolean }) {
  const { id, name } = file.cadre
  const [recording, setRecording] = useState(false)
  const records = useCall('careRecords', 'list', {
    cadreId: id,
    unitId: null,
    from: null,
    to: null,
    occasions: [],
    dimensions: [],
    offset: 0,
    limit: MOST,
  })
  return (
    <div className="crr-person">
      <div>
        <DueOfPerson cadreId={id} />
        <Card
          title="关爱记录"
          note={records.data && records.data.total > 0 ? `${records.data.total} 条` : undefined}
          more={
            edits && (
              <Button size="small" onClick={() => setRecording(true)}>
                记录关爱
              </Button>
            )
          }
        >
          {records.isPending && <Loading />}
          {records.isError && <ErrorNote error={records.error} onRetry={() => void records.refetch()} />}
          {records.data?.total === 0 && <EmptyState title="还没有关爱记录" hint="做了关心关爱，写一句话记下来。" />}
          <ul>
            {records.data?.rows.map(record => (
              <RecordLine key={record.id} record={record} />
            ))}
          </ul>
        </Card>
      </div>
      <div>
        <EventsCard person={{ id, name }} />
        <EntriesOfPerson person={{ id, name }} edits={edits} />
        <Suspense fallback={<Loading />}>
          {parts.map((Part, place) => (
            <Part key={place} id={id} />
          ))}
        </Suspense>
      </div>
      {recording && <RecordDialog start={recordStart({ person: { id, name } })} onClose={() => setRecording(false)} />}
    </div>
  )
}
