import { Segmented, Select } from 'antd'
import { useId, useState } from 'react'
import { CadreId } from '../../shared/cadres/cadres'
import type { Campaign, Member, Nominee, NomineeKind } from '../../shared/campaigns/campaigns'
import { nomineeKindTitles } from '../../shared/campaigns/campaigns'
import { type DeedTag, deedTags } from '../../shared/campaigns/campaigns.data'
import { nomineeRefusal } from '../../shared/campaigns/nominees.rules'
import { UnitId } from '../../shared/units/units'
import { api } from '../api/client'
import { useCall } from '../api/query'
import { UnitSelect } from '../cadres/UnitSelect'
import '../interviews/interviews.css'
import { PeopleSelect } from '../interviews/PeopleSelect'
import { Button } from '../ui/Button'
import { FormDialog } from '../ui/FormDialog'
import { TextField } from '../ui/TextField'

interface NomineeFormProps {
  readonly campaign: Campaign
  /** The one that is changed; none for a new one. */
  readonly nominee?: Nominee
  readonly onClose: () => void
}
interface Typed {
  readonly kind: NomineeKind
  readonly person: { readonly id: CadreId; readonly name: string } | null
  readonly name: string
  readonly unitId: string | null
  readonly members: readonly Member[]
  readonly deeds: string
  readonly tags: DeedTag[]
  readonly task: string
  readonly evidence: string
  readonly attachments: Nominee['attachments']
}
const typedOf = (campaign: Campaign, nominee: Nominee | undefined): Typed => ({
  kind: nominee?.kind ?? (campaign.personHonour === '' ? 'team' : 'person'),
  person: nominee && nominee.cadreId !== null ? { id: nominee.cadreId, name: nominee.shownName } : null,
  name: nominee?.name ?? '',
  unitId: nominee?.unitId ?? null,
  members: nominee?.members ?? [],
  deeds: nominee?.deeds ?? '',
  tags: nominee?.tags ?? [],
  task: nominee?.task ?? '',
  evidence: nominee?.evidence ?? '',
  attachments: nominee?.attachments ?? [],
})

/** Whom a unit nominates, with the deeds and what shows them. */
export function NomineeForm({ campaign, nominee, onClose }: NomineeFormProps) {
  const unitField = useId()
  const [typed, setTyped] = useState(() => typedOf(campaign, nominee))
  const set = (part: Partial<Typed>): void => setTyped({ ...typed, ...part })
  const kinds = (['person', 'team'] as const).filter(
    kind => (kind === 'person' ? campaign.personHonour : campaign.teamHonour) !== '',
  )
  const unit = UnitId.safeParse(typed.unitId).data
  const isPerson = typed.kind === 'person'
  const facts = unit && {
    kind: typed.kind,
    cadreId: isPerson ? (typed.person?.id ?? null) : null,
    name: isPerson && typed.person ? '' : typed.name.trim(),
    unitId: unit,
    members: isPerson ? [] : [...typed.members],
    deeds: typed.deeds,
    tags: typed.tags,
    task: typed.task,
    evidence: typed.evidence,
    attachments: isPerson && typed.person ? typed.attachments : [],
  }
  const refusal = facts ? nomineeRefusal(facts, campaign) : '先选推荐单位'
  return (
    <FormDialog
      title={nominee ? '修改人选' : '推荐人选'}
      act={nominee ? '保存' : '推荐'}
      refusal={refusal}
      width={720}
      onAct={async () => {
        if (!facts) return
        if (nominee) await api.campaigns.changeNominee({ id: nominee.id, revision: nominee.revision, facts })
        else await api.campaigns.nominate({ campaignId: campaign.id, facts })
      }}
      onClose={onClose}
    >
      {kinds.length > 1 && (
        <Segmented<NomineeKind>
          aria-label="个人或者团队"
          value={typed.kind}
          onChange={kind => set({ kind })}
          options={kinds.map(value => ({ value, label: nomineeKindTitles[value] }))}
        />
      )}
      <div className="dd-pair">
        {isPerson ? (
          <PeopleSelect
            label="人选"
            most={1}
            value={typed.person ? [typed.person] : []}
            onChange={([person]) => set({ person: person ?? null, attachments: [] })}
          />
        ) : (
          <TextField label="团队名称" value={typed.name} onChange={name => set({ name })} maxChars={120} />
        )}
        <div className="dd-field">
          <label className="dd-label" htmlFor={unitField}>
            推荐单位
          </label>
          <UnitSelect id={unitField} value={typed.unitId} onChange={unitId => set({ unitId })} />
        </div>
      </div>
      {isPerson && !typed.person && (
        <TextField label="没有档案的写姓名" value={typed.name} onChange={name => set({ name })} maxChars={60} />
      )}
      {!isPerson && <MembersField value={typed.members} onChange={members => set({ members })} />}
      <TextField
        label="事迹"
        value={typed.deeds}
        onChange={deeds => set({ deeds })}
        maxChars={4000}
        multiline
        rows={5}
        hint="写做了什么、做成了什么，有时间、有数字"
      />
      <div className="dd-pair">
        <div className="dd-field">
          <span className="dd-label">特点</span>
          <span className="dd-chips">
            {deedTags.map(tag => (
              <button
                key={tag}
                type="button"
                aria-pressed={typed.tags.includes(tag)}
                onClick={() =>
                  set({
                    tags: typed.tags.includes(tag) ? typed.tags.filter(each => each !== tag) : [...typed.tags, tag],
                  })
                }
              >
                {tag}
              </button>
            ))}
          </span>
        </div>
        <TextField
          label="服务的中心任务"
          value={typed.task}
          onChange={task => set({ task })}
          maxChars={120}
          suggestions={['新旧动能转换', '高质量发展', '乡村振兴', '三大攻坚战']}
        />
      </div>
      <TextField
        label="佐证"
        value={typed.evidence}
        onChange={evidence => set({ evidence })}
        maxChars={1000}
        multiline
        rows={2}
      />
      {isPerson && typed.person && (
        <AttachmentsField
          cadreId={typed.person.id}
          value={typed.attachments}
          onChange={attachments => set({ attachments })}
        />
      )}
    </FormDialog>
  )
}

/** Papers that lie in the person's own file; more are added there. */
function AttachmentsField(props: {
  readonly cadreId: CadreId
  readonly value: Nominee['attachments']
  readonly onChange: (ids: Nominee['attachments']) => void
}) {
  const list = useCall('attachments', 'list', { cadreId: props.cadreId })
  const papers = (list.data ?? []).filter(({ removedAt }) => removedAt === null)
  if (papers.length === 0)
    return <p className="dd-hint">本人档案里还没有附件；扫描件先加到本人的附件里，再在这里选。</p>
  return (
    <label className="dd-field">
      <span className="dd-label">档案材料</span>
      <Select
        mode="multiple"
        aria-label="档案材料"
        value={props.value}
        onChange={props.onChange}
        options={papers.map(({ id, title }) => ({ value: id, label: title }))}
        placeholder="从本人的附件里选"
      />
    </label>
  )
}

function MembersField({
  value,
  onChange,
}: {
  value: readonly Member[]
  onChange: (members: readonly Member[]) => void
}) {
  const [name, setName] = useState('')
  const files = value.flatMap(({ cadreId, name: of }) => (cadreId === null ? [] : [{ id: cadreId, name: of }]))
  const keep = (people: readonly { id: CadreId; name: string }[]): void =>
    onChange([
      ...people.map(
        ({ id, name: of }) => value.find(each => each.cadreId === id) ?? { cadreId: id, name: of, part: '' },
      ),
      ...value.filter(({ cadreId }) => cadreId === null),
    ])
  const put = (at: number, part: string): void =>
    onChange(value.map((member, place) => (place === at ? { ...member, part } : member)))
  return (
    <>
      <div className="dd-pair">
        <PeopleSelect label="成员" value={files} onChange={keep} />
        <div className="cam-line">
          <TextField label="没有档案的成员" value={name} onChange={setName} maxChars={60} />
          <Button
            reason={name.trim() === '' ? '先写姓名' : undefined}
            onClick={() => {
              onChange([...value, { cadreId: null, name: name.trim(), part: '' }])
              setName('')
            }}
          >
            加入
          </Button>
        </div>
      </div>
      {value.map((member, at) => (
        <div key={member.cadreId ?? `${member.name}${at}`} className="cam-member">
          <b>{member.name}</b>
          <TextField
            label={`${member.name}的分工`}
            hideLabel
            placeholder="分工"
            value={member.part}
            onChange={part => put(at, part)}
            maxChars={120}
          />
          <Button kind="link" onClick={() => onChange(value.filter((_, place) => place !== at))}>
            去掉
          </Button>
        </div>
      ))}
    </>
  )
}
