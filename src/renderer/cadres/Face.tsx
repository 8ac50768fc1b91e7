import { useState } from 'react'
import type { Cadre, CadreId } from '../../shared/cadres/cadres'
import type { PhotoId } from '../../shared/photos/photos'
import { usePhoto } from './photo/usePhoto'

const shared = (
  <>
    <path className="cad-f-suit" d="M4 128C4 106 17 97 37 90h22c20 7 33 16 33 38z" />
    <path className="cad-f-skin" d="M40.5 70h15v17L48 99l-7.5-12z" />
    <path className="cad-f-shirt" d="M39 87l-5 4 14 23 14-23-5-4-9 10z" />
    <path className="cad-f-lapel" d="M35.5 90L29 93.5l5 12L47 128h2l13-22.5 5-12-6.5-3.5L48 114z" />
    <path
      className="cad-f-skin"
      d="M30.5 46c0-14 7-21 17.5-21s17.500 7 17.500 21c0 17-8 32-17.500 32s-17.500-15-17.500-32z"
    />
  </>
)
const long = (
  <path
    className="cad-f-hair"
    d="M24.5 74C20 36 31 18.500 48 18.500S76 36 71.500 74c-3 7-9 8-13 7H37.500c-4 1-10 0-13-7z"
  />
)
const fringe = (
  <path
    className="cad-f-hair"
    d="M29.500 52C29 32 37 23.500 48 23.500S67 32 66.500 52c-3-5-6-9.500-8-15.500-5 5-17 8.500-24 8.500-2.500 2-4 4-5 7z"
  />
)
const short = (
  <path
    className="cad-f-hair"
    d="M29.5 46C28 29 36 20.500 48 20.500S68 29 66.500 46c-1.500-4-3-6.500-4.500-11-8 2-20 1.500-27-1-2.500 4-4 7-5.500 12z"
  />
)

interface FaceProps {
  cadreId: CadreId
  photo: PhotoId | null
  sex: Cadre['sex']
  size: 'tiny' | 'small' | 'large' | 'frame'
}

/** A person's photo; where there is none, nobody's face, so that nobody is taken for somebody. */
export function Face({ cadreId, photo, sex, size }: FaceProps) {
  const address = usePhoto(cadreId, photo)
  const [broken, setBroken] = useState<string>()
  const look = `cad-face cad-face-${size}`
  if (address !== undefined && address !== broken)
    return <img className={look} src={address} alt="照片" draggable={false} onError={() => setBroken(address)} />
  const label = photo === null ? '还没有照片' : broken === undefined ? '正在读取照片' : '照片打不开'
  return (
    <span className={look} role="img" aria-label={label}>
      <svg viewBox="0 0 96 128" preserveAspectRatio="xMidYMax slice" aria-hidden="true">
        {sex === '女' && long}
        {shared}
        {sex === '女' ? fringe : short}
      </svg>
    </span>
  )
}
