import { App, Modal, Slider } from 'antd'
import { useCallback, useEffect, useRef, useState } from 'react'
import type { CadreFile } from '../../../shared/cadres/cadres.contract'
import { fewestSharpPixels } from '../../../shared/photos/photos.rules'
import { api } from '../../api/client'
import { Button } from '../../ui/Button'
import { Icon } from '../../ui/icons'
import { ErrorNote } from '../../ui/states'
import { Face } from '../Face'
import { CropFrame } from './CropFrame'
import { boxOf, type Crop, firstCrop, keptSize, MOST_ZOOM, within } from './crop'
import './photo.css'
import { cut, openPicture, pictureAmong, turned } from './picture'

interface Opened {
  readonly picture: ImageBitmap
  readonly crop: Crop
}

const begin = (picture: ImageBitmap): Opened => ({ picture, crop: firstCrop(picture) })

/** A person's portrait: chosen, dropped or pasted, cut to the frame of the form, or taken away. */
export function PhotoDialog({ file, onClose }: { file: CadreFile; onClose: () => void }) {
  const { cadre, photo } = file
  const { message, modal } = App.useApp()
  const [opened, setOpened] = useState<Opened | null>(null)
  const [over, setOver] = useState(false)
  const [busy, setBusy] = useState(false)
  const [error, setError] = useState<unknown>(null)
  const chooser = useRef<HTMLInputElement>(null)

  const attempt = useCallback(async (work: () => Promise<void>): Promise<void> => {
    setBusy(true)
    setError(null)
    try {
      await work()
    } catch (failure) {
      setError(failure)
    } finally {
      setBusy(false)
    }
  }, [])
  const open = useCallback(
    (chosen: File | undefined): void => {
      if (chosen) void attempt(async () => setOpened(begin(await openPicture(chosen))))
    },
    [attempt],
  )
  useEffect(() => {
    const paste = (event: ClipboardEvent): void => open(pictureAmong(event.clipboardData))
    document.addEventListener('paste', paste)
    return () => document.removeEventListener('paste', paste)
  }, [open])

  const save = (): void => {
    if (!opened) return
    void attempt(async () => {
      await api.photos.set({ cadreId: cadre.id, bytes: await cut(opened.picture, boxOf(opened.picture, opened.crop)) })
      void message.info(photo === null ? '照片已放进档案' : '照片已更换，原来的可以在“变更”里撤销找回')
      onClose()
    })
  }
  const remove = (): void =>
    void modal.confirm({
      title: `去掉${cadre.name}的照片`,
      content: '档案和任免表上不再显示照片。以后可以在“变更”里撤销找回。',
      icon: null,
      okText: '去掉照片',
      okButtonProps: { danger: true },
      cancelText: '留着',
      onOk: () =>
        attempt(async () => {
          await api.photos.remove({ cadreId: cadre.id })
          onClose()
        }),
    })

  return (
    <Modal
      open
      title={`${cadre.name}的照片`}
      onCancel={onClose}
      footer={null}
      width={600}
      centered
      mask={{ closable: false }}
    >
      <div
        className="cdp-dialog"
        data-over={over || undefined}
        onDragOver={event => {
          event.preventDefault()
          setOver(true)
        }}
        onDragLeave={() => setOver(false)}
        onDrop={event => {
          event.preventDefault()
          setOver(false)
          open(pictureAmong(event.dataTransfer))
        }}
      >
        {opened ? (
          <CropFrame
            picture={opened.picture}
            crop={opened.crop}
            onChange={crop => setOpened({ ...opened, crop: within(opened.picture, crop) })}
          />
        ) : (
          <div className="cdp-stage cdp-stage-still">
            <Face cadreId={cadre.id} photo={photo} sex={cadre.sex} size="frame" />
          </div>
        )}
        <div className="cdp-side">
          <input
            ref={chooser}
            type="file"
            accept=".jpg,.jpeg,.png,.bmp"
            hidden
            aria-label="照片文件"
            onChange={event => {
              open(event.target.files?.[0])
              event.target.value = ''
            }}
          />
          <Button
            kind={opened ? 'plain' : 'primary'}
            icon={<Icon name="folder" size={16} />}
            onClick={() => chooser.current?.click()}
          >
            {opened ? '换一张' : '选择照片'}
          </Button>
          <p className="cdp-hint">
            也可以把照片拖到这里，或在别处复制以后按 Ctrl+V。JPG、PNG、BMP，20 MB 以内。要近期正面免冠彩色照片。
          </p>
          {opened && (
            <Adjust
              {...opened}
              onChange={crop => setOpened({ ...opened, crop })}
              onTurn={() => void attempt(async () => setOpened(begin(await turned(opened.picture))))}
            />
          )}
        </div>
      </div>
      {error !== null && <ErrorNote error={error} />}
      <div className="dd-dialog-end">
        {photo !== null && !opened && (
          <span className="cdp-remove">
            <Button kind="link" icon={<Icon name="trash" size={16} />} onClick={remove}>
              去掉照片
            </Button>
          </span>
        )}
        <Button onClick={onClose}>取消</Button>
        <Button
          kind={opened ? 'primary' : 'plain'}
          busy={busy}
          reason={opened ? undefined : '先选一张照片'}
          onClick={save}
        >
          保存
        </Button>
      </div>
    </Modal>
  )
}

function Adjust({ picture, crop, onChange, onTurn }: Opened & { onChange: (crop: Crop) => void; onTurn: () => void }) {
  const { width, height } = keptSize(boxOf(picture, crop))
  return (
    <>
      <div className="cdp-zoom">
        <span id="cdp-zoom">缩放</span>
        <Slider
          min={1}
          max={MOST_ZOOM}
          step={0.05}
          value={crop.zoom}
          ariaLabelledByForHandle="cdp-zoom"
          tooltip={{ open: false }}
          onChange={zoom => onChange(within(picture, { ...crop, zoom }))}
        />
      </div>
      <p className="cdp-hint">拖动照片，让头肩落在框里。框是任免表的照片格。</p>
      <div>
        <Button size="small" icon={<Icon name="refresh" size={16} />} onClick={onTurn}>
          向右转
        </Button>
      </div>
      <p className="cdp-size" data-soft={width < fewestSharpPixels || undefined}>
        {width < fewestSharpPixels
          ? `裁剪后只有 ${width} × ${height} 点，打印出来会发虚，最好换一张大些的`
          : `裁剪后 ${width} × ${height} 点，打印清楚`}
      </p>
    </>
  )
}
