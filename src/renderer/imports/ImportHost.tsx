import { useEffect, useState } from 'react'
import { useLocation } from 'wouter'
import { api, onCoreEvent } from '../api/client'
import { useMay } from '../api/session'
import { Icon } from '../ui/icons'
import { ProgressDialog } from '../ui/ProgressDialog'
import { stage, take } from './imports.acts'
import './imports.css'
import { useImportsStore } from './imports.store'

const holdsFiles = (event: DragEvent): boolean => event.dataTransfer?.types.includes('Files') ?? false

/** Files may be dropped anywhere on the window, or opened with the application: both lead to the import. */
export function ImportHost() {
  const may = useMay()('cadres.edit')
  return may ? <Listening /> : null
}

function Listening() {
  const [, go] = useLocation()
  const [over, setOver] = useState(false)
  const running = useImportsStore(state => state.running)
  useEffect(() => {
    const opened = async (): Promise<void> => {
      try {
        const chosen = await api.shell.openedFiles({})
        if (!chosen) return
        go('/imports')
        await stage(chosen)
      } catch (error) {
        useImportsStore.setState({ error })
      }
    }
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
      const files = [...(event.dataTransfer?.files ?? [])]
      go('/imports')
      void take(files).catch((error: unknown) => useImportsStore.setState({ error }))
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
  }, [go])
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
