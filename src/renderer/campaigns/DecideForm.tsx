import { Select } from 'antd'
import { useState } from 'react'
import type { Campaign, Nominee } from '../../shared/campaigns/campaigns'
import { showDate } from '../../shared/dates/partial-date'
import { todayDay } from '../../shared/dates/today'
import {
  type AuthorityNature,
  authorityNatures,
  type HonourLevel,
  honourLevels,
} from '../../shared/honours/honours.data'
import { api } from '../api/client'
import { FormDialog } from '../ui/FormDialog'
import { TextField } from '../ui/TextField'
import { typedDay } from './campaigns.words'

interface DecideFormProps {
  readonly campaign: Campaign
  readonly nominees: readonly Nominee[]
  readonly onClose: () => void
}

/** The decision with its document: everybody on the list gets a row of the register. */
export function DecideForm({ campaign, nominees, onClose }: DecideFormProps) {
  const [typed, setTyped] = useState({
    documentNo: '',
    documentTitle: '',
    authority: '',
    nature: '党委' as AuthorityNature,
    level: '区' as HonourLevel,
  })
  const [on, setOn] = useState<string>(showDate(todayDay()))
  const [numbers, setNumbers] = useState<Readonly<Record<string, string>>>({})
  const set = (part: Partial<typeof typed>): void => setTyped({ ...typed, ...part })
  const day = typedDay(on)
  const refusal =
    typed.documentNo.trim() === ''
      ? '先写文号'
      : typed.authority.trim() === ''
        ? '先写决定机关'
        : day
          ? undefined
          : '日期写作 2027.05.01'
  return (
    <FormDialog
      title="登记表彰决定"
      act={`登记，${nominees.length} 项荣誉记入荣誉册`}
      refusal={refusal}
      width={640}
      onAct={async () => {
        if (!day) return
        await api.campaigns.decide({
          id: campaign.id,
          revision: campaign.revision,
          decision: { ...typed, on: day },
          certificates: nominees.flatMap(({ id }) => (numbers[id] ? [{ nomineeId: id, no: numbers[id] }] : [])),
        })
      }}
      onClose={onClose}
    >
      <div className="dd-pair">
        <TextField label="文号" value={typed.documentNo} onChange={documentNo => set({ documentNo })} maxChars={80} />
        <TextField label="决定日期" value={on} onChange={setOn} nfkc />
      </div>
      <TextField
        label="文件名称"
        value={typed.documentTitle}
        onChange={documentTitle => set({ documentTitle })}
        maxChars={200}
      />
      <TextField label="决定机关" value={typed.authority} onChange={authority => set({ authority })} maxChars={120} />
      <div className="dd-pair">
        <label className="dd-field">
          <span className="dd-label">机关性质</span>
          <Select
            value={typed.nature}
            onChange={nature => set({ nature })}
            options={authorityNatures.map(value => ({ value, label: value }))}
          />
        </label>
        <label className="dd-field">
          <span className="dd-label">荣誉层级</span>
          <Select
            value={typed.level}
            onChange={level => set({ level })}
            options={honourLevels.map(value => ({ value, label: value }))}
          />
        </label>
      </div>
      <div className="cam-numbers">
        {nominees.map(({ id, shownName }) => (
          <TextField
            key={id}
            label={`${shownName}证书编号`}
            value={numbers[id] ?? ''}
            onChange={no => setNumbers({ ...numbers, [id]: no })}
            placeholder="没有的留空"
            maxChars={60}
          />
        ))}
      </div>
    </FormDialog>
  )
}
