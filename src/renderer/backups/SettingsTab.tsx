import { App, InputNumber, Switch } from 'antd'
import { useState } from 'react'
import type { BackupSettings, BackupState, Rotation } from '../../shared/backups/backups'
import { defaultBackupSettings } from '../../shared/backups/rotation.rules'
import { api } from '../api/client'
import { useItPolicy } from '../api/it-policy'
import { Button } from '../ui/Button'
import { Card } from '../ui/Card'
import { LockNote } from '../ui/LockNote'
import { ErrorNote, Loading } from '../ui/states'
import { useBackupState } from './useBackupState'
import './backups.css'

const switches: readonly { key: 'hourly' | 'daily' | 'onQuit'; title: string; meaning: string }[] = [
  { key: 'hourly', title: '每小时备份', meaning: '一小时内有新内容时' },
  { key: 'daily', title: '每日备份', meaning: '每天第一次有新内容时' },
  { key: 'onQuit', title: '退出时备份', meaning: '退出前有新内容没有备份时，退出会多等几秒' },
]
const figures: readonly { key: keyof Rotation; title: string; unit: string; min: number; max: number }[] = [
  { key: 'hours', title: '每小时一份，保留', unit: '小时', min: 0, max: 240 },
  { key: 'days', title: '每天一份，保留', unit: '天', min: 1, max: 366 },
  { key: 'weeks', title: '每周一份，保留', unit: '周', min: 0, max: 260 },
  { key: 'months', title: '每月一份，保留', unit: '个月', min: 0, max: 240 },
  { key: 'beforeChanges', title: '升级、换密钥、导入前的，各保留', unit: '份', min: 1, max: 50 },
  { key: 'least', title: '完好的任何时候至少保留', unit: '份', min: 3, max: 50 },
]

/** When backups are made by themselves, how many stay, and where the second copy goes. */
export function SettingsTab() {
  const state = useBackupState()
  if (state.isError) return <ErrorNote error={state.error} onRetry={() => void state.refetch()} />
  if (!state.data) return <Loading />
  return (
    <div className="bak-tab">
      <SecondCard second={state.data.second} />
      <SettingsCard key={JSON.stringify(state.data.settings)} current={state.data.settings} />
    </div>
  )
}

function SecondCard({ second }: Pick<BackupState, 'second'>) {
  const [error, setError] = useState<unknown>(null)
  const [busy, setBusy] = useState(false)
  const settled = useItPolicy().inForce.backupFolder !== undefined
  const { message } = App.useApp()
  const act = async (token: string | null): Promise<void> => {
    setBusy(true)
    setError(null)
    try {
      await api.backups.placeSecond({ token })
      void message.success(token === null ? '不再使用第二备份位置，已有的文件没有动' : '已设定，并写入最近一份备份')
    } catch (failure) {
      setError(failure)
    } finally {
      setBusy(false)
    }
  }
  const choose = async (): Promise<void> => {
    const chosen = await api.shell.chooseSaveFolder({})
    if (chosen) await act(chosen.token)
  }
  return (
    <Card title="第二备份位置" note="另一块磁盘或移动盘。接上时自动写入最近一份备份，文件是加密的">
      <div className="bak-second">
        <p>{second === null ? '没有设定' : <bdi>{second.folder}</bdi>}</p>
        {settled ? (
          <LockNote />
        ) : (
          <Button busy={busy} onClick={() => void choose()}>
            {second === null ? '选择文件夹' : '换一个'}
          </Button>
        )}
        {second !== null && !settled && (
          <Button disabled={busy} onClick={() => void act(null)}>
            不再使用
          </Button>
        )}
      </div>
      {error !== null && <ErrorNote error={error} />}
    </Card>
  )
}

function SettingsCard({ current }: { current: BackupSettings }) {
  const [wanted, setWanted] = useState(current)
  const [error, setError] = useState<unknown>(null)
  const { message } = App.useApp()
  const changed = JSON.stringify(wanted) !== JSON.stringify(current)
  const save = async (): Promise<void> => {
    setError(null)
    try {
      await api.backups.configure(wanted)
      void message.success('已保存')
    } catch (failure) {
      setError(failure)
    }
  }
  return (
    <Card title="自动备份">
      <ul className="bak-settings">
        {switches.map(({ key, title, meaning }) => (
          <li key={key}>
            <Switch checked={wanted[key]} aria-label={title} onChange={on => setWanted({ ...wanted, [key]: on })} />
            <b>{title}</b>
            <span className="bak-quiet">{meaning}</span>
          </li>
        ))}
        {figures.map(({ key, title, unit, min, max }) => (
          <li key={key}>
            <b>{title}</b>
            <InputNumber
              aria-label={title}
              min={min}
              max={max}
              precision={0}
              value={wanted.rotation[key]}
              onChange={value =>
                setWanted({ ...wanted, rotation: { ...wanted.rotation, [key]: value ?? current.rotation[key] } })
              }
            />
            {unit}
          </li>
        ))}
        <li>
          <b>没有新的完好备份，满</b>
          <InputNumber
            aria-label="提醒天数"
            min={1}
            max={60}
            precision={0}
            value={wanted.warnAfterDays}
            onChange={value => setWanted({ ...wanted, warnAfterDays: value ?? current.warnAfterDays })}
          />
          天提醒
        </li>
      </ul>
      {error !== null && <ErrorNote error={error} />}
      <footer className="bak-foot">
        <span className="bak-quiet">手工备份不会被自动清理；升级、换密钥、导入之前总会先备份。</span>
        <Button onClick={() => setWanted(defaultBackupSettings)}>恢复默认</Button>
        <Button kind="primary" reason={changed ? undefined : '还没有改动'} onClick={() => void save()}>
          保存
        </Button>
      </footer>
    </Card>
  )
}
