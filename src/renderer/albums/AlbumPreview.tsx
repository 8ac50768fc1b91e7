import { useQuery } from '@tanstack/react-query'
import { InputNumber } from 'antd'
import { useEffect, useState } from 'react'
import type { AlbumContent } from '../../shared/albums/album-content.rules'
import { type LaidAlbum, layAlbum } from '../../shared/albums/album-layout.rules'
import type { Album } from '../../shared/albums/albums'
import { HonourId } from '../../shared/honours/honours'
import type { TypefaceName } from '../../shared/papers/typefaces'
import { SecrecyMark } from '../../shared/secrecy/secrecy.rules'
import { api } from '../api/client'
import { useCall } from '../api/query'
import { useSession } from '../api/session'
import { faceMeasures, readyToSet, wordsOf } from '../papers/fonts'
import { PaperDialog } from '../papers/PaperDialog'
import { PaperOut } from '../papers/PaperOut'
import { ProofPane } from '../papers/ProofPane'
import { Button } from '../ui/Button'
import { addressOf } from '../ui/photoAddress'

const onPaper: readonly TypefaceName[] = ['title', 'body', 'mark', 'fangsong', 'kaiti']
/** So many pages stand side by side in sight. */
const TOGETHER = 2
const usualMark = SecrecyMark.parse('内部')

interface PreviewProps {
  readonly album: Album
  readonly content: AlbumContent
  readonly onClose: () => void
}

/** An album page by page as it will be printed, and the way out of it. */
export function AlbumPreview({ album, content, onClose }: PreviewProps) {
  const mark = useCall('albums', 'mark', { id: album.id }).data ?? usualMark
  return (
    <PaperDialog
      title={`排版和导出：${album.title}`}
      onClose={onClose}
      proof={<Pages content={content} mark={mark} />}
      renderOut={onFinished => (
        <PaperOut
          name={album.title}
          atLeast={mark}
          draft="albums.out"
          typefaces={onPaper}
          advice=""
          refusal={undefined}
          fields={
            <p className="exp-hint">
              {album.bleed
                ? '带出血和裁切线，登记编号印在裁切线外，裁切后不留。'
                : '登记编号以小字印在每页页脚。送印刷厂请选带出血和裁切线的版式。'}
              画册上没有屏幕水印，密级高于“内部”的印在每页左上角。
            </p>
          }
          save={(order, options) => api.albums.save({ id: album.id, ...order }, options)}
          onFinished={onFinished}
          onClose={onClose}
        />
      )}
    />
  )
}

function Pages({ content, mark }: { readonly content: AlbumContent; readonly mark: SecrecyMark }) {
  const { account } = useSession()
  const [laid, setLaid] = useState<LaidAlbum>()
  const [at, setAt] = useState(0)
  const foot = `${mark}　编号在登记时写上　${account.name}`
  useEffect(() => {
    let here = true
    void readyToSet(`${wordsOf(content)}${foot}0123456789前言目录续追授…`).then(() => {
      if (here) setLaid(layAlbum(content, { mark: mark === '内部' ? '' : mark, foot }, faceMeasures()))
    })
    return () => {
      here = false
    }
  }, [content, mark, foot])
  const pages = laid?.pages.slice(at, at + TOGETHER)
  const keys = laid?.pictures.slice(at, at + TOGETHER).flat() ?? []
  const pictures = useQuery({
    queryKey: ['album-pictures', keys],
    queryFn: async () => {
      const found = new Map<string, string>()
      for (const key of keys) {
        const photo = await api.albums.portrait({ id: HonourId.parse(key) })
        if (photo) found.set(key, addressOf(photo))
      }
      return found
    },
    gcTime: 0,
  }).data
  const count = laid?.pages.length ?? 0
  const last = Math.max(0, count - 1)
  const go = (next: number): void => setAt(Math.max(0, Math.min(last, next)))
  return (
    <>
      <div className="alb-turn">
        <Button size="small" reason={at === 0 ? '已是封面' : undefined} onClick={() => go(at - TOGETHER)}>
          上一页
        </Button>
        <InputNumber
          aria-label="第几面"
          size="small"
          min={1}
          max={Math.max(1, count)}
          precision={0}
          value={at + 1}
          onChange={next => go((next ?? 1) - 1)}
        />
        <span>/ {count} 面</span>
        <Button size="small" reason={at + TOGETHER > last ? '已是封底' : undefined} onClick={() => go(at + TOGETHER)}>
          下一页
        </Button>
      </div>
      <ProofPane
        name={content.facts.title}
        pages={pages}
        {...(laid ? { sheet: laid.sheet } : {})}
        photo={key => pictures?.get(key)}
        words={laid ? `共 ${count} 面，含封面和封底` : ''}
      />
    </>
  )
}
