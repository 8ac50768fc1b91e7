import { Modal } from 'antd'
import { useEffect, useState } from 'react'
import type { Scan } from '../../shared/scans/scans.contract'
import '../cadres/attachments/attachments.css'
import { PictureStage } from '../cadres/attachments/PictureStage'
import { decodePicture, readWhole } from '../cadres/attachments/picture'
import { ErrorNote, Loading } from '../ui/states'
import type { ScanSource } from './sources'

interface ScanViewerProps {
  scans: ScanSource
  scan: Scan
  reason: string
  onClose: () => void
}

/** One scan as large as the window allows. Its pixels are let go of with the window. */
export function ScanViewer({ scans, scan, reason, onClose }: ScanViewerProps) {
  const [read, setRead] = useState<{ readonly picture: ImageBitmap } | { readonly error: unknown } | null>(null)
  useEffect(() => {
    const leaving = new AbortController()
    let picture: ImageBitmap | undefined
    const run = async (): Promise<void> => {
      const { id, bytes } = scan
      const from = {
        open: () => scans.open(id, reason),
        part: (part: number) => scans.part(id, part),
      }
      const whole = await readWhole(bytes, from, leaving.signal)
      if (leaving.signal.aborted) return
      picture = await decodePicture(whole)
      if (leaving.signal.aborted) picture.close()
      else setRead({ picture })
    }
    run().catch((error: unknown) => !leaving.signal.aborted && setRead({ error }))
    return () => {
      leaving.abort()
      picture?.close()
    }
  }, [scans, scan, reason])
  return (
    <Modal
      open
      title={scan.title}
      onCancel={onClose}
      footer={null}
      width="calc(100vw - 48px)"
      centered
      className="att-viewer"
      mask={{ closable: false }}
    >
      {read === null ? (
        <Loading />
      ) : 'error' in read ? (
        <ErrorNote error={read.error} />
      ) : (
        <PictureStage picture={read.picture} title={scan.title} onTurn={() => undefined} />
      )}
    </Modal>
  )
}
