import { useState } from 'react'
import type { Campaign } from '../../shared/campaigns/campaigns'
import { showDate } from '../../shared/dates/partial-date'
import { todayDay } from '../../shared/dates/today'
import { api } from '../api/client'
import { FormDialog } from '../ui/FormDialog'
import { TextField } from '../ui/TextField'
import { typedDayOrNone } from './campaigns.words'

const linesOf = (text: string): string[] =>
  text
    .split('\n')
    .map(row => row.trim())
    .filter(row => row !== '')
/** 姓名，职务 */
const memberOf = (row: string) => {
  const [name = '', ...post] = row.split(/[，,]/)
  return { name: name.trim(), post: post.join('，').trim() }
}
/** 项目 分 */
function criterionOf(row: string) {
  const found = /^(.+?)[\s，,]*(\d{1,4})\s*分?$/.exec(row.normalize('NFKC'))
  return found ? { title: (found[1] ?? '').trim(), most: Number(found[2]) } : undefined
}

/** Who judges, by what, and when they met. */
export function PanelForm({ campaign, onClose }: { campaign: Campaign; onClose: () => void }) {
  const { panel } = campaign
  const [on, setOn] = useState<string>(showDate(panel.on ?? todayDay()))
  const [members, setMembers] = useState(
    panel.members.map(({ name, post }) => (post === '' ? name : `${name}，${post}`)).join('\n'),
  )
  const [criteria, setCriteria] = useState(panel.criteria.map(({ title, most }) => `${title} ${most}`).join('\n'))
  const day = typedDayOrNone(on)
  const typed = linesOf(criteria).map(criterionOf)
  const refusal =
    linesOf(members).length === 0
      ? '先写成员'
      : day === undefined
        ? '日期写作 2027.04.01'
        : typed.some(row => row === undefined || row.most === 0)
          ? '项目写作“实绩 60”，一行一个'
          : undefined
  return (
    <FormDialog
      title="登记评审组"
      act="保存"
      refusal={refusal}
      onAct={async () => {
        if (day === undefined) return
        await api.campaigns.setPanel({
          id: campaign.id,
          revision: campaign.revision,
          panel: {
            on: day,
            members: linesOf(members).map(memberOf),
            criteria: typed.flatMap(row => row ?? []),
          },
        })
      }}
      onClose={onClose}
    >
      <TextField label="评审日期" value={on} onChange={setOn} nfkc hint="还没有评审的留空" />
      <TextField label="成员" value={members} onChange={setMembers} multiline rows={5} hint="一行一个：姓名，职务" />
      <TextField
        label="评审项目"
        value={criteria}
        onChange={setCriteria}
        multiline
        rows={4}
        hint="一行一个：项目和最高分，如“实绩 60”；只定名单的留空"
      />
    </FormDialog>
  )
}
