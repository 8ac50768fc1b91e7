import { App } from 'antd'
import { useState } from 'react'
import type { TemplateForm, TemplateState, TemplateVersion } from '../../shared/documents/templates'
import { type Placeholder, placeholdersOf } from '../../shared/documents/templates.rules'
import { api } from '../api/client'
import { useCall } from '../api/query'
import { useJob } from '../api/useJob'
import { Button } from '../ui/Button'
import { Card } from '../ui/Card'
import { describeError } from '../ui/errorWords'
import { StateMark } from '../ui/marks'
import { ReasonDialog } from '../ui/ReasonDialog'
import { ErrorNote, Loading } from '../ui/states'
import './templates.css'

/** The Word template of each paper: the one that ships, or what the unit has put in its place. */
export function TemplatesTab() {
  const templates = useCall('documents', 'templates', {})
  const [form, setForm] = useState<TemplateForm>()
  if (templates.isPending) return <Loading />
  if (templates.isError) return <ErrorNote error={templates.error} onRetry={() => void templates.refetch()} />
  const shown = templates.data.find(each => each.form === form) ?? templates.data[0]
  return (
    <div className="tpl-grid">
      <Card title="文书">
        <ul className="tpl-forms">
          {templates.data.map(state => (
            <li key={state.form}>
              <button type="button" aria-pressed={state === shown} onClick={() => setForm(state.form)}>
                {state.form}
                <small>{inUse(state)}</small>
              </button>
            </li>
          ))}
        </ul>
      </Card>
      {shown && <FormCard key={shown.form} state={shown} />}
    </div>
  )
}

function inUse({ versions: [newest] }: TemplateState): string {
  if (newest?.problems) return '模板要改'
  return newest?.name ? '本单位模板' : '随应用提供'
}

type Asking =
  | { readonly what: 'put'; readonly token: string; readonly name: string }
  | { readonly what: 'restore'; readonly version: number }

function FormCard({ state: { form, versions } }: { state: TemplateState }) {
  const { message } = App.useApp()
  const job = useJob()
  const [asking, setAsking] = useState<Asking | null>(null)
  const say = (error: unknown): void => void message.warning(describeError(error).what)
  const choose = async (): Promise<void> => {
    const chosen = await api.shell.chooseImport({ what: 'attachments' })
    if (chosen) setAsking({ what: 'put', token: chosen.token, name: '' })
  }
  const download = async (version: number): Promise<void> => {
    const place = await api.shell.chooseSaveFile({ suggestedName: `${form}模板`, extension: 'docx' })
    if (!place) return
    const done = await job.run('下载模板', options =>
      api.documents.saveTemplate({ form, version, target: place.token }, options),
    )
    if (done) void message.info(`已存到 ${place.place}`)
  }
  const carryOut = async (reason: string): Promise<void> => {
    if (asking?.what === 'restore') await api.documents.restoreTemplate({ form, version: asking.version, reason })
    if (asking?.what === 'put') {
      const { token } = asking
      await api.documents.putTemplate({ form, token, reason }, {})
    }
  }
  return (
    <div className="tpl-form">
      <Card
        title={`${form}模板`}
        more={
          <span className="tpl-acts">
            <Button size="small" onClick={() => void download(0).catch(say)}>
              下载随应用的模板
            </Button>
            <Button size="small" kind="primary" onClick={() => void choose().catch(say)}>
              更换模板
            </Button>
          </span>
        }
      >
        {job.error !== null && <ErrorNote error={job.error} />}
        <ol className="tpl-versions">
          {versions.map((each, index) => (
            <VersionRow
              key={each.version}
              version={each}
              isInUse={index === 0}
              onDownload={() => void download(each.version).catch(say)}
              onRestore={() => setAsking({ what: 'restore', version: each.version })}
            />
          ))}
        </ol>
      </Card>
      <Card title="占位符">
        <p className="tpl-hint">
          在 Word 里写上占位符，填写时换成内容。带 #
          的要成对写，中间的部分每项重复一次；各占一段、各占一行表格，或者放在一段的开头和结尾。
        </p>
        <Placeholders list={placeholdersOf(form)} />
      </Card>
      <ReasonDialog
        open={asking !== null}
        title={asking?.what === 'restore' ? '改用这一版' : `更换${form}模板`}
        consequence={
          asking?.what === 'restore'
            ? '以后的 Word 文件按这一版填写，现在这一版仍然留着，可以再改回来。'
            : '先检查占位符，缺少或不认识的会列出来，不会放入。以前的模板仍然留着，可以改回来。'
        }
        confirmText={asking?.what === 'restore' ? '改用' : '放入'}
        onConfirm={carryOut}
        onClose={() => setAsking(null)}
      />
    </div>
  )
}

interface VersionRowProps {
  version: TemplateVersion
  isInUse: boolean
  onDownload: () => void
  onRestore: () => void
}

function VersionRow({ version, isInUse, onDownload, onRestore }: VersionRowProps) {
  const { name, changedAt, byName, reason, problems } = version
  const when = changedAt === '' ? '' : changedAt.slice(0, 10).replaceAll('-', '.')
  return (
    <li>
      <span className="tpl-name">{name === '' ? '随应用提供的模板' : name}</span>
      {isInUse && <StateMark state="done">在用</StateMark>}
      <small>{[when, byName, version.version === 0 ? '' : reason].filter(text => text !== '').join('　')}</small>
      <span className="tpl-acts">
        <Button kind="link" size="small" onClick={onDownload}>
          下载
        </Button>
        {!isInUse && (
          <Button kind="link" size="small" onClick={onRestore}>
            改用这一版
          </Button>
        )}
      </span>
      {problems !== '' && <p className="tpl-problems">{problems}</p>}
    </li>
  )
}

function Placeholders({ list }: { list: readonly Placeholder[] }) {
  return (
    <dl className="tpl-places">
      {list.map(({ name, about, required, each }) => (
        <div key={name + (each ? '#' : '')}>
          <dt>
            <code>{each ? `{#${name}}…{/${name}}` : `{${name}}`}</code>
            {required && <b>必有</b>}
          </dt>
          <dd>
            {about}
            {each && `${about === '' ? '' : '：'}${each.map(inner => `{${inner.name}}`).join(' ')}`}
          </dd>
        </div>
      ))}
    </dl>
  )
}
