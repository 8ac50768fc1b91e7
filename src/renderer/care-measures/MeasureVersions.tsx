import { useState } from 'react'
import type { BoardRow, CareMeasure } from '../../shared/care-measures/care-measures'
import { useCall } from '../api/query'
import { VersionsCard } from '../interviews/configure/VersionsCard'
import { CatalogueForm } from './CatalogueForm'

const wordsOf = ({ title, group, dimension, period, owner, on }: CareMeasure): string =>
  [title === '' ? '未命名' : title, group ?? '', dimension, period, owner, on ? '启用' : '停用']
    .filter(part => part !== '')
    .join('，')

/** How a measure came to be as it is; an earlier version is taken into the form and saved as a new one. */
export function MeasureVersions({ row }: { row: BoardRow }) {
  const versions = useCall('careMeasures', 'versions', { key: row.key })
  const [taken, setTaken] = useState<CareMeasure>()
  if (!versions.data) return null
  return (
    <>
      <VersionsCard
        versions={versions.data.map(({ measure: { version, ...value }, ...more }) => ({ version, value, ...more }))}
        wordsOf={wordsOf}
        onTake={setTaken}
      />
      {taken && <CatalogueForm row={{ ...row, ...taken }} onClose={() => setTaken(undefined)} />}
    </>
  )
}
