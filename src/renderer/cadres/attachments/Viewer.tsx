import { Modal } from 'antd'
import { useEffect, useState } from 'react'
import type { Attachment } from '../../../shared/attachments/attachments'
import { formatTitles } from '../../../shared/attachments/recognise.rules'
import type { CadreId } from '../../../shared/cadres/cadres'
import { api } from '../../api/client'
import { Button } from '../../ui/Button'
import { Icon } from '../../ui/icons'
import { ErrorNote, Loading } from '../../ui/states'
import { PictureStage } from './PictureStage'
import { decodePicture, readWhole } from './picture'

interface ViewerProps {
  cadreId: CadreId
  /** Everything that can be shown, in order. */
  shown: readonly Attachment[]
  attachment: Attachment
  reason: string
  onTurn: (to: Attachment) => void
  onSave: ((attachment: Attachment) => void) | undefined
  onClose: () => void
}

type Read = { readonly picture: ImageBitmap } | { readonly error: unknown }

/** Reads and decodes one attachment, and lets go of it when it is no longer looked at. */
function usePicture(cadreId: CadreId, attachment: Attachment, reason: string): Read | null {
  const [read, setRead] = useState<Read | null>(null)
  useEffect(() => {
    const leaving = new AbortController()
    let picture: ImageBitmap | undefined
    const run = async (): Promise<void> => {
      const { id } = attachment
      const from = {
        open: () => api.attachments.open({ cadreId, id, reason }),
        part: (part: number) => api.attachments.part({ cadreId, id, part }),
      }
      const bytes = await readWhole(attachment.bytes, from, leaving.signal)
      if (leaving.signal.aborted) return
      picture = await decodePicture(bytes)
      if (leaving.signal.aborted) picture.close()
      else setRead({ picture })
    }
    run().catch((error: unknown) => !leaving.signal.aborted && setRead({ error }))
    return () => {
      leaving.abort()
      picture?.close()
    }
  }, [cadreId, attachment, reason])
  return read
}

interface ScanProps extends Pick<ViewerProps, 'cadreId' | 'attachment' | 'reason'> {
  onTurn: (by: -1 | 1) => void
}

function Scan({ cadreId, attachment, reason, onTurn }: ScanProps) {
  const read = usePicture(cadreId, attachment, reason)
  if (read === null) return <Loading />
  if ('error' in read) return <ErrorNote error={read.error} />
  return <PictureStage picture={read.picture} title={attachment.title} onTurn={onTurn} />
}

/** One scan as large as the window allows. */
export function Viewer({ cadreId, shown, attachment, reason, onTurn, onSave, onClose }: ViewerProps) {
  const place = shown.findIndex(({ id }) => id === attachment.id)
  const turn = (by: -1 | 1): void => {
    const to = shown[place + by]
    if (to) onTurn(to)
  }
  return (
    <Modal
      open
      title={
        <span className="att-viewer-title">
          {attachment.title}
          <small>
            {formatTitles[attachment.format]}　{attachment.mark}
          </small>
        </span>
      }
      onCancel={onClose}
      footer={null}
      width="calc(100vw - 48px)"
      centered
      className="att-viewer"
      mask={{ closable: false }}
    >
      <Scan key={attachment.id} cadreId={cadreId} attachment={attachment} reason={reason} onTurn={turn} />
      <footer className="att-viewer-end">
        <Button
          icon={<Icon name="left" size={16} />}
          reason={place > 0 ? undefined : '已是第一件'}
          onClick={() => turn(-1)}
        >
          上一件
        </Button>
        <span>
          {place + 1} / {shown.length}
        </span>
        <Button reason={place < shown.length - 1 ? undefined : '已是最后一件'} onClick={() => turn(1)}>
          下一件
          <Icon name="right" size={16} />
        </Button>
        {onSave && (
          <Button icon={<Icon name="export" size={16} />} onClick={() => onSave(attachment)}>
            另存
          </Button>
        )}
      </footer>
    </Modal>
  )
}
