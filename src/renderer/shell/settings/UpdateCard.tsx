import { Checkbox } from 'antd'
import { useState } from 'react'
import type { UpdateOffer } from '../../../shared/updates/updates'
import { api } from '../../api/client'
import { Button } from '../../ui/Button'
import { Card } from '../../ui/Card'
import { Icon } from '../../ui/icons'
import { ErrorNote } from '../../ui/states'

const insistWords = {
  newer: '',
  same: '版本与现在相同，我要重新安装',
  older: '这是较旧的版本，我要退回去；已升级的数据旧版打不开，要从升级前的备份恢复',
} as const

/** What was found about a package, and what happens when it is installed. */
function Offer({ offer, onClose }: { offer: UpdateOffer; onClose: () => void }) {
  const { version, current, age, sha256, command, token } = offer
  const [insists, setInsists] = useState(false)
  const [busy, setBusy] = useState(false)
  const [copied, setCopied] = useState(false)
  const [error, setError] = useState<unknown>(null)
  const install = async (): Promise<void> => {
    setBusy(true)
    setError(null)
    try {
      await api.shell.startUpdate({ token, insists })
    } catch (failure) {
      setBusy(false)
      setError(failure)
    }
  }
  const copy = (text: string): void => void api.shell.copyText({ text }).then(() => setCopied(true), setError)
  return (
    <div className="settings-offer">
      <p role="status">
        签名有效：担当 {version}，现在是 {current}
      </p>
      <dl>
        <dt>SHA-256</dt>
        <dd>
          <code>{sha256}</code>
        </dd>
        {command !== null && (
          <>
            <dt>安装命令</dt>
            <dd>
              <code>{command}</code>{' '}
              <Button size="small" icon={<Icon name="copy" size={14} />} onClick={() => copy(command)}>
                {copied ? '已复制' : '复制'}
              </Button>
            </dd>
          </>
        )}
      </dl>
      <p className="settings-hint">
        安装要系统管理员的密码。程序会先保存并退出；装好后第一次登录时，先自动备份，再升级数据，备份没有做成就不升级。
      </p>
      {age !== 'newer' && (
        <Checkbox checked={insists} onChange={event => setInsists(event.target.checked)}>
          {insistWords[age]}
        </Checkbox>
      )}
      {error !== null && <ErrorNote error={error} />}
      <div className="settings-offer-acts">
        <Button
          kind="primary"
          busy={busy}
          reason={age === 'newer' || insists ? undefined : '请先勾选上面一项'}
          onClick={() => void install()}
        >
          退出并安装
        </Button>
        <Button onClick={onClose}>不装了</Button>
      </div>
    </div>
  )
}

/** Upgrading without a network: from a package and its signature, as they come on a stick. */
export function UpdateCard() {
  const [offer, setOffer] = useState<UpdateOffer | null>(null)
  const [busy, setBusy] = useState(false)
  const [error, setError] = useState<unknown>(null)
  const choose = async (): Promise<void> => {
    setBusy(true)
    setError(null)
    try {
      setOffer(await api.shell.chooseUpdate({}))
    } catch (failure) {
      setOffer(null)
      setError(failure)
    } finally {
      setBusy(false)
    }
  }
  return (
    <Card title="升级">
      {error !== null && (
        <div className="settings-refusal">
          <ErrorNote error={error} />
        </div>
      )}
      {offer !== null ? (
        <Offer key={offer.token} offer={offer} onClose={() => setOffer(null)} />
      ) : (
        <div className="settings-row settings-end">
          <Button busy={busy} icon={<Icon name="folder" size={16} />} onClick={() => void choose()}>
            选择安装包
          </Button>
          <span className="settings-hint">不联网：用发来的安装包和同名的 .sig 签名文件升级，核对无误才安装</span>
        </div>
      )}
    </Card>
  )
}
