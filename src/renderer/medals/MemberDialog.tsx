import { Segmented } from 'antd'
import { useState } from 'react'
import { showDate } from '../../shared/dates/partial-date'
import { MemberFacts, type MemberId, noMedalFacts } from '../../shared/medals/medals'
import { mayKeepMember } from '../../shared/medals/medals.rules'
import { api } from '../api/client'
import { useCall } from '../api/query'
import { UnitFilter } from '../interviews/UnitFilter'
import { Button } from '../ui/Button'
import { FormDialog } from '../ui/FormDialog'
import { ReasonDialog } from '../ui/ReasonDialog'
import { AUDITED_REASON } from '../ui/reason.words'
import { TextField } from '../ui/TextField'
import { FactsFields, typedFacts, typedOf } from './FactsFields'
import { MemberVisits } from './MemberVisits'
import { typedDate } from './medals.words'
import { NamesakesNote } from './NamesakesNote'

const blank: MemberFacts = {
  ...noMedalFacts,
  name: '',
  sex: null,
  birth: null,
  unitId: null,
  branch: '',
  partyJoined: null,
  partyFull: null,
  note: '',
}

/** An old member without a file: entered, corrected, or taken out. */
export function MemberDialog({ id, onClose }: { id?: MemberId; onClose: () => void }) {
  return id === undefined ? <MemberForm facts={blank} onClose={onClose} /> : <KnownMember id={id} onClose={onClose} />
}
function KnownMember({ id, onClose }: { id: MemberId; onClose: () => void }) {
  const found = useCall('medals', 'member', { id })
  return found.data ? (
    <MemberForm
      key={found.data.revision}
      facts={found.data.facts}
      known={{ id, revision: found.data.revision }}
      onClose={onClose}
    />
  ) : null
}

interface MemberFormProps {
  readonly facts: MemberFacts
  readonly known?: { readonly id: MemberId; readonly revision: number }
  readonly onClose: () => void
}

function MemberForm({ facts, known, onClose }: MemberFormProps) {
  const written = (date: MemberFacts['birth']): string => (date === null ? '' : showDate(date))
  const [form, setForm] = useState(() => ({
    name: facts.name,
    sex: facts.sex,
    unitId: facts.unitId,
    branch: facts.branch,
    note: facts.note,
    birth: written(facts.birth),
    partyJoined: written(facts.partyJoined),
    partyFull: written(facts.partyFull),
  }))
  const [typed, setTyped] = useState(() => typedOf(facts))
  const [reason, setReason] = useState('')
  const [removing, setRemoving] = useState(false)
  const set = (part: Partial<typeof form>): void => setForm({ ...form, ...part })
  const taken = MemberFacts.safeParse({
    ...form,
    ...typedFacts(typed),
    birth: typedDate(form.birth),
    partyJoined: typedDate(form.partyJoined),
    partyFull: typedDate(form.partyFull),
  })
  const verdict = taken.success ? mayKeepMember(taken.data) : undefined
  const refusal =
    form.name.trim() === ''
      ? '先写姓名'
      : !taken.success
        ? '日期写作 1950、1950.03 或 1950.03.12'
        : verdict && !verdict.allowed
          ? verdict.reason
          : known && reason.trim() === ''
            ? '写明修改的理由'
            : undefined
  return (
    <FormDialog
      title={known ? `修改：${facts.name}` : '登记没有干部档案的老党员'}
      act={known ? '保存' : '登记'}
      refusal={refusal}
      width={860}
      onAct={async () => {
        if (!taken.success) return
        if (known) await api.medals.changeMember({ ...known, facts: taken.data, reason: reason.trim() })
        else await api.medals.addMembers({ rows: [taken.data] })
      }}
      onClose={onClose}
    >
      <div className="med-fields">
        <TextField label="姓名" value={form.name} onChange={name => set({ name })} maxChars={36} autoFocus />
        <div className="dd-field">
          <span className="dd-label">性别</span>
          <Segmented<'男' | '女' | '没有填'>
            aria-label="性别"
            value={form.sex ?? '没有填'}
            onChange={sex => set({ sex: sex === '没有填' ? null : sex })}
            options={['男', '女', '没有填']}
          />
        </div>
        <TextField label="出生年月" value={form.birth} onChange={birth => set({ birth })} nfkc />
        <div className="dd-field">
          <span className="dd-label">单位</span>
          <UnitFilter value={form.unitId} onChange={unitId => set({ unitId })} placeholder="没有归到单位" />
        </div>
        <TextField label="支部" value={form.branch} onChange={branch => set({ branch })} maxChars={120} />
        <TextField label="备注" value={form.note} onChange={note => set({ note })} maxChars={200} />
        <TextField label="入党时间" value={form.partyJoined} onChange={partyJoined => set({ partyJoined })} nfkc />
        <TextField
          label="转正时间"
          value={form.partyFull}
          onChange={partyFull => set({ partyFull })}
          nfkc
          hint="1969年4月至1977年8月入党的没有预备期，留空"
        />
      </div>
      {!known && taken.success && <NamesakesNote people={[taken.data]} />}
      <FactsFields typed={typed} onChange={setTyped} />
      {known && <MemberVisits id={known.id} />}
      {known && <TextField label="修改的理由" value={reason} onChange={setReason} maxChars={200} required />}
      {known && (
        <span>
          <Button size="small" onClick={() => setRemoving(true)}>
            误登，去掉…
          </Button>
        </span>
      )}
      {known && (
        <ReasonDialog
          open={removing}
          title={`去掉误登的${facts.name}`}
          consequence={`以后不再列出；已经有决定的不能去掉。${AUDITED_REASON}`}
          confirmText="去掉"
          danger
          onConfirm={async why => {
            await api.medals.removeMember({ ...known, reason: why })
            onClose()
          }}
          onClose={() => setRemoving(false)}
        />
      )}
    </FormDialog>
  )
}
