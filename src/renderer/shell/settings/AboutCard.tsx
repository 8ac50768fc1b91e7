import { useEffect, useState } from 'react'
import { api } from '../../api/client'
import { Button } from '../../ui/Button'
import { Card } from '../../ui/Card'
import { Icon } from '../../ui/icons'
import { ErrorNote, Loading } from '../../ui/states'

type About = Awaited<ReturnType<typeof api.shell.about>>

/** What is handed to whoever helps: versions and the redacted end of the log. */
export function diagnosticsOf({ version, electron, chromium, node, system, log }: About): string {
  const head = [`担当 ${version}`, `Electron ${electron}，Chromium ${chromium}，Node ${node}`, system]
  const text = [...head, '', ...log].join('\n')
  return text.slice(0, 20_000)
}

/** Versions, and the diagnostics for a support call. */
export function AboutCard() {
  const [about, setAbout] = useState<About | null>(null)
  const [error, setError] = useState<unknown>(null)
  const [copied, setCopied] = useState(false)
  useEffect(() => {
    api.shell.about({}).then(setAbout, setError)
  }, [])
  const retry = (): void => {
    setError(null)
    api.shell.about({}).then(setAbout, setError)
  }
  return (
    <Card title="关于">
      {error !== null ? (
        <ErrorNote error={error} onRetry={retry} />
      ) : about === null ? (
        <Loading />
      ) : (
        <dl className="settings-about">
          <dt>担当</dt>
          <dd>{about.version}</dd>
          <dt>运行环境</dt>
          <dd>
            Electron {about.electron}，Chromium {about.chromium}，Node {about.node}
          </dd>
          <dt>系统</dt>
          <dd>{about.system}</dd>
        </dl>
      )}
      <div className="settings-row settings-end">
        <Button
          disabled={about === null}
          icon={<Icon name="copy" size={16} />}
          onClick={() => {
            if (about) void api.shell.copyText({ text: diagnosticsOf(about) }).then(() => setCopied(true), setError)
          }}
        >
          复制诊断信息
        </Button>
        <span className="settings-hint" role="status">
          {copied ? '已复制，可粘贴给系统管理员' : '版本和最近的运行记录，不含人员资料'}
        </span>
        {about?.notices === true && (
          <Button kind="link" onClick={() => void api.shell.showNotices({}).catch(setError)}>
            第三方许可
          </Button>
        )}
      </div>
    </Card>
  )
}
