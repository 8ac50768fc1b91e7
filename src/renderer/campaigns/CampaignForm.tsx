import { Select } from 'antd'
import { useState } from 'react'
import type { Campaign } from '../../shared/campaigns/campaigns'
import { todayDay } from '../../shared/dates/today'
import { api } from '../api/client'
import { useCall } from '../api/query'
import { FormDialog } from '../ui/FormDialog'
import { TextField } from '../ui/TextField'
import { shownDay, typedDayOrNone } from './campaigns.words'

interface CampaignFormProps {
  /** The one that is changed; none for a new one. */
  readonly campaign?: Campaign
  readonly onKept?: (campaign: Campaign) => void
  readonly onClose: () => void
}

/** What a campaign is: brand, year, name, what its honours are called, and the document that calls for it. */
export function CampaignForm({ campaign, onKept, onClose }: CampaignFormProps) {
  const settings = useCall('campaigns', 'settings', {})
  const brands = (settings.data?.brands ?? []).filter(({ on, key }) => on || key === campaign?.brand)
  const year = campaign?.year ?? Number(todayDay().slice(0, 4))
  const [typed, setTyped] = useState({
    brand: campaign?.brand ?? '',
    year: String(year),
    title: campaign?.title ?? '',
    personHonour: campaign?.personHonour ?? '',
    teamHonour: campaign?.teamHonour ?? '',
    callTitle: campaign?.callTitle ?? '',
    callNo: campaign?.callNo ?? '',
    calledOn: shownDay(campaign?.calledOn),
    deadlineOn: shownDay(campaign?.deadlineOn),
  })
  const set = (part: Partial<typeof typed>): void => setTyped({ ...typed, ...part })
  const [calledOn, deadlineOn] = [typedDayOrNone(typed.calledOn), typedDayOrNone(typed.deadlineOn)]
  const refusal =
    typed.brand === ''
      ? '先选品牌'
      : typed.title.trim() === ''
        ? '先写名称'
        : !/^20\d\d$/.test(typed.year.trim())
          ? '年度写作 2027'
          : typed.personHonour.trim() === '' && typed.teamHonour.trim() === ''
            ? '至少写一个荣誉名称'
            : calledOn === undefined || deadlineOn === undefined
              ? '日期写作 2027.03.01'
              : undefined
  function choose(key: string): void {
    const brand = brands.find(each => each.key === key)
    if (!brand) return
    set({
      brand: key,
      personHonour: brand.personHonour,
      teamHonour: brand.teamHonour,
      title: typed.title === '' ? `${typed.year}年寻找“${brand.title}”行动` : typed.title,
    })
  }
  return (
    <FormDialog
      title={campaign ? '修改行动' : '发起行动'}
      act={campaign ? '保存' : '发起'}
      refusal={refusal}
      width={640}
      onAct={async () => {
        if (calledOn === undefined || deadlineOn === undefined) return
        const facts = { ...typed, year: Number(typed.year), calledOn, deadlineOn }
        const kept = campaign
          ? await api.campaigns.change({ id: campaign.id, revision: campaign.revision, facts })
          : await api.campaigns.add(facts)
        onKept?.(kept)
      }}
      onClose={onClose}
    >
      <div className="dd-pair">
        <label className="dd-field">
          <span className="dd-label">品牌</span>
          <Select
            aria-label="品牌"
            value={typed.brand === '' ? undefined : typed.brand}
            onChange={choose}
            placeholder="选一个"
            options={brands.map(({ key, title }) => ({ value: key, label: title }))}
          />
        </label>
        <TextField label="年度" value={typed.year} onChange={text => set({ year: text })} nfkc />
      </div>
      <TextField label="名称" value={typed.title} onChange={title => set({ title })} maxChars={80} />
      <div className="dd-pair">
        <TextField
          label="个人荣誉名称"
          value={typed.personHonour}
          onChange={personHonour => set({ personHonour })}
          maxChars={80}
          hint="不表彰个人的留空"
        />
        <TextField
          label="团队荣誉名称"
          value={typed.teamHonour}
          onChange={teamHonour => set({ teamHonour })}
          maxChars={80}
          hint="不表彰团队的留空"
        />
      </div>
      <div className="dd-pair">
        <TextField label="发动文件" value={typed.callTitle} onChange={callTitle => set({ callTitle })} maxChars={120} />
        <TextField label="文号" value={typed.callNo} onChange={callNo => set({ callNo })} maxChars={80} />
        <TextField label="发动日期" value={typed.calledOn} onChange={text => set({ calledOn: text })} nfkc />
        <TextField label="推荐截止" value={typed.deadlineOn} onChange={text => set({ deadlineOn: text })} nfkc />
      </div>
    </FormDialog>
  )
}
