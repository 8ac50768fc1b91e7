import { useCall } from '../../api/query'
import type { CadreTabProps } from '../tabs'

/** How many attachments stand in the file, beside the title of their tab. */
export function AttachmentCount({ file }: CadreTabProps) {
  const list = useCall('attachments', 'list', { cadreId: file.cadre.id })
  const count = list.data?.filter(({ removedAt }) => removedAt === null).length ?? 0
  return count > 0 ? <small>{count}</small> : null
}
