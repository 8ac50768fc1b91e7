import { App } from 'antd'
import { useState } from 'react'
import { type Album, type AlbumId, newAlbum } from '../../shared/albums/albums'
import { certificateDateInCharacters } from '../../shared/certificates/certificate-dates'
import { PartialDate } from '../../shared/dates/partial-date'
import { today } from '../../shared/dates/today'
import { api } from '../api/client'
import { useCall } from '../api/query'
import { useMay, useSession } from '../api/session'
import { Button } from '../ui/Button'
import { Card } from '../ui/Card'
import { describeError } from '../ui/errorWords'
import { EmptyState, ErrorNote, Loading } from '../ui/states'
import { AlbumEditor } from './AlbumEditor'
import './albums.css'

/** 风采录: albums of honours, each laid out for print. */
export function AlbumsTab() {
  const { message } = App.useApp()
  const { unit } = useSession()
  const may = useMay()
  const [open, setOpen] = useState<AlbumId>()
  const list = useCall('albums', 'list', {})
  const begin = async (): Promise<void> => {
    const month = PartialDate.parse(today().slice(0, 7))
    const made: Album = await api.albums.add(newAlbum(unit, certificateDateInCharacters(month)))
    setOpen(made.id)
  }
  const add = (
    <Button
      kind="primary"
      reason={may('honours.edit') ? undefined : '没有编辑荣誉的权限'}
      onClick={() => void begin().catch((error: unknown) => message.warning(describeError(error).what))}
    >
      新建风采录
    </Button>
  )
  if (open !== undefined) return <AlbumEditor id={open} onClose={() => setOpen(undefined)} />
  return (
    <div className="dd-tab">
      <div className="dd-filter">{add}</div>
      <Card className="dd-list">
        {list.isPending && <Loading />}
        {list.error && <ErrorNote error={list.error} onRetry={() => void list.refetch()} />}
        {list.data?.length === 0 && (
          <EmptyState title="还没有风采录" hint="选好收入的人，排成画册：封面、前言、目录、分章，可以直接付印。" />
        )}
        <ul>
          {list.data?.map(({ id, title, subtitle, people, at, byName }) => (
            <li key={id} className="dd-row">
              <button type="button" onClick={() => setOpen(id)}>
                <b>{title}</b>
                <span>{subtitle || '没有副题'}</span>
              </button>
              <span>收入 {people} 项</span>
              <span>
                {byName}
                <small>{at.slice(0, 10).replaceAll('-', '.')} 建立</small>
              </span>
            </li>
          ))}
        </ul>
      </Card>
    </div>
  )
}
