import { Modal, Segmented } from 'antd'
import { useState } from 'react'
import { Day } from '../../shared/dates/add-months'
import { todayDay } from '../../shared/dates/today'
import {
  type BoardUnit,
  type Facility,
  FacilityFacts,
  type FacilityKind,
  FacilityState,
} from '../../shared/grassroots/facilities'
import { mayRecordFacility } from '../../shared/grassroots/facilities.rules'
import { fenOf, yuanWords } from '../../shared/money/fen'
import { api } from '../api/client'
import { useCall } from '../api/query'
import { useMay } from '../api/session'
import { FormDialog } from '../ui/FormDialog'
import { TextField } from '../ui/TextField'
import { FacilityMark } from './FacilityMark'
import { dayDots } from './grassroots.words'

interface FacilityDialogProps {
  readonly unit: BoardUnit
  readonly kind: FacilityKind
  readonly facility: Facility | undefined
  readonly onClose: () => void
}

/** How one facility of a unit stands, what is planned for it, and how it stood before. */
export function FacilityDialog(props: FacilityDialogProps) {
  const edits = useMay()('care.edit')
  const title = `${props.unit.name} · ${props.kind.title}`
  if (edits) return <EditFacility {...props} title={title} />
  return (
    <Modal open title={title} onCancel={props.onClose} footer={null} centered>
      <History {...props} />
    </Modal>
  )
}

function EditFacility({ unit, kind, facility, title, onClose }: FacilityDialogProps & { title: string }) {
  const [state, setState] = useState<FacilityState>(facility?.state ?? '没有')
  const [on, setOn] = useState<string>(todayDay())
  const [note, setNote] = useState('')
  const [planWhat, setWhat] = useState(facility?.planWhat ?? '')
  const [planDueOn, setDueOn] = useState<string>(facility?.planDueOn ?? '')
  const [money, setMoney] = useState(facility?.planFen == null ? '' : yuanWords(facility.planFen))
  const [planOwner, setOwner] = useState(facility?.planOwner ?? '')
  const planFen = fenOf(money)
  const facts = FacilityFacts.safeParse({
    unitId: unit.id,
    kind: kind.key,
    state,
    on,
    note,
    planWhat,
    planDueOn: planDueOn.trim() === '' ? null : planDueOn,
    planFen: planFen ?? null,
    planOwner,
  })
  const verdict = facts.success ? mayRecordFacility(facts.data, todayDay()) : undefined
  const refusal = !Day.safeParse(on).success
    ? '日期写作 2026-11-30'
    : planDueOn.trim() !== '' && !Day.safeParse(planDueOn).success
      ? '计划期限写作 2026-12-31，没有就空着'
      : planFen === undefined
        ? '金额写作 50000 或 50000.50'
        : !facts.success
          ? '有的地方太长'
          : verdict && !verdict.allowed
            ? verdict.reason
            : undefined
  return (
    <FormDialog
      title={title}
      act="登记"
      refusal={refusal}
      onAct={async () => {
        if (facts.success) await api.grassroots.setFacility({ ...facts.data, revision: facility?.revision ?? 0 })
      }}
      onClose={onClose}
    >
      <Segmented<FacilityState>
        aria-label="状态"
        block
        value={state}
        onChange={setState}
        options={FacilityState.options.map(value => ({ value, label: <FacilityMark state={value} /> }))}
      />
      <div className="grs-trio">
        <TextField label="哪天的情况" value={on} onChange={setOn} nfkc />
        <TextField label="说明" value={note} onChange={setNote} maxChars={200} />
      </div>
      <TextField label="打算做什么" value={planWhat} onChange={setWhat} maxChars={200} placeholder="没有计划就空着" />
      <div className="grs-plan">
        <TextField label="计划期限" value={planDueOn} onChange={setDueOn} nfkc />
        <TextField label="经费（元）" value={money} onChange={setMoney} nfkc />
        <TextField label="责任单位" value={planOwner} onChange={setOwner} maxChars={60} />
      </div>
      <History unit={unit} kind={kind} facility={facility} />
    </FormDialog>
  )
}

function History({ unit, kind, facility }: Pick<FacilityDialogProps, 'unit' | 'kind' | 'facility'>) {
  const history = useCall('grassroots', 'facilityHistory', { unitId: unit.id, kind: kind.key })
  if (!facility) return <p className="dd-aside">还没有登记过</p>
  return (
    <ol className="grs-history" aria-label="经过">
      {history.data?.map(({ revision, state, on, note, planWhat, planDueOn, planFen, planOwner, byName }) => (
        <li key={revision}>
          <span>{dayDots(on)}</span>
          <FacilityMark state={state} />
          <span>
            {[
              note,
              planWhat === '' ? '' : `计划：${planWhat}`,
              planDueOn === null ? '' : `${dayDots(planDueOn)} 前`,
              planFen === null ? '' : `${yuanWords(planFen)} 元`,
              planOwner,
            ]
              .filter(part => part !== '')
              .join('，')}
            <small>登记 {byName}</small>
          </span>
        </li>
      ))}
    </ol>
  )
}
