import { Segmented } from 'antd'
import { useState } from 'react'
import type { CadreId } from '../../../shared/cadres/cadres'
import { PartialDate } from '../../../shared/dates/partial-date'
import { useCall } from '../../api/query'
import { Button } from '../../ui/Button'
import { Icon } from '../../ui/icons'
import { ErrorNote, Loading } from '../../ui/states'
import { Sheets } from '../form/Sheets'
import { WholeFile } from './WholeFile'

/** The file as it stood at the end of a day, to be read: as the form, or everything that it held. What is sensitive stays masked. */
export function AsOf({ id, on, onBack }: { id: CadreId; on: string; onBack: () => void }) {
  const file = useCall('cadres', 'asOf', { id, on })
  const [asForm, setAsForm] = useState(true)
  return (
    <div className="cdr-as-of-view">
      <p className="cdr-strip">
        <Icon name="clock" size={16} />
        <b>{on.replaceAll('-', '.')} 的档案</b>
        <span>照当天结束时的样子，只供查看。家庭成员和健康状况不显示。</span>
        <Button size="small" onClick={onBack}>
          回到变更
        </Button>
      </p>
      {file.data && (
        <Segmented
          aria-label="怎样看"
          options={[
            { value: 'form', label: '任免表' },
            { value: 'whole', label: '全部内容' },
          ]}
          value={asForm ? 'form' : 'whole'}
          onChange={value => setAsForm(value === 'form')}
        />
      )}
      {file.isPending && <Loading />}
      {file.isError && <ErrorNote error={file.error} onRetry={() => void file.refetch()} />}
      {file.data && asForm && <Sheets file={file.data} hidden={file.data.masked} on={PartialDate.parse(on)} />}
      {file.data && !asForm && <WholeFile file={file.data} />}
    </div>
  )
}
