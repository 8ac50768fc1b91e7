import { App, DatePicker } from 'antd'
import dayjs from 'dayjs'
import { useState } from 'react'
import type { ChangeSet } from '../../../shared/cadres/cadres.contract'
import { api } from '../../api/client'
import { useCall } from '../../api/query'
import { useMay } from '../../api/session'
import { Button } from '../../ui/Button'
import { Card } from '../../ui/Card'
import { describeError } from '../../ui/errorWords'
import { ErrorNote, Loading } from '../../ui/states'
import { instantWords } from '../cadres.words'
import type { CadreTabProps } from '../tabs'
import { AsOf } from './AsOf'
import { changeWords, kindTitles } from './change-words'

/** 变更: who changed what, when and why, the way back, and the file as it stood on a day. */
export function HistoryTab({ file }: CadreTabProps) {
  const { id } = file.cadre
  const history = useCall('cadres', 'history', { id })
  const [on, setOn] = useState<string | null>(null)
  if (on !== null) return <AsOf id={id} on={on} onBack={() => setOn(null)} />
  return (
    <Card
      title="变更"
      note={history.data && `${history.data.length} 次`}
      more={
        <span className="cdr-as-of">
          看某一天的档案
          <DatePicker
            size="small"
            placeholder="选日期"
            format="YYYY.MM.DD"
            disabledDate={day => day.isAfter(dayjs())}
            onChange={day => setOn(day ? day.format('YYYY-MM-DD') : null)}
          />
        </span>
      }
    >
      {history.isPending && <Loading />}
      {history.isError && <ErrorNote error={history.error} onRetry={() => void history.refetch()} />}
      <ol className="cdr-changes">
        {history.data?.map((set, index) => (
          <Change key={set.id} set={set} file={file} latest={index === 0} />
        ))}
      </ol>
    </Card>
  )
}

function Change({ set, file, latest }: { set: ChangeSet; file: CadreTabProps['file']; latest: boolean }) {
  const { id } = file.cadre
  const { message } = App.useApp()
  const edits = useMay()('cadres.edit')
  const units = useCall('units', 'tree', {})
  const [busy, setBusy] = useState(false)
  const undoes = edits && file.trashedAt === null && set.changes.length > 0
  const undo = async (): Promise<void> => {
    setBusy(true)
    try {
      await api.cadres.undo({ id, changeSetId: set.id })
      void message.info('已撤销。撤销本身也记在变更里，可以再撤销。')
    } catch (error) {
      void message.warning(describeError(error).what)
    } finally {
      setBusy(false)
    }
  }
  return (
    <li>
      <p className="cdr-change-head">
        <b>{kindTitles[set.kind]}</b>
        <span>{instantWords(set.at)}</span>
        <span>{set.byName}</span>
        {set.reason !== '' && <span>理由：{set.reason}</span>}
        {undoes && (
          <Button kind={latest ? 'plain' : 'link'} size="small" busy={busy} onClick={() => void undo()}>
            撤销
          </Button>
        )}
      </p>
      {set.changes.length > 0 && (
        <dl>
          {set.changes
            .flatMap(change => changeWords(change, file.cadre, units.data ?? []))
            .map(({ label, before, after }) => (
              <div key={`${label}-${before}-${after}`}>
                <dt>{label}</dt>
                <dd>
                  {before !== '' && (
                    <>
                      {before === '（空）' ? <span>{before}</span> : <del>{before}</del>}
                      <span aria-hidden="true"> → </span>
                      <span className="dd-hidden">改为</span>
                    </>
                  )}
                  <ins>{after}</ins>
                </dd>
              </div>
            ))}
        </dl>
      )}
    </li>
  )
}
