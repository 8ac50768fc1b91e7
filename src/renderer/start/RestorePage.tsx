import { useState } from 'react'
import {
  type BackupPreview,
  backupKindTitles,
  backupPlaceTitles,
  type ListedBackup,
  type RestoreKey,
} from '../../shared/backups/backups'
import { minuteWords } from '../../shared/exports/exports'
import { mayUseFolder } from '../../shared/it-policy/it-policy.rules'
import { api } from '../api/client'
import { useItPolicy } from '../api/it-policy'
import { useAsked } from '../api/useAsked'
import { useJob } from '../api/useJob'
import { bytesWords } from '../backups/backups.words'
import { session } from '../session/session.store'
import { Button } from '../ui/Button'
import { Icon } from '../ui/icons'
import { LockNote } from '../ui/LockNote'
import { ErrorNote } from '../ui/states'
import { KeyForm } from './KeyForm'
import { Plaque, StartFrame } from './StartFrame'
import { Working } from './Working'

interface RestorePageProps {
  /** The unit's name, where the store still tells it. */
  readonly unit: string
  /** No password of this store can work on this computer. */
  readonly byCode: boolean
  readonly onClose: () => void
}
type Step =
  | { readonly kind: 'list' }
  | { readonly kind: 'key'; readonly backup: ListedBackup }
  | {
      readonly kind: 'preview'
      readonly backup: ListedBackup
      readonly key: RestoreKey
      readonly preview: BackupPreview
    }
  | { readonly kind: 'done'; readonly name: string; readonly beside: string | null }

/** From a list of backups over a look at one to the restored store; the present one is never overwritten. */
export function RestorePage({ unit, byCode, onClose }: RestorePageProps) {
  const [step, setStep] = useState<Step>({ kind: 'list' })
  const job = useJob()
  const finish = (): void => {
    void session.getState().refresh()
    onClose()
  }

  async function restore({ backup, key }: Extract<Step, { kind: 'preview' }>, beside: boolean): Promise<void> {
    const chosen = beside ? await api.shell.chooseSaveFolder({}) : null
    if (beside && !chosen) return
    const name = { place: backup.place, file: backup.file }
    const done = await job.run('正在恢复', options =>
      api.backups.restore({ name, key, token: chosen?.token ?? null }, options),
    )
    if (done) setStep({ kind: 'done', name: done.name, beside: chosen?.token ?? null })
  }

  const { running } = job
  return (
    <StartFrame side={<Plaque text={unit} />} wide>
      {running !== null && <Working {...running} onCancel={job.cancel} />}
      {running === null && step.kind === 'list' && (
        <List onPick={backup => setStep({ kind: 'key', backup })} onClose={onClose} />
      )}
      {running === null && step.kind === 'key' && (
        <KeyForm
          title="打开这份备份"
          lead={`${step.backup.head ? minuteWords(step.backup.head.at) : step.backup.file} 的备份。用系统管理员或组织干事那时的登录名和密码，或者封存的恢复码。`}
          act="预览"
          byCode={byCode}
          onKey={async key => {
            const { backup } = step
            const preview = await api.backups.preview({ name: { place: backup.place, file: backup.file }, key })
            setStep({ kind: 'preview', backup, key, preview })
          }}
          onBack={() => setStep({ kind: 'list' })}
        />
      )}
      {running === null && step.kind === 'preview' && (
        <Preview
          preview={step.preview}
          error={job.error}
          onRestore={beside => void restore(step, beside)}
          onBack={() => setStep({ kind: 'list' })}
        />
      )}
      {running === null && step.kind === 'done' && <Done {...step} onFinish={finish} />}
    </StartFrame>
  )
}

function List({ onPick, onClose }: { onPick: (backup: ListedBackup) => void; onClose: () => void }) {
  const found = useAsked(() => api.backups.found({}))
  const [error, setError] = useState<unknown>(null)
  const choose = async (): Promise<void> => {
    setError(null)
    try {
      const chosen = await api.shell.chooseBackup({})
      if (chosen) onPick(await api.backups.choose({ token: chosen.token }))
    } catch (failure) {
      setError(failure)
    }
  }
  const good = found.data?.filter(({ head }) => head !== null) ?? []
  return (
    <>
      <h1>从备份恢复</h1>
      <p className="start-lead">选一份备份，先预览再恢复。现在的数据库会另外放好，不会被覆盖。</p>
      {found.error !== null && <ErrorNote error={found.error} />}
      {error !== null && <ErrorNote error={error} />}
      {found.data && good.length === 0 && <p className="start-lead">备份文件夹里没有找到备份，请选择备份文件。</p>}
      {good.length > 0 && (
        <ul className="start-stores start-backups" aria-label="找到的备份">
          {good.map(backup => (
            <li key={`${backup.place}/${backup.file}`}>
              <button type="button" className="start-store" onClick={() => onPick(backup)}>
                <Icon name="store" />
                <span className="start-store-text">
                  <b>{backup.head && minuteWords(backup.head.at)}</b>
                  <span className="start-store-place">
                    {backup.head && backupKindTitles[backup.head.kind]}，{backupPlaceTitles[backup.place]}
                  </span>
                </span>
                <span className="start-store-when">{bytesWords(backup.bytes)}</span>
              </button>
            </li>
          ))}
        </ul>
      )}
      <div className="start-actions">
        <Button onClick={() => void choose()} icon={<Icon name="folder" size={16} />}>
          选择备份文件
        </Button>
        <Button onClick={onClose}>返回</Button>
      </div>
    </>
  )
}

function Preview(props: {
  preview: BackupPreview
  error: unknown
  onRestore: (beside: boolean) => void
  onBack: () => void
}) {
  const { head, unit, contents, behind } = props.preview
  const { inForce } = useItPolicy()
  const elsewhere = mayUseFolder(inForce, '')
  const facts: readonly (readonly [string, string])[] = [
    ['单位', unit],
    ['备份时间', `${minuteWords(head.at)}（${backupKindTitles[head.kind]}）`],
    ['最后一次改动', contents.lastChangeAt === null ? '没有' : minuteWords(contents.lastChangeAt)],
    ['干部', `${contents.people.toLocaleString('zh-CN')} 人`],
    ['审计日志', `${contents.seq.toLocaleString('zh-CN')} 行`],
    ...(contents.note === '' ? [] : [['备注', contents.note] as const]),
  ]
  return (
    <>
      <h1>恢复这份备份</h1>
      <dl className="start-facts">
        {facts.map(([title, value]) => (
          <div key={title}>
            <dt>{title}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      <p className="start-kept" data-loses={(behind ?? 0) > 0 || undefined}>
        {behind === null
          ? '这台计算机没有用过这个数据库。'
          : behind === 0
            ? '这台计算机记得的操作都在里面。'
            : `这台计算机记得，备份之后还有 ${behind} 行操作。恢复到原位置后这些要重新录入，并由安全保密管理员登录确认，确认前只能查看。`}
      </p>
      {props.error !== null && <ErrorNote error={props.error} />}
      <div className="start-actions">
        <Button kind="primary" onClick={() => props.onRestore(false)}>
          恢复到原位置
        </Button>
        <Button reason={elsewhere.allowed ? undefined : elsewhere.reason} onClick={() => props.onRestore(true)}>
          恢复到另一个文件夹
        </Button>
        <Button kind="link" onClick={props.onBack}>
          换一份备份
        </Button>
      </div>
      {!elsewhere.allowed && (
        <p className="start-wait">
          数据库的位置 <LockNote what={inForce.storeFolder} />
        </p>
      )}
    </>
  )
}

function Done({ name, beside, onFinish }: { name: string; beside: string | null; onFinish: () => void }) {
  const [error, setError] = useState<unknown>(null)
  const open = async (token: string): Promise<void> => {
    try {
      await session.getState().bind(() => api.shell.openRestored({ token }))
      onFinish()
    } catch (failure) {
      setError(failure)
    }
  }
  return (
    <>
      <h1>已恢复</h1>
      <p className="start-lead">
        {beside !== null
          ? `逐页核对无误，放在“${name}”。原来的数据库没有动。`
          : name === ''
            ? '逐页核对无误。'
            : `逐页核对无误。原来的数据库放在数据库文件夹里的“${name}”，确认不再需要后由系统管理员删除。`}
      </p>
      {error !== null && <ErrorNote error={error} />}
      <div className="start-actions">
        {beside === null ? (
          <Button kind="primary" onClick={onFinish}>
            去登录
          </Button>
        ) : (
          <>
            <Button kind="primary" onClick={() => void open(beside)}>
              打开恢复出来的数据库
            </Button>
            <Button onClick={onFinish}>返回</Button>
          </>
        )}
      </div>
    </>
  )
}
