import { useState } from 'react'
import type { Brand, CampaignSettings } from '../../shared/campaigns/campaigns.data'
import { api } from '../api/client'
import { useCall } from '../api/query'
import { Button } from '../ui/Button'
import { FormDialog } from '../ui/FormDialog'
import { TextField } from '../ui/TextField'
import { shownDay, typedDayOrNone } from './campaigns.words'

const linesOf = (text: string): string[] =>
  text
    .split('\n')
    .map(row => row.trim())
    .filter(row => row !== '')

/** Brands, each with what it looks for, and whose opinion is asked. */
export function SettingsDialog({ onClose }: { onClose: () => void }) {
  const settings = useCall('campaigns', 'settings', {})
  return settings.data ? <SettingsForm settings={settings.data} onClose={onClose} /> : null
}

interface TypedBrand extends Omit<Brand, 'criteria'> {
  readonly criteria: string
}

function SettingsForm(props: { settings: CampaignSettings & { version: number }; onClose: () => void }) {
  const { settings, onClose } = props
  const [brands, setBrands] = useState<readonly TypedBrand[]>(
    settings.brands.map(brand => ({ ...brand, criteria: brand.criteria.join('\n') })),
  )
  const [organs, setOrgans] = useState(settings.organs.join('\n'))
  const [termFrom, setTermFrom] = useState(shownDay(settings.termFrom))
  const term = typedDayOrNone(termFrom)
  const [reason, setReason] = useState('')
  const set = (at: number, part: Partial<TypedBrand>): void =>
    setBrands(brands.map((brand, place) => (place === at ? { ...brand, ...part } : brand)))
  const refusal = brands.some(({ title }) => title.trim() === '')
    ? '有的品牌没有名称'
    : linesOf(organs).length === 0
      ? '至少写一个核查单位'
      : term === undefined
        ? '日期写作 2027.03.01'
        : reason.trim() === ''
          ? '写明理由'
          : undefined
  return (
    <FormDialog
      title="品牌和核查单位"
      act="保存"
      refusal={refusal}
      width={760}
      onAct={() =>
        api.campaigns.setSettings({
          version: settings.version,
          reason,
          settings: {
            brands: brands.map(brand => ({ ...brand, criteria: linesOf(brand.criteria) })),
            organs: linesOf(organs),
            termFrom: term ?? null,
          },
        })
      }
      onClose={onClose}
    >
      <div className="cam-brands">
        {brands.map((brand, at) => (
          <fieldset key={brand.key}>
            <div className="dd-pair">
              <TextField label="品牌" value={brand.title} onChange={title => set(at, { title })} maxChars={40} />
              <label className="cam-check">
                <input type="checkbox" checked={brand.on} onChange={event => set(at, { on: event.target.checked })} />
                使用
              </label>
              <TextField
                label="个人荣誉名称"
                value={brand.personHonour}
                onChange={personHonour => set(at, { personHonour })}
                maxChars={80}
              />
              <TextField
                label="团队荣誉名称"
                value={brand.teamHonour}
                onChange={teamHonour => set(at, { teamHonour })}
                maxChars={80}
              />
            </div>
            <TextField
              label="条件（一行一条）"
              value={brand.criteria}
              onChange={criteria => set(at, { criteria })}
              multiline
              rows={2}
            />
          </fieldset>
        ))}
      </div>
      <Button
        kind="link"
        onClick={() =>
          setBrands([
            ...brands,
            { key: crypto.randomUUID(), title: '', personHonour: '', teamHonour: '', criteria: '', on: true },
          ])
        }
      >
        ＋ 添一个品牌
      </Button>
      <TextField
        label="核查单位（一行一个）"
        value={organs}
        onChange={setOrgans}
        multiline
        rows={4}
        hint="第一个单位的意见没有到，不能进入评审"
      />
      <TextField
        label="本届班子从哪天起"
        value={termFrom}
        onChange={setTermFrom}
        nfkc
        hint="写作 2027.03.01。荣誉册和统计可以只看换届以来的"
      />
      <TextField label="理由" value={reason} onChange={setReason} maxChars={200} />
    </FormDialog>
  )
}
