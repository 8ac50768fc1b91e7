import { App, DatePicker } from 'antd'
import dayjs from 'dayjs'
import { type ReactNode, useState } from 'react'
import { useLocation } from 'wouter'
import type { Cadre } from '../../../shared/cadres/cadres'
import type { ChangeSet } from '../../../shared/cadres/cadres.contract'
import { type ChangeWords, NOTHING } from '../../../shared/cadres/diff-words'
import type { PhotoChange } from '../../../shared/photos/photos'
import { api } from '../../api/client'
import { useCall } from '../../api/query'
import { useMay } from '../../api/session'
import { Button } from '../../ui/Button'
import { Card } from '../../ui/Card'
import { describeError } from '../../ui/errorWords'
import { ErrorNote, Loading } from '../../ui/states'
import { instantWords } from '../cadres.words'
import { Face } from '../Face'
import type { CadreTabProps } from '../tabs'
import { AsOf } from './AsOf'
import { changeWords, stepTitle, turnedStep } from './change-words'

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
        {history.data?.map(step => (
          <Step key={step.id} step={step} steps={history.data} file={file} />
        ))}
      </ol>
    </Card>
  )
}

function Step({ step, steps, file }: { step: ChangeSet; steps: readonly ChangeSet[]; file: CadreTabProps['file'] }) {
  const { id } = file.cadre
  const { message } = App.useApp()
  const [, go] = useLocation()
  const edits = useMay()('cadres.edit')
  const units = useCall('units', 'tree', {})
  const [busy, setBusy] = useState(false)
  const latest = step.id === steps[0]?.id
  const turned = turnedStep(step, steps)
  const undo = async (): Promise<void> => {
    setBusy(true)
    try {
      await api.cadres.undo({ id, changeSetId: step.id })
      void message.info('已撤销。撤销本身也记在变更里，可以再撤销。')
    } catch (error) {
      void message.warning(describeError(error).what)
    } finally {
      setBusy(false)
    }
  }
  return (
    <li data-undone={step.undone || undefined}>
      <p className="cdr-change-head">
        <b>{stepTitle(step, steps)}</b>
        <span>{instantWords(step.at)}</span>
        <span>{step.byName}</span>
        {turned && (
          <span>
            指 {instantWords(turned.at)} 的那一步{turned.reason !== '' && `（${turned.reason}）`}
          </span>
        )}
        {step.reason !== '' && <span>理由：{step.reason}</span>}
        {step.undone && <span className="cdr-tag">已撤销</span>}
        {edits && file.trashedAt === null && step.changes.length > 0 && !step.undone && (
          <Button
            kind={latest ? 'plain' : 'link'}
            size="small"
            busy={busy}
            reason={step.undoRefusal ?? undefined}
            onClick={() => void undo()}
          >
            撤销
          </Button>
        )}
      </p>
      {step.changes.length > 0 && (
        <dl>
          {step.changes.map((change, index) => (
            // A step never changes once it is kept, so a change's place names it.
            <Change key={`${step.id}-${index}`} {...changeWords(change, units.data ?? [])}>
              {change.kind === 'photo' && <Faces {...change} cadre={file.cadre} />}
              {'other' in change && (
                <Button kind="link" size="small" onClick={() => go(`/cadres/${change.other}/history`)}>
                  打开那份档案
                </Button>
              )}
            </Change>
          ))}
        </dl>
      )}
    </li>
  )
}

function Change({ label, before, after, children }: ChangeWords & { children?: ReactNode }) {
  return (
    <div>
      <dt>{label}</dt>
      <dd>
        {before !== '' && (
          <>
            {before === NOTHING ? <span>{before}</span> : <del>{before}</del>}
            <span aria-hidden="true"> → </span>
            <span className="dd-hidden">改为</span>
          </>
        )}
        <ins>{after}</ins>
        {children}
      </dd>
    </div>
  )
}

/** The portraits that changed, before and after. */
function Faces({ before, after, cadre }: Omit<PhotoChange, 'kind'> & { cadre: Cadre }) {
  return (
    <span className="cdr-faces">
      {[before, after].map(
        photo => photo && <Face key={photo} cadreId={cadre.id} photo={photo} sex={cadre.sex} size="tiny" />,
      )}
    </span>
  )
}
