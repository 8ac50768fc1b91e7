import { useMemo } from 'react'
import type { BatchId, PhotoState } from '../../shared/imports/imports'
import { useCall } from '../api/query'
import { addressOf } from '../ui/photoAddress'

interface ImportPhotoProps {
  batchId: BatchId
  place: number
  photo: PhotoState
}

/** The portrait that the file brings; decoded here in the sandboxed page and nowhere else. */
export function ImportPhoto({ batchId, place, photo }: ImportPhotoProps) {
  return photo === 'none' || photo === 'kept' ? (
    <span className="imp-photo" />
  ) : (
    <Shown batchId={batchId} place={place} />
  )
}

function Shown({ batchId, place }: Omit<ImportPhotoProps, 'photo'>) {
  const { data } = useCall('imports', 'photo', { batchId, place })
  const address = useMemo(() => (data ? addressOf(data) : undefined), [data])
  return <span className="imp-photo">{address !== undefined && <img src={address} alt="文件里的照片" />}</span>
}
