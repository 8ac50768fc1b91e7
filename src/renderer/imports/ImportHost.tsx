import { useEffect, useEffectEvent, useState } from 'react'
import { useLocation } from 'wouter'
import { AppError } from '../../shared/result'
import type { ChosenFiles } from '../../shared/shell/shell.contract'
import { api, onCoreEvent } from '../api/client'
import { grantDropped } from '../api/dropped'
import { useMay } from '../api/session'
import { offerPackage, RECEIVED } from '../exchange/ask'
import { Icon } from '../ui/icons'
import { ProgressDialog } from '../ui/ProgressDialog'
import { stage } from './imports.acts'
import './imports.css'
import { useImportsStore } from './imports.store'

const isPackage = ({ names, count }: ChosenFiles): boolean => count === 1 && /\.ddx$/i.test(names[0] ?? '')

const holdsFiles = (event: DragEvent): boolean => event.dataTransfer?.types.includes('Files') ?? false

/** Files may be dropped anywhere on the window, or opened with the application: to the import, a package to the exchange. */
export function ImportHost() {
  const may = useMay()
  return may('cadres.edit') || may('exchange.receive') ? <Listening /> : null
}

function Listening() {
  const [, go] = useLocation()
  const [over, setOver] = useState(false)
  const running = useImportsStore(state => state.running)
  const may = useMay()
  const lead = useEffectEvent(async (coming: Promise<ChosenFiles | null>): Promise<void> => {
    try {
      const chosen = await coming
      if (!chosen) return
      if (isPackage(chosen) && may('exchange.receive')) {
        go(RECEIVED)
        return offerPackage(chosen.token)
      }
      go('/imports')
      if (isPackage(chosen)) throw new AppError('forbidden', '数据包由组织干事打开，这个账户没有这项权限')
      await stage(chosen)
    } catch (error) {
      go('/imports')
      useImportsStore.setState({ error })
    }
  })
  useEffect(() => {
    const opened = (): Promise<void> => lead(api.shell.openedFiles({}))
    const enter = (event: DragEvent): void => {
      if (!holdsFiles(event)) return
      // A part of a page that takes files of its own has stopped the event before.
      if (event.defaultPrevented) return setOver(false)
      event.preventDefault()
      setOver(true)
    }
    const leave = (event: DragEvent): void => {
      if (event.relatedTarget === null) setOver(false)
    }
    const drop = (event: DragEvent): void => {
      setOver(false)
      if (!holdsFiles(event) || event.defaultPrevented) return
      event.preventDefault()
      void lead(grantDropped([...(event.dataTransfer?.files ?? [])]))
    }
    void opened()
    const stop = onCoreEvent(event => {
      if (event.kind === 'files-opened') void opened()
    })
    document.addEventListener('dragover', enter)
    document.addEventListener('dragleave', leave)
    document.addEventListener('drop', drop)
    return () => {
      stop()
      document.removeEventListener('dragover', enter)
      document.removeEventListener('dragleave', leave)
      document.removeEventListener('drop', drop)
    }
  }, [])
  return (
    <>
      {over && (
        <div className="imp-over" aria-hidden="true">
          <Icon name="folder" size={24} />
          松开即读入
        </div>
      )}
      {running && <ProgressDialog title={running.title} progress={running.progress} onCancel={running.stop} />}
    </>
  )
}
