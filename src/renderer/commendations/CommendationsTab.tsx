import { useState } from 'react'
import { Commendation, CommendationFacts } from '../../shared/commendations/commendations'
import { todayDay } from '../../shared/dates/today'
import { useWall, type WallFilter, wholeWall } from '../albums/useWall'
import { WallFilters } from '../albums/WallFilters'
import { api } from '../api/client'
import { useCall } from '../api/query'
import { useMay, useSession } from '../api/session'
import { DocumentButton } from '../documents/DocumentButton'
import { Button } from '../ui/Button'
import { Card } from '../ui/Card'
import { FormDialog } from '../ui/FormDialog'
import { ReasonDialog } from '../ui/ReasonDialog'
import { EmptyState, ErrorNote, Loading } from '../ui/states'
import { TextField } from '../ui/TextField'
import '../albums/albums.css'

const begun = (sender: string): CommendationFacts => ({
  title: '关于表扬先进个人和集体的决定',
  documentNo: '',
  addressee: '',
  opening: '经研究，决定对下列个人和集体予以表扬。',
  closing: '希望受到表扬的个人和集体珍惜荣誉，再接再厉。各单位要向他们学习。',
  sender,
  on: todayDay(),
  copiedTo: '',
  honourIds: [],
})

/** 表扬决定: drafted here with who is honoured, printed and exported like other 公文. */
export function CommendationsTab() {
  const { unit } = useSession()
  const locked = useMay()('honours.edit') ? undefined : '没有编辑荣誉的权限'
  const [editing, setEditing] = useState<Commendation | 'new'>()
  const [removing, setRemoving] = useState<Commendation>()
  const list = useCall('commendations', 'list', {})
  return (
    <div className="dd-tab">
      <div className="dd-filter">
        <Button kind="primary" reason={locked} onClick={() => setEditing('new')}>
          起草表扬决定
        </Button>
        <span className="dd-aside">Word 模板在“文书模板”里更换。</span>
      </div>
      <Card className="dd-list">
        {list.isPending && <Loading />}
        {list.error && <ErrorNote error={list.error} onRetry={() => void list.refetch()} />}
        {list.data?.length === 0 && (
          <EmptyState title="还没有表扬决定" hint="写好正文，选上受表扬的个人和集体，名单按单位排好。" />
        )}
        <ul>
          {list.data?.map(each => (
            <li key={each.id} className="dd-row">
              <span>
                <b>{each.title}</b>
                <small>{each.documentNo || '没有文号'}</small>
              </span>
              <span>{each.honourIds.length} 项</span>
              <span>
                {each.on.replaceAll('-', '.')}
                <small>{each.byName}</small>
              </span>
              <span className="dd-row-acts">
                <Button size="small" reason={locked} onClick={() => setEditing(each)}>
                  修改
                </Button>
                <Button size="small" reason={locked} onClick={() => setRemoving(each)}>
                  删除
                </Button>
                <DocumentButton document={{ of: 'commendation', id: each.id }} title={each.title} />
              </span>
            </li>
          ))}
        </ul>
      </Card>
      {editing && (
        <EditDialog
          known={editing === 'new' ? undefined : editing}
          first={editing === 'new' ? begun(unit) : CommendationFacts.parse(editing)}
          onClose={() => setEditing(undefined)}
        />
      )}
      {removing && (
        <ReasonDialog
          open
          title="删除这份表扬决定"
          consequence="只删除这份稿子，荣誉册不受影响。"
          confirmText="删除"
          danger
          onConfirm={async reason => {
            await api.commendations.remove({ id: removing.id, revision: removing.revision, reason })
          }}
          onClose={() => setRemoving(undefined)}
        />
      )}
    </div>
  )
}

interface EditProps {
  readonly known: Commendation | undefined
  readonly first: CommendationFacts
  readonly onClose: () => void
}
function EditDialog({ known, first, onClose }: EditProps) {
  const [facts, setFacts] = useState(first)
  const [filter, setFilter] = useState<WallFilter>(wholeWall)
  const found = useWall(filter).data ?? []
  const listed = new Set<string>(facts.honourIds)
  const set = (more: Partial<CommendationFacts>): void => setFacts({ ...facts, ...more })
  const parsed = CommendationFacts.safeParse(facts)
  const act = (): Promise<unknown> =>
    known ? api.commendations.change({ id: known.id, revision: known.revision, facts }) : api.commendations.add(facts)
  return (
    <FormDialog
      title={known ? '修改表扬决定' : '起草表扬决定'}
      act="保存"
      refusal={parsed.success ? undefined : '标题、正文、落款和日期要写'}
      width={900}
      onAct={act}
      onClose={onClose}
    >
      <TextField label="标题" value={facts.title} onChange={title => set({ title })} maxChars={60} required />
      <div className="dd-pair">
        <TextField label="文号" value={facts.documentNo} onChange={documentNo => set({ documentNo })} maxChars={80} />
        <TextField label="主送" value={facts.addressee} onChange={addressee => set({ addressee })} maxChars={200} />
      </div>
      <TextField
        label="正文"
        value={facts.opening}
        onChange={opening => set({ opening })}
        maxChars={6000}
        multiline
        rows={3}
        required
      />
      <TextField
        label="结语"
        value={facts.closing}
        onChange={closing => set({ closing })}
        maxChars={3000}
        multiline
        rows={2}
      />
      <div className="dd-pair">
        <TextField label="落款" value={facts.sender} onChange={sender => set({ sender })} maxChars={80} required />
        <TextField
          label="日期（2026-07-01）"
          value={facts.on}
          onChange={on => set({ on: on as CommendationFacts['on'] })}
          nfkc
          required
        />
      </div>
      <TextField label="抄送" value={facts.copiedTo} onChange={copiedTo => set({ copiedTo })} maxChars={200} />
      <WallFilters value={filter} onChange={setFilter} />
      <p className="dd-aside">
        名单里 {listed.size} 项，印出时按单位排。
        <Button
          size="small"
          kind="link"
          onClick={() => set({ honourIds: [...new Set([...facts.honourIds, ...found.map(({ id }) => id)])] })}
        >
          收入找到的 {found.length} 项
        </Button>
        <Button size="small" kind="link" onClick={() => set({ honourIds: [] })}>
          清空名单
        </Button>
      </p>
      <ul className="alb-found">
        {found.map(({ id, name, honour, unitName }) => (
          <li key={id}>
            <label className="exp-check">
              <input
                type="checkbox"
                checked={listed.has(id)}
                onChange={event =>
                  set({
                    honourIds: event.target.checked
                      ? [...facts.honourIds, id]
                      : facts.honourIds.filter(each => each !== id),
                  })
                }
              />
              <b>{name}</b>
              <small>
                {honour}　{unitName}
              </small>
            </label>
          </li>
        ))}
      </ul>
    </FormDialog>
  )
}
