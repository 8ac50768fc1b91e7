import type { CadreId } from '../../../shared/cadres/cadres'
import { useCall } from '../../api/query'
import { Button } from '../../ui/Button'
import { Icon } from '../../ui/icons'
import { ErrorNote, Loading } from '../../ui/states'
import { Sheets } from '../form/Sheets'

/** The file as it stood at the end of a day, to be read. What is sensitive stays masked. */
export function AsOf({ id, on, onBack }: { id: CadreId; on: string; onBack: () => void }) {
  const file = useCall('cadres', 'asOf', { id, on })
  return (
    <>
      <p className="cdr-strip">
        <Icon name="clock" size={16} />
        <b>{on.replaceAll('-', '.')} 的档案</b>
        <span>照当天结束时的样子，只供查看。家庭成员和健康状况不显示。</span>
        <Button size="small" onClick={onBack}>
          回到变更
        </Button>
      </p>
      {file.isPending && <Loading />}
      {file.isError && <ErrorNote error={file.error} />}
      {file.data && <Sheets file={file.data} hidden={file.data.masked} />}
    </>
  )
}
