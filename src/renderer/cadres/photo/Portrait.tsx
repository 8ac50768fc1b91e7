import { useState } from 'react'
import type { CadreFile } from '../../../shared/cadres/cadres.contract'
import { useMay } from '../../api/session'
import { Face } from '../Face'
import './photo.css'
import { PhotoDialog } from './PhotoDialog'

/** The face at the head of a file. Who may edit presses it to change the photo. */
export function Portrait({ file }: { file: CadreFile }) {
  const { cadre, photo, trashedAt } = file
  const edits = useMay()('cadres.edit')
  const [open, setOpen] = useState(false)
  const face = <Face cadreId={cadre.id} photo={photo} sex={cadre.sex} size="large" />
  if (!edits || trashedAt !== null) return face
  const act = photo === null ? '放照片' : '换照片'
  return (
    <>
      <button type="button" className="cdp-portrait" aria-label={`给${cadre.name}${act}`} onClick={() => setOpen(true)}>
        {face}
        <span aria-hidden="true">{act}</span>
      </button>
      {open && <PhotoDialog file={file} onClose={() => setOpen(false)} />}
    </>
  )
}
