import { useEffect, useState } from 'react'
import type { StoreState } from '../../shared/session/session'
import { api } from '../api/client'
import { useItPolicy } from '../api/it-policy'
import { session, useSessionState } from '../session/session.store'
import { Button } from '../ui/Button'
import { Icon } from '../ui/icons'
import { LockNote } from '../ui/LockNote'
import { ErrorNote } from '../ui/states'

/** Why a folder cannot take a new store; undefined when it can. */
export function unfit(store: StoreState | null): string | undefined {
  if (store === null) return '正在查看这个文件夹'
  if (store.kind === 'empty') return undefined
  if (store.kind === 'trouble') return `${store.message}。请换一个空的文件夹`
  return '这个文件夹里已经有数据库，请换一个空的文件夹'
}

/** Where the new store will lie. */
export function PlaceStep() {
  const bound = useSessionState(state => state.bound)
  const store = useSessionState(state => state.store)
  const fixed = useItPolicy().inForce.storeFolder !== undefined
  const [error, setError] = useState<unknown>(null)

  const bind = async (choose: boolean): Promise<void> => {
    setError(null)
    await session
      .getState()
      .bind(() => api.shell.newStore({ choose }))
      .catch(setError)
  }
  const unbound = bound === null
  useEffect(() => {
    // After a restart in the middle of the wizard the shell no longer says which folder was meant: take the usual one.
    if (unbound)
      void session
        .getState()
        .bind(() => api.shell.newStore({ choose: false }))
        .catch(setError)
  }, [unbound])

  const wrong = bound !== null && store !== null ? unfit(store) : undefined
  return (
    <>
      <p className="start-lead">
        数据库、密钥文件和自动备份都放在这个文件夹里。请放在本机硬盘上，不要放在 U 盘或网络文件夹。
      </p>
      <div className="wizard-place">
        <Icon name="folder" />
        <span className="wizard-place-path">{bound?.place ?? '文档中的“担当数据”'}</span>
        {fixed ? <LockNote /> : <Button onClick={() => void bind(true)}>换一个文件夹</Button>}
      </div>
      {wrong !== undefined && (
        <p className="start-wrong" role="alert">
          {wrong}
        </p>
      )}
      {error !== null && <ErrorNote error={error} />}
    </>
  )
}
