import { Segmented, Select } from 'antd'
import { useState } from 'react'
import type { CertificateTemplate } from '../../shared/certificates/certificates'
import { type HonourFilter, wholeRegister } from '../../shared/honours/honours'
import { WallFilters } from '../albums/WallFilters'
import { useCall } from '../api/query'
import { useMay } from '../api/session'
import { Button } from '../ui/Button'
import { Card } from '../ui/Card'
import { EmptyState, ErrorNote, Loading } from '../ui/states'
import { Batches } from './Batches'
import { CertificatesDialog } from './CertificatesDialog'
import { NumberDialog } from './NumberDialog'
import { TemplateEditor } from './TemplateEditor'
import './certificates.css'

type Part = 'print' | 'templates' | 'numbers'
/** So many certificates go out at once. */
const MOST = 500

/** 证书: numbers and certificates in batches, their templates. */
export function CertificatesTab() {
  const [part, setPart] = useState<Part>('print')
  const templates = useCall('certificates', 'templates', {})
  if (templates.isPending) return <Loading />
  if (templates.error) return <ErrorNote error={templates.error} onRetry={() => void templates.refetch()} />
  return (
    <div className="dd-tab">
      <div className="dd-filter">
        <Segmented<Part>
          aria-label="证书"
          value={part}
          onChange={setPart}
          options={[
            { value: 'print', label: '编号和打印' },
            { value: 'templates', label: '模板' },
            { value: 'numbers', label: '编号登记' },
          ]}
        />
      </div>
      {part === 'print' && <Choosing templates={templates.data} />}
      {part === 'templates' && <Templates templates={templates.data} />}
      {part === 'numbers' && <Batches />}
    </div>
  )
}

function Choosing({ templates }: { readonly templates: readonly CertificateTemplate[] }) {
  const may = useMay()
  const [filter, setFilter] = useState<HonourFilter>(wholeRegister)
  const [key, setKey] = useState<string>()
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set())
  const [open, setOpen] = useState<'number' | 'out'>()
  const list = useCall('honours', 'list', { ...filter, revoked: false, offset: 0, limit: MOST })
  const rows = list.data?.rows ?? []
  const picked = rows.filter(({ id }) => chosen.has(id))
  const unnumbered = picked.filter(({ certificateNo }) => certificateNo === '')
  const template = templates.find(each => each.key === key) ?? templates[0]
  const locked = may('honours.edit') ? undefined : '没有编辑荣誉的权限'
  const choose = (all: readonly { readonly id: string }[]): void => setChosen(new Set(all.map(({ id }) => id)))
  const toggle = (id: string): void => {
    const next = new Set(chosen)
    if (!next.delete(id)) next.add(id)
    setChosen(next)
  }
  const isAll = rows.length > 0 && picked.length === rows.length
  return (
    <>
      <WallFilters value={filter} onChange={next => setFilter({ ...next, revoked: false })} />
      <div className="dd-filter">
        <Select
          aria-label="模板"
          className="crt-select"
          value={template?.key ?? ''}
          onChange={setKey}
          options={templates.map(each => ({ value: each.key, label: each.name }))}
        />
        <span className="dd-aside" role="status">
          已选 {picked.length} 项{picked.length > 0 && `，${unnumbered.length} 项没有编号`}
        </span>
        <Button size="small" onClick={() => choose(rows.filter(({ certificateNo }) => certificateNo === ''))}>
          选没有编号的
        </Button>
        <Button size="small" onClick={() => choose(isAll ? [] : rows)}>
          {isAll ? '全不选' : '全选'}
        </Button>
        <span className="alb-acts">
          <Button
            reason={locked ?? (unnumbered.length === 0 ? '先选没有编号的荣誉' : undefined)}
            onClick={() => setOpen('number')}
          >
            编号
          </Button>
          <Button
            kind="primary"
            reason={locked ?? (picked.length === 0 ? '先选荣誉' : undefined)}
            onClick={() => setOpen('out')}
          >
            预览和打印
          </Button>
        </span>
      </div>
      <Card className="dd-list">
        {list.isPending && <Loading />}
        {list.error && <ErrorNote error={list.error} onRetry={() => void list.refetch()} />}
        {list.data?.total === 0 && (
          <EmptyState title="没有可以发证书的荣誉" hint="先在荣誉册里登记，或者换一个条件。" />
        )}
        <ul>
          {rows.map(({ id, shownName, post, unitName, name, kind, on, certificateNo }) => (
            <li key={id} className="crt-row">
              <label className="exp-check">
                <input type="checkbox" checked={chosen.has(id)} onChange={() => toggle(id)} />
                <b>{shownName}</b>
              </label>
              <small>{post || unitName}</small>
              <span>{name}</span>
              <small>
                {kind}　{on.replaceAll('-', '.')}
              </small>
              <span className="crt-number">{certificateNo || '未编号'}</span>
            </li>
          ))}
        </ul>
        {(list.data?.total ?? 0) > MOST && <p className="alb-none">只列出最近 {MOST} 项，用条件缩小范围。</p>}
      </Card>
      {open === 'number' && template && (
        <NumberDialog
          of="honours"
          template={template}
          ids={unnumbered.map(({ id }) => id)}
          onClose={() => setOpen(undefined)}
        />
      )}
      {open === 'out' && template && (
        <CertificatesDialog
          template={template}
          of="honours"
          ids={picked.map(({ id }) => id)}
          onClose={() => setOpen(undefined)}
        />
      )}
    </>
  )
}

function Templates({ templates }: { readonly templates: readonly CertificateTemplate[] }) {
  const [key, setKey] = useState<string>()
  const shown = templates.find(each => each.key === key) ?? templates[0]
  return (
    <>
      <div className="dd-chips">
        {templates.map(each => (
          <button key={each.key} type="button" aria-pressed={each === shown} onClick={() => setKey(each.key)}>
            {each.name}
          </button>
        ))}
      </div>
      {shown && <TemplateEditor key={`${shown.key} ${shown.revision}`} template={shown} onMade={setKey} />}
    </>
  )
}
