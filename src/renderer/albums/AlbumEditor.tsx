import { App, Segmented, Select } from 'antd'
import { useMemo, useState } from 'react'
import { albumContent } from '../../shared/albums/album-content.rules'
import {
  type Album,
  type AlbumEntry,
  AlbumFacts,
  type AlbumId,
  albumLayouts,
  albumPapers,
  chapterings,
  type Shown,
} from '../../shared/albums/albums'
import { api } from '../api/client'
import { useCall } from '../api/query'
import { useMay } from '../api/session'
import { Button } from '../ui/Button'
import { Card } from '../ui/Card'
import { describeError } from '../ui/errorWords'
import { ReasonDialog } from '../ui/ReasonDialog'
import { ErrorNote, Loading } from '../ui/states'
import { TextField } from '../ui/TextField'
import { rowsOf } from '../units/units.tree'
import { AlbumPeople } from './AlbumPeople'
import { AlbumPreview } from './AlbumPreview'

interface EditorProps {
  readonly id: AlbumId
  readonly onClose: () => void
}

/** One album: what it is on the left, who is in it on the right. */
export function AlbumEditor({ id, onClose }: EditorProps) {
  const found = useCall('albums', 'get', { id })
  if (found.isPending) return <Loading />
  if (found.error) return <ErrorNote error={found.error} onRetry={() => void found.refetch()} />
  const { album, shown, gone } = found.data
  return <Editing key={album.revision} album={album} shown={shown} gone={gone} onClose={onClose} />
}

interface EditingProps {
  readonly album: Album
  readonly shown: readonly Shown[]
  readonly gone: number
  readonly onClose: () => void
}
const options = <T extends string>(titles: Record<T, string>) =>
  (Object.entries(titles) as [T, string][]).map(([value, label]) => ({ value, label }))

function Editing({ album, shown, gone, onClose }: EditingProps) {
  const { message } = App.useApp()
  const may = useMay()
  const [facts, setFacts] = useState<AlbumFacts>(() => AlbumFacts.parse(album))
  const [entries, setEntries] = useState<readonly AlbumEntry[]>(album.entries)
  const [known, setKnown] = useState<readonly Shown[]>(shown)
  const [looking, setLooking] = useState(false)
  const [removing, setRemoving] = useState(false)
  const [busy, setBusy] = useState(false)
  const tree = useCall('units', 'tree', {}).data
  const units = useMemo(() => rowsOf(tree ?? [], 'all-open').map(({ unit }) => unit.id), [tree])
  const content = useMemo(() => albumContent(facts, entries, known, units), [facts, entries, known, units])
  const set = (more: Partial<AlbumFacts>): void => setFacts({ ...facts, ...more })
  const locked = may('honours.edit') ? undefined : '没有编辑荣誉的权限'
  const parsed = AlbumFacts.safeParse(facts)
  const refusal = locked ?? (parsed.success ? undefined : '题名要写，各项不能太长')
  const changed = JSON.stringify([facts, entries]) !== JSON.stringify([AlbumFacts.parse(album), album.entries])

  const save = async (): Promise<void> => {
    setBusy(true)
    try {
      await api.albums.change({ id: album.id, revision: album.revision, facts, entries: [...entries] })
      void message.info('已保存')
    } catch (error) {
      void message.warning(describeError(error).what)
    } finally {
      setBusy(false)
    }
  }
  return (
    <div className="dd-tab alb">
      <div className="dd-filter">
        <Button onClick={onClose}>返回</Button>
        <b className="alb-title">{facts.title}</b>
        <span className="dd-aside" role="status">
          收入 {entries.length} 项{gone > 0 && `，其中 ${gone} 项已撤销或移出荣誉册，不会印出`}
          {changed && '，有未保存的改动'}
        </span>
        <span className="alb-acts">
          <Button reason={locked} onClick={() => setRemoving(true)}>
            删除
          </Button>
          <Button reason={refusal ?? (changed ? undefined : '没有改动')} busy={busy} onClick={() => void save()}>
            保存
          </Button>
          <Button
            kind="primary"
            reason={entries.length === 0 ? '先选人' : changed ? '先保存改动' : undefined}
            onClick={() => setLooking(true)}
          >
            排版和导出
          </Button>
        </span>
      </div>
      <div className="alb-grid">
        <Card title="版式">
          <div className="alb-form">
            <TextField label="题名" value={facts.title} onChange={title => set({ title })} maxChars={30} required />
            <TextField label="副题" value={facts.subtitle} onChange={subtitle => set({ subtitle })} maxChars={60} />
            <div className="dd-pair">
              <TextField label="编印单位" value={facts.unit} onChange={unit => set({ unit })} maxChars={60} />
              <TextField label="日期" value={facts.on} onChange={on => set({ on })} maxChars={30} />
            </div>
            <Segmented
              aria-label="每页"
              block
              options={options(albumLayouts)}
              value={facts.layout}
              onChange={layout => set({ layout })}
            />
            <div className="dd-pair">
              <Select
                aria-label="开本"
                options={options(albumPapers)}
                value={facts.paper}
                onChange={paper => set({ paper })}
              />
              <Select
                aria-label="分章"
                options={options(chapterings)}
                value={facts.chapters}
                onChange={chapters => set({ chapters })}
              />
            </div>
            <label className="exp-check">
              <input type="checkbox" checked={facts.bleed} onChange={event => set({ bleed: event.target.checked })} />
              送印刷厂：四边各留 3 毫米出血，带裁切线
            </label>
            <TextField
              label="前言"
              value={facts.foreword}
              onChange={foreword => set({ foreword })}
              maxChars={6000}
              multiline
              rows={6}
            />
            <TextField
              label="封底文字"
              value={facts.back}
              onChange={back => set({ back })}
              maxChars={600}
              multiline
              rows={2}
            />
          </div>
        </Card>
        <AlbumPeople
          entries={entries}
          known={known}
          locked={locked}
          onEntries={setEntries}
          onKnown={more => setKnown([...known, ...more.filter(each => !known.some(({ id }) => id === each.id))])}
        />
      </div>
      {looking && <AlbumPreview album={album} content={content} onClose={() => setLooking(false)} />}
      <ReasonDialog
        open={removing}
        title="删除这本风采录"
        consequence="画册里的排序和单独改过的文字一并删除，荣誉册不受影响。"
        confirmText="删除"
        danger
        onConfirm={async reason => {
          await api.albums.remove({ id: album.id, revision: album.revision, reason })
          onClose()
        }}
        onClose={() => setRemoving(false)}
      />
    </div>
  )
}
