import { Select } from 'antd'
import { useState } from 'react'
import type { Campaign, Marks, Nominee } from '../../shared/campaigns/campaigns'
import { marksRefusal } from '../../shared/campaigns/panel.rules'
import { api } from '../api/client'
import { FormDialog } from '../ui/FormDialog'
import { TextField } from '../ui/TextField'

interface MarksDialogProps {
  readonly campaign: Campaign
  readonly nominee: Nominee
  readonly marks: readonly Marks[]
  readonly onClose: () => void
}
const pointOf = (text: string): number | null | undefined => {
  const plain = text.normalize('NFKC').trim()
  if (plain === '') return null
  return /^\d{1,4}(\.\d{1,2})?$/.test(plain) ? Number(plain) : undefined
}

/** What one member of the panel gives a nominee, and says. */
export function MarksDialog({ campaign, nominee, marks, onClose }: MarksDialogProps) {
  const { members, criteria } = campaign.panel
  const shown = (name: string): string[] => {
    const given = marks.find(each => each.member === name)?.points ?? []
    return criteria.map((_, at) => (given[at] === null || given[at] === undefined ? '' : String(given[at])))
  }
  const first = members.find(({ name }) => !marks.some(({ member }) => member === name)) ?? members[0]
  const [member, setMember] = useState(first?.name ?? '')
  const [points, setPoints] = useState(() => shown(member))
  const [remark, setRemark] = useState(marks.find(each => each.member === member)?.remark ?? '')
  const typed = points.map(pointOf)
  const numbers = typed.flatMap(each => (each === undefined ? [] : [each]))
  const refusal =
    member === ''
      ? '先登记评审组成员'
      : numbers.length < typed.length
        ? '分写作 88 或 88.5'
        : marksRefusal({ points: numbers }, campaign.panel)
  return (
    <FormDialog
      title={`${nominee.shownName}：登记评分`}
      act="保存"
      refusal={refusal}
      onAct={() => api.campaigns.mark({ nomineeId: nominee.id, member, points: numbers, remark })}
      onClose={onClose}
    >
      <label className="dd-field">
        <span className="dd-label">评委</span>
        <Select
          aria-label="评委"
          value={member}
          onChange={name => {
            setMember(name)
            setPoints(shown(name))
            setRemark(marks.find(each => each.member === name)?.remark ?? '')
          }}
          options={members.map(({ name, post }) => ({ value: name, label: post === '' ? name : `${name}（${post}）` }))}
        />
      </label>
      <div className="dd-pair">
        {criteria.map(({ title, most }, at) => (
          <TextField
            key={title}
            label={`${title}（最多 ${most}）`}
            value={points[at] ?? ''}
            onChange={text => setPoints(points.map((each, place) => (place === at ? text : each)))}
            nfkc
          />
        ))}
      </div>
      <TextField label="评语" value={remark} onChange={setRemark} maxChars={400} multiline />
    </FormDialog>
  )
}
