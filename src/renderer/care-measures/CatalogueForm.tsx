import { Checkbox, Select } from 'antd'
import { useState } from 'react'
import { type BoardRow, CareMeasure } from '../../shared/care-measures/care-measures'
import { isOwn, mayKeepMeasure } from '../../shared/care-measures/care-measures.rules'
import { CareDimension, CareGroup, CarePeriod } from '../../shared/care-measures/measures.data'
import { api } from '../api/client'
import { basisChoices } from '../ui/basis.words'
import { FormDialog } from '../ui/FormDialog'
import { TextField } from '../ui/TextField'

const plain = <T extends string>(values: readonly T[]) => values.map(value => ({ value, label: value }))

/** What a measure is in this unit: dimension, period, whose it is, its basis. Each change is a version with its reason. */
export function CatalogueForm({ row, onClose }: { row: BoardRow; onClose: () => void }) {
  const own = isOwn(row.key)
  const [title, setTitle] = useState(row.title)
  const [group, setGroup] = useState(row.group)
  const [dimension, setDimension] = useState(row.dimension)
  const [period, setPeriod] = useState(row.period)
  const [owner, setOwner] = useState(row.owner)
  const [source, setSource] = useState(row.basis.source)
  const [status, setStatus] = useState(row.basis.status)
  const [on, setOn] = useState(row.on || row.title === '')
  const [reason, setReason] = useState('')
  const measure = CareMeasure.safeParse({
    key: row.key,
    group,
    title,
    dimension,
    period,
    owner,
    basis: { source, status },
    on,
  })
  const verdict = measure.success ? mayKeepMeasure(measure.data) : undefined
  const refusal = !measure.success
    ? '有的地方太长'
    : verdict && !verdict.allowed
      ? verdict.reason
      : reason.trim() === ''
        ? '先写改动的理由'
        : undefined
  return (
    <FormDialog
      title={row.title === '' ? '给这一条命名' : row.title}
      act="保存"
      refusal={refusal}
      onAct={async () => {
        if (measure.success)
          await api.careMeasures.change({ measure: measure.data, version: row.version, reason: reason.trim() })
      }}
      onClose={onClose}
    >
      {own && (
        <div className="dd-pair">
          <TextField label="名称" value={title} onChange={setTitle} maxChars={40} autoFocus />
          <div className="dd-field">
            <span className="dd-label">类别</span>
            <Select
              aria-label="类别"
              value={group}
              onChange={setGroup}
              placeholder="选一类"
              options={plain(CareGroup.options)}
            />
          </div>
        </div>
      )}
      <div className="dd-pair">
        <div className="dd-field">
          <span className="dd-label">维度</span>
          <Select aria-label="维度" value={dimension} onChange={setDimension} options={plain(CareDimension.options)} />
        </div>
        <div className="dd-field">
          <span className="dd-label">周期</span>
          <Select aria-label="周期" value={period} onChange={setPeriod} options={plain(CarePeriod.options)} />
        </div>
      </div>
      <TextField label="牵头单位、责任人" value={owner} onChange={setOwner} maxChars={60} />
      <div className="dd-pair">
        <TextField label="依据" value={source} onChange={setSource} maxChars={120} />
        <div className="dd-field">
          <span className="dd-label">依据的可靠程度</span>
          <Select aria-label="依据的可靠程度" value={status} onChange={setStatus} options={basisChoices} />
        </div>
      </div>
      <Checkbox checked={on} onChange={event => setOn(event.target.checked)}>
        启用：列入计划和提醒
      </Checkbox>
      <TextField label="改动的理由" value={reason} onChange={setReason} maxChars={200} />
    </FormDialog>
  )
}
