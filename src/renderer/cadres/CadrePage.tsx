import { Tabs } from 'antd'
import { Suspense, useEffect, useState } from 'react'
import { useLocation } from 'wouter'
import type { CadreId } from '../../shared/cadres/cadres'
import type { CadreFile } from '../../shared/cadres/cadres.contract'
import { useCall } from '../api/query'
import { useMay } from '../api/session'
import { DuplicateStrip } from '../duplicates/DuplicateStrip'
import { MergedStrip } from '../duplicates/MergedStrip'
import { askExport, offerExport } from '../exports/ask'
import { ErrorNote, Loading } from '../ui/states'
import './cadre.css'
import { DraftStrip } from './DraftStrip'
import { EditPanel } from './edit/EditPanel'
import { HeadNotices } from './HeadNotices'
import { useOpenPeople } from './open/open.store'
import { useKeptScroll } from './open/useKeptScroll'
import { RevealProvider, useReveal } from './reveal'
import { SavedStrip } from './SavedStrip'
import { cadreTabs, tabOf } from './tabs'
import { TextsHost } from './texts/TextsHost'
import { TrashedStrip } from './trash/TrashedStrip'
import { WhoCard } from './WhoCard'

/** One person: who it is above, the parts of the file below, and editing in their place. */
export function CadrePage({ id, tab, field = '' }: { id: CadreId; tab: string; field?: string }) {
  const file = useCall('cadres', 'get', { id })
  const { visit, leave } = useOpenPeople()
  const name = file.data?.cadre.name
  const box = useKeptScroll(`${id}/${tab}`, file.data !== undefined && field === '')
  useEffect(() => {
    if (name === undefined) return
    visit(id, name, tab)
    return () => leave(id)
  }, [id, name, tab, visit, leave])
  return (
    <div ref={box} className="cdr-page">
      {file.isPending && <Loading />}
      {file.isError && <ErrorNote error={file.error} onRetry={() => void file.refetch()} />}
      {file.data && (
        <RevealProvider file={file.data}>
          <FileView file={file.data} tab={tab} field={field} />
        </RevealProvider>
      )}
    </div>
  )
}

function FileView({ file, tab, field }: { file: CadreFile; tab: string; field: string }) {
  const { id } = file.cadre
  const [, go] = useLocation()
  const may = useMay()
  const edits = may('cadres.edit')
  const [saved, setSaved] = useState<number | null>(null)
  const { cadre, hidden } = useReveal()
  const editing = tab === 'edit' && edits && file.trashedAt === null
  const { name } = file.cadre
  const living = file.trashedAt === null
  useEffect(
    () => (living ? offerExport({ label: name, whom: { by: 'ids', ids: [id] } }) : undefined),
    [living, name, id],
  )
  const back = (): void => go(`/cadres/${id}/${tabOf(field)?.key ?? ''}`)
  const active = cadreTabs.find(({ key }) => key === tab) ?? cadreTabs[0]
  return (
    <>
      <WhoCard
        file={file}
        onEdit={edits && !editing && file.trashedAt === null ? () => go(`/cadres/${id}/edit`) : undefined}
        onExport={living && may('cadres.export') ? () => askExport() : undefined}
        onForm={() => go(`/cadres/${id}/form`)}
      />
      {!living && <TrashedStrip file={file} edits={edits} />}
      <HeadNotices id={id} />
      {!editing && file.trashedAt === null && edits && <DraftStrip id={id} onGoOn={() => go(`/cadres/${id}/edit`)} />}
      {!editing && edits && living && field !== '' && (
        <TextsHost
          file={file}
          name={field}
          onSaved={fields => {
            setSaved(fields)
            go(`/cadres/${id}/${tab}`)
          }}
          onClose={() => go(`/cadres/${id}/${tab}`)}
        />
      )}
      {saved !== null && !editing && (
        <SavedStrip id={id} kind="change" onGone={() => setSaved(null)}>
          已保存，改了 {saved} 项
        </SavedStrip>
      )}
      {!editing && living && <MergedStrip at={id} />}
      {!editing && living && <DuplicateStrip id={id} />}
      {editing ? (
        <EditPanel
          file={file}
          field={field}
          onSaved={fields => {
            setSaved(fields)
            back()
          }}
          onLeave={back}
        />
      ) : (
        <Tabs
          className="cdr-tabs"
          activeKey={active?.key ?? ''}
          onChange={key => go(`/cadres/${id}/${key}`)}
          destroyOnHidden
          items={cadreTabs.map(({ key, title, count, Count, page: Panel }) => {
            const number = hidden.includes(key as 'family') ? 0 : (count?.(cadre) ?? 0)
            return {
              key,
              label: (
                <>
                  {title}
                  {Count && <Count file={file} />}
                  {number > 0 && <small>{number}</small>}
                </>
              ),
              children: (
                <Suspense fallback={<Loading />}>
                  <Panel file={file} />
                </Suspense>
              ),
            }
          })}
        />
      )}
    </>
  )
}
