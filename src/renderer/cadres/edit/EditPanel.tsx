import { App } from 'antd'
import { useEffect, useRef, useState } from 'react'
import type { CadreFile } from '../../../shared/cadres/cadres.contract'
import { fieldLabels } from '../../../shared/cadres/field-labels'
import type { PairKey } from '../../../shared/cadres/pairs/pair'
import { Button } from '../../ui/Button'
import { Card } from '../../ui/Card'
import { Icon } from '../../ui/icons'
import { ErrorNote } from '../../ui/states'
import { TextField } from '../../ui/TextField'
import { instantWords } from '../cadres.words'
import { useOpenPeople } from '../open/open.store'
import './edit.css'
import { DraftTexts, TextsLine } from './DraftTexts'
import { editGroups } from './edit.fields'
import { FieldInput } from './FieldInput'
import { TableGroup } from './TableGroup'
import { useEdit } from './useEdit'

/** What stays in sight above the field that editing begins with, in pixels. */
const ABOVE = 96

interface EditPanelProps {
  file: CadreFile
  /** Where the keys go first; empty for the beginning. */
  field: string
  onSaved: (fields: number) => void
  onLeave: () => void
}

/** The fields grouped as on the form. What is typed is kept as a draft; only what differs is saved. */
export function EditPanel({ file, field, onSaved, onLeave }: EditPanelProps) {
  const edit = useEdit(file)
  const { modal } = App.useApp()
  const form = useRef<HTMLFormElement>(null)
  useEffect(() => {
    if (field === '') return
    // The workspace gives the keys to its page after a change of place: this comes after it.
    const frame = requestAnimationFrame(() => {
      const place = form.current?.querySelector<HTMLElement>(`[data-field="${CSS.escape(field)}"]`)
      // The page alone is moved: scrolling into view would move the workspace around it too.
      const page = place?.closest('.cdr-page')
      if (place && page) page.scrollTop += place.getBoundingClientRect().top - page.getBoundingClientRect().top - ABOVE
      place?.querySelector<HTMLElement>('input, textarea, button')?.focus({ preventScroll: true })
    })
    return () => cancelAnimationFrame(frame)
  }, [field])
  const [compared, setCompared] = useState<PairKey | null>(null)
  const { changed, stale, busy, error, restoredAt } = edit
  const mark = useOpenPeople(state => state.mark)
  const { id } = file.cadre
  const unsaved = changed.length > 0
  useEffect(() => mark(id, unsaved), [mark, id, unsaved])
  const wrong = changed.find(each => edit.wrongOf(each) !== undefined)
  const refusal = stale
    ? '先看过新的内容'
    : changed.length === 0
      ? '还没有改动'
      : wrong !== undefined
        ? `${fieldLabels[wrong]}：${edit.wrongOf(wrong)}`
        : undefined

  const save = async (): Promise<void> => {
    const fields = await edit.save()
    if (fields !== undefined) {
      mark(id, false)
      return onSaved(fields)
    }
    // Where something is wrong the keys go there.
    requestAnimationFrame(() => form.current?.querySelector<HTMLElement>('[aria-invalid=true]')?.focus())
  }
  const giveUp = (): void => {
    const leave = (): void => {
      mark(id, false)
      onLeave()
    }
    if (changed.length === 0) return void edit.discard().then(leave)
    void modal.confirm({
      title: `放弃 ${changed.length} 项没有保存的修改`,
      content: '档案保持原样。放弃以后这些内容不能找回。',
      icon: null,
      okText: '放弃修改',
      okButtonProps: { danger: true },
      cancelText: '接着改',
      onOk: () => edit.discard().then(leave),
    })
  }

  return (
    <>
      <form
        ref={form}
        className="cdr-edit"
        aria-label="编辑档案"
        onSubmit={event => {
          event.preventDefault()
          void save()
        }}
        onKeyDown={event => {
          if (!event.ctrlKey || event.key !== 's') return
          event.preventDefault()
          void save()
        }}
      >
        {restoredAt !== null && (
          <p className="cdr-strip">
            <Icon name="clock" size={16} />
            <span>接着 {instantWords(restoredAt)} 没有保存的修改</span>
          </p>
        )}
        {stale && (
          <p className="cdr-strip">
            <Icon name="warning" size={16} />
            <b>这份档案在您修改期间改过</b>
            <span>您改动的 {changed.length} 项还在，每项下面是现在的内容。核对以后再保存。</span>
            <Button size="small" onClick={edit.goOn}>
              核对过了，接着改
            </Button>
          </p>
        )}
        {editGroups.map(({ title, fields, pair, tables = [] }) => (
          <Card key={title} title={title}>
            <div className="cdr-fields">
              {fields.map(spec => (
                <FieldInput key={spec.field} spec={spec} edit={edit} />
              ))}
            </div>
            {pair && <TextsLine pair={pair} edit={edit} onOpen={() => setCompared(pair)} />}
            {tables.map(table => (
              <TableGroup key={table} field={table} edit={edit} titled={fields.length > 0 || tables.length > 1} />
            ))}
          </Card>
        ))}
        <div className="cdr-save">
          {error !== null && <ErrorNote error={error} />}
          <div>
            <span role="status">{changed.length === 0 ? '还没有改动' : `改了 ${changed.length} 项`}</span>
            <TextField
              label="修改理由"
              hideLabel
              placeholder="修改理由，如：按档案核对"
              value={edit.reason}
              onChange={edit.setReason}
              maxChars={200}
            />
            <Button onClick={giveUp}>{changed.length === 0 ? '返回' : '放弃修改'}</Button>
            <Button kind="primary" submit busy={busy} reason={refusal}>
              保存
            </Button>
          </div>
        </div>
      </form>
      {compared && <DraftTexts pair={compared} edit={edit} onClose={() => setCompared(null)} />}
    </>
  )
}
