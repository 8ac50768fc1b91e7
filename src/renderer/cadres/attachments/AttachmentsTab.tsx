import { App } from 'antd'
import { useState } from 'react'
import { ArchiveClass, type Attachment } from '../../../shared/attachments/attachments'
import { attachmentLimits, sizeWords } from '../../../shared/attachments/attachments.rules'
import { isShown } from '../../../shared/attachments/recognise.rules'
import { api } from '../../api/client'
import { useCall } from '../../api/query'
import { useMay } from '../../api/session'
import { useJob } from '../../api/useJob'
import { Button } from '../../ui/Button'
import { Card } from '../../ui/Card'
import { describeError } from '../../ui/errorWords'
import { Icon } from '../../ui/icons'
import { ProgressDialog } from '../../ui/ProgressDialog'
import { ReasonDialog } from '../../ui/ReasonDialog'
import { EmptyState, ErrorNote, Loading } from '../../ui/states'
import type { CadreTabProps } from '../tabs'
import { AttachmentRows, type RowActs } from './AttachmentRows'
import './attachments.css'
import { ClassList, type Shelf } from './ClassList'
import { DescribeDialog } from './DescribeDialog'
import { Outcomes } from './Outcomes'
import { SaveDialog } from './SaveDialog'
import { useAdding } from './useAdding'
import { useDropZone } from './useDropZone'
import { Viewer } from './Viewer'

/** What is open over the list, and on which attachment. */
type Open = { readonly what: 'ask' | 'view' | 'describe' | 'save' | 'remove'; readonly on: Attachment }

/** 附件: scans and documents of a person, by the ten classes of the archive. */
export function AttachmentsTab({ file }: CadreTabProps) {
  const cadreId = file.cadre.id
  const { message } = App.useApp()
  const may = useMay()
  const edits = may('cadres.edit') && file.trashedAt === null
  const list = useCall('attachments', 'list', { cadreId })
  const adding = useAdding(cadreId)
  const checking = useJob()
  const zone = useDropZone(edits ? (files, category) => void adding.drop(files, category) : undefined)
  const [shelf, setShelf] = useState<Shelf>('all')
  const [open, setOpen] = useState<Open | null>(null)
  /** Why the material is looked at: asked once, and kept as long as the tab is open. */
  const [reason, setReason] = useState<string | null>(null)

  const all = list.data ?? []
  const held = all.filter(({ removedAt }) => removedAt === null)
  const removed = all.filter(({ removedAt }) => removedAt !== null)
  const listed = shelf === 'removed' && removed.length > 0 ? removed : held
  const classes = shelf === 'all' || shelf === 'removed' ? ArchiveClass.options : [shelf]
  const groups = classes
    .map(category => ({ category, rows: listed.filter(each => each.category === category) }))
    .filter(({ rows }) => rows.length > 0)

  const say = (error: unknown): void => void message.warning(describeError(error).what)
  const act = (what: Open['what']) => (on: Attachment) => setOpen({ what, on })
  const move = (on: Attachment, by: -1 | 1): void => {
    const ids = held.filter(({ category }) => category === on.category).map(({ id }) => id)
    const from = ids.indexOf(on.id)
    const to = from + by
    if (to < 0 || to >= ids.length) return
    ids.splice(to, 0, ...ids.splice(from, 1))
    void api.attachments.arrange({ cadreId, category: on.category, ids }).catch(say)
  }
  const acts: RowActs = {
    view: act(reason === null ? 'ask' : 'view'),
    describe: edits ? act('describe') : undefined,
    save: may('cadres.export') && file.trashedAt === null ? act('save') : undefined,
    remove: edits ? act('remove') : undefined,
    restore: edits ? on => void api.attachments.restore({ cadreId, id: on.id }).catch(say) : undefined,
    move: edits ? move : undefined,
  }
  const verify = async (): Promise<void> => {
    const done = await checking.run('核对附件内容', options => api.attachments.verify({ cadreId }, options))
    if (!done) return
    const names = all.filter(({ id }) => done.damaged.includes(id)).map(({ title }) => `《${title}》`)
    if (names.length > 0) void message.error(`${names.join('、')}的内容和加入时不一致，请用原件重新加入`, 8)
    else void message.info(`${done.checked} 件内容都和加入时一致`)
  }
  const close = (): void => setOpen(null)
  const add = (): void => void adding.choose(shelf === 'all' || shelf === 'removed' ? null : shelf)
  const bytes = held.reduce((sum, each) => sum + each.bytes, 0)
  return (
    <div className="att-zone" data-over={zone.over !== null || undefined} {...zone.handlers}>
      <Card
        title="附件"
        note={held.length > 0 ? `${held.length} 件，共 ${sizeWords(bytes)}` : undefined}
        more={
          <span className="att-head">
            {held.length > 0 && (
              <Button kind="link" size="small" onClick={() => void verify()}>
                核对内容
              </Button>
            )}
            {edits && (
              <Button size="small" icon={<Icon name="plus" size={16} />} onClick={add}>
                添加附件
              </Button>
            )}
          </span>
        }
      >
        {(adding.error ?? checking.error) !== null && <ErrorNote error={adding.error ?? checking.error} />}
        <Outcomes outcomes={adding.outcomes} all={all} onDescribe={acts.describe} onGone={adding.forget} />
        {list.isPending && <Loading />}
        {list.isError && <ErrorNote error={list.error} onRetry={() => void list.refetch()} />}
        {list.data && (
          <div className="att-body">
            <ClassList held={held} removed={removed.length} shelf={shelf} over={zone.over} onChange={setShelf} />
            <div className="att-main">
              {groups.map(({ category, rows }) => (
                <AttachmentRows key={category} category={category} rows={rows} acts={acts} />
              ))}
              {groups.length === 0 && <Nothing shelf={shelf} edits={edits} />}
            </div>
          </div>
        )}
      </Card>
      {adding.running && <ProgressDialog {...adding.running} stopping="不留下任何附件" onCancel={adding.cancel} />}
      {checking.running && (
        <ProgressDialog {...checking.running} stopping="核对不改动任何内容" onCancel={checking.cancel} />
      )}
      <ReasonDialog
        open={open?.what === 'ask'}
        title="查阅附件"
        consequence="扫描件上可能有身份证号、家庭、健康等遮住的内容。谁在什么时候、因为什么看过，都记入审计日志；离开这一页以前看其他附件，沿用这个事由。"
        confirmText="查阅"
        onConfirm={async text => {
          setReason(text)
          if (open) act('view')(open.on)
        }}
        onClose={() => setOpen(now => (now?.what === 'ask' ? null : now))}
      />
      {open?.what === 'view' && reason !== null && (
        <Viewer
          cadreId={cadreId}
          shown={held.filter(({ format }) => isShown(format))}
          attachment={open.on}
          reason={reason}
          onTurn={act('view')}
          onSave={acts.save}
          onClose={close}
        />
      )}
      {open?.what === 'describe' && <DescribeDialog cadreId={cadreId} attachment={open.on} onClose={close} />}
      {open?.what === 'save' && <SaveDialog file={file} attachment={open.on} onClose={close} />}
      <ReasonDialog
        open={open?.what === 'remove'}
        title={open ? `移出《${open.on.title}》` : ''}
        consequence="这件材料不再列在附件里，内容仍加密保存。可以在“已移出”里恢复，也可以在“变更”里撤销。"
        confirmText="移出"
        danger
        onConfirm={async text => {
          if (open) await api.attachments.remove({ cadreId, id: open.on.id, reason: text })
        }}
        onClose={close}
      />
    </div>
  )
}

function Nothing({ shelf, edits }: { shelf: Shelf; edits: boolean }) {
  const { bytes } = attachmentLimits
  return (
    <EmptyState
      title={shelf === 'all' ? '还没有附件' : '这一类还没有附件'}
      hint={
        edits
          ? `把扫描件、任免文件、证书拖到这里，或点“添加附件”。拖到左边某一类上，就放进那一类。可以是 PDF、JPG、PNG、TIFF、OFD、DOCX、XLSX，每件不超过 ${sizeWords(bytes.value)}；原件仍按档案规定保管。`
          : '有编辑权限的账户可以加入扫描件和文档。'
      }
    />
  )
}
