import { useState } from 'react'
import type { KnownStore } from '../../shared/shell/shell.contract'
import { api } from '../api/client'
import { useItPolicy } from '../api/it-policy'
import { session, useSessionState } from '../session/session.store'
import { Button } from '../ui/Button'
import { Icon } from '../ui/icons'
import { LockNote } from '../ui/LockNote'
import { ErrorNote } from '../ui/states'
import { Plaque, StartFrame } from './StartFrame'

/** 11月23日 this year, 2025年11月23日 before. */
export function dayOf(iso: string, now = new Date()): string {
  const day = new Date(iso)
  const text = `${day.getMonth() + 1}月${day.getDate()}日`
  return day.getFullYear() === now.getFullYear() ? text : `${day.getFullYear()}年${text}`
}

/** The databases that this computer knows, and the ways to another one. */
export function StartPage() {
  const stores = useSessionState(state => state.stores)
  const bound = useSessionState(state => state.store !== null)
  const [error, setError] = useState<unknown>(null)
  const [busy, setBusy] = useState<string | null>(null)

  const bind = async (name: string, call: () => Promise<object | null>): Promise<boolean> => {
    if (busy !== null) return false
    setBusy(name)
    setError(null)
    try {
      return await session.getState().bind(call)
    } catch (failure) {
      setError(failure)
      return false
    } finally {
      setBusy(null)
    }
  }
  const create = () => void bind('new', () => api.shell.newStore({ choose: false }))
  const choose = () => void bind('choose', () => api.shell.chooseStore({}))
  /** Into the usual place, which is empty: a backup brings the whole store with it. */
  const restore = async (): Promise<void> => {
    if (await bind('restore', () => api.shell.newStore({ choose: false }))) session.getState().show('restoring')
  }
  const demo = () => void bind('demo', () => api.shell.openDemo({}))
  const { state, inForce } = useItPolicy()
  const { storeFolder } = inForce
  const refused = state === 'refused' ? '统一策略文件不对，改好以后才能建立数据库' : undefined
  const known = stores.filter(store => !store.demo)

  return (
    <StartFrame side={<Plaque text="担当" />}>
      <h1>{known.length > 0 ? '打开数据库' : '先建立或打开一个数据库'}</h1>
      <p className="start-lead">
        {known.length > 0
          ? '选一个这台计算机用过的数据库。'
          : '干部、谈话、关爱等资料都存放在数据库里，一个单位用一个。'}
      </p>
      {error !== null && <ErrorNote error={error} />}
      {known.length > 0 && (
        <ul className="start-stores" aria-label="用过的数据库">
          {known.map(store => (
            <StoreRow
              key={store.id}
              store={store}
              busy={busy === store.id}
              onOpen={() => void bind(store.id, () => api.shell.openStore({ id: store.id }))}
            />
          ))}
        </ul>
      )}
      <div className="start-actions">
        <Button
          kind={known.length > 0 ? 'plain' : 'primary'}
          busy={busy === 'new'}
          reason={refused}
          onClick={create}
          icon={<Icon name="plus" size={16} />}
        >
          建立数据库
        </Button>
        {storeFolder === undefined && (
          <Button busy={busy === 'choose'} onClick={choose} icon={<Icon name="folder" size={16} />}>
            {known.length > 0 ? '打开其他数据库' : '打开已有数据库'}
          </Button>
        )}
        <Button busy={busy === 'restore'} reason={refused} onClick={() => void restore()}>
          从备份恢复
        </Button>
        <Button busy={busy === 'demo'} onClick={demo}>
          看看演示
        </Button>
      </div>
      {storeFolder !== undefined && (
        <p className="start-wait">
          数据库的位置 <LockNote what={storeFolder} />
        </p>
      )}
      {busy === 'demo' && <p className="start-wait">正在准备演示数据，都是虚构的人和事，需要几秒</p>}
      {bound && (
        <p className="start-links">
          <Button kind="link" onClick={() => session.getState().show('store')}>
            返回
          </Button>
        </p>
      )}
    </StartFrame>
  )
}

function StoreRow({ store, busy, onOpen }: { store: KnownStore; busy: boolean; onOpen: () => void }) {
  return (
    <li>
      <button type="button" className="start-store" onClick={onOpen} aria-busy={busy || undefined}>
        <Icon name="store" />
        <span className="start-store-text">
          <b>{store.label}</b>
          <span className="start-store-place">
            <bdi>{store.place}</bdi>
          </span>
        </span>
        <span className="start-store-when">
          {store.lastUsedAt === null ? '尚未用过' : `上次 ${dayOf(store.lastUsedAt)}`}
        </span>
      </button>
      <button
        type="button"
        className="start-store-forget"
        aria-label={`从列表移除 ${store.label}，文件不会删除`}
        onClick={() => void session.getState().forget(store.id)}
      >
        <Icon name="close" size={14} />
      </button>
    </li>
  )
}
