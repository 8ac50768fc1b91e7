import { Checkbox, Radio } from 'antd'
import { useState } from 'react'
import { showDate } from '../../shared/dates/partial-date'
import type { BatchId, ImportChange, ImportDetail } from '../../shared/imports/imports'
import type { FateChoice } from '../../shared/imports/imports.contract'
import { api } from '../api/client'
import { useCall } from '../api/query'
import { Button } from '../ui/Button'
import { Icon } from '../ui/icons'
import { ReasonDialog } from '../ui/ReasonDialog'
import { ErrorNote, Loading } from '../ui/states'
import { ImportPhoto } from './ImportPhoto'
import { useImportsStore } from './imports.store'
import { photoWords, sliceWords } from './imports.words'
import { PlaceSelect } from './PlaceSelect'
import { useAct } from './useAct'

interface ItemAsideProps {
  batchId: BatchId
  place: number
}

/** One person of the batch: who it is in the store, and every difference with a tick for taking it. */
export function ItemAside({ batchId, place }: ItemAsideProps) {
  const detail = useCall('imports', 'item', { batchId, place })
  const walk = useImportsStore(state => state.walk)
  return (
    <aside className="imp-aside" aria-label="核对">
      <button type="button" className="imp-close" aria-label="关闭" onClick={() => walk(null)}>
        <Icon name="close" size={16} />
      </button>
      {detail.isPending && <Loading />}
      {detail.isError && <ErrorNote error={detail.error} onRetry={() => void detail.refetch()} />}
      {detail.data && <Person batchId={batchId} place={place} detail={detail.data} />}
    </aside>
  )
}

function Person({ batchId, place, detail }: ItemAsideProps & { detail: ImportDetail }) {
  const { item, changes, warnings, candidates, photoTaken } = detail
  const [asked, setAsked] = useState<ImportChange>()
  const [shown, setShown] = useState<ReadonlyMap<number, ImportChange>>(new Map())
  const act = useAct()
  const settle = (fate: FateChoice): void => act(api.imports.choose({ batchId, which: { places: [place] }, fate }))
  const merging = item.fate === 'merge'
  const hasPhoto = item.photo === 'new' || item.photo === 'changed'
  const take = (isTaken: boolean, keys: readonly number[], photo = false): void =>
    act(api.imports.take({ batchId, place, keys: [...keys], photo, take: isTaken }))
  const takeAll = (isTaken: boolean): void =>
    take(
      isTaken,
      changes.map(({ key }) => key),
      hasPhoto,
    )
  return (
    <>
      <header className="imp-who">
        <ImportPhoto batchId={batchId} place={place} photo={item.photo} />
        <div>
          <h2>{item.name}</h2>
          <p>{[item.sex, item.birth ? showDate(item.birth) : '', item.currentPost].filter(Boolean).join('，')}</p>
          <p className="imp-quiet">{item.fileName}</p>
          <p className={`imp-state imp-state-${item.state}`}>{sliceWords[item.state]}</p>
        </div>
      </header>
      {warnings.length > 0 && (
        <ul className="imp-warnings" aria-label="提醒">
          {warnings.map((warning, index) => (
            <li key={index}>
              {warning.line !== null && <b>第 {warning.line} 行</b>}
              {warning.text}
            </li>
          ))}
        </ul>
      )}
      <fieldset className="imp-fate">
        <legend>确认时怎样处理</legend>
        <Radio.Group
          value={item.fate === 'merge' ? `merge ${item.match?.id}` : item.fate}
          onChange={({ target }) => {
            const value = String(target.value)
            if (value === 'add' || value === 'skip') settle({ kind: value })
            else {
              const match = candidates.find(({ id }) => value === `merge ${id}`)
              if (match) settle({ kind: 'merge', cadreId: match.id })
            }
          }}
        >
          {candidates.map(one => (
            <Radio key={one.id} value={`merge ${one.id}`} disabled={one.trashed}>
              更新已有档案：{one.name} {one.birth ? showDate(one.birth) : ''} {one.unitName} {one.currentPost}
              <small>
                {one.why}
                {one.trashed && '；在回收站里，先恢复才能并入'}
              </small>
            </Radio>
          ))}
          <Radio value="add">作为新的人新增</Radio>
          <Radio value="skip">跳过，不导入</Radio>
        </Radio.Group>
      </fieldset>
      {item.fate !== 'skip' && (
        <div className="imp-unit">
          单位：{item.unit || <span className="imp-homeless">没有单位</span>}
          <PlaceSelect
            batchId={batchId}
            which={{ places: [place] }}
            label={`${item.name}放到单位`}
            placeholder={item.unit ? '换一个单位…' : '放到单位…'}
          />
        </div>
      )}
      {item.photo !== 'none' && (
        <p className="imp-photo-line">
          {merging && hasPhoto ? (
            <Checkbox checked={photoTaken} onChange={({ target }) => take(target.checked, [], true)}>
              采用文件里的照片
            </Checkbox>
          ) : (
            photoWords[item.photo]
          )}
        </p>
      )}
      {item.fate !== 'skip' && changes.length > 0 && (
        <section aria-label={merging ? '不同之处' : '文件内容'}>
          {merging && (
            <p className="imp-take">
              {changes.filter(change => change.taken).length}/{changes.length} 处采用文件的
              <Button kind="link" size="small" onClick={() => takeAll(true)}>
                全部采用
              </Button>
              <Button kind="link" size="small" onClick={() => takeAll(false)}>
                全部保留原来的
              </Button>
            </p>
          )}
          <ul className="imp-changes">
            {changes.map(listed => {
              const change = shown.get(listed.key) ?? listed
              return (
                <li key={listed.key} data-taken={listed.taken || undefined}>
                  {merging ? (
                    <Checkbox checked={listed.taken} onChange={({ target }) => take(target.checked, [listed.key])}>
                      {change.label}
                    </Checkbox>
                  ) : (
                    <span className="imp-label">{change.label}</span>
                  )}
                  {merging && <del>{change.before}</del>}
                  <ins>{change.after}</ins>
                  {listed.masked !== null && !shown.has(listed.key) && (
                    <Button kind="link" size="small" onClick={() => setAsked(listed)}>
                      查看
                    </Button>
                  )}
                </li>
              )
            })}
          </ul>
        </section>
      )}
      {asked && (
        <ReasonDialog
          open
          title={`查看${asked.label}`}
          consequence="查看敏感信息会记入审计。"
          confirmText="查看"
          onConfirm={async reason => {
            const { masked } = asked
            if (masked === null) return
            const revealed = await api.imports.reveal({ batchId, place, field: masked, reason })
            setShown(now => new Map([...now, ...revealed.map(change => [change.key, change] as const)]))
            setAsked(undefined)
          }}
          onClose={() => setAsked(undefined)}
        />
      )}
    </>
  )
}
